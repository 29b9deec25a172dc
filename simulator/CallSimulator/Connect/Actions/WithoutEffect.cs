using System.Collections.Frozen;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Actions that public flows have and that mean nothing without the service: each takes a stated branch.</summary>
static class WithoutEffect
{
    static readonly ActionKind Nothing = new((_, _, _) => new(ActionOutcome.Done));

    // Nobody hears or branches on these: no word about them.
    static readonly FrozenSet<string> Unheard = FrozenSet.Create(
        StringComparer.Ordinal,
        "UpdateContactRecordingAndAnalyticsBehavior",
        "UpdateContactRecordingBehavior",
        "UpdateFlowLoggingBehavior");

    static readonly FrozenDictionary<string, ActionKind> Noted = new Dictionary<string, ActionKind>
    {
        ["AssociateContactToCustomerProfile"] = GoesOn("no profiles"),
        ["AuthenticateParticipant"] = Fails(FlowErrors.NoMatchingError, "nobody signs in on a telephone"),
        ["CheckOutboundCallStatus"] = Gives("CallAnswered", "whoever phones has answered"),
        ["CheckVoiceId"] = Gives("NotEnrolled", "nobody's voice is enrolled"),
        ["CompleteOutboundCall"] = GoesOn("no outbound calls"),
        ["ConnectParticipantWithAgenticCX"] = Fails(FlowErrors.NoMatchingError, "no AI agent"),
        ["CreateCase"] = GoesOn("no cases"),
        ["CreateContact"] = GoesOn("no further contacts"),
        ["CreateCustomerProfile"] = GoesOn("no profiles"),
        ["CreatePersistentContactAssociation"] = Fails(FlowErrors.NoMatchingError, "a call has no chat to go on with"),
        ["CreateTask"] = GoesOn("no tasks"),
        ["CreateWisdomSession"] = GoesOn("no assistant for operators"),
        ["EvaluateDataTableValues"] = Fails(FlowErrors.NoMatchingError, "no data tables"),
        ["GetCalculatedAttributesForCustomerProfile"] = Fails("NoneFoundError", "no profiles"),
        ["GetCase"] = Fails("NoneFound", "no cases"),
        ["GetCustomerProfile"] = Fails("NoneFoundError", "no profiles"),
        ["GetCustomerProfileObject"] = Fails("NoneFoundError", "no profiles"),
        ["ListDataTableValues"] = Fails(FlowErrors.NoMatchingError, "no data tables"),
        ["LoadContactContent"] = Fails(FlowErrors.NoMatchingError, "a call has no e-mail"),
        ["RenderMessageTemplate"] = Fails(FlowErrors.NoMatchingError, "no message templates"),
        ["ResumeContact"] = GoesOn("nobody paused"),
        ["ShowView"] = Fails(FlowErrors.NoMatchingError, "a caller sees nothing"),
        ["StartOutboundChatContact"] = GoesOn("no chats"),
        ["StartOutboundEmailContact"] = GoesOn("no e-mail"),
        ["StartVoiceIdStream"] = Fails(FlowErrors.NoMatchingError, "nobody's voice is known"),
        ["TagContact"] = GoesOn("no tags"),
        ["TransferContactToAgent"] = Fails(FlowErrors.NoMatchingError, "no operator transfers calls"),
        ["UntagContact"] = GoesOn("no tags"),
        ["UpdateCase"] = GoesOn("no cases"),
        ["UpdateContactMediaProcessing"] = GoesOn("no processing of media"),
        ["UpdateContactMediaStreamingBehavior"] = GoesOn("no media streams"),
        ["UpdateContactRoutingBehavior"] = GoesOn("no order among callers"),
        ["UpdateContactRoutingCriteria"] = GoesOn("no skills of operators"),
        ["UpdateCustomerProfile"] = GoesOn("no profiles"),
        ["UpdatePreviousContactParticipantState"] = GoesOn("nobody on hold"),
        ["UpsertDataTableValues"] = GoesOn("no data tables"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What playing this type of action means; null when it is none of these.</summary>
    public static ActionKind? Of(string type) => Unheard.Contains(type) ? Nothing : Noted.GetValueOrDefault(type);

    static ActionKind GoesOn(string missing) => Taking(ActionOutcome.Done, $"{missing} here, so the flow goes on.");

    static ActionKind Gives(string result, string why) =>
        Taking(new ActionOutcome.Gives(result), $"{why} here, so it gives {result}.");

    static ActionKind Fails(string error, string why) =>
        Taking(new ActionOutcome.Fails(error, Why: null), $"{why} here, so it takes {error}.");

    static ActionKind Taking(ActionOutcome outcome, string note) => new((run, action, _) =>
    {
        run.Note($"{action.Type}: {note}");
        return new(outcome);
    });
}
