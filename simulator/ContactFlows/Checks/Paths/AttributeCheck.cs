namespace OrderHotline.ContactFlows;

/// <summary>Whether what an action reads can have been set before: attributes, stored input, and what a bot found out.</summary>
static class AttributeCheck
{
    public static IEnumerable<Found> Find(Flow flow)
    {
        var graph = new FlowGraph(flow);
        var afterInput = graph.After(action => action.Type == ActionTypes.InvokeFlowModule || StoresInput(action));
        var afterBot = graph.After(action => action.Type is ActionTypes.InvokeFlowModule or ActionTypes.ConnectParticipantWithLexBot);
        var ownAttributes = flow.Actions
            .Where(action => action.Type == ActionTypes.UpdateFlowAttributes)
            .SelectMany(action => FlowSet.NamesIn(action, ReferenceNamespaces.FlowAttributes))
            .ToHashSet();
        return flow.Actions
            .Where(action => graph.Reachable.Contains(action.Identifier))
            .SelectMany(action => ReferencesIn(action).Select(reference => OneReference(action.Identifier, reference)).OfType<Found>());

        Found? OneReference(string action, FlowReference reference) => reference switch
        {
            { Namespace: ReferenceNamespaces.FlowAttributes, Path: [_, var name, ..] } when !Contains(ownAttributes, name) => new(
                FlowFault.FlowAttributeNeverSet, action, $"{reference} is read, and this flow does not set it: set it before."),
            { Namespace: ReferenceNamespaces.StoredCustomerInput } when IsKnown(flow) && !afterInput.Contains(action) => new(
                FlowFault.InputNeverStored, action, $"{reference} is read, and no input was stored before: store one with StoreInput."),
            { Namespace: ReferenceNamespaces.Lex } when IsKnown(flow) && !afterBot.Contains(action) => new(
                FlowFault.BotNeverRan, action, $"{reference} is read, and no bot ran before: connect the caller with one."),
            _ => null,
        };
    }

    /// <summary>Every reference in an action's parameters.</summary>
    public static IEnumerable<FlowReference> ReferencesIn(FlowAction action) =>
        ReferenceCheck.TextsIn(action.Parameters).SelectMany(FlowReference.In).DistinctBy(reference => reference.ToString());

    /// <summary>Whether everything that happened before is in this flow: a module is told by the flow that invokes it.</summary>
    public static bool IsKnown(Flow flow) =>
        flow.Type != FlowType.Module && flow.Actions.All(action => action.Type != ActionTypes.EndFlowModuleExecution);

    static bool StoresInput(FlowAction action) =>
        action.Type == ActionTypes.GetParticipantInput && bool.TryParse(action.Parameter("StoreInput"), out var stores) && stores;

    static bool Contains(HashSet<string> names, string name) => names.Contains(name) || names.Any(set => FlowReference.In(set).Any());
}
