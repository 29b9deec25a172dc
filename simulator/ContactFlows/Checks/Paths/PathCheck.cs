namespace OrderHotline.ContactFlows;

/// <summary>Whether every action can be come to, and every circle be left.</summary>
static class PathCheck
{
    public static IEnumerable<Found> Find(Flow flow, FlowContract contract)
    {
        var graph = new FlowGraph(flow);
        var unreachable = flow.Find(flow.StartAction) is null
            ? []
            : flow.Actions.Where(action => !graph.Reachable.Contains(action.Identifier)).Select(action => new Found(
                FlowFault.UnreachableAction, action.Identifier, "No way leads here: lead one here, or take it out."));
        return unreachable.Concat(graph.Circles(action => GoesStraightOn(action, contract)).Select(circle => circle.OnlyWhileFailing
            ? new Found(
                FlowFault.LoopWhileFailing,
                circle.First.Identifier,
                "From here a call comes back here for as long as something fails on the way: lead an error branch elsewhere, or count with a Loop.")
            : new Found(
                FlowFault.EndlessLoop,
                circle.First.Identifier,
                "From here a call can come back here for ever: ask the caller, wait, or count with a Loop on the way.")));
    }

    // A function that the contract does not name can wait or count for itself, and be asked again and again until it is done.
    static bool GoesStraightOn(FlowAction action, FlowContract contract) =>
        ActionSchemas.For(action) is { Pauses: false } && (action.Type != ActionTypes.InvokeLambdaFunction || contract.CalledBy(action) is not null);
}
