using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>Cuts Japanese into the words of a date and those that change nothing, always taking the longest; what is left is unknown.
/// </summary>
static class JapaneseReader
{
    static readonly Lexicon Words = new(JapaneseLexicon.All());

    /// <summary>Reads the words in the order in which they were said.</summary>
    public static void Read(ReadOnlySpan<char> said, ref SpokenText text, List<HeardWord> words)
    {
        Normalise(said, ref text);
        var heard = Hear(text, withFillers: true);
        if (text.TakeOut(heard, Filler))
        {
            heard = Hear(text, withFillers: false);
        }

        new JapaneseGrammar(heard, words, text.Letters).Read();
    }

    static List<HeardWord> Hear(SpokenText text, bool withFillers)
    {
        var heard = new List<HeardWord>();
        var letters = text.Letters;
        var end = 0;
        for (var (at, paused) = (0, false); at < letters.Length;)
        {
            // A word may be written apart, but not across a pause.
            for (end = Math.Max(end, at + 1); end < letters.Length && !text.IsPaused(end); end++)
            {
            }

            paused |= text.IsPaused(at) || letters[at] == '、';
            if (letters[at] is ' ' or '、')
            {
                at++;
                continue;
            }

            // A single あ or え before a pause is a hesitation.
            if ("あえおんま".Contains(letters[at], StringComparison.Ordinal) && (at + 1 == letters.Length || text.IsPaused(at + 1)))
            {
                heard.Add(new(new(Filler), at++, 1, paused));
            }
            else
            {
                at += Word(letters[at..end], at, paused, withFillers, heard);
            }

            paused = false;
        }

        return heard;
    }

    static int Word(ReadOnlySpan<char> rest, int at, bool paused, bool withFillers, List<HeardWord> heard)
    {
        var count = heard.Count;
        if (char.IsAsciiDigit(rest[0]) && NumericDate.Read(rest, at, heard) is > 0 and var date)
        {
            heard[count] = heard[count] with { Paused = paused };
            return date;
        }

        var length = withFillers
            ? Words.FindBeforeAFiller(rest, _ => true, dividesWords: false, out var means)
            : Words.Find(rest, _ => true, out means);
        if (JapaneseNumber.Read(rest, at, heard) is var number && number > length)
        {
            heard[count] = heard[count] with { Paused = paused };
            return number;
        }

        heard.RemoveRange(count, heard.Count - count);
        if (length == 0 && rest[0] == 'ー')
        {
            heard.Add(new(new(Small, JapaneseLexicon.Other), at, 1, paused)); // a vowel drawn out: あしたー
            return 1;
        }

        if (length == 0)
        {
            if (count > 0 && !paused && heard[^1] is { Word: Unknown } run && run.Start + run.Length == at)
            {
                heard[^1] = run with { Length = run.Length + 1 };
            }
            else
            {
                heard.Add(new(new(Unknown), at, 1, paused));
            }

            return 1;
        }

        foreach (var token in means)
        {
            heard.Add(new(token, at, length, paused));
            paused = false;
        }

        return length;
    }

    // One kind of digits, one kind of kana, small letters: ＡＳＡＰ, ジュウニガツ. Spaces, which a recogniser puts between all words, and
    // pauses stay only between digits.
    static void Normalise(ReadOnlySpan<char> said, ref SpokenText text)
    {
        for (var i = 0; i < said.Length; i++)
        {
            var c = said[i] switch
            {
                >= '！' and <= '～' and var wide => char.ToLowerInvariant((char)(wide - '！' + '!')),
                '　' => ' ',
                '､' => '、',
                '~' => '〜',
                >= 'ァ' and <= 'ヴ' and var katakana => (char)(katakana - 'ァ' + 'ぁ'),
                var other => char.ToLowerInvariant(other),
            };
            if ((c is '、' or ',' && IsBetweenDigits(said, i)) || (c == ' ' && IsBetweenDigits(said, i) && NumericDate.Digit(said[i - 1]) >= 0))
            {
                text.Add(c == ',' ? '、' : c);
            }
            else if (c is '、' or ',' or '。' or '.' or '!' or '?' or ';' or '…' or '・')
            {
                text.Pause();
            }
            else if (!char.IsWhiteSpace(c) && c is not ('「' or '」' or '『' or '』'))
            {
                text.Add(c);
            }
        }
    }

    static bool IsBetweenDigits(ReadOnlySpan<char> said, int at) => at > 0 && at + 1 < said.Length
        && JapaneseNumber.IsADigit(said[at - 1]) && JapaneseNumber.IsADigit(said[at + 1]);
}
