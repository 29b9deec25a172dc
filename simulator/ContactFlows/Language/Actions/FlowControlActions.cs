using System.Collections.Immutable;
using static OrderHotline.ContactFlows.SchemaDsl;

namespace OrderHotline.ContactFlows;

/// <summary>Actions that only choose the way through a flow.</summary>
static class FlowControlActions
{
    static readonly ActionSchema Staffing = new(ActionTypes.CheckMetricData)
    {
        Parameters =
        [
            Must("MetricType", Word(
                "NumberOfAgentsAvailable",
                "NumberOfAgentsStaffed",
                "NumberOfAgentsOnline",
                "OldestContactInQueueAgeSeconds",
                "NumberOfContactsInQueue")),
            May("QueueId", FixedOrReference),
            May("AgentId", FixedOrReference),
        ],
        Alternatives = [AtMostOneOf("QueueId", "AgentId")],
        Errors = [FlowErrors.NoMatchingError, FlowErrors.NoMatchingCondition],
        Branches = BranchSchema.MoreThanNone,
        NotIn = WhispersAndHolds,
    };

    static readonly ActionSchema QueueStatus = Staffing with { Branches = BranchSchema.Numbers };

    public static readonly IReadOnlyList<KeyValuePair<string, Func<FlowAction, ActionSchema>>> Schemas =
    [
        Always(new(ActionTypes.CheckHoursOfOperation)
        {
            Parameters = [May("HoursOfOperationId", FixedOrReference)],
            Errors = AnyError,
            Branches = BranchSchema.All("True", "False"),
            NotIn = WhispersAndHolds,
        }),
        Depending(ActionTypes.CheckMetricData, action =>
            action.Parameter("MetricType") is "OldestContactInQueueAgeSeconds" or "NumberOfContactsInQueue" ? QueueStatus : Staffing),
        Always(new(ActionTypes.CheckOutboundCallStatus)
        {
            Parameters = [],
            Errors = AnyError,
            Branches = BranchSchema.Among("CallAnswered", "VoicemailBeep", "VoicemailNoBeep", "NotDetected"),
        }),
        Depending(ActionTypes.CheckVoiceId, action => new(ActionTypes.CheckVoiceId)
        {
            Parameters = [Must("CheckVoiceIdOption", Word("enrollmentStatus", "voiceAuthentication", "fraudDetection"))],
            Errors = AnyError,
            Branches = action.Parameter("CheckVoiceIdOption") switch
            {
                "enrollmentStatus" => BranchSchema.Among("Enrolled", "NotEnrolled", "OptedOut"),
                "voiceAuthentication" =>
                    BranchSchema.Among("Authenticated", "NotAuthenticated", "Inconclusive", "NotEnrolled", "OptedOut"),
                "fraudDetection" => BranchSchema.Among("HighRisk", "LowRisk", "Inconclusive"),
                _ => null,
            },
        }),
        Always(new(ActionTypes.StartVoiceIdStream) { Parameters = [], Errors = AnyError }),
        Always(new(ActionTypes.Compare)
        {
            Parameters = [Must("ComparisonValue", Reference)],
            Errors = [FlowErrors.NoMatchingCondition],
            Branches = BranchSchema.Comparisons,
        }),
        Always(new(ActionTypes.DistributeByPercentage)
        {
            Parameters = [],
            Errors = [FlowErrors.NoMatchingCondition],
            Branches = BranchSchema.Shares,
            NotIn = WhispersAndHolds,
        }),
        Always(new(ActionTypes.EndFlowExecution) { Parameters = [], Errors = NoError, Ending = Ending.Ends }),
        Always(new(ActionTypes.GetMetricData)
        {
            Parameters =
            [
                May("QueueId", FixedOrReference),
                May("AgentId", FixedOrReference),
                May("QueueChannel", WordOrReference("Voice", "Chat", "Task", "Email")),
            ],
            Alternatives = [AtMostOneOf("QueueId", "AgentId")],
            Errors = AnyError,
        }),
        Always(new(ActionTypes.Loop)
        {
            Parameters = [Must("LoopCount", NumberOrReference(0, 100))],
            Errors = NoError,
            OtherErrors = AnyError,
            Branches = BranchSchema.All("ContinueLooping", "DoneLooping"),
            Pauses = true,
        }),
        Always(new(ActionTypes.TransferToFlow)
        {
            Parameters = [Must("ContactFlowId", FixedOrReference)],
            Errors = AnyError,
            OnlyIn = InboundAndTransfers,
        }),
        Always(new(ActionTypes.UpdateFlowAttributes) { Parameters = [Must("FlowAttributes", Anything)], Errors = AnyError }),
        Always(new(ActionTypes.UpdateFlowLoggingBehavior)
        {
            Parameters = [Must("FlowLoggingBehavior", Word("Enabled", "Disabled"))],
            Errors = NoError,
        }),
        Always(new(ActionTypes.UpdateContactRoutingCriteria)
        {
            Parameters = [Must("RoutingCriteria", Anything)],
            HasTypedValues = true,
            Errors = AnyError,
        }),
        Depending(ActionTypes.Wait, Wait),
    ];

    static ActionSchema Wait(FlowAction action)
    {
        var goesOn = action.ParameterAt("ContinueExecution") is not null;
        ImmutableArray<string> events =
            [.. action.Texts("Events").Where(awaited => awaited is "CustomerReturned" or "BotParticipantDisconnected")];
        return new(ActionTypes.Wait)
        {
            Parameters =
            [
                Must("TimeLimitSeconds", NumberOrReference(1, 604_800)),
                May("Events", Anything),
                May("ContinueExecution", Switch),
                May("MinimumWaitTimeSeconds", NumberOrReference(1, 604_800)),
            ],
            Errors = AnyError,
            OtherErrors = ["ParticipantNotFound"],
            Branches = goesOn ? BranchSchema.All("Continue", "WaitCompleted") : BranchSchema.All(["WaitCompleted", .. events]),
            Pauses = true,
        };
    }
}
