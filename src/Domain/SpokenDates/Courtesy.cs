namespace OrderHotline.Domain;

/// <summary>The words of politeness and hesitation: a closed list of those that change nothing that is said.</summary>
public static class Courtesy
{
    static readonly Lazy<IReadOnlyList<string>> Japanese = new(() => LongestFirst(JapaneseLexicon.Courtesy));
    static readonly Lazy<IReadOnlyList<string>> English = new(() => LongestFirst(EnglishLexicon.Courtesy));

    /// <summary>The words, the longest first: in small letters and without apostrophes, katakana as hiragana. None of a language whose
    /// dates the line does not hear.</summary>
    public static IReadOnlyList<string> Words(Language language) =>
        language == Language.Japanese ? Japanese.Value
        : language == Language.English ? English.Value
        : [];

    static IReadOnlyList<string> LongestFirst(IEnumerable<string> words) => [.. words.OrderByDescending(word => word.Length)];
}
