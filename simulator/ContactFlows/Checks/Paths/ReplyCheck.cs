using System.Collections.Immutable;

namespace OrderHotline.ContactFlows;

/// <summary>Whether what an action reads under <c>$.External</c> is what the function that ran last replies.</summary>
static class ReplyCheck
{
    /// <summary>Everything that is wrong with what a flow reads.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="lastCalls">Who can have been called last, for each of its actions that a call can come to.</param>
    public static IEnumerable<Found> Find(Flow flow, IReadOnlyDictionary<string, IReadOnlySet<LastCall>> lastCalls) => flow.Actions
        .Where(action => lastCalls.ContainsKey(action.Identifier))
        .SelectMany(action => OneAction(action, lastCalls[action.Identifier]));

    static IEnumerable<Found> OneAction(FlowAction action, IReadOnlySet<LastCall> lastCalls)
    {
        var reads = AttributeCheck.ReferencesIn(action)
            .Where(reference => reference is { Namespace: ReferenceNamespaces.External, Path.Length: > 1 })
            .ToList();
        if (reads.Count == 0)
        {
            return [];
        }

        ImmutableArray<FunctionContract> functions =
            [.. lastCalls.OfType<LastCall.Replied>().Select(call => call.Function).OrderBy(function => function.Name, StringComparer.Ordinal)];
        var compared = action.Type == ActionTypes.Compare && functions.Length > 0 && !lastCalls.Any(call => call is LastCall.Unknown)
            ? Comparison(action, reads[0].Path[1], functions)
            : [];
        return reads.SelectMany(reference => OneRead(reference, lastCalls, functions))
            .Concat(compared)
            .Select(found => found with { Action = action.Identifier });
    }

    static IEnumerable<Found> OneRead(
        FlowReference reference, IReadOnlySet<LastCall> lastCalls, ImmutableArray<FunctionContract> functions)
    {
        if (lastCalls.Any(call => call is LastCall.None))
        {
            yield return Found(
                FlowFault.FunctionNeverRan, $"{reference} is read, and a way leads here on which no function was called: call one before.");
        }

        foreach (var failed in lastCalls.OfType<LastCall.Failed>().Select(call => call.Function).Order(StringComparer.Ordinal))
        {
            yield return Found(
                FlowFault.ReplyAfterFailure,
                $"{reference} is read, and {failed} may have failed and replied nothing: lead its error branch past this.");
        }

        foreach (var function in functions.Where(function => !function.ReplyKeys.ContainsKey(reference.Path[1])))
        {
            yield return Found(
                FlowFault.UnknownReplyKey,
                $"{function} never replies {reference.Path[1]}: "
                    + $"it must be one of {string.Join(", ", function.ReplyKeys.Keys.Order(StringComparer.Ordinal))}.");
        }
    }

    static IEnumerable<Found> Comparison(FlowAction action, string key, ImmutableArray<FunctionContract> functions)
    {
        var tables = functions.Where(function => function.ReplyKeys.ContainsKey(key)).ToList();
        var possible = tables.SelectMany(function => function.ReplyKeys[key]).ToHashSet();
        var isClosed = tables.Count > 0 && tables.TrueForAll(function => !function.ReplyKeys[key].IsEmpty);
        var compared = action.Conditions
            .Where(condition => condition.Operator == "Equals")
            .SelectMany(condition => condition.Operands)
            .ToList();
        foreach (var impossible in compared.Where(operand => isClosed && !possible.Contains(operand)))
        {
            yield return Found(
                FlowFault.ImpossibleReplyValue,
                $"{key} of {string.Join(" or ", tables)} is never \"{impossible}\": "
                    + $"it must be one of {string.Join(", ", possible.Order(StringComparer.Ordinal))}.");
        }

        var missing = possible.Except(compared).Order(StringComparer.Ordinal).ToList();
        if (tables.Exists(function => function.OutcomeKey == key) && missing.Count > 0)
        {
            yield return Found(
                FlowFault.MissingOutcome,
                $"{string.Join(" or ", tables)} can come to {string.Join(", ", missing)}: each must have a condition of its own.");
        }
    }

    static Found Found(FlowFault fault, string reason) => new(fault, null, reason);
}
