using System.Globalization;
using System.Text;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>
/// Text that is safe to look at in a terminal or an editor: what a terminal obeys (control characters of both sets), what moves
/// or reverses its neighbours (bidi marks, line and paragraph separators) and what cannot be seen (zero-width characters, soft
/// hyphens, tags, fillers, halves of surrogate pairs) is written as <c>\u001B</c>, which JSON reads back as the same text.
/// Variation selectors stay: names are written with them.
/// </summary>
public static class VisibleText
{
    const string Escape = @"\u";
    const int Digits = 4;

    /// <summary>One line: what breaks a line is escaped as well.</summary>
    public static string OneLine(string text) => Escaped(text, lineBreaks: false, backslashes: false);

    /// <summary>Many lines: line feeds, and nothing else of the kind, stay.</summary>
    public static string Lines(string text) => Escaped(text, lineBreaks: true, backslashes: false);

    /// <summary>One line from which <see cref="Unescaped"/> gives the same text again, whatever stands in it.</summary>
    public static string Reversible(string text) => Escaped(text, lineBreaks: false, backslashes: true);

    /// <summary>The same between bars, which divide a line: what stands at its ends is kept as well.</summary>
    public static string Field(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var core = text.Trim();
        var start = text.IndexOf(core, StringComparison.Ordinal);
        return Spelled(text[..start]) + Reversible(core).Replace("|", Spelled("|"), StringComparison.Ordinal)
            + Spelled(text[(start + core.Length)..]);
    }

    /// <summary>The text that <see cref="Reversible"/> or <see cref="Field"/> wrote.</summary>
    public static string Unescaped(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!line.Contains(Escape, StringComparison.Ordinal))
        {
            return line;
        }

        var text = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length; at++)
        {
            var isEscape = EscapedAt(line, at) is not null;
            text.Append(isEscape ? EscapedAt(line, at) : line[at]);
            at += isEscape ? Escape.Length + Digits - 1 : 0;
        }

        return text.ToString();
    }

    static string Escaped(string text, bool lineBreaks, bool backslashes)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? escaped = null;
        for (var at = 0; at < text.Length;)
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            if ((lineBreaks && text[at] == '\n')
                || !(IsUnsafe(text, at) || (backslashes && EscapedAt(text, at) is not null)))
            {
                escaped?.Append(text, at, length);
            }
            else
            {
                escaped ??= new StringBuilder(text, 0, at, text.Length + 16);
                escaped.Append(Spelled(text.Substring(at, length)));
            }

            at += length;
        }

        return escaped?.ToString() ?? text;
    }

    static string Spelled(string text) =>
        string.Concat(text.Select(c => string.Create(CultureInfo.InvariantCulture, $"{Escape}{(int)c:X4}")));

    static bool IsUnsafe(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => text[at] is '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or (>= '\u180B' and <= '\u180F') or '\u2065'
                or '\u3164' or '\uFFA0' or (>= '\uFFF0' and <= '\uFFF8')
            || (char.IsSurrogatePair(text, at) && char.ConvertToUtf32(text, at) is >= 0xE0000 and <= 0xE00FF),
    };

    // Only what is never written as it is, so that \u0041 in somebody's text stays what it says.
    static char? EscapedAt(string line, int at)
    {
        if (at + Escape.Length + Digits > line.Length
            || !line.AsSpan(at).StartsWith(Escape, StringComparison.Ordinal)
            || !ushort.TryParse(
                line.AsSpan(at + Escape.Length, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        var c = (char)code;
        return c is '\\' or '|' || char.IsWhiteSpace(c) || IsUnsafe($"{c}", 0) ? c : null;
    }
}
