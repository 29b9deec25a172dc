using System.Globalization;
using System.Text;
using OrderHotline.Application;

namespace OrderHotline.Adapters.Connect;

/// <summary>The name of an item as a person would say it: a shop writes for a screen, with marks, model numbers and more words than an ear
/// takes in.</summary>
static class SpokenItem
{
    const int MostSyllables = 20;
    const int LettersOfASyllable = 4;

    // What is left out at either end of a word, and said within one.
    static readonly char[] Marks = ['-', '.', '\'', '’', '・'];

    /// <summary>What was ordered, in words: its name without marks and model numbers, up to <see cref="MostSyllables"/> syllables. The
    /// order's number where the language's voice cannot read the name, and "your order" where there is neither.</summary>
    /// <param name="item">The name, as the shop writes it.</param>
    /// <param name="orderId">The order's number; may be empty.</param>
    /// <param name="words">The language.</param>
    public static string Of(string item, string orderId, PhraseBook words)
    {
        var text = Speakable.Text(item, words);
        var tokens = Tokens(text, IsAModelNumber) is { Count: > 0 } named ? named : Tokens(text, _ => false);
        if (tokens.Count > 0 && tokens.TrueForAll(token => CanBeRead(token, words)))
        {
            return words.Say(LinePhrases.OrderOf, FirstSyllables(tokens));
        }

        return tokens.Count > 0 && Speakable.Text(orderId, words) is { Length: > 0 } number
            ? words.Say(LinePhrases.OrderNumber, number)
            : words.Say(LinePhrases.SomeItem);
    }

    static List<string> Tokens(string text, Func<string, bool> isLeftOut)
    {
        var said = new StringBuilder(text.Length);
        Span<char> letter = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            said.Append(IsSaid(rune) ? letter[..rune.EncodeToUtf16(letter)] : " ");
        }

        var tokens = new List<string>();
        foreach (var written in said.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var token = Trimmed(written.Any(char.IsDigit) ? string.Concat(Runs(written).Where(run => !isLeftOut(run))) : written);
            if (token.EnumerateRunes().Any(Rune.IsLetterOrDigit))
            {
                tokens.Add(token);
            }
        }

        return tokens;
    }

    static string Trimmed(string token)
    {
        var start = 0;
        foreach (var rune in token.EnumerateRunes())
        {
            if (!IsCombining(rune) && !(rune.IsBmp && Marks.Contains((char)rune.Value)))
            {
                break;
            }

            start += rune.Utf16SequenceLength;
        }

        return token[start..].TrimEnd(Marks);
    }

    static bool IsSaid(Rune rune) => Rune.IsLetterOrDigit(rune) || IsCombining(rune) || rune.Value is '-' or '.' or '\'' or '’' or '・' or '$' or '%';

    static bool IsCombining(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // CK-AX08, WH1000XM5; what is short or spelt like a name is said: PS5, iPhone 15, A4, 200g, 2.0.
    static bool IsAModelNumber(string run) =>
        run.Count(char.IsDigit) > 1 && run.Any(char.IsAsciiLetterUpper) && !run.Any(char.IsAsciiLetterLower) && run.Length > 3;

    // Where words are not kept apart, Latin letters and digits stand among others: ノートA4サイズ.
    static IEnumerable<string> Runs(string token)
    {
        var start = 0;
        for (var at = 1; at < token.Length; at++)
        {
            if (IsLatin(at) != IsLatin(at - 1))
            {
                yield return token[start..at];
                start = at;
            }
        }

        yield return token[start..];

        bool IsLatin(int at) => !char.IsSurrogate(token[at]) && Script(new Rune(token[at])) == 0;
    }

    static string FirstSyllables(List<string> tokens)
    {
        var said = new StringBuilder();
        var syllables = 0;
        foreach (var token in tokens)
        {
            var length = Syllables(token);
            if (syllables > 0 && syllables + length > MostSyllables)
            {
                break;
            }

            said.Append(said.Length > 0 ? " " : "").Append(syllables + length > MostSyllables ? Cut(token) : token);
            syllables += length;
        }

        return said.ToString();
    }

    // Where words are not kept apart, one ends where the writing changes.
    static string Cut(string token)
    {
        var (at, end, before) = (0, 0, Script(Rune.GetRuneAt(token, 0)));
        foreach (var rune in token.EnumerateRunes())
        {
            var script = IsCombining(rune) ? before : Script(rune);
            end = script != before ? at : end;
            if (Syllables(token.AsSpan(0, at + rune.Utf16SequenceLength)) > MostSyllables)
            {
                return token[..(end > 0 ? end : at)].TrimEnd([.. Marks, '$']);
            }

            (at, before) = (at + rune.Utf16SequenceLength, script);
        }

        return token;
    }

    // A run of Latin vowels, a kana and half a kanji are one each. Latin letters without vowels are spelled.
    static int Syllables(ReadOnlySpan<char> token)
    {
        var (syllables, latin, isVowel) = (0, 0, false);
        foreach (var rune in token.EnumerateRunes())
        {
            var wasVowel = isVowel;
            isVowel = Rune.ToLowerInvariant(rune).Value is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
            var script = Script(rune);
            latin += script == 0 && Rune.IsLetter(rune) ? 1 : 0;
            syllables +=
                IsCombining(rune) ? 0
                : script == Han || Rune.IsDigit(rune) ? 2
                : script != 0 || (isVowel && !wasVowel) ? 1
                : 0;
        }

        return Math.Max(syllables, 1 + (latin / LettersOfASyllable));
    }

    // Every voice reads Latin letters, and the letters in which its own language is written.
    static bool CanBeRead(string token, PhraseBook words)
    {
        var own = words.Say(LinePhrases.NoOrder);
        foreach (var rune in token.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) && Script(rune) != 0 && !Writes(own, Script(rune)))
            {
                return false;
            }
        }

        return true;
    }

    static bool Writes(string own, int script)
    {
        foreach (var rune in own.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) && Script(rune) == script)
            {
                return true;
            }
        }

        return false;
    }

    const int Han = 1;
    const int Kana = 2;
    const int FirstBlock = 3;

    // Blocks of Unicode as far as they matter here: Latin is 0, with the digits and the marks.
    static int Script(Rune rune) => rune.Value switch
    {
        < 0x0370 or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2000 and <= 0x206F) or (>= '！' and <= '～') => 0,
        (>= 0x3400 and <= 0x9FFF) or '々' or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF) => Han,
        (>= 0x3040 and <= 0x30FF) or (>= 0xFF66 and <= 0xFF9F) => Kana,
        >= 0xAC00 and <= 0xD7AF => FirstBlock,
        var other => FirstBlock + 1 + (other >> 8),
    };
}
