using System.Collections.Immutable;

namespace OrderHotline.ContactFlows;

/// <summary>What is drawn of a flow, wherever it stands.</summary>
sealed record DrawnFlow(string Name, string StartAction, ImmutableArray<DrawnAction> Actions, ImmutableArray<FlowLink> Links)
{
    /// <summary>Every flow, those that a call comes to first before the others.</summary>
    public static ImmutableArray<DrawnFlow> InCallOrder(IReadOnlyDictionary<string, Flow> flows)
    {
        var drawn = flows
            .OrderBy(flow => flow.Key, StringComparer.Ordinal)
            .ToDictionary(flow => flow.Key, flow => Of(flow.Key, flow.Value, flows), StringComparer.Ordinal);
        var led = drawn.Values.SelectMany(flow => flow.Links).Where(link => link.From != link.To).Select(link => link.To).ToHashSet();
        var order = new List<DrawnFlow>();
        foreach (var first in drawn.Values.OrderBy(flow => led.Contains(flow.Name)))
        {
            var waiting = new Queue<DrawnFlow>([first]);
            while (waiting.TryDequeue(out var flow))
            {
                if (!order.Contains(flow))
                {
                    order.Add(flow);
                    foreach (var link in flow.Links)
                    {
                        waiting.Enqueue(drawn[link.To]);
                    }
                }
            }
        }

        return [.. order];
    }

    static DrawnFlow Of(string name, Flow flow, IReadOnlyDictionary<string, Flow> flows)
    {
        var actions = flow.Actions.DistinctBy(action => action.Identifier).ToList();
        return new(
            name,
            flow.StartAction,
            [.. actions.Select(action => DrawnAction.Of(name, action, flows))],
            [.. actions.SelectMany(action => FlowLink.Of(name, action, flows)).Distinct()]);
    }
}

/// <summary>What is drawn of an action.</summary>
/// <param name="Identifier">Its identifier.</param>
/// <param name="Type">Its type.</param>
/// <param name="Words">What it says or does, in short lines.</param>
/// <param name="Ways">Where it leads: one arrow each.</param>
sealed record DrawnAction(string Identifier, string Type, ImmutableArray<string> Words, ImmutableArray<DrawnWay> Ways)
{
    public static DrawnAction Of(string flow, FlowAction action, IReadOnlyDictionary<string, Flow> flows) => new(
        action.Identifier,
        action.Type,
        ActionWords.Of(action),
        [
            .. FlowBranch.Of(flow, action)
                .GroupBy(branch => (branch.Next, IsError: branch.Kind == BranchKind.Error))
                .Select(same => new DrawnWay(
                    [.. same],
                    same.Key.Next,
                    same.Key.IsError,
                    same.Key.Next is null ? string.Join(", ", FlowLink.Of(flow, action, flows).Select(link => link.To)) : "")),
        ]);
}

/// <summary>Branches that lead the same way.</summary>
/// <param name="Branches">The branches.</param>
/// <param name="Next">The action they lead to; null at the end.</param>
/// <param name="IsError">Whether they are for what went wrong.</param>
/// <param name="Destination">At the end: the flows that come next, or nothing.</param>
sealed record DrawnWay(ImmutableArray<FlowBranch> Branches, string? Next, bool IsError, string Destination)
{
    /// <summary>The branches in rows that fit in a box; the arrow starts at the last.</summary>
    public ImmutableArray<ImmutableArray<FlowBranch>> Rows => field.IsDefault ? field = InRows() : field;

    ImmutableArray<ImmutableArray<FlowBranch>> InRows()
    {
        var rows = new List<List<FlowBranch>>();
        foreach (var branch in Branches)
        {
            if (rows.Count == 0 || rows[^1].Append(branch).Sum(one => one.Name.Length + 2) > ActionWords.LineWidth)
            {
                rows.Add([]);
            }

            rows[^1].Add(branch);
        }

        return [.. rows.Select(row => row.ToImmutableArray())];
    }
}

/// <summary>A flow leads to another.</summary>
/// <param name="From">The flow.</param>
/// <param name="To">The other.</param>
/// <param name="Why">How it leads there: <c>transfer</c>, <c>module</c>, or the event that starts the other.</param>
sealed record FlowLink(string From, string To, string Why)
{
    /// <summary>Where an action leads, as far as it can be known before a call.</summary>
    public static IEnumerable<FlowLink> Of(string flow, FlowAction action, IReadOnlyDictionary<string, Flow> flows)
    {
        IEnumerable<(string Why, string? To)> links = action.Type switch
        {
            "TransferToFlow" => [("transfer", action.Parameter("ContactFlowId"))],
            "InvokeFlowModule" => [("module", action.Parameter("FlowModuleId"))],
            "UpdateContactEventHooks" => action.Map("EventHooks").Select(hook => (hook.Key, (string?)hook.Value)),
            _ => [],
        };
        return links
            .SelectMany(link => Meanings(link.To ?? "", flows).Select(to => new FlowLink(flow, to, link.Why)))
            .Where(link => flows.ContainsKey(link.To));
    }

    // An attribute means whatever any flow sets it to.
    static IEnumerable<string> Meanings(string reference, IReadOnlyDictionary<string, Flow> flows) =>
        FlowReference.Whole(reference) is { Namespace: "Attributes", Path: [_, var name] }
            ? flows.Values
                .SelectMany(flow => flow.Actions)
                .Where(action => action.Type == "UpdateContactAttributes")
                .SelectMany(action => action.Map("Attributes"))
                .Where(attribute => attribute.Key == name)
                .Select(attribute => ResourceName.Of(attribute.Value))
                .Distinct()
            : [ResourceName.Of(reference)];
}
