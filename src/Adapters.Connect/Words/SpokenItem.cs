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
    const string Marks = "-.'’・";

    /// <summary>What was ordered, in words: its name without marks and model numbers, up to <see cref="MostSyllables"/> syllables. The
    /// order's number where the language's voice cannot read the name, and "your order" where there is neither.</summary>
    /// <param name="own">What the shop wants said in this language, which is said as it is; empty where it does not say.</param>
    /// <param name="item">The name, as the shop writes it.</param>
    /// <param name="orderId">The order's number; may be empty.</param>
    /// <param name="words">The language.</param>
    public static string Of(string own, string item, string orderId, PhraseBook words)
    {
        if (Speakable.Text(own, words) is { Length: > 0 } wanted)
        {
            return words.Say(LinePhrases.OrderOf, wanted);
        }

        var text = Speakable.Text(item, words);
        var name = Name(text, withModelNumbers: false) is { Length: > 0 } named ? named : Name(text, withModelNumbers: true);
        if (name.Length > 0 && CanBeRead(text, words))
        {
            return words.Say(LinePhrases.OrderOf, name);
        }

        return name.Length > 0 && Speakable.Text(orderId, words) is { Length: > 0 } number
            ? words.Say(LinePhrases.OrderNumber, number)
            : words.Say(LinePhrases.SomeItem);
    }

    // Empty where nothing of it is said. A call waits for it, so words are read where they stand.
    static string Name(string text, bool withModelNumbers)
    {
        var said = new StringBuilder(text.Length);
        var syllables = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var written = Word(text.AsSpan(at));
            at += written.Length;
            var word = Trimmed(withModelNumbers ? written : WithoutModelNumbers(written));
            if (!HasLetterOrDigit(word))
            {
                continue;
            }

            var length = Syllables(word);
            if (syllables > 0 && syllables + length > MostSyllables)
            {
                break;
            }

            said.Append(said.Length > 0 ? " " : "").Append(length > MostSyllables ? Cut(word) : word);
            syllables += length;
        }

        return said.ToString();
    }

    // Up to what is not said, and parts words as a space does.
    static ReadOnlySpan<char> Word(ReadOnlySpan<char> text)
    {
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsSaid(rune))
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return text[..end];
    }

    static bool HasLetterOrDigit(ReadOnlySpan<char> word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }

    static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> word)
    {
        var start = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (!IsCombining(rune) && !(rune.IsBmp && Marks.Contains((char)rune.Value)))
            {
                break;
            }

            start += rune.Utf16SequenceLength;
        }

        return word[start..].TrimEnd(Marks);
    }

    static bool IsSaid(Rune rune) => Rune.IsLetterOrDigit(rune) || IsCombining(rune) || rune.Value is '-' or '.' or '\'' or '’' or '・' or '$' or '%';

    static bool IsCombining(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Where words are not kept apart, Latin letters and digits stand among others: ノートA4サイズ.
    static ReadOnlySpan<char> WithoutModelNumbers(ReadOnlySpan<char> word)
    {
        for (var start = 0; start < word.Length;)
        {
            var end = start + 1;
            while (end < word.Length && IsLatin(word[end]) == IsLatin(word[start]))
            {
                end++;
            }

            if (IsAModelNumber(word[start..end]))
            {
                word = string.Concat(word[..start], word[end..]);
            }
            else
            {
                start = end;
            }
        }

        return word;

        static bool IsLatin(char c) => !char.IsSurrogate(c) && Script(new Rune(c)) == 0;
    }

    // CK-AX08, WH1000XM5; what is short or spelt like a name is said: PS5, iPhone 15, A4, 200g, 2.0.
    static bool IsAModelNumber(ReadOnlySpan<char> run)
    {
        var (digits, hasUpper) = (0, false);
        foreach (var c in run)
        {
            if (char.IsAsciiLetterLower(c))
            {
                return false;
            }

            digits += char.IsDigit(c) ? 1 : 0;
            hasUpper |= char.IsAsciiLetterUpper(c);
        }

        return digits > 1 && hasUpper && run.Length > 3;
    }

    // Where words are not kept apart, one ends where the writing changes.
    static ReadOnlySpan<char> Cut(ReadOnlySpan<char> word)
    {
        var (at, end, before) = (0, 0, 0);
        foreach (var rune in word.EnumerateRunes())
        {
            var script = IsCombining(rune) ? before : Script(rune);
            end = script != before ? at : end;
            if (Syllables(word[..(at + rune.Utf16SequenceLength)]) > MostSyllables)
            {
                return word[..(end > 0 ? end : at)].TrimEnd($"{Marks}$");
            }

            (at, before) = (at + rune.Utf16SequenceLength, script);
        }

        return word;
    }

    // A run of Latin vowels, a kana and half a kanji are one each. Latin letters without vowels are spelled.
    static int Syllables(ReadOnlySpan<char> word)
    {
        var (syllables, latin, isVowel) = (0, 0, false);
        foreach (var rune in word.EnumerateRunes())
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
    static bool CanBeRead(string text, PhraseBook words)
    {
        var own = words.Say(LinePhrases.NoOrder);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Script(rune) != 0 && Rune.IsLetter(rune) && !Writes(own, Script(rune)))
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
