using System.Collections.Frozen;

namespace OrderHotline.ContactFlows;

/// <summary>Names by which actions go elsewhere: on the console's blocks, in its old export, in misprints of the documentation.</summary>
static class ActionAliases
{
    static readonly FrozenDictionary<string, string> Real = new Dictionary<string, string>
    {
        ["PlayPrompt"] = "MessageParticipant",
        ["SendMessage"] = "MessageParticipant",
        ["LoopPrompts"] = "MessageParticipantIteratively",
        ["GetUserInput"] = "GetParticipantInput or ConnectParticipantWithLexBot",
        ["GetCustomerInput"] = "GetParticipantInput or ConnectParticipantWithLexBot",
        ["StoreUserInput"] = "GetParticipantInput with StoreInput \"True\"",
        ["StoreCustomerInput"] = "GetParticipantInput with StoreInput \"True\"",
        ["GetDigits"] = "GetParticipantInput",
        ["InvokeExternalResource"] = "InvokeLambdaFunction",
        ["InvokeLambda"] = "InvokeLambdaFunction",
        ["InvokeModule"] = "InvokeFlowModule",
        ["ReturnFromFlowModule"] = "EndFlowModuleExecution",
        ["CheckAttribute"] = "Compare",
        ["CheckContactAttributes"] = "Compare",
        ["CheckStaffing"] = "CheckMetricData",
        ["CheckQueueStatus"] = "CheckMetricData",
        ["GetQueueMetrics"] = "GetMetricData",
        ["CheckCallProgress"] = "CheckOutboundCallStatus",
        ["Distribute"] = "DistributeByPercentage",
        ["SetAttributes"] = "UpdateContactAttributes",
        ["SetContactAttributes"] = "UpdateContactAttributes",
        ["SetFlowAttributes"] = "UpdateFlowAttributes",
        ["SetQueue"] = "UpdateContactTargetQueue",
        ["SetWorkingQueue"] = "UpdateContactTargetQueue",
        ["SetVoice"] = "UpdateContactTextToSpeechVoice",
        ["SetLoggingBehavior"] = "UpdateFlowLoggingBehavior",
        ["SetRecordingBehavior"] = "UpdateContactRecordingBehavior",
        ["SetEventHook"] = "UpdateContactEventHooks",
        ["SetEventFlow"] = "UpdateContactEventHooks",
        ["SetContactFlow"] = "UpdateContactEventHooks",
        ["SetWhisperFlow"] = "UpdateContactEventHooks",
        ["SetHoldFlow"] = "UpdateContactEventHooks",
        ["SetCustomerQueueFlow"] = "UpdateContactEventHooks",
        ["SetCallbackNumber"] = "UpdateContactCallbackNumber",
        ["SetContactData"] = "UpdateContactData",
        ["SetRoutingCriteria"] = "UpdateContactRoutingCriteria",
        ["UpdateRoutingCriteria"] = "UpdateContactRoutingCriteria",
        ["UnTagContact"] = "UntagContact",
        ["StartMediaStreaming"] = "UpdateContactMediaStreamingBehavior",
        ["StopMediaStreaming"] = "UpdateContactMediaStreamingBehavior",
        ["Transfer"] = "TransferContactToQueue, TransferToFlow or TransferParticipantToThirdParty",
        ["TransferToQueue"] = "TransferContactToQueue",
        ["TransferToAgent"] = "TransferContactToAgent",
        ["TransferContactToFlow"] = "TransferToFlow",
        ["TransferToPhoneNumber"] = "TransferParticipantToThirdParty",
        ["TransferToThirdParty"] = "TransferParticipantToThirdParty",
        ["Disconnect"] = "DisconnectParticipant",
        ["DisconnectContact"] = "DisconnectParticipant",
        ["EndFlow"] = "EndFlowExecution",
        ["Resume"] = "EndFlowExecution",
        ["Dial"] = "CompleteOutboundCall",
    }.ToFrozenDictionary();

    /// <summary>What Connect calls an action that goes by another name.</summary>
    /// <returns>Null for a name that is not in use.</returns>
    public static string? RealNameOf(string type) =>
        Real.TryGetValue(type, out var real) ? real
        : ActionSchemas.Types.FirstOrDefault(known => known.Equals(type, StringComparison.OrdinalIgnoreCase));
}
