using System.Collections.Frozen;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Every type of action, and what playing it means.</summary>
static class ActionTable
{
    static readonly ActionKind Unknown = new((_, action, _) => new(
        ActionOutcome.Failed($"{action.Type} is no action that Connect is known to have.")));

    static readonly FrozenDictionary<string, ActionKind> Kinds = new Dictionary<string, ActionKind>
    {
        ["Compare"] = FlowControl.Compare,
        ["DistributeByPercentage"] = FlowControl.DistributeByPercentage,
        ["EndFlowExecution"] = FlowControl.EndFlowExecution,
        ["Loop"] = FlowControl.Loop,
        ["TransferToFlow"] = FlowControl.TransferToFlow,
        ["Wait"] = FlowControl.Wait,
        ["EndFlowModuleExecution"] = FlowModules.EndFlowModuleExecution,
        ["InvokeFlowModule"] = FlowModules.InvokeFlowModule,

        ["ConnectParticipantWithLexBot"] = BotConversation.ConnectParticipantWithLexBot,
        ["GetParticipantInput"] = KeyInput.GetParticipantInput,
        ["InvokeLambdaFunction"] = FunctionInvocation.InvokeLambdaFunction,
        ["MessageParticipant"] = Prompts.MessageParticipant,

        ["UpdateContactAttributes"] = ContactUpdates.UpdateContactAttributes,
        ["UpdateContactCallbackNumber"] = Callbacks.UpdateContactCallbackNumber,
        ["UpdateContactData"] = ContactUpdates.UpdateContactData,
        ["UpdateContactEventHooks"] = ContactUpdates.UpdateContactEventHooks,
        ["UpdateContactTargetQueue"] = Queueing.UpdateContactTargetQueue,
        ["UpdateContactTextToSpeechVoice"] = ContactUpdates.UpdateContactTextToSpeechVoice,
        ["UpdateFlowAttributes"] = ContactUpdates.UpdateFlowAttributes,

        ["CheckHoursOfOperation"] = QueueChecks.CheckHoursOfOperation,
        ["CheckMetricData"] = QueueChecks.CheckMetricData,
        ["GetMetricData"] = QueueChecks.GetMetricData,
        ["DequeueContactAndTransferToQueue"] = Queueing.DequeueContactAndTransferToQueue,
        ["MessageParticipantIteratively"] = Queueing.MessageParticipantIteratively,
        ["TransferContactToQueue"] = Queueing.TransferContactToQueue,
        ["CreateCallbackContact"] = Callbacks.CreateCallbackContact,
        ["DisconnectParticipant"] = Departures.DisconnectParticipant,
        ["TransferParticipantToThirdParty"] = Departures.TransferParticipantToThirdParty,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What playing this action means.</summary>
    public static ActionKind Of(FlowAction action) => Find(action.Type) ?? Unknown;

    /// <summary>What playing this type of action means; null when nobody knows.</summary>
    public static ActionKind? Find(string type) => Kinds.GetValueOrDefault(type) ?? WithoutEffect.Of(type);
}
