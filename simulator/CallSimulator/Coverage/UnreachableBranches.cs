using System.Collections.Immutable;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Coverage;

/// <summary>Branches that no call can take, each with the reason. An entry that names nothing, or something that is taken after all,
/// is a mistake, so the list cannot rot.</summary>
public sealed class UnreachableBranches
{
    /// <summary>The name of the file beside the flows.</summary>
    public const string FileName = "unreachable-branches.tsv";

    /// <summary>The columns, which are the first line of the file.</summary>
    public const string Header = "flow\taction\tbranch\tlanguage\treason";

    const string Any = "*";
    const string EveryOfType = "type:";

    readonly ImmutableArray<Entry> entries;

    UnreachableBranches(ImmutableArray<Entry> entries) => this.entries = entries;

    /// <summary>Nothing is unreachable.</summary>
    public static UnreachableBranches None { get; } = new([]);

    /// <summary>Reads the file: a line each, five columns with tabs between them. A flow, an action or a language can be <c>*</c>, an
    /// action can be <c>type:Compare</c>; lines that begin with <c>#</c> are for readers.</summary>
    /// <exception cref="InvalidDataException">A line cannot be read, or gives no reason; the message says which.</exception>
    public static UnreachableBranches Read(string text)
    {
        var read = ImmutableArray.CreateBuilder<Entry>();
        var lines = text.Split('\n');
        if (lines[0].TrimEnd('\r') != Header)
        {
            throw new InvalidDataException(
                $"{FileName}: the first line must be: {Header.Replace('\t', ' ')}, with tabs between the words.");
        }

        for (var number = 2; number <= lines.Length; number++)
        {
            var line = lines[number - 1].TrimEnd('\r');
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            if (line.Split('\t') is not [var flow, var action, var branch, var language, var reason] || string.IsNullOrWhiteSpace(reason))
            {
                throw new InvalidDataException(
                    $"{FileName}: line {number} must have a flow, an action, a branch, a language and a reason, with tabs between them.");
            }

            read.Add(new(number, flow, action, branch, language));
        }

        return new(read.ToImmutable());
    }

    /// <summary>Whether the list says that no call can take this branch in this language.</summary>
    internal bool Cover(string type, FlowBranch branch, string language) =>
        entries.Any(entry => entry.Names(type, branch) && entry.Speaks(language));

    /// <summary>What is wrong with the list, a sentence each.</summary>
    internal ImmutableArray<string> Mistakes(
        IEnumerable<(string Type, FlowBranch Branch)> branches, ImmutableArray<string> languages, Func<(FlowBranch, string), bool> isTaken)
    {
        var all = branches.ToList();
        return [.. entries.SelectMany(entry => MistakesOf(entry, all, languages, isTaken))];
    }

    static IEnumerable<string> MistakesOf(
        Entry entry, List<(string Type, FlowBranch Branch)> all, ImmutableArray<string> languages, Func<(FlowBranch, string), bool> isTaken)
    {
        var named = all.Where(branch => entry.Names(branch.Type, branch.Branch)).Select(branch => branch.Branch).ToList();
        var spoken = languages.Where(entry.Speaks).ToList();
        if (named.Count == 0 || spoken.Count == 0)
        {
            return [$"{FileName}: line {entry.Line} names {(named.Count == 0 ? "no branch" : "no language")} that there is."];
        }

        return
            from branch in named
            from language in spoken
            where isTaken((branch, language))
            select $"{FileName}: line {entry.Line}: {branch.Flow}/{branch.Action} takes {branch.Name} in {language} after all.";
    }

    sealed record Entry(int Line, string Flow, string Action, string Branch, string Language)
    {
        public bool Names(string type, FlowBranch branch) =>
            (Flow == Any || Flow == branch.Flow)
            && (Action == Any || Action == branch.Action || Action == EveryOfType + type)
            && Branch == branch.Name;

        public bool Speaks(string language) => Language == Any || Language == language;
    }
}
