using System.Collections.Immutable;

namespace OrderHotline.ContactFlows;

/// <summary>Boxes and arrows, before they are written in the language of a drawing tool.</summary>
sealed record Chart(ImmutableArray<ChartBox> Boxes, ImmutableArray<ChartArrow> Arrows)
{
    static readonly IReadOnlyDictionary<FlowBranch, BranchUse> NoCoverage = ImmutableDictionary<FlowBranch, BranchUse>.Empty;

    /// <summary>A box a flow, an arrow for each way from one to another.</summary>
    public static Chart Overview(IReadOnlyDictionary<string, Flow> flows, IReadOnlyDictionary<FlowBranch, BranchUse>? coverage)
    {
        var inOrder = flows.OrderBy(flow => flow.Key, StringComparer.Ordinal).ToList();
        return new(
            [.. inOrder.Select(flow => new ChartBox(
                flow.Key,
                [flow.Key, $"{flow.Value.Actions.Length} {(flow.Value.Actions.Length == 1 ? "action" : "actions")}"],
                Use(flow.Value.Actions.SelectMany(action => FlowBranch.From(flow.Key, action)), coverage)))],
            [
                .. inOrder
                    .SelectMany(flow => flow.Value.Actions.SelectMany(action => FlowLink.LinksOf(flow.Key, action, flows)))
                    .Distinct()
                    .GroupBy(link => (link.From, link.To))
                    .Select(same => new ChartArrow(
                        same.Key.From, same.Key.To, string.Join(", ", same.Select(link => link.Why)), IsError: false, Use: null)),
            ]);
    }

    /// <summary>A box for each action of one flow and for each flow that it leads to, an arrow for each way on.</summary>
    public static Chart OneFlow(
        string name, IReadOnlyDictionary<string, Flow> flows, IReadOnlyDictionary<FlowBranch, BranchUse>? coverage)
    {
        var actions = flows[name].Actions.DistinctBy(action => action.Identifier).ToList();
        var identifiers = actions.Select(action => action.Identifier).ToHashSet(StringComparer.Ordinal);
        var links = actions
            .SelectMany(action => FlowLink.LinksOf(name, action, flows).Select(link => (action.Identifier, link)))
            .Distinct()
            .ToList();
        return new(
            [
                .. actions.Select(action => new ChartBox(
                    action.Identifier,
                    [action.Identifier, action.Type, .. ActionWords.For(action)],
                    Use(FlowBranch.From(name, action), coverage))),
                .. links.Select(link => link.link.To).Distinct().Select(to => new ChartBox(FlowBox(to), [to, "a flow"], Use: null)),
            ],
            [
                .. actions.SelectMany(action => FlowBranch.From(name, action)
                    .Where(branch => branch.Next is not null && identifiers.Contains(branch.Next))
                    .GroupBy(branch => (branch.Next, IsError: branch.Kind == BranchKind.Error))
                    .Select(same => new ChartArrow(
                        action.Identifier,
                        same.Key.Next!,
                        string.Join(", ", same.Select(branch => branch.Name)),
                        same.Key.IsError,
                        Use(same, coverage)))),
                .. links.Select(link => new ChartArrow(link.Identifier, FlowBox(link.link.To), link.link.Why, IsError: false, Use: null)),
            ]);

        // An action can have any name, that of a flow among them.
        string FlowBox(string flow) => identifiers.Contains($"flow:{flow}") ? FlowBox($"flow:{flow}") : $"flow:{flow}";
    }

    // What was taken least: a box is as good as the worst way on from it.
    static BranchUse? Use(IEnumerable<FlowBranch> branches, IReadOnlyDictionary<FlowBranch, BranchUse>? coverage)
    {
        var uses = branches.Where((coverage ?? NoCoverage).ContainsKey).Select(branch => coverage![branch]).ToList();
        return uses.Count == 0 ? null
            : uses.Contains(BranchUse.Never) ? BranchUse.Never
            : uses.Contains(BranchUse.Partly) ? BranchUse.Partly
            : uses.Contains(BranchUse.Everywhere) ? BranchUse.Everywhere
            : BranchUse.Impossible;
    }
}

/// <summary>A box.</summary>
/// <param name="Id">What arrows call it by.</param>
/// <param name="Lines">What stands in it, its name first.</param>
/// <param name="Use">How much of the ways on from it was taken; null where that is not told.</param>
sealed record ChartBox(string Id, ImmutableArray<string> Lines, BranchUse? Use);

/// <summary>An arrow from box to box.</summary>
/// <param name="From">The box it starts at.</param>
/// <param name="To">The box it leads to.</param>
/// <param name="Label">Why it is taken.</param>
/// <param name="IsError">Whether it is for what went wrong.</param>
/// <param name="Use">How much it was taken; null where that is not told.</param>
sealed record ChartArrow(string From, string To, string Label, bool IsError, BranchUse? Use);
