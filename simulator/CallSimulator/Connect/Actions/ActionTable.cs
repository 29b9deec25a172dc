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
        [ActionTypes.Compare] = FlowControl.Compare,
        [ActionTypes.DistributeByPercentage] = FlowControl.DistributeByPercentage,
        [ActionTypes.EndFlowExecution] = FlowControl.EndFlowExecution,
        [ActionTypes.Loop] = FlowControl.Loop,
        [ActionTypes.TransferToFlow] = FlowControl.TransferToFlow,
        [ActionTypes.Wait] = FlowControl.Wait,
        [ActionTypes.EndFlowModuleExecution] = FlowModules.EndFlowModuleExecution,
        [ActionTypes.InvokeFlowModule] = FlowModules.InvokeFlowModule,

        [ActionTypes.ConnectParticipantWithLexBot] = BotConversation.ConnectParticipantWithLexBot,
        [ActionTypes.GetParticipantInput] = KeyInput.GetParticipantInput,
        [ActionTypes.InvokeLambdaFunction] = FunctionInvocation.InvokeLambdaFunction,
        [ActionTypes.MessageParticipant] = Prompts.MessageParticipant,

        [ActionTypes.TagContact] = ContactTags.TagContact,
        [ActionTypes.UntagContact] = ContactTags.UntagContact,
        [ActionTypes.UpdateContactAttributes] = ContactUpdates.UpdateContactAttributes,
        [ActionTypes.UpdateContactCallbackNumber] = Callbacks.UpdateContactCallbackNumber,
        [ActionTypes.UpdateContactData] = ContactUpdates.UpdateContactData,
        [ActionTypes.UpdateContactEventHooks] = ContactUpdates.UpdateContactEventHooks,
        [ActionTypes.UpdateContactTargetQueue] = Queueing.UpdateContactTargetQueue,
        [ActionTypes.UpdateContactTextToSpeechVoice] = ContactUpdates.UpdateContactTextToSpeechVoice,
        [ActionTypes.UpdateFlowAttributes] = ContactUpdates.UpdateFlowAttributes,

        [ActionTypes.CheckHoursOfOperation] = QueueChecks.CheckHoursOfOperation,
        [ActionTypes.CheckMetricData] = QueueChecks.CheckMetricData,
        [ActionTypes.GetMetricData] = QueueChecks.GetMetricData,
        [ActionTypes.DequeueContactAndTransferToQueue] = Queueing.DequeueContactAndTransferToQueue,
        [ActionTypes.MessageParticipantIteratively] = Queueing.MessageParticipantIteratively,
        [ActionTypes.TransferContactToQueue] = Queueing.TransferContactToQueue,
        [ActionTypes.CreateCallbackContact] = Callbacks.CreateCallbackContact,
        [ActionTypes.DisconnectParticipant] = CallEndings.DisconnectParticipant,
        [ActionTypes.TransferParticipantToThirdParty] = CallEndings.TransferParticipantToThirdParty,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What playing this action means.</summary>
    public static ActionKind For(FlowAction action) => Find(action.Type) ?? Unknown;

    /// <summary>What playing this type of action means; null when it is unknown.</summary>
    public static ActionKind? Find(string type) => Kinds.GetValueOrDefault(type) ?? UnsupportedActions.Find(type);
}
