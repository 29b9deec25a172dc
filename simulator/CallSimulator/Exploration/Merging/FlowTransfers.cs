using System.Text.Json;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Where a call can go from one flow into another.</summary>
sealed class FlowTransfers
{
    readonly IReadOnlyDictionary<string, Flow> flows;
    readonly HashSet<string> hooks;

    public FlowTransfers(IReadOnlyDictionary<string, Flow> flows)
    {
        this.flows = flows;
        hooks =
        [
            .. Actions(ActionTypes.UpdateContactEventHooks).SelectMany(action => action.Map("EventHooks")).SelectMany(hook => Named(hook.Value)),
        ];
        HookStarts = [.. hooks.Select(flow => (flow, flows[flow].StartAction))];
    }

    /// <summary>Where the flows begin that an event starts: the queue's, and the whispers.</summary>
    public IReadOnlyList<(string Flow, string Action)> HookStarts { get; }

    /// <summary>Where other flows begin that can come after an action, or during it.</summary>
    public IEnumerable<(string Flow, string Action)> From(string flow, FlowAction action) => action.Type switch
    {
        // An operator can answer at any moment of a queue's flow.
        _ when hooks.Contains(flow) => HookStarts.Concat(FromAction(action)),
        ActionTypes.TransferContactToQueue or ActionTypes.DequeueContactAndTransferToQueue => HookStarts,
        _ => FromAction(action),
    };

    IEnumerable<(string Flow, string Action)> FromAction(FlowAction action) =>
        action.Type is ActionTypes.TransferToFlow or ActionTypes.InvokeFlowModule
            ? FlowTexts.In(action.Parameters).SelectMany(Named).Select(flow => (flow, flows[flow].StartAction))
            : [];

    // The flows that a text can mean. An attribute means what any flow sets it to.
    IEnumerable<string> Named(string text)
    {
        if (!text.Contains('$', StringComparison.Ordinal) || text.StartsWith("${", StringComparison.Ordinal))
        {
            return flows.ContainsKey(ResourceName.From(text)) ? [ResourceName.From(text)] : [];
        }

        if (FlowReference.Whole(text) is not { Namespace: "Attributes", Path: [_, var attribute] })
        {
            return flows.Keys;
        }

        var values = Actions(ActionTypes.UpdateContactAttributes)
            .SelectMany(action => action.Map("Attributes"))
            .Where(set => set.Key == attribute || set.Key.Contains('$', StringComparison.Ordinal))
            .ToList();
        return values.TrueForAll(set => set.Key == attribute && flows.ContainsKey(ResourceName.From(set.Value)))
            ? values.Select(set => ResourceName.From(set.Value))
            : flows.Keys;
    }

    IEnumerable<FlowAction> Actions(string type) =>
        flows.Values.SelectMany(flow => flow.Actions).Where(action => action.Type == type);
}

/// <summary>Every text in the parameters of an action, however deep; names are texts too.</summary>
static class FlowTexts
{
    public static IEnumerable<string> In(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => In(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(In),
        JsonValueKind.String => [value.GetString()!],
        _ => [],
    };
}
