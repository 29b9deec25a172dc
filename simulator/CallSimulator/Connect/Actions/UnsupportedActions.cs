using System.Collections.Frozen;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Actions that public flows have and that mean nothing without the service: each takes a stated branch.</summary>
static class UnsupportedActions
{
    static readonly ActionKind Nothing = new((_, _, _) => new(ActionOutcome.Done));

    // These are neither heard nor branched on: no note about them.
    static readonly FrozenSet<string> Unheard = FrozenSet.Create(
        StringComparer.Ordinal,
        ActionTypes.UpdateContactRecordingAndAnalyticsBehavior,
        ActionTypes.UpdateContactRecordingBehavior,
        ActionTypes.UpdateFlowLoggingBehavior);

    static readonly FrozenDictionary<string, ActionKind> Noted = new Dictionary<string, ActionKind>
    {
        [ActionTypes.AssociateContactToCustomerProfile] = GoesOn("no profiles"),
        [ActionTypes.AuthenticateParticipant] = Fails(FlowErrors.NoMatchingError, "nobody signs in on a telephone"),
        [ActionTypes.CheckOutboundCallStatus] = Gives("CallAnswered", "whoever phones has answered"),
        [ActionTypes.CheckVoiceId] = Gives("NotEnrolled", "nobody's voice is enrolled"),
        [ActionTypes.CompleteOutboundCall] = GoesOn("no outbound calls"),
        [ActionTypes.ConnectParticipantWithAgenticCX] = Fails(FlowErrors.NoMatchingError, "no AI agent"),
        [ActionTypes.CreateCase] = GoesOn("no cases"),
        [ActionTypes.CreateContact] = GoesOn("no further contacts"),
        [ActionTypes.CreateCustomerProfile] = GoesOn("no profiles"),
        [ActionTypes.CreatePersistentContactAssociation] = Fails(FlowErrors.NoMatchingError, "a call has no chat to go on with"),
        [ActionTypes.CreateTask] = GoesOn("no tasks"),
        [ActionTypes.CreateWisdomSession] = GoesOn("no assistant for operators"),
        [ActionTypes.EvaluateDataTableValues] = Fails(FlowErrors.NoMatchingError, "no data tables"),
        [ActionTypes.GetCalculatedAttributesForCustomerProfile] = Fails("NoneFoundError", "no profiles"),
        [ActionTypes.GetCase] = Fails("NoneFound", "no cases"),
        [ActionTypes.GetCustomerProfile] = Fails("NoneFoundError", "no profiles"),
        [ActionTypes.GetCustomerProfileObject] = Fails("NoneFoundError", "no profiles"),
        [ActionTypes.ListDataTableValues] = Fails(FlowErrors.NoMatchingError, "no data tables"),
        [ActionTypes.LoadContactContent] = Fails(FlowErrors.NoMatchingError, "a call has no e-mail"),
        [ActionTypes.RenderMessageTemplate] = Fails(FlowErrors.NoMatchingError, "no message templates"),
        [ActionTypes.ResumeContact] = GoesOn("nobody paused"),
        [ActionTypes.ShowView] = Fails(FlowErrors.NoMatchingError, "a caller sees nothing"),
        [ActionTypes.StartOutboundChatContact] = GoesOn("no chats"),
        [ActionTypes.StartOutboundEmailContact] = GoesOn("no e-mail"),
        [ActionTypes.StartVoiceIdStream] = Fails(FlowErrors.NoMatchingError, "nobody's voice is known"),
        [ActionTypes.TransferContactToAgent] = Fails(FlowErrors.NoMatchingError, "no operator transfers calls"),
        [ActionTypes.UpdateCase] = GoesOn("no cases"),
        [ActionTypes.UpdateContactMediaProcessing] = GoesOn("no processing of media"),
        [ActionTypes.UpdateContactMediaStreamingBehavior] = GoesOn("no media streams"),
        [ActionTypes.UpdateContactRoutingBehavior] = GoesOn("no order among callers"),
        [ActionTypes.UpdateContactRoutingCriteria] = GoesOn("no skills of operators"),
        [ActionTypes.UpdateCustomerProfile] = GoesOn("no profiles"),
        [ActionTypes.UpdatePreviousContactParticipantState] = GoesOn("nobody on hold"),
        [ActionTypes.UpsertDataTableValues] = GoesOn("no data tables"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What playing this type of action means; null when it is none of these.</summary>
    public static ActionKind? Find(string type) => Unheard.Contains(type) ? Nothing : Noted.GetValueOrDefault(type);

    static ActionKind GoesOn(string missing) => CoverageState(ActionOutcome.Done, $"{missing} here, so the flow goes on.");

    static ActionKind Gives(string result, string why) =>
        CoverageState(new ActionOutcome.Gives(result), $"{why} here, so it gives {result}.");

    static ActionKind Fails(string error, string why) =>
        CoverageState(new ActionOutcome.Fails(error, Why: null), $"{why} here, so it takes {error}.");

    static ActionKind CoverageState(ActionOutcome outcome, string note) => new((run, action, _) =>
    {
        run.Miss($"{action.Type}: {note}");
        return new(outcome);
    });
}
