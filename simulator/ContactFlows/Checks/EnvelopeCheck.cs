using System.Buffers;
using System.Collections.Frozen;

namespace OrderHotline.ContactFlows;

/// <summary>What holds for a flow as a whole: version, beginning, size and names.</summary>
static class EnvelopeCheck
{
    const int MostActions = 250;
    const int LongestIdentifier = 50;

    static readonly SearchValues<char> Forbidden = SearchValues.Create("%:(\\/)=$,;[]{}");

    static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        "__proto__", "constructor", "__defineGetter__", "__defineSetter__", "toString", "hasOwnProperty", "isPrototypeOf",
        "propertyIsEnumerable", "toLocaleString", "valueOf");

    public static IEnumerable<Found> Find(Flow flow)
    {
        if (flow.Version != Flow.LanguageVersion)
        {
            yield return new(
                FlowFault.WrongVersion, null, $"The version is \"{flow.Version}\": it must be \"{Flow.LanguageVersion}\".");
        }

        if (flow.Actions.IsEmpty)
        {
            yield return new(FlowFault.NoActions, null, "The flow has no actions: it must have at least one.");
        }

        if (flow.Actions.Length > MostActions)
        {
            yield return new(
                FlowFault.TooManyActions,
                null,
                $"The flow has {flow.Actions.Length} actions: at most {MostActions} are allowed, so move some to a flow of their own.");
        }

        if (!flow.Actions.IsEmpty && flow.Find(flow.StartAction) is null)
        {
            yield return new(
                FlowFault.StartActionMissing,
                null,
                $"StartAction is \"{flow.StartAction}\", and there is no such action: it must be the identifier of the first one.");
        }

        foreach (var same in flow.Actions.GroupBy(action => action.Identifier).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (WhatIsWrongWith(same.Key) is { } wrong)
            {
                yield return new(FlowFault.BadIdentifier, same.Key, wrong);
            }

            if (same.Count() > 1)
            {
                yield return new(
                    FlowFault.DuplicateIdentifier,
                    same.Key,
                    $"{same.Count()} actions have this identifier: give each one of its own.");
            }
        }
    }

    static string? WhatIsWrongWith(string identifier) =>
        identifier.Length == 0 ? "An identifier is empty: it must have 1 to 50 characters."
        : identifier.Length > LongestIdentifier
            ? $"The identifier has {identifier.Length} characters: at most {LongestIdentifier} are allowed."
        : identifier.AsSpan().IndexOfAny(Forbidden) is >= 0 and var at
            ? $"The identifier has a \"{identifier[at]}\": none of % : ( \\ / ) = $ , ; [ ] {{ }} is allowed."
        : Reserved.Contains(identifier) ? "The identifier is a word that Connect keeps to itself: take any other."
        : null;
}
