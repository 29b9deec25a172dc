namespace OrderHotline.Domain;

/// <summary>What stands around an English word, and what it says about that word. The text is in small letters and divided by
/// spaces.</summary>
static class EnglishText
{
    // What may come after a day of the month; any other word makes "the third" the third of something else.
    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterADay = new[]
    {
        "", "a", "actually", "afternoon", "and", "around", "at", "because", "before", "between", "but", "by", "cannot",
        "cant", "could", "does", "doesnt", "evening", "fine", "for", "from", "good", "great", "i", "id", "if", "ill",
        "in", "instead", "is", "isnt", "it", "looks", "make", "may", "maybe", "might", "morning", "next", "night", "no",
        "not", "ok", "okay", "onward", "onwards", "or", "please", "rather", "s", "seems", "should", "so", "sorry",
        "sounds", "suits", "thank", "thanks", "that", "then", "this", "through", "till", "to", "uh", "um", "until",
        "wait", "will", "wont", "work", "works", "would", "yes",
    }.ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Months = EnglishLexicon.MonthNames.ToHashSet()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Days = EnglishLexicon.WeekdayNames
        .Append("today").Append("tomorrow").ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word at the start of the text; none when a space is there.</summary>
    public static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text) =>
        text.IndexOf(' ') is >= 0 and var end ? text[..end] : text;

    /// <summary>The word at the end of the text.</summary>
    public static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimEnd(' ');
        return trimmed[(trimmed.LastIndexOf(' ') + 1)..];
    }

    /// <summary>Whether the text starts with a word, or several.</summary>
    public static bool StartsWithWord(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || text[word.Length] == ' ');

    /// <summary>The text without a "the" at its start.</summary>
    public static ReadOnlySpan<char> AfterThe(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(' ');
        return StartsWithWord(rest, "the") ? rest[3..].TrimStart(' ') : rest;
    }

    /// <summary>Words that are months only beside a day: "may I", "march on", "mar".</summary>
    public static bool IsAlsoAnotherWord(ReadOnlySpan<char> word) => word is "may" or "march" or "mar" or "dec" or "jan";

    /// <summary>Whether a weekday, today or tomorrow.</summary>
    public static bool IsADay(ReadOnlySpan<char> word) => Days.Contains(word);

    /// <summary>Whether a day of the month may end before this.</summary>
    public static bool EndsADay(ReadOnlySpan<char> after) => AfterADay.Contains(FirstWord(after))
        || (EnglishNumber.Read(AfterThe(after), out _, out var isOrdinal) > 0 && isOrdinal);

    /// <summary>Whether a month may end before this.</summary>
    public static bool EndsADate(ReadOnlySpan<char> after) =>
        FirstWord(after.TrimStart(' ')) is "" or "please" or "or" or "to" or "at" or "in" or "thanks" or "and" or "is"
            or ['2', '0', ..];

    /// <summary>Whether a month comes next: "December", "in May", "next month", "of the month".</summary>
    public static bool StartsWithAMonth(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(' ');
        rest = StartsWithWord(rest, "in") || StartsWithWord(rest, "of") ? rest[2..].TrimStart(' ') : rest;
        var word = FirstWord(rest);
        return Months.Contains(word)
            ? !IsAlsoAnotherWord(word) || EndsADate(rest[word.Length..])
            : word is "the" or "this" or "next" or "last" && FirstWord(rest[word.Length..].TrimStart(' ')) is "month";
    }

    /// <summary>Whether a day of the month is followed by its month: "December", "of next month".</summary>
    public static bool NamesItsMonth(ReadOnlySpan<char> after) => !StartsWithWord(after, "in") && StartsWithAMonth(after);
}
