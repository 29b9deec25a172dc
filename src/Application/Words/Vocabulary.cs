using System.Collections.Immutable;
using System.Globalization;

namespace OrderHotline.Application;

/// <summary>Every phrase that a part of the line says, and what is wrong with words for them.</summary>
/// <param name="phrases">The phrases.</param>
public sealed class Vocabulary(ImmutableArray<Phrase> phrases)
{
    // No message of Lex's may have more than 1,024 characters, and a phrase is never all of one.
    const int Longest = 500;

    readonly Lazy<ImmutableSortedDictionary<string, Phrase>> known = new(() =>
        phrases.SelectMany(Entries).ToImmutableSortedDictionary(entry => entry.Path, entry => entry.Phrase, StringComparer.Ordinal));

    readonly Lazy<ImmutableArray<string>> sections = new(() => [.. phrases.Select(phrase => SectionOf(phrase.Path)).Distinct()]);

    /// <summary>Where each of its words stands in a word file.</summary>
    public IEnumerable<string> Paths => known.Value.Keys;

    /// <summary>The sections of a word file that hold its phrases.</summary>
    public IEnumerable<string> Sections => sections.Value;

    /// <summary>Whether a path begins as one of these phrases does, so that it must be one of them.</summary>
    public bool Claims(string path) => sections.Value.Contains(SectionOf(path));

    /// <summary>What is wrong with words for one phrase, a sentence each, without the place where they stand.</summary>
    /// <param name="path">The phrase's path.</param>
    /// <param name="text">The words.</param>
    public IEnumerable<string> ProblemsOf(string path, string text)
    {
        if (!known.Value.TryGetValue(path, out var phrase))
        {
            var parent = Parent(path);
            yield return $"is no phrase: {parent} has {string.Join(", ", NamesIn(parent))}.";
            yield break;
        }

        foreach (var problem in PlaceholdersOf(phrase, text).Concat(phrase.Use == PhraseUse.Joint ? [] : Unsayable(phrase, text)))
        {
            yield return problem;
        }

        if (text.Length > Longest && phrase.Use != PhraseUse.Heard)
        {
            yield return $"has {text.Length} characters: at most {Longest} can be said.";
        }
    }

    /// <summary>Those of its phrases that have no words.</summary>
    /// <param name="given">The paths that have.</param>
    public IEnumerable<string> Missing(IReadOnlyCollection<string> given) => Paths.Except(given);

    internal static string Member(string list, int number) => string.Create(CultureInfo.InvariantCulture, $"{list}.{number}");

    static IEnumerable<(string Path, Phrase Phrase)> Entries(Phrase phrase) => phrase.Count == 0
        ? [(phrase.Path, phrase)]
        : Enumerable.Range(0, phrase.Count).Select(number => (Member(phrase.Path, number), phrase));

    // The nearest section above it that holds anything.
    string Parent(string path)
    {
        do
        {
            path = path[..Math.Max(path.LastIndexOf('.'), 0)];
        }
        while (path.Length > 0 && !NamesIn(path).Any());

        return path;
    }

    IEnumerable<string> NamesIn(string section) => phrases
        .SelectMany(Entries)
        .Where(entry => entry.Path.StartsWith($"{section}.", StringComparison.Ordinal))
        .Select(entry => entry.Path[(section.Length + 1)..].Split('.')[0])
        .Distinct();

    static string SectionOf(string path) => path.Split('.')[0];

    static IEnumerable<string> PlaceholdersOf(Phrase phrase, string text)
    {
        var (rest, found) = (text, new HashSet<string>(StringComparer.Ordinal));
        for (var open = rest.IndexOf('{', StringComparison.Ordinal); open >= 0; open = rest.IndexOf('{', StringComparison.Ordinal))
        {
            var close = rest.IndexOf('}', open);
            if (close < 0)
            {
                yield return "opens a { that it does not close.";
                yield break;
            }

            var name = rest[(open + 1)..close];
            if (!phrase.Placeholders.Contains(name))
            {
                yield return phrase.Placeholders.IsEmpty
                    ? $"has {{{name}}}: nothing can be put into this phrase."
                    : $"has {{{name}}}: there is {Named(phrase.Placeholders)}.";
            }

            found.Add(name);
            rest = rest[(close + 1)..];
        }

        if (rest.Contains('}', StringComparison.Ordinal))
        {
            yield return "closes a } that it does not open.";
        }

        var missing = phrase.Placeholders.Where(name => !found.Contains(name)).ToList();
        if (missing.Count > 0 && !phrase.CanDoWithout && (!phrase.TakesItsPick || missing.Count == phrase.Placeholders.Length))
        {
            yield return $"lacks {Named(missing)}.";
        }
    }

    static IEnumerable<string> Unsayable(Phrase phrase, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return "is empty: it must say something.";
        }
        else if (text.Trim().Length < text.Length)
        {
            yield return "begins or ends with a space: leave it out.";
        }

        if (phrase.Use == PhraseUse.Spoken && text.FirstOrDefault(c => c is '<' or '>' or '&' or '$' || char.IsControl(c)) is var bad and not '\0')
        {
            yield return $"holds {(char.IsControl(bad) ? "a control character" : $"\"{bad}\"")}, which a voice cannot say: write it in words.";
        }
    }

    static string Named(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"{{{name}}}"));
}
