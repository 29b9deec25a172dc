using System.Collections.Immutable;

namespace OrderHotline.ContactFlows;

/// <summary>Reads flows the way Connect will, and says beforehand what it would refuse and what would go wrong in a call.</summary>
public static class FlowCheck
{
    /// <summary>Every type of action that Connect is known to have; a flow with another is refused.</summary>
    public static ImmutableArray<string> ActionTypes => ActionSchemas.Types;

    /// <summary>Checks flows that belong together: what one sets, another may read.</summary>
    /// <param name="flows">Every flow under the name by which placeholders call it, as in <c>${Conversation.ContactFlowArn}</c>.</param>
    /// <param name="contract">The functions and bots that the flows use; null when none is known, and the language alone is checked.</param>
    /// <returns>Every finding: by the flow's name, then in the order of its actions.</returns>
    public static ImmutableArray<FlowFinding> Check(IReadOnlyDictionary<string, Flow> flows, FlowContract? contract)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var set = new FlowSet(flows, contract ?? FlowContract.None);
        return
        [
            .. flows.OrderBy(flow => flow.Key, StringComparer.Ordinal).SelectMany(flow => InOrder(flow.Key, flow.Value, set)),
        ];
    }

    static IEnumerable<FlowFinding> InOrder(string name, Flow flow, FlowSet set)
    {
        var places = flow.Actions.Index().DistinctBy(one => one.Item.Identifier).ToDictionary(one => one.Item.Identifier, one => one.Index);
        return EnvelopeCheck.Find(flow)
            .Concat(flow.Actions.SelectMany(action => OfOneAction(flow, action, set.Contract)))
            .Concat(PathCheck.Find(flow, set.Contract))
            .Concat(AttributeCheck.Find(flow))
            .Concat(set.FromOutside.FirstReadIn(name))
            .Concat(ReplyCheck.Find(flow, set.LastCalls.In(name)))
            .Concat(set.Logging.Find(name))
            .Concat(set.Languages.Find(name))
            .Concat(set.ReferencesOf(name))
            .Distinct()
            .OrderBy(found => found.Action is null ? -1 : places.GetValueOrDefault(found.Action, -1))
            .ThenBy(found => found.Fault)
            .ThenBy(found => found.Reason, StringComparer.Ordinal)
            .Select(found => FlowFinding.From(name, found));
    }

    static IEnumerable<Found> OfOneAction(Flow flow, FlowAction action, FlowContract contract) =>
        ActionSchemas.For(action) is { } sheet
            ? FlowTypeCheck.Find(flow, action, sheet)
                .Concat(ParameterCheck.Find(action, sheet))
                .Concat(PromptCheck.Find(action, sheet))
                .Concat(TransitionCheck.Find(flow, action, sheet))
                .Concat(ConditionCheck.Find(action, sheet))
                .Concat(ReferenceCheck.Find(action))
                .Concat(FunctionCallCheck.Find(action, contract))
                .Concat(BotCheck.Find(action, contract))
            : [Unknown(action)];

    static Found Unknown(FlowAction action) => new(
        FlowFault.UnknownActionType,
        action.Identifier,
        ActionAliases.RealNameOf(action.Type) is { } real
            ? $"{action.Type} is no type of action in the flow language: it is called {real}."
            : $"There is no type of action {action.Type}: take one from the flow language reference.");
}
