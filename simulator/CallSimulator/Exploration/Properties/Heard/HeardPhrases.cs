using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Hears some of the line's phrases, in every language that the shop offers and whatever was put into them.</summary>
/// <param name="paths">Where they stand in the word files. A phrase that a language lacks is not heard.</param>
sealed partial class HeardPhrases(params ImmutableArray<string> paths)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<LineWords, ImmutableArray<Regex>> patterns = new();
    readonly ConcurrentDictionary<(LineWords, string), ImmutableArray<string>> known = new();

    /// <summary>Whether one of them was heard.</summary>
    public bool In(ExploredStep step) => step.Heard.Any(heard => In(heard.Words, step.Deployment.Shop));

    /// <summary>Whether one of them is in a prompt.</summary>
    public bool In(string words, Shop shop) => !Fillings(words, shop).IsEmpty;

    /// <summary>What was put into each that is in a prompt, all of it in one text.</summary>
    public ImmutableArray<string> Fillings(string words, Shop shop) => known.GetOrAdd(
        (shop.Words, words),
        static (heard, given) =>
        [
            .. given.Self.PatternsOf(given.Shop)
                .Select(pattern => pattern.Match(heard.Item2))
                .Where(match => match.Success)
                .Select(match => string.Join(' ', match.Groups.Values.Skip(1).Select(group => group.Value))),
        ],
        (Self: this, Shop: shop));

    ImmutableArray<Regex> PatternsOf(Shop shop) => patterns.GetOrAdd(
        shop.Words,
        static (_, given) =>
        [
            .. from language in given.Shop.Words.Offered
               from path in given.Paths
               let words = given.Shop.Words.In(language).Find(path) ?? given.Shop.FlowWords.In(language).Find(path)
               where !string.IsNullOrWhiteSpace(words)
               select Pattern(words),
        ],
        (Shop: shop, Paths: paths));

    // What is put in goes on to the next words of the phrase, and in no case beyond its sentence.
    static Regex Pattern(string words) => new(
        string.Join("((?:(?![。？?]|\\. ).)*)", Placeholder().Split(words).Select(Regex.Escape)), RegexOptions.CultureInvariant | RegexOptions.Singleline, Patience);

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
