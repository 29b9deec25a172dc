using static OrderHotline.ContactFlows.SchemaDsl;

namespace OrderHotline.ContactFlows;

/// <summary>Actions that change the contact or move it on.</summary>
static class ContactActions
{
    static readonly ParameterSheet Target = May("TargetContact", Word("Current", "Related"));

    static readonly ActionSchema HandOver = new(ActionTypes.TransferParticipantToThirdParty)
    {
        Parameters =
        [
            May("ThirdPartyPhoneNumber", FixedOrReference),
            May("VoiceConnector", Anything),
            Must("ThirdPartyConnectionTimeLimitSeconds", NumberOrReference(0, 600)),
            Must("ContinueFlowExecution", Switch),
            May("ThirdPartyDTMFDigits", FixedOrReference),
            May("CallerId", Group(May("Number", FixedOrReference), May("Name", Text))),
        ],
        Alternatives = [OneOf("ThirdPartyPhoneNumber", "VoiceConnector")],
        Errors = AnyError,
        Pauses = true,
    };

    static readonly ActionSchema CallOut = HandOver with
    {
        Errors = [FlowErrors.NoMatchingError, FlowErrors.CallFailed, FlowErrors.ConnectionTimeLimitExceeded],
    };

    public static readonly IReadOnlyList<KeyValuePair<string, Func<FlowAction, ActionSchema>>> Schemas =
    [
        Always(new(ActionTypes.UpdateContactAttributes)
        {
            Parameters = [Must("Attributes", Map), Target],
            Errors = AnyError,
        }),
        Always(new(ActionTypes.UpdateContactData)
        {
            Parameters =
            [
                May("Name", Text),
                May("Description", Text),
                May("LanguageCode", Text),
                May("CustomerId", Text),
                May("WisdomSessionArn", Text),
                May("IsVoiceIdStreamingEnabled", Switch),
                May("IsVoiceAuthenticationEnabled", Switch),
                May("IsFraudDetectionEnabled", Switch),
                May("VoiceAuthenticationThreshold", NumberOrReference(0, 100)),
                May("VoiceAuthenticationResponseTime", NumberOrReference(5, 10)),
                May("FraudDetectionThreshold", NumberOrReference(0, 100)),
                May("WatchlistId", Text),
                Target,
            ],
            Errors = AnyError,
        }),
        Always(new(ActionTypes.UpdateContactTargetQueue)
        {
            Parameters = [May("QueueId", FixedOrReference), May("AgentId", FixedOrReference)],
            Alternatives = [OneOf("QueueId", "AgentId")],
            Errors = AnyError,
            OnlyIn = InboundAndTransfers,
        }),
        Always(new(ActionTypes.TransferContactToQueue)
        {
            Parameters = [],
            Errors = [FlowErrors.NoMatchingError, FlowErrors.QueueAtCapacity],
            OnlyIn = InboundAndTransfers,
        }),
        Always(new(ActionTypes.DequeueContactAndTransferToQueue)
        {
            Parameters = [May("QueueId", FixedOrReference), May("AgentId", FixedOrReference)],
            Alternatives = [AtMostOneOf("QueueId", "AgentId")],
            Errors = [FlowErrors.NoMatchingError, FlowErrors.QueueAtCapacity],
            OnlyIn = [FlowType.CustomerQueue],
        }),
        Always(new(ActionTypes.TransferContactToAgent)
        {
            Parameters = [],
            Errors = NoError,
            Ending = Ending.Ends,
            OnlyIn = [FlowType.AgentTransfer, FlowType.QueueTransfer],
        }),
        Depending(ActionTypes.TransferParticipantToThirdParty, action =>
            action.IsTrue("ContinueFlowExecution") ? CallOut : HandOver),
        Always(new(ActionTypes.UpdateContactCallbackNumber)
        {
            Parameters = [Must("CallbackNumber", Reference)],
            Errors = [FlowErrors.InvalidCallbackNumber, FlowErrors.CallbackNumberNotDialable],
            NotIn = WhispersAndHolds,
        }),
        Always(new(ActionTypes.UpdateContactEventHooks)
        {
            // The console turns a whisper off by its configuration alone.
            Parameters = [May("EventHooks", Map), May("EventHooksConfiguration", Anything)],
            Errors = AnyError,
        }),
        Always(new(ActionTypes.UpdateContactRecordingBehavior)
        {
            Parameters = [May("RecordingBehavior", Anything), May("AnalyticsBehavior", Anything)],
            Errors = NoError,
        }),
        Always(new(ActionTypes.UpdateContactRecordingAndAnalyticsBehavior)
        {
            Parameters = [May("ChatBehavior", Anything), May("VoiceBehavior", Anything), May("ScreenRecordingBehavior", Anything)],
            Errors = [FlowErrors.NoMatchingError, "ChannelMismatch"],
            OtherErrors = ["InFlightRedactionConfigurationFailed"],
        }),
        Always(new(ActionTypes.UpdateContactMediaStreamingBehavior)
        {
            Parameters =
            [
                Must("MediaStreamingState", Word("Enabled", "Disabled")),
                Must("Participants", Anything),
                Must("MediaStreamType", Word("Audio")),
            ],
            Errors = AnyError,
            NotIn = Holds,
        }),
        Always(new(ActionTypes.UpdateContactMediaProcessing)
        {
            Parameters = [Must("ChatProcessor", Anything)],
            Errors = [FlowErrors.NoMatchingError, "ChannelMismatch"],
        }),
        Always(new(ActionTypes.UpdateContactTextToSpeechVoice)
        {
            Parameters = [Must("TextToSpeechVoice", Text), May("TextToSpeechEngine", Text), May("TextToSpeechStyle", Text)],
            Errors = NoError,
            AdvisedErrors = AnyError,
        }),
        Always(new(ActionTypes.UpdateContactRoutingBehavior)
        {
            Errors = NoError,
            OtherErrors = AnyError,
            Alternatives = [OneOf("QueuePriority", "QueueTimeAdjustmentSeconds", "RoutingProficiencies")],
        }),
        Always(new(ActionTypes.UpdatePreviousContactParticipantState)
        {
            Parameters = [Must("PreviousContactParticipantState", Word("AgentOnHold", "CustomerOnHold", "OffHold"))],
            Errors = AnyError,
            OnlyIn = InboundAndTransfers,
        }),
        Always(new(ActionTypes.InvokeFlowModule)
        {
            Parameters = [Must("FlowModuleId", Text), May("Input", FreeForm)],
            HasTypedValues = true,
            Errors = AnyError,
            OtherErrors = [FlowErrors.NoMatchingCondition],
            Branches = BranchSchema.Names,
            Pauses = true,
        }),
        Always(new(ActionTypes.EndFlowModuleExecution)
        {
            Parameters = [May("Result", Fixed), May("ResultData", FreeForm)],
            HasTypedValues = true,
            Errors = NoError,
            Ending = Ending.Ends,
            OnlyIn = [FlowType.Module],
        }),
        Always(new(ActionTypes.CompleteOutboundCall)
        {
            Parameters =
            [
                May("CallerId", Anything),
                May("VoiceConnector", Anything),
                May("ConnectionTimeLimitSeconds", NumberOrReference(1, 600)),
            ],
            Errors = NoError,
            OnlyIn = [FlowType.OutboundWhisper],
        }),
        Always(new(ActionTypes.CreateWisdomSession) { Parameters = [Must("WisdomAssistantArn", Text)], Errors = AnyError }),
        Always(new(ActionTypes.TagContact) { Parameters = [Must("Tags", Map)], Errors = NoError, AdvisedErrors = AnyError }),
        Always(new(ActionTypes.UntagContact) { Parameters = [Must("TagKeys", Anything)], Errors = AnyError }),
        Always(new(ActionTypes.ResumeContact) { Parameters = [], Errors = AnyError }),
        ByName(ActionTypes.CreatePersistentContactAssociation),
        ByName(ActionTypes.CreateContact),
        ByName(ActionTypes.LoadContactContent),
        ByName(ActionTypes.StartOutboundChatContact),
        ByName(ActionTypes.StartOutboundEmailContact),
    ];
}
