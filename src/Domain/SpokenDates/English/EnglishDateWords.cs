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
        var numbers = new EnglishNumber(alone: IsOneWord(text));
        for (var at = 0; at < text.Length;)
        {
            var rest = text[at..];
            if (rest[0] == ' ')
            {
                at++;
                continue;
            }

            var length = NumericDate.Read(rest, take);
            length = length > 0 ? length : EnglishNumber.ReadCounted(rest, take);
            length = length > 0 ? length : ReadWord(text, at, take, numbers);
            length = length > 0 ? length : numbers.ReadDay(text, at, take);
            at += length > 0 ? length : WordLength(rest);
        }
    }

    /// <summary>The length of the word at the start of the text, what divides it from the next left out.</summary>
    public static int WordLength(ReadOnlySpan<char> text) => text.IndexOf(' ') is >= 0 and var end ? Math.Max(1, end) : text.Length;

    static bool IsOneWord(ReadOnlySpan<char> text) => text.Trim().IndexOf(' ') < 0;

    // Small letters, no apostrophes, and a single kind of divider; - and / stay where they stand between digits.
    static ReadOnlySpan<char> Normalise(ReadOnlySpan<char> said, Span<char> buffer)
    {
        var length = 0;
        for (var i = 0; i < said.Length; i++)
        {
            var c = NumericDate.Digit(said[i]) is >= 0 and var digit ? (char)('0' + digit) : char.ToLowerInvariant(said[i]);
            if (c is '\'' or '’')
            {
                continue;
            }

            var keeps = char.IsAsciiLetterOrDigit(c)
                || (c is '-' or '/' or ':' && i > 0 && i + 1 < said.Length && char.IsDigit(said[i - 1]) && char.IsDigit(said[i + 1]));
            buffer[length++] = keeps ? c : ' ';
        }

        return buffer[..length];
    }

    static int ReadWord(ReadOnlySpan<char> text, int at, Action<DateToken> take, EnglishNumber numbers)
    {
        var length = Words.Find(text[at..], next => next == ' ', out var means);
        if (length == 0 || (EnglishLexicon.IsAlsoAnotherWord(text.Slice(at, length)) && !numbers.StandsBesideADay(text, at, length)))
        {
            return 0;
        }

        foreach (var token in means)
        {
            take(token);
            numbers.Remember(token);
        }

        return length;
    }
}
