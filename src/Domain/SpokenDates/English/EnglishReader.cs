namespace OrderHotline.Domain;

/// <summary>Finds the words of a date in English, and those that change nothing; what is left is unknown.</summary>
static class EnglishReader
{
    static readonly Lexicon Words = new(EnglishLexicon.All());

    /// <summary>Reads the words in the order in which they were said.</summary>
    public static void Read(ReadOnlySpan<char> said, ref SpokenText text, List<HeardWord> words)
    {
        Normalise(said, ref text);
        var heard = Hear(text, withFillers: true);
        if (text.TakeOut(heard, DateWord.Filler))
        {
            heard = Hear(text, withFillers: false);
        }

        new EnglishGrammar(heard, words).Read();
    }

    static List<HeardWord> Hear(SpokenText text, bool withFillers)
    {
        var heard = new List<HeardWord>();
        var letters = text.Letters;
        for (var at = 0; at < letters.Length;)
        {
            if (letters[at] == ' ')
            {
                at++;
                continue;
            }

            at += Word(letters[at..], at, text.IsPaused(at), withFillers, heard);
        }

        return heard;
    }

    static int Word(ReadOnlySpan<char> rest, int at, bool paused, bool withFillers, List<HeardWord> heard)
    {
        var length = withFillers
            ? Words.FindBeforeAFiller(rest, next => next == ' ', dividesWords: true, out var means)
            : Words.Find(rest, next => next == ' ', out means);
        if (length > 0)
        {
            foreach (var token in means)
            {
                heard.Add(new(token, at, length, paused));
                paused = false;
            }

            return length;
        }

        var count = heard.Count;
        if (char.IsAsciiDigit(rest[0]) && NumericDate.Read(rest, at, heard) is > 0 and var date)
        {
            heard[count] = heard[count] with { Paused = paused };
            return date;
        }

        length = EnglishNumber.Read(rest, out var number, out var isOrdinal);
        if (length > 0 && !isOrdinal && char.IsAsciiDigit(rest[0]) && IsSuffix(rest[length..]))
        {
            (length, isOrdinal) = (length + 3, true); // "3 rd", as a recogniser writes it
        }

        if (IsDigitsApart(rest))
        {
            (length, number, isOrdinal) = (5, (10 * (rest[0] - '0')) + (rest[2] - '0'), true); // "2 1st", written as it was heard
        }

        var token1 = length > 0 ? new DateToken(isOrdinal ? DateWord.Ordinal : DateWord.Number, number) : new(DateWord.Unknown);
        length = length > 0 ? length : rest.IndexOf(' ') is >= 0 and var end ? end : rest.Length;
        heard.Add(new(token1, at, length, paused));
        return length;
    }

    static bool IsDigitsApart(ReadOnlySpan<char> rest) =>
        (rest is [>= '1' and <= '3', ' ', >= '0' and <= '9', _, _] or [>= '1' and <= '3', ' ', >= '0' and <= '9', _, _, ' ', ..])
        && rest[3..5] is "st" or "nd" or "rd" or "th";

    static bool IsSuffix(ReadOnlySpan<char> after) => after is [' ', _, _] or [' ', _, _, ' ', ..] && after[1..3] is "st" or "nd" or "rd" or "th";

    // Small letters, no apostrophes, and a single kind of divider; - / and : stay where they stand between digits.
    static void Normalise(ReadOnlySpan<char> said, ref SpokenText text)
    {
        for (var i = 0; i < said.Length; i++)
        {
            var c = NumericDate.Digit(said[i]) is >= 0 and var digit ? (char)('0' + digit) : char.ToLowerInvariant(said[i]);
            var isBetween = i > 0 && i + 1 < said.Length;
            if (c is '\'' or '’')
            {
                // "Friday's" is Friday, and "Fridays" is not; "can't" is one word.
                if (isBetween && said[i + 1] is 's' or 'S')
                {
                    text.Add(' ');
                }
            }
            else if (char.IsLetterOrDigit(c)
                || (c is '-' or '/' or ':' && isBetween && char.IsDigit(said[i - 1]) && char.IsDigit(said[i + 1])))
            {
                text.Add(c);
            }
            else if (c is not '.' || !isBetween || !char.IsLetter(said[i + 1]))
            {
                text.Add(' ');
                if (c is ',' or ';' or '.' or '!' or '?')
                {
                    text.Pause();
                }
            }
        }
    }
}
