using System.Collections.Immutable;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Lex;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Coverage;

/// <summary>Counts what calls have taken of the flows and of the bot, language by language: every branch of every action, errors
/// among them, and every intent. For use by one thread at a time.</summary>
public sealed class FlowCoverage
{
    readonly IReadOnlyDictionary<string, Flow> flows;
    readonly ImmutableArray<FlowBranch> branches;
    readonly ImmutableArray<BotIntentName> intents;
    readonly HashSet<(FlowBranch Branch, string Language)> taken = [];
    readonly HashSet<BotIntentName> heard = [];

    /// <summary>Nothing is taken yet.</summary>
    /// <param name="flows">The flows by their logical names.</param>
    /// <param name="bot">The bot. A call is counted in each of its languages.</param>
    public FlowCoverage(IReadOnlyDictionary<string, Flow> flows, BotDefinition bot)
    {
        this.flows = flows;
        branches =
        [
            .. flows.OrderBy(flow => flow.Key, StringComparer.Ordinal).SelectMany(flow => flow.Value.Actions
                .DistinctBy(action => action.Identifier)
                .SelectMany(action => FlowBranch.From(flow.Key, action))),
        ];
        Languages = [.. bot.LocaleIds.Select(LanguageOf)];
        intents =
        [
            .. bot.LocaleIds.SelectMany(locale =>
                bot.Find(locale)!.Intents.Select(intent => new BotIntentName(LanguageOf(locale), intent.Name))),
        ];
    }

    /// <summary>The languages that are counted, such as <c>ja-JP</c>.</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>Counts a call.</summary>
    /// <param name="events">What happened in it.</param>
    /// <param name="language">The language of the call, which is the contact's at its end: every call begins before one is chosen.</param>
    public void Add(IEnumerable<CallEvent> events, string language)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case CallEvent.Ran ran when TakenBy(ran) is { } branch:
                    taken.Add((branch, language));
                    break;

                case CallEvent.BotTook bot:
                    heard.Add(new(language, bot.Intent));
                    break;
            }
        }
    }

    /// <summary>What was taken and what was not.</summary>
    /// <param name="unreachable">What cannot be taken.</param>
    public CoverageReport Report(UnreachableBranches unreachable) => new(
        Languages,
        [
            .. branches.Select(branch => new CoveredBranch(
                branch,
                Languages.ToImmutableDictionary(
                    language => language,
                    language => taken.Contains((branch, language)) ? CoverageState.Taken
                        : unreachable.Cover(TypeOf(branch), branch, language) ? CoverageState.Unreachable
                        : CoverageState.Missing))),
        ],
        [
            .. intents.Select(intent => new CoveredIntent(
                intent.Language, intent.Name, heard.Contains(intent) ? CoverageState.Taken : CoverageState.Missing)),
        ],
        unreachable.Mistakes(branches.Select(branch => (TypeOf(branch), branch)), Languages, taken.Contains));

    FlowBranch? TakenBy(CallEvent.Ran ran) =>
        flows.TryGetValue(ran.Flow, out var flow) && flow.Find(ran.Action) is { } action
            ? FlowBranch.Taken(ran.Flow, action, ran.Branch, ran.Next)
            : null;

    string TypeOf(FlowBranch branch) => flows[branch.Flow].Find(branch.Action)!.Type;

    static string LanguageOf(string locale) => locale.Replace('_', '-');

    sealed record BotIntentName(string Language, string Name);
}
