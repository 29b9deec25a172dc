using System.Text.RegularExpressions;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>What a caller heard in a step, as words alone.</summary>
static partial class SpokenWords
{
    /// <summary>Every prompt with words in it, without markup.</summary>
    public static IEnumerable<string> In(ExploredStep step) =>
        step.Heard.Select(heard => WithoutMarkup(heard.Words)).Where(words => words.Length > 0);

    /// <summary>A prompt without the tags of SSML.</summary>
    public static string WithoutMarkup(string words) =>
        (words.Contains('<', StringComparison.Ordinal) ? Tag().Replace(words, " ") : words).Trim();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
