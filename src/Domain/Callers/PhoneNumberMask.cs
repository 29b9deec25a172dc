using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OrderHotline.Domain;

/// <summary>
/// Masks telephone numbers in text that somebody else wrote: a service's message, a settings error, a line of a call.
/// </summary>
/// <remarks>
/// The principle: digits that belong together are a number, however they are written, unless their own form says what else they
/// are. Digits of every script count, and so do those with spaces, hyphens, dots, slashes, brackets or invisible characters between
/// them. Seven in one piece are a number; in pieces it takes seven behind a <c>+</c>, eight behind a <c>0</c>, nine otherwise. The
/// forms that stay readable are dates, times, decimal numbers, amounts of money and bytes, versions, IP addresses, UUIDs, trace
/// ids, hexadecimal words, and the account in an ARN. Where both are possible, privacy wins: a bare count of seven digits is masked.
/// </remarks>
public static partial class PhoneNumberMask
{
    const string Masked = "(number)";
    const int LongestMatch = 1000; // milliseconds
    const int FewestDigits = 7;
    const int FewestBehindZero = 8;
    const int FewestInPieces = 9;
    const string KanjiDigits = "〇一二三四五六七八九";

    /// <summary>The text with <c>(number)</c> for every telephone number; the same instance when there is none.</summary>
    /// <exception cref="RegexMatchTimeoutException">It took longer than a second, which a very long text may.</exception>
    public static string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return MayHoldANumber(text) && !Guid.TryParseExact(text, "D", out _) ? Mask(text, PlainText.Of(text)) : text;
    }

    static bool MayHoldANumber(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) || c > '\u007F' ? 1 : 0;
        }

        return digits >= FewestDigits;
    }

    static string Mask(string text, PlainText plain)
    {
        var masked = new StringBuilder(text.Length);
        var (from, at) = (0, 0);
        while (at < plain.Text.Length)
        {
            var kept = WhatItIs().Match(plain.Text, at);
            var end = kept.Success ? kept.Index : plain.Text.Length;
            foreach (Match digits in Digits().Matches(plain.Text[at..end]))
            {
                if (IsANumber(digits.Value))
                {
                    var start = at + digits.Index + (digits.Value[0] == '(' && !digits.Value.Contains(')', StringComparison.Ordinal) ? 1 : 0);
                    masked.Append(text, from, plain.Starts[start] - from).Append(Masked);
                    from = plain.Ends[at + digits.Index + digits.Length - 1];
                }
            }

            at = kept.Success ? kept.Index + kept.Length : end;
        }

        return from == 0 ? text : masked.Append(text, from, text.Length - from).ToString();
    }

    static bool IsANumber(string candidate)
    {
        var groups = candidate.Split(['+', '-', '.', ' ', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var digits = groups.Sum(group => group.Length);
        return groups.Any(group => group.Length >= FewestDigits)
            || (candidate.Contains('+', StringComparison.Ordinal) && digits >= FewestDigits)
            || (groups[0] is ['0', _, ..] && digits >= FewestBehindZero)
            || (digits >= FewestInPieces && !IsAVersion(candidate, groups));
    }

    // 10.0.25380.108 is a version, 81.3.1234.5678 is not: the last two pieces of a number have three or four digits.
    static bool IsAVersion(string candidate, string[] groups) =>
        candidate.All(c => c == '.' || char.IsAsciiDigit(c))
        && groups.Length is 3 or 4
        && !groups.Any(group => group is ['0', _, ..])
        && groups.Any(group => group.Length is 1 or > 4)
        && !groups[^2..].All(group => group.Length is 3 or 4);

    [GeneratedRegex(@"(?:\(\+?[ (]?|\+[ (]?)?[0-9](?:[-. /()]{0,4}[0-9])*", RegexOptions.CultureInvariant, LongestMatch)]
    private static partial Regex Digits();

    [GeneratedRegex(
        """
        (?<![0-9A-Za-z])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])         # a UUID
        | (?<![0-9A-Za-z])1-[0-9a-f]{8}-[0-9a-f]{24}(?![0-9A-Za-z])                                 # a trace id
        | (?<![0-9A-Za-z])(?=[0-9]*[A-Fa-f])[0-9A-Fa-f]{32,64}(?![0-9A-Za-z])                       # a hash
        | (?<![0-9A-Za-z])0x[0-9A-Fa-f]{1,16}(?![0-9A-Za-z])                                        # an address in memory
        | arn:[a-z-]+:[a-z0-9-]*:[a-z0-9-]*:[0-9]{12}(?=:)                                          # an account
        | (?<![0-9+]|[0-9][-.]|\+[-0-9\ ()]{1,8}|\)[-.\ /]{0,4})                                                 # a date, or two
            (?:(?<date>(?:19|20)[0-9]{2}(?<mark>[-/.])(?:0?[1-9]|1[0-2])\k<mark>(?:0[1-9]|[12][0-9]|3[01]|[1-9])
                |(?:0?[1-9]|[12][0-9]|3[01])(?<mark>[-/.])(?:0?[1-9]|[12][0-9]|3[01])\k<mark>(?:19|20)[0-9]{2}
                |20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:T[0-9]{6}Z?)?)
            (?:\ ?[-/]\ ?(?=(?:19|20)[0-9]{2}[-/.])|(?![0-9]|[-.][0-9])))+
        | (?<![0-9:])(?:[0-9]{1,4}\.)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?![0-9:])  # a time
        | (?<![0-9.+]|\+[-0-9\ ()]{1,8}|\)[-.\ /]{0,4})                                                         # an IP address
            (?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?![0-9]|\.[0-9])
        | (?<![A-Za-z0-9])[vV](?:er|ersion)?[=:\ /]{0,2}(?:0|[1-9][0-9]{0,4})(?:\.(?:0|[1-9][0-9]{0,5})){1,3}(?![0-9]|[-./][0-9])
        | [¥￥$€£₩]\ ?[1-9][0-9]{0,9}(?:,[0-9]{3})*(?:\.[0-9]{1,2})?(?![0-9]|[-./\ ][0-9])          # money
        | (?<![0-9+]|[0-9][-./\ (])[1-9][0-9]{0,9}(?:\.[0-9]{1,2})?(?=\ ?(?:円|JPY|USD|EUR|bytes?\b|ms\b))
        | (?<![0-9.+]|[0-9][-/\ ]|\)[-.\ /]{0,4})[0-9]\.[0-9]{1,9}(?:[eE][-+]?[0-9]{1,3})?(?![0-9]|[-./][0-9])     # a decimal number
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        LongestMatch)]
    private static partial Regex WhatItIs();

    /// <summary>A text with digits, hyphens and spaces of every script as those of ASCII, and nothing invisible.</summary>
    /// <param name="Text">The plain text.</param>
    /// <param name="Starts">Where each of its characters begins in the text as it was.</param>
    /// <param name="Ends">Where each ends there.</param>
    sealed record PlainText(string Text, List<int> Starts, List<int> Ends)
    {
        public static PlainText Of(string text)
        {
            var plain = new StringBuilder(text.Length);
            var (starts, ends) = (new List<int>(text.Length), new List<int>(text.Length));
            for (var at = 0; at < text.Length;)
            {
                var length = char.IsSurrogatePair(text, at) ? 2 : 1;
                if (Plain(text, at) is { } c)
                {
                    plain.Append(c);
                    starts.Add(at);
                    ends.Add(at + length);
                }

                at += length;
            }

            return new(plain.ToString(), starts, ends);
        }

        static char? Plain(string text, int at)
        {
            var c = text[at];
            if (char.IsAsciiLetterOrDigit(c))
            {
                return c;
            }

            if (CharUnicodeInfo.GetDigitValue(text, at) is >= 0 and var digit)
            {
                return (char)('0' + digit);
            }

            return c switch
            {
                '＋' or '⁺' or '﹢' => '+',
                '（' or '⁽' or '﹙' => '(',
                '）' or '⁾' or '﹚' => ')',
                '．' or '·' or '・' or '･' or '•' or '․' or '。' => '.',
                '／' or '⁄' or '∕' => '/',
                '_' or '−' or 'ー' or 'ｰ' or '⁃' or '˗' or '~' or '～' => '-',
                '\t' => ' ',
                '\n' or '\r' => c,
                '零' => '0',
                _ when KanjiDigits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var kanji => (char)('0' + kanji),
                _ => CharUnicodeInfo.GetUnicodeCategory(text, at) switch
                {
                    UnicodeCategory.DashPunctuation => '-',
                    UnicodeCategory.SpaceSeparator => ' ',
                    UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => null,
                    _ => c,
                },
            };
        }
    }
}
