namespace OrderHotline.Domain;

/// <summary>Finds the words of a date in Japanese. Everything else, politeness and hesitation included, is passed over.</summary>
static class JapaneseDateWords
{
    static readonly Lexicon Words = new(JapaneseLexicon.Words());

    /// <summary>Hands over the words in the order in which they were said.</summary>
    public static void Read(ReadOnlySpan<char> said, Action<DateToken> take)
    {
        Span<char> buffer = stackalloc char[said.Length];
        ReadOnlySpan<char> text = Normalise(said, buffer);
        var afterADate = false;
        for (var at = 0; at < text.Length;)
        {
            var rest = text[at..];
            var length = NumericDate.Read(rest, take);
            if (length == 0)
            {
                length = ReadWord(rest, afterADate, take, out var isAWord);
                afterADate = isAWord;
            }
            else
            {
                afterADate = true;
            }

            at += length;
        }
    }

    // One kind of digits, one kind of kana, small letters: ＡＳＡＰ, ジュウニガツ.
    static ReadOnlySpan<char> Normalise(ReadOnlySpan<char> said, Span<char> buffer)
    {
        for (var i = 0; i < said.Length; i++)
        {
            buffer[i] = said[i] switch
            {
                >= '！' and <= '～' and var wide => char.ToLowerInvariant((char)(wide - '！' + '!')),
                '　' => ' ',
                >= 'ァ' and <= 'ヶ' and var katakana when katakana is not ('ヵ' or 'ヶ') => (char)(katakana - 'ァ' + 'ぁ'),
                var other => char.ToLowerInvariant(other),
            };
        }

        return buffer;
    }

    static int ReadWord(ReadOnlySpan<char> text, bool afterADate, Action<DateToken> take, out bool isAWord)
    {
        var length = Words.Find(text, _ => true, out var means);
        if (length == 0 && JapaneseNumber.Read(text, take, out isAWord) is > 0 and var number)
        {
            return number;
        }

        isAWord = false;
        if (length == 0)
        {
            // か makes an alternative only right after a date: it stands in too many words.
            if (afterADate && text[0] == 'か')
            {
                take(new(DateWord.Or));
            }

            return 1;
        }

        foreach (var token in means)
        {
            // Particles mean something only right after a date: 三日まで, and not まで in any word.
            if (!IsAParticle(token.Word) || afterADate)
            {
                take(token);
                isAWord = true;
            }
        }

        return length;
    }

    static bool IsAParticle(DateWord word) => word is DateWord.From or DateWord.Until or DateWord.Before or DateWord.After
        or DateWord.About or DateWord.To or DateWord.WeekOfThatDay or DateWord.DaysAfterThat;
}
