using System.Collections.Immutable;

namespace OrderHotline.ContactFlows;

/// <summary>Contact attributes that flows read and none of them sets. Functions, operators and whoever starts a contact can set them
/// too, and no file tells: each is told once, where it is read first.</summary>
sealed class AttributesFromOutside
{
    readonly ILookup<string, Found> byFlow;

    public AttributesFromOutside(IReadOnlyDictionary<string, Flow> flows)
    {
        var actions = flows.OrderBy(flow => flow.Key, StringComparer.Ordinal)
            .SelectMany(flow => flow.Value.Actions.Select(action => (Flow: flow.Key, Action: action)))
            .ToImmutableArray();
        var set = actions
            .Where(one => one.Action.Type == ActionTypes.UpdateContactAttributes)
            .SelectMany(one => FlowSet.NamesIn(one.Action, ReferenceNamespaces.Attributes))
            .ToHashSet();
        // A name that only the call will tell may be any.
        var isKnown = !set.Any(name => FlowReference.In(name).Any());
        byFlow = actions
            .Where(_ => isKnown)
            .SelectMany(one => AttributeCheck.ReferencesIn(one.Action)
                .Where(reference => reference is { Namespace: ReferenceNamespaces.Attributes, Path.Length: > 1 } && !set.Contains(reference.Path[1]))
                .Select(reference => (one.Flow, one.Action.Identifier, Reference: reference)))
            .GroupBy(read => read.Reference.Path[1], StringComparer.Ordinal)
            .Select(reads => (reads.First().Flow, Found: Told([.. reads])))
            .ToLookup(told => told.Flow, told => told.Found, StringComparer.Ordinal);
    }

    /// <summary>Those that are read in this flow first.</summary>
    public IEnumerable<Found> FirstReadIn(string flow) => byFlow[flow];

    static Found Told((string Flow, string Identifier, FlowReference Reference)[] reads) => new(
        FlowFault.ContactAttributeNeverSet,
        reads[0].Identifier,
        $"{reads[0].Reference} is read{(reads.Length == 1 ? "" : $" {reads.Length} times")}, and no flow here sets it: "
            + "something outside must, such as whoever starts the contact.");
}
