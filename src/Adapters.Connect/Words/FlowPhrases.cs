using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>What the line's contact flows say, by flow: <c>flows.Keypad.menu</c>. Which phrases there are, their Japanese file says. They
/// are written into the flows before these are deployed; a function reads them only to check a shop's own words. Each of them may say
/// <c>{hours}</c>, a sentence on when operators are there; the words of that sentence stand beside them, see <see cref="HoursWords"/>.</summary>
public static class FlowPhrases
{
    // A language offers itself with the key that leads to it.
    const string Offer = "-offer";

    /// <summary>The section in which they stand.</summary>
    public const string Section = "flows";

    /// <summary>What the flows say.</summary>
    public static Vocabulary Vocabulary { get; } = new(
    [
        .. BuiltIn(Language.Japanese).Keys.Where(path => path.StartsWith($"{Section}.", StringComparison.Ordinal)).Select(path =>
            path.EndsWith(Offer, StringComparison.Ordinal) ? new Phrase(path, "key") : new Phrase(path, HoursWords.Name) { CanDoWithout = true }),
        .. HoursWords.Phrases,
    ]);

    /// <summary>Whether it is a flow of the line's: words are written into those, and into nobody else's.</summary>
    public static bool AreFor(string flow) =>
        Vocabulary.Paths.Any(path => path.StartsWith($"{Section}.{flow}.", StringComparison.Ordinal));

    /// <summary>The line's own words in a language of which it has some.</summary>
    public static Dictionary<string, string> BuiltIn(Language language) =>
        WordFile.Read(typeof(FlowPhrases).Assembly.GetManifestResourceStream($"flows.{language}.json")!);
}
