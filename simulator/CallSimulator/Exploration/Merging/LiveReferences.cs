using OrderHotline.CallSimulator.Connect;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>
/// What flows can still read from an action on: the classic analysis of live variables
/// (https://en.wikipedia.org/wiki/Live-variable_analysis). A value that is not live is overwritten before it is read, or
/// never looked at again, so that two calls that differ in it alone go on alike. Where a flow hides what it does, everything is live
/// that any flow reads: too much is kept, never too little.
/// </summary>
sealed class LiveReferences
{
    readonly IReadOnlyDictionary<string, Flow> flows;
    readonly FlowTransfers transfers;
    readonly Dictionary<(string Flow, string Action), HashSet<string>> live = [];

    public LiveReferences(IReadOnlyDictionary<string, Flow> flows)
    {
        this.flows = flows;
        transfers = new(flows);
        foreach (var (name, flow) in flows)
        {
            foreach (var action in flow.Actions)
            {
                live[(name, action.Identifier)] = [.. Reads(name, action)];
            }
        }

        while (Spread())
        {
        }
    }

    /// <summary>The name under which the rounds of a loop are kept.</summary>
    public static string LoopName(string loop) => $"Loop.{loop}";

    /// <summary>The name under which the session of a bot is kept; of any bot where a flow hides which one it asks.</summary>
    public static string BotName(string? bot) => bot is null ? "Bot" : $"Bot.{bot}";

    /// <summary>Whether anything at or after this place can read the value of a reference, written with dots and without the
    /// <c>$.</c>.</summary>
    public bool MayBeRead(FlowPosition at, string name)
    {
        for (var position = at; position is not null; position = position.InvokedAt)
        {
            if (position.Action is not { } action || !live.TryGetValue((position.Flow, action), out var names))
            {
                // A call whose flow ran out waits in its queue.
                names = [.. transfers.HookStarts.SelectMany(start => live.GetValueOrDefault(start, []))];
            }

            if (Holds(names, name))
            {
                return true;
            }
        }

        return false;
    }

    // A group is read whole by its own name.
    static bool Holds(HashSet<string> names, string name)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            if (names.Contains(name[..end]))
            {
                return true;
            }
        }

        return false;
    }

    bool Spread()
    {
        var grew = false;
        foreach (var ((flow, identifier), names) in live)
        {
            var action = flows[flow].Find(identifier)!;
            var before = names.Count;
            foreach (var (target, isDone) in Branches(action))
            {
                if (live.TryGetValue((flow, target), out var later))
                {
                    names.UnionWith(later.Where(name => !(isDone && Overwrites(flow, action, name))));
                }
            }

            foreach (var start in transfers.From(flow, action))
            {
                // Every flow has attributes of its own.
                names.UnionWith(live.GetValueOrDefault(start, []).Where(name => !Is(name, "FlowAttributes")));
            }

            grew |= names.Count > before;
        }

        return grew;
    }

    // The branches of an action, and whether taking one means that the action did all it does.
    static IEnumerable<(string Target, bool IsDone)> Branches(FlowAction action)
    {
        if (action.NextAction is { } next)
        {
            yield return (next, action.Type != ActionTypes.Loop);
        }

        foreach (var condition in action.Conditions)
        {
            yield return (condition.NextAction, action.Type != ActionTypes.Loop || condition.Operands.Contains("DoneLooping"));
        }

        foreach (var error in action.Errors)
        {
            yield return (error.NextAction, error.ErrorType == FlowErrors.NoMatchingCondition);
        }
    }

    static bool Overwrites(string flow, FlowAction action, string name) => action.Type switch
    {
        ActionTypes.InvokeLambdaFunction => Is(name, "External") && action.Parameter("InvocationType") != "ASYNCHRONOUS",
        ActionTypes.ConnectParticipantWithLexBot => Is(name, "Lex"),
        ActionTypes.GetMetricData => Is(name, "Metrics"),
        ActionTypes.GetParticipantInput => name == "StoredCustomerInput"
            && KeyInput.Stores(action) && !KeyBuffer.IsStartedBy(action),
        ActionTypes.UpdateContactAttributes => action.Parameter("TargetContact") is null or "Current" && Sets(action, "Attributes", name),
        ActionTypes.UpdateFlowAttributes => Sets(action, "FlowAttributes", name),
        ActionTypes.Loop => name == LoopName($"{flow}/{action.Identifier}"),
        _ => false,
    };

    static string? BotOf(FlowAction action) =>
        (action.ParameterAt("LexV2Bot", "AliasArn") ?? action.ParameterAt("LexBot", "Name")) is { ValueKind: System.Text.Json.JsonValueKind.String } reference
        && ResourceName.From(reference.GetString()!) is var name && !name.StartsWith('$') ? name : null;

    static bool Is(string name, string group) =>
        name == group || (name.StartsWith(group, StringComparison.Ordinal) && name[group.Length] == '.');

    static bool Sets(FlowAction action, string group, string name) =>
        name.StartsWith(group + ".", StringComparison.Ordinal)
        && action.ParameterAt(group) is { ValueKind: System.Text.Json.JsonValueKind.Object } map
        && map.TryGetProperty(name[(group.Length + 1)..], out var value)
        && value.ValueKind is System.Text.Json.JsonValueKind.String or System.Text.Json.JsonValueKind.Object;

    static IEnumerable<string> Reads(string flow, FlowAction action)
    {
        var read = FlowTexts.In(action.Parameters).SelectMany(FlowReference.In).Select(reference => string.Join('.', reference.Path))
            .Select(name => name.StartsWith("LambdaInvocation.ResultData", StringComparison.Ordinal)
                ? "External" + name["LambdaInvocation.ResultData".Length..]
                : name);
        return action.Type switch
        {
            ActionTypes.Loop => read.Append(LoopName($"{flow}/{action.Identifier}")),
            ActionTypes.ConnectParticipantWithLexBot => read.Append(BotName(BotOf(action))),
            _ => read,
        };
    }
}
