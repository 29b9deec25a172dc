namespace OrderHotline.Domain;

/// <summary>Finds the words of a date in English. Everything else, politeness and hesitation included, is passed over.</summary>
static class EnglishDateWords
{
    static readonly Lexicon Words = new(EnglishLexicon.Words());

    /// <summary>Hands over the words in the order in which they were said.</summary>
    public static void Read(ReadOnlySpan<char> said, Action<DateToken> take)
    {
        Span<char> buffer = stackalloc char[said.Length];
        var text = Normalise(said, buffer);
        var days = new EnglishDay(take);
        for (var at = 0; at < text.Length;)
        {
            var rest = text[at..];
            if (rest[0] == ' ')
            {
                at++;
                continue;
            }

            var length = ReadWord(text, at, days);
            length = length > 0 ? length : NumericDate.Read(rest, take);
            length = length > 0 ? length : EnglishDuration.Read(text, at, take);
            length = length > 0 ? length : days.Read(text, at);
            at += length > 0 ? length : EnglishText.FirstWord(rest).Length;
        }
    }

    // Small letters, no apostrophes, and a single kind of divider; - / and : stay where they stand between digits.
    static ReadOnlySpan<char> Normalise(ReadOnlySpan<char> said, Span<char> buffer)
    {
        var length = 0;
        for (var i = 0; i < said.Length; i++)
        {
            var c = NumericDate.Digit(said[i]) is >= 0 and var digit ? (char)('0' + digit) : char.ToLowerInvariant(said[i]);
            var isBetween = i > 0 && i + 1 < said.Length;
            if (c is '\'' or '’')
            {
                // "Friday's" is Friday, and "Fridays" is not; "can't" is one word.
                if (isBetween && said[i + 1] is 's' or 'S')
                {
                    buffer[length++] = ' ';
                }

                continue;
            }

            var keeps = char.IsAsciiLetterOrDigit(c)
                || (c is '-' or '/' or ':' && isBetween && char.IsDigit(said[i - 1]) && char.IsDigit(said[i + 1]));
            buffer[length++] = keeps ? c : ' ';
        }

        return buffer[..length];
    }

    static int ReadWord(ReadOnlySpan<char> text, int at, EnglishDay days)
    {
        var length = Words.Find(text[at..], next => next == ' ', out var means);
        if (length == 0
            || (EnglishText.IsAlsoAnotherWord(text.Slice(at, length)) && !days.MakesAMonth(text, at, length))
            || (means is [{ Word: DateWord.Next or DateWord.This or DateWord.Last }]
                && !StartsWithAWeekday(text[(at + length)..]))
            || (means is [{ Word: DateWord.Part }] && !EnglishText.StartsWithAMonth(text[(at + length)..])))
        {
            return 0;
        }

        foreach (var token in means)
        {
            days.Take(IsAboutADate(token, text[(at + length)..]) ? new(DateWord.NotWhatFollows) : token, at + length);
        }

        return length;
    }

    // "Next Friday", and not "the next order, on Friday".
    static bool StartsWithAWeekday(ReadOnlySpan<char> after)
    {
        var rest = after.TrimStart(' ');
        return Words.Find(rest, next => next == ' ', out var means) > 0 && means is [{ Word: DateWord.Weekday }];
    }

    // "Not tomorrow" leaves alone what was said before it; "I am not home" does not.
    static bool IsAboutADate(DateToken token, ReadOnlySpan<char> after)
    {
        var rest = after.TrimStart(' ');
        return token == new DateToken(DateWord.NotThere, EnglishLexicon.NotIfADateFollows)
            && (EnglishText.FirstWord(rest) is "the" or "on" or "for"
                || (Words.Find(rest, next => next == ' ', out var means) > 0 && means is [{ Word: < DateWord.About }, ..]));
    }
}
