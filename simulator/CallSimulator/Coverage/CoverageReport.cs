using System.Collections.Immutable;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Coverage;

/// <summary>What calls have taken of the flows and of the bot.</summary>
/// <param name="Languages">The languages that were counted.</param>
/// <param name="Branches">Every branch of every action.</param>
/// <param name="Intents">Every intent of the bot.</param>
/// <param name="Mistakes">What is wrong with the list of what cannot be taken, a sentence each.</param>
public sealed record CoverageReport(
    ImmutableArray<string> Languages,
    ImmutableArray<CoveredBranch> Branches,
    ImmutableArray<CoveredIntent> Intents,
    ImmutableArray<string> Mistakes)
{
    /// <summary>Everything that can be taken was taken, and nothing is wrong with the list of what cannot.</summary>
    public bool IsComplete =>
        Mistakes.IsEmpty
        && Branches.All(branch => branch.ByLanguage.Values.All(taking => taking != CoverageState.Missing))
        && Intents.All(intent => intent.CoverageState != CoverageState.Missing);

    /// <summary>How much of the branches was taken in a language, of those that can be.</summary>
    public CoverageShare BranchesIn(string language) => CoverageShare.From(Branches.Select(branch => branch.ByLanguage[language]));

    /// <summary>How many of the actions ran in a language, of those that can.</summary>
    public CoverageShare ActionsIn(string language) => CoverageShare.From(Branches
        .GroupBy(branch => (branch.Branch.Flow, branch.Branch.Action))
        .Select(action => action.Min(branch => branch.ByLanguage[language])));

    /// <summary>How many of the bot's intents ended a conversation in a language.</summary>
    public CoverageShare IntentsIn(string language) =>
        CoverageShare.From(Intents.Where(intent => intent.Language == language).Select(intent => intent.CoverageState));

    /// <summary>What a picture of the flows needs to colour them, see <see cref="FlowDrawing"/>.</summary>
    public IReadOnlyDictionary<FlowBranch, BranchUse> Uses() =>
        Branches.ToDictionary(branch => branch.Branch, branch => branch.Use);
}

/// <summary>A branch, and what became of it.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="ByLanguage">What became of it in each language.</param>
public sealed record CoveredBranch(FlowBranch Branch, ImmutableDictionary<string, CoverageState> ByLanguage)
{
    /// <summary>In how many of the languages in which it can be taken it was taken.</summary>
    public BranchUse Use
    {
        get
        {
            var reachable = ByLanguage.Values.Where(taking => taking != CoverageState.Unreachable).ToList();
            return reachable.Count == 0 ? BranchUse.Impossible
                : reachable.TrueForAll(taking => taking == CoverageState.Taken) ? BranchUse.Everywhere
                : reachable.Contains(CoverageState.Taken) ? BranchUse.Partly
                : BranchUse.Never;
        }
    }
}

/// <summary>An intent in a language, and what became of it.</summary>
/// <param name="Language">The language, such as <c>ja-JP</c>.</param>
/// <param name="Name">The intent's name.</param>
/// <param name="CoverageState">Whether a conversation ended with it.</param>
public sealed record CoveredIntent(string Language, string Name, CoverageState CoverageState);

/// <summary>What became of something that a call can take.</summary>
public enum CoverageState
{
    /// <summary>A call took it.</summary>
    Taken,

    /// <summary>No call took it, and one could have.</summary>
    Missing,

    /// <summary>No call can take it.</summary>
    Unreachable,
}

/// <summary>A part of what can be taken.</summary>
/// <param name="Taken">How many were taken.</param>
/// <param name="Reachable">How many can be.</param>
/// <param name="Unreachable">How many cannot be.</param>
public sealed record CoverageShare(int Taken, int Reachable, int Unreachable)
{
    /// <summary>In percent, rounded down: 100 only when nothing is missing.</summary>
    public int Percent => Reachable == 0 ? 100 : Taken * 100 / Reachable;

    internal static CoverageShare From(IEnumerable<CoverageState> takings)
    {
        var all = takings.ToList();
        var taken = all.Count(taking => taking == CoverageState.Taken);
        var unreachable = all.Count(taking => taking == CoverageState.Unreachable);
        return new(taken, all.Count - unreachable, unreachable);
    }
}
