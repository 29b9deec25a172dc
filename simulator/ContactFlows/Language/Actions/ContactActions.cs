using static OrderHotline.ContactFlows.SheetWords;

namespace OrderHotline.ContactFlows;

/// <summary>Actions that change the contact or move it on.</summary>
static class ContactActions
{
    static readonly ParameterSheet Target = May("TargetContact", Word("Current", "Related"));

    static readonly ActionSheet HandOver = new("TransferParticipantToThirdParty")
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

    static readonly ActionSheet CallOut = HandOver with
    {
        Errors = [FlowErrors.NoMatchingError, FlowErrors.CallFailed, FlowErrors.ConnectionTimeLimitExceeded],
    };

    public static readonly IReadOnlyList<KeyValuePair<string, Func<FlowAction, ActionSheet>>> Sheets =
    [
        Always(new("UpdateContactAttributes")
        {
            Parameters = [Must("Attributes", Map), Target],
            Errors = AnyError,
        }),
        Always(new("UpdateContactData")
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
        Always(new("UpdateContactTargetQueue")
        {
            Parameters = [May("QueueId", FixedOrReference), May("AgentId", FixedOrReference)],
            Alternatives = [OneOf("QueueId", "AgentId")],
            Errors = AnyError,
            OnlyIn = InboundAndTransfers,
        }),
        Always(new("TransferContactToQueue")
        {
            Parameters = [],
            Errors = [FlowErrors.NoMatchingError, FlowErrors.QueueAtCapacity],
            OnlyIn = InboundAndTransfers,
        }),
        Always(new("DequeueContactAndTransferToQueue")
        {
            Parameters = [May("QueueId", FixedOrReference), May("AgentId", FixedOrReference)],
            Alternatives = [AtMostOneOf("QueueId", "AgentId")],
            Errors = [FlowErrors.NoMatchingError, FlowErrors.QueueAtCapacity],
            OnlyIn = [FlowType.CustomerQueue],
        }),
        Always(new("TransferContactToAgent")
        {
            Parameters = [],
            Errors = NoError,
            Ending = Ending.Ends,
            OnlyIn = [FlowType.AgentTransfer, FlowType.QueueTransfer],
        }),
        Depending("TransferParticipantToThirdParty", action =>
            "True".Equals(action.Parameter("ContinueFlowExecution"), StringComparison.OrdinalIgnoreCase) ? CallOut : HandOver),
        Always(new("UpdateContactCallbackNumber")
        {
            Parameters = [Must("CallbackNumber", Reference)],
            Errors = [FlowErrors.InvalidCallbackNumber, FlowErrors.CallbackNumberNotDialable],
            NotIn = WhispersAndHolds,
        }),
        Always(new("UpdateContactEventHooks")
        {
            Parameters = [Must("EventHooks", Map), May("EventHooksConfiguration", Anything)],
            Errors = AnyError,
        }),
        Always(new("UpdateContactRecordingBehavior")
        {
            Parameters = [May("RecordingBehavior", Anything), May("AnalyticsBehavior", Anything)],
            Errors = NoError,
        }),
        Always(new("UpdateContactRecordingAndAnalyticsBehavior")
        {
            Parameters = [May("ChatBehavior", Anything), May("VoiceBehavior", Anything), May("ScreenRecordingBehavior", Anything)],
            Errors = [FlowErrors.NoMatchingError, "ChannelMismatch"],
            OtherErrors = ["InFlightRedactionConfigurationFailed"],
        }),
        Always(new("UpdateContactMediaStreamingBehavior")
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
        Always(new("UpdateContactMediaProcessing")
        {
            Parameters = [Must("ChatProcessor", Anything)],
            Errors = [FlowErrors.NoMatchingError, "ChannelMismatch"],
        }),
        Always(new("UpdateContactTextToSpeechVoice")
        {
            Parameters = [Must("TextToSpeechVoice", Text), May("TextToSpeechEngine", Text), May("TextToSpeechStyle", Text)],
            Errors = NoError,
            AdvisedErrors = AnyError,
        }),
        Always(new("UpdateContactRoutingBehavior")
        {
            Errors = NoError,
            OtherErrors = AnyError,
            Alternatives = [OneOf("QueuePriority", "QueueTimeAdjustmentSeconds", "RoutingProficiencies")],
        }),
        Always(new("UpdatePreviousContactParticipantState")
        {
            Parameters = [Must("PreviousContactParticipantState", Word("AgentOnHold", "CustomerOnHold", "OffHold"))],
            Errors = AnyError,
            OnlyIn = InboundAndTransfers,
        }),
        Always(new("InvokeFlowModule")
        {
            Parameters = [Must("FlowModuleId", Text), May("Input", Anything)],
            HasTypedValues = true,
            Errors = AnyError,
            OtherErrors = [FlowErrors.NoMatchingCondition],
            Branches = BranchSheet.Names,
            Pauses = true,
        }),
        Always(new("EndFlowModuleExecution")
        {
            Parameters = [May("Result", Fixed), May("ResultData", Anything)],
            HasTypedValues = true,
            Errors = NoError,
            Ending = Ending.Ends,
            OnlyIn = [FlowType.Module],
        }),
        Always(new("CompleteOutboundCall")
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
        Always(new("CreateWisdomSession") { Parameters = [Must("WisdomAssistantArn", Text)], Errors = AnyError }),
        Always(new("TagContact") { Parameters = [Must("Tags", Map)], Errors = NoError, AdvisedErrors = AnyError }),
        Always(new("UntagContact") { Parameters = [Must("TagKeys", Anything)], Errors = AnyError }),
        Always(new("ResumeContact") { Parameters = [], Errors = AnyError }),
        ByName("CreatePersistentContactAssociation"),
        ByName("CreateContact"),
        ByName("LoadContactContent"),
        ByName("StartOutboundChatContact"),
        ByName("StartOutboundEmailContact"),
    ];
}
