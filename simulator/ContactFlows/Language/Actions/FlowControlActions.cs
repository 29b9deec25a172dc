using System.Collections.Immutable;
using static OrderHotline.ContactFlows.SheetWords;

namespace OrderHotline.ContactFlows;

/// <summary>Actions that only choose the way through a flow.</summary>
static class FlowControlActions
{
    static readonly ActionSheet Staffing = new("CheckMetricData")
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
        Branches = BranchSheet.MoreThanNone,
        NotIn = WhispersAndHolds,
    };

    static readonly ActionSheet QueueStatus = Staffing with { Branches = BranchSheet.Numbers };

    public static readonly IReadOnlyList<KeyValuePair<string, Func<FlowAction, ActionSheet>>> Sheets =
    [
        Always(new("CheckHoursOfOperation")
        {
            Parameters = [May("HoursOfOperationId", FixedOrReference)],
            Errors = AnyError,
            Branches = BranchSheet.All("True", "False"),
            NotIn = WhispersAndHolds,
        }),
        Depending("CheckMetricData", action =>
            action.Parameter("MetricType") is "OldestContactInQueueAgeSeconds" or "NumberOfContactsInQueue" ? QueueStatus : Staffing),
        Always(new("CheckOutboundCallStatus")
        {
            Parameters = [],
            Errors = AnyError,
            Branches = BranchSheet.Among("CallAnswered", "VoicemailBeep", "VoicemailNoBeep", "NotDetected"),
        }),
        Depending("CheckVoiceId", action => new("CheckVoiceId")
        {
            Parameters = [Must("CheckVoiceIdOption", Word("enrollmentStatus", "voiceAuthentication", "fraudDetection"))],
            Errors = AnyError,
            Branches = action.Parameter("CheckVoiceIdOption") switch
            {
                "enrollmentStatus" => BranchSheet.Among("Enrolled", "NotEnrolled", "OptedOut"),
                "voiceAuthentication" =>
                    BranchSheet.Among("Authenticated", "NotAuthenticated", "Inconclusive", "NotEnrolled", "OptedOut"),
                "fraudDetection" => BranchSheet.Among("HighRisk", "LowRisk", "Inconclusive"),
                _ => null,
            },
        }),
        Always(new("StartVoiceIdStream") { Parameters = [], Errors = AnyError }),
        Always(new("Compare")
        {
            Parameters = [Must("ComparisonValue", Reference)],
            Errors = [FlowErrors.NoMatchingCondition],
            Branches = BranchSheet.Comparisons,
        }),
        Always(new("DistributeByPercentage")
        {
            Parameters = [],
            Errors = [FlowErrors.NoMatchingCondition],
            Branches = BranchSheet.Shares,
            NotIn = WhispersAndHolds,
        }),
        Always(new("EndFlowExecution") { Parameters = [], Errors = NoError, Ending = Ending.Ends, NotIn = InboundAndTransfers }),
        Always(new("GetMetricData")
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
        Always(new("Loop")
        {
            Parameters = [Must("LoopCount", NumberOrReference(0, 100))],
            Errors = NoError,
            OtherErrors = AnyError,
            Branches = BranchSheet.All("ContinueLooping", "DoneLooping"),
            Pauses = true,
        }),
        Always(new("TransferToFlow")
        {
            Parameters = [Must("ContactFlowId", FixedOrReference)],
            Errors = AnyError,
            OnlyIn = InboundAndTransfers,
        }),
        Always(new("UpdateFlowAttributes") { Parameters = [Must("FlowAttributes", Anything)], Errors = AnyError }),
        Always(new("UpdateFlowLoggingBehavior")
        {
            Parameters = [Must("FlowLoggingBehavior", Word("Enabled", "Disabled"))],
            Errors = NoError,
        }),
        Always(new("UpdateContactRoutingCriteria")
        {
            Parameters = [Must("RoutingCriteria", Anything)],
            HasTypedValues = true,
            Errors = AnyError,
        }),
        Depending("Wait", Wait),
    ];

    static ActionSheet Wait(FlowAction action)
    {
        var goesOn = action.ParameterAt("ContinueExecution") is not null;
        ImmutableArray<string> events =
            [.. action.Texts("Events").Where(awaited => awaited is "CustomerReturned" or "BotParticipantDisconnected")];
        return new("Wait")
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
            Branches = goesOn ? BranchSheet.All("Continue", "WaitCompleted") : BranchSheet.All(["WaitCompleted", .. events]),
            Pauses = true,
        };
    }
}
