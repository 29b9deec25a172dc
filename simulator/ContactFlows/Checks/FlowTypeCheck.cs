namespace OrderHotline.ContactFlows;

/// <summary>Whether an action may stand in this kind of flow. Nothing is said about a flow of unknown kind.</summary>
static class FlowTypeCheck
{
    public static IEnumerable<Found> Find(Flow flow, FlowAction action, ActionSchema sheet)
    {
        if (flow.Type is not { } type)
        {
            yield break;
        }

        // https://docs.aws.amazon.com/connect/latest/adminguide/end-flow-resume.html
        if (action.Type == ActionTypes.EndFlowExecution && SchemaDsl.InboundAndTransfers.Contains(type))
        {
            yield return new(
                FlowFault.HangsUpInThisFlowType,
                action.Identifier,
                $"{action.Type} hangs up in a flow of type {type}: say so, with {ActionTypes.DisconnectParticipant}.");
        }

        if (IsAllowed(type, sheet))
        {
            yield break;
        }

        var places = sheet.OnlyIn.IsEmpty
            ? $"it may stand in any but {string.Join(", ", sheet.NotIn)}"
            : $"it may stand only in {string.Join(", ", sheet.OnlyIn)}";
        yield return new(
            FlowFault.NotInThisFlowType, action.Identifier, $"{action.Type} may not stand in a flow of type {type}: {places}.");
    }

    // What a module may do depends on the flow that invokes it.
    static bool IsAllowed(FlowType type, ActionSchema sheet) => sheet.OnlyIn is [FlowType.Module]
        ? type == FlowType.Module
        : type == FlowType.Module || ((sheet.OnlyIn.IsEmpty || sheet.OnlyIn.Contains(type)) && !sheet.NotIn.Contains(type));
}
