namespace OrderHotline.ContactFlows;

/// <summary>A flow leads to another.</summary>
/// <param name="From">The flow.</param>
/// <param name="To">The other.</param>
/// <param name="Why">How it leads there: <c>transfer</c>, <c>module</c>, or the event that starts the other.</param>
sealed record FlowLink(string From, string To, string Why)
{
    /// <summary>Where an action leads, as far as it can be known before a call.</summary>
    public static IEnumerable<FlowLink> LinksOf(string flow, FlowAction action, IReadOnlyDictionary<string, Flow> flows)
    {
        IEnumerable<(string Why, string? To)> links = action.Type switch
        {
            ActionTypes.TransferToFlow => [("transfer", action.Parameter("ContactFlowId"))],
            ActionTypes.InvokeFlowModule => [("module", action.Parameter("FlowModuleId"))],
            ActionTypes.UpdateContactEventHooks => action.Map("EventHooks").Select(hook => (hook.Key, (string?)hook.Value)),
            _ => [],
        };
        return links
            .SelectMany(link => Meanings(link.To ?? "", flows).Select(to => new FlowLink(flow, to, link.Why)))
            .Where(link => flows.ContainsKey(link.To));
    }

    // An attribute means whatever any flow sets it to.
    static IEnumerable<string> Meanings(string reference, IReadOnlyDictionary<string, Flow> flows) =>
        FlowReference.Whole(reference) is { Namespace: ReferenceNamespaces.Attributes, Path: [_, var name] }
            ? flows.Values
                .SelectMany(flow => flow.Actions)
                .Where(action => action.Type == ActionTypes.UpdateContactAttributes)
                .SelectMany(action => action.Map("Attributes"))
                .Where(attribute => attribute.Key == name)
                .Select(attribute => ResourceName.From(attribute.Value))
                .Distinct()
            : [ResourceName.From(reference)];
}
