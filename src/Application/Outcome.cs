using System.Collections.Immutable;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>What a request of a call can come to, by the names that every channel answers with: a closed set that flows and clients branch
/// on. The names are the contract; the words are each channel's own.</summary>
public enum Outcome
{
    /// <summary>The caller's latest order is in the reply.</summary>
    OrderFound,

    /// <summary>The caller has no such order.</summary>
    NoOrder,

    /// <summary>The number is withheld, missing or malformed.</summary>
    CallerUnidentified,

    /// <summary>The order is cancelled by this wish.</summary>
    Cancelled,

    /// <summary>The order had been cancelled before.</summary>
    AlreadyCancelled,

    /// <summary>The parcel is being packed, or was sent.</summary>
    TooLateToCancel,

    /// <summary>The order ships on the day that was asked for.</summary>
    Rescheduled,

    /// <summary>The order shipped on that day all along.</summary>
    Unchanged,

    /// <summary>The parcel is being packed, or was sent.</summary>
    TooLateToReschedule,

    /// <summary>A cancelled order cannot be rescheduled.</summary>
    OrderIsCancelled,

    /// <summary>This wish was granted when it first arrived, and others have changed the order since: tell how it stands.</summary>
    ChangedMeanwhile,

    /// <summary>The answer was vague: ask which day.</summary>
    WhichDay,

    /// <summary>The answer names no date: ask again.</summary>
    DateNotUnderstood,

    /// <summary>The day is before today.</summary>
    DateInThePast,

    /// <summary>The day is sooner than the shop can manage.</summary>
    DateTooSoon,

    /// <summary>The day is farther ahead than the shop plans.</summary>
    DateTooFar,

    /// <summary>Nothing ships on that day.</summary>
    NotAShippingDay,

    /// <summary>The caller must prove more first, in the way that is said beside. Nothing was changed.</summary>
    VerificationNeeded,

    /// <summary>If the order's number can have a code, one is on its way.</summary>
    CodeRequested,

    /// <summary>The caller has proved what was asked for.</summary>
    Verified,

    /// <summary>What was keyed in is wrong: ask again.</summary>
    WrongCode,

    /// <summary>There is no code that is still worth anything: offer a new one.</summary>
    CodeExpired,

    /// <summary>The contact has failed too often: an operator.</summary>
    VerificationLocked,

    /// <summary>The call centre knows of no operator in this call: nobody's word was taken.</summary>
    NoOperatorConnected,

    /// <summary>The channel is wrong: what it sent makes no sense.</summary>
    InvalidRequest,

    /// <summary>The line is at fault or cannot reach its store; whether anything changed is not known, and asking again is safe.</summary>
    Unavailable,
}

/// <summary>Which <see cref="Outcome"/> an answer is, and whether what was asked for is true. "You have no order" is a successful
/// look-up.</summary>
public static class Outcomes
{
    /// <summary>Every outcome of a look-up, but for <see cref="Outcome.InvalidRequest"/> and <see cref="Outcome.Unavailable"/>, which
    /// every request can come to.</summary>
    public static ImmutableArray<Outcome> OfLookingUp { get; } = [Outcome.OrderFound, Outcome.NoOrder, Outcome.VerificationNeeded, Outcome.CallerUnidentified];

    /// <summary>Every outcome of a cancellation, but for those that every request can come to.</summary>
    public static ImmutableArray<Outcome> OfCancelling { get; } =
    [
        Outcome.Cancelled, Outcome.AlreadyCancelled, Outcome.ChangedMeanwhile, Outcome.TooLateToCancel, Outcome.NoOrder,
        Outcome.VerificationNeeded, Outcome.CallerUnidentified,
    ];

    /// <summary>Every outcome of a new date, but for those that every request can come to.</summary>
    public static ImmutableArray<Outcome> OfRescheduling { get; } =
    [
        Outcome.Rescheduled, Outcome.Unchanged, Outcome.ChangedMeanwhile, Outcome.OrderIsCancelled, Outcome.TooLateToReschedule,
        Outcome.WhichDay, Outcome.DateNotUnderstood, Outcome.DateInThePast, Outcome.DateTooSoon, Outcome.DateTooFar,
        Outcome.NotAShippingDay, Outcome.NoOrder, Outcome.VerificationNeeded, Outcome.CallerUnidentified,
    ];

    /// <summary>Every outcome of a request for a code, but for those that every request can come to.</summary>
    public static ImmutableArray<Outcome> OfRequestingACode { get; } =
        [Outcome.CodeRequested, Outcome.VerificationLocked, Outcome.CallerUnidentified];

    /// <summary>Every outcome of an attempt to be verified, but for those that every request can come to.</summary>
    public static ImmutableArray<Outcome> OfVerifying { get; } =
        [Outcome.Verified, Outcome.WrongCode, Outcome.CodeExpired, Outcome.VerificationLocked, Outcome.CallerUnidentified];

    /// <summary>Every outcome of an operator's word for a caller, but for those that every request can come to.</summary>
    public static ImmutableArray<Outcome> OfVouching { get; } =
        [Outcome.Verified, Outcome.NoOperatorConnected, Outcome.NoOrder, Outcome.CallerUnidentified];

    /// <summary>The name of a look-up's answer.</summary>
    public static Outcome Name(this LookUpOutcome answer) => answer switch
    {
        LookUpOutcome.OrderFound => Outcome.OrderFound,
        LookUpOutcome.NoOrder => Outcome.NoOrder,
        LookUpOutcome.VerificationNeeded => Outcome.VerificationNeeded,
        LookUpOutcome.CallerUnidentified => Outcome.CallerUnidentified,
        LookUpOutcome.InvalidRequest => Outcome.InvalidRequest,
        _ => throw NoOutcomeFor(answer),
    };

    /// <summary>The name of a cancellation's answer.</summary>
    public static Outcome Name(this CancelOutcome answer) => answer switch
    {
        CancelOutcome.Decided(CancelDecision.Cancelled or CancelDecision.CancelledByThisWish, _, _) => Outcome.Cancelled,
        CancelOutcome.Decided(CancelDecision.AlreadyCancelled, _, _) => Outcome.AlreadyCancelled,
        CancelOutcome.Decided(CancelDecision.ChangedMeanwhile, _, _) => Outcome.ChangedMeanwhile,
        CancelOutcome.Decided(CancelDecision.TooLateToCancel, _, _) => Outcome.TooLateToCancel,
        CancelOutcome.NoOrder => Outcome.NoOrder,
        CancelOutcome.VerificationNeeded => Outcome.VerificationNeeded,
        CancelOutcome.CallerUnidentified => Outcome.CallerUnidentified,
        CancelOutcome.InvalidRequest => Outcome.InvalidRequest,
        _ => throw NoOutcomeFor(answer),
    };

    /// <summary>The name of the answer to a wish for a new date.</summary>
    public static Outcome Name(this RescheduleOutcome answer) => answer switch
    {
        RescheduleOutcome.Decided(var decision, _, _) => Name(decision),
        RescheduleOutcome.NoOrder => Outcome.NoOrder,
        RescheduleOutcome.VerificationNeeded => Outcome.VerificationNeeded,
        RescheduleOutcome.CallerUnidentified => Outcome.CallerUnidentified,
        RescheduleOutcome.InvalidRequest => Outcome.InvalidRequest,
        _ => throw NoOutcomeFor(answer),
    };

    /// <summary>The name of the answer to a request for a code.</summary>
    public static Outcome Name(this RequestCodeOutcome answer) => answer switch
    {
        RequestCodeOutcome.Requested => Outcome.CodeRequested,
        RequestCodeOutcome.Locked => Outcome.VerificationLocked,
        RequestCodeOutcome.CallerUnidentified => Outcome.CallerUnidentified,
        RequestCodeOutcome.InvalidRequest => Outcome.InvalidRequest,
        _ => throw NoOutcomeFor(answer),
    };

    /// <summary>The name of the answer to an attempt to be verified.</summary>
    public static Outcome Name(this VerifyCallerOutcome answer) => answer switch
    {
        VerifyCallerOutcome.Verified => Outcome.Verified,
        VerifyCallerOutcome.Wrong => Outcome.WrongCode,
        VerifyCallerOutcome.Expired => Outcome.CodeExpired,
        VerifyCallerOutcome.Locked => Outcome.VerificationLocked,
        VerifyCallerOutcome.CallerUnidentified => Outcome.CallerUnidentified,
        VerifyCallerOutcome.InvalidRequest => Outcome.InvalidRequest,
        _ => throw NoOutcomeFor(answer),
    };

    /// <summary>The name of the answer to an operator's word.</summary>
    public static Outcome Name(this VouchForCallerOutcome answer) => answer switch
    {
        VouchForCallerOutcome.Verified => Outcome.Verified,
        VouchForCallerOutcome.NoOperatorConnected => Outcome.NoOperatorConnected,
        VouchForCallerOutcome.NoOrder => Outcome.NoOrder,
        VouchForCallerOutcome.CallerUnidentified => Outcome.CallerUnidentified,
        VouchForCallerOutcome.InvalidRequest => Outcome.InvalidRequest,
        _ => throw NoOutcomeFor(answer),
    };

    /// <summary>Whether the store was asked and answered.</summary>
    public static bool IsSuccess(this LookUpOutcome answer) => answer is not LookUpOutcome.InvalidRequest;

    /// <summary>Whether a code may be on its way.</summary>
    public static bool IsSuccess(this RequestCodeOutcome answer) => answer is RequestCodeOutcome.Requested;

    /// <summary>Whether the caller is verified.</summary>
    public static bool IsSuccess(this VerifyCallerOutcome answer) => answer is VerifyCallerOutcome.Verified;

    /// <summary>Whether the operator's word was taken.</summary>
    public static bool IsSuccess(this VouchForCallerOutcome answer) => answer is VouchForCallerOutcome.Verified;

    /// <summary>Whether the order is cancelled now.</summary>
    public static bool IsSuccess(this CancelOutcome answer) => answer.Name() is Outcome.Cancelled or Outcome.AlreadyCancelled;

    /// <summary>Whether the order ships on the day that was asked for.</summary>
    public static bool IsSuccess(this RescheduleOutcome answer) => answer.Name() is Outcome.Rescheduled or Outcome.Unchanged;

    static Outcome Name(RescheduleDecision decision) => decision switch
    {
        RescheduleDecision.Rescheduled or RescheduleDecision.RescheduledByThisWish => Outcome.Rescheduled,
        RescheduleDecision.Unchanged => Outcome.Unchanged,
        RescheduleDecision.ChangedMeanwhile => Outcome.ChangedMeanwhile,
        RescheduleDecision.OrderIsCancelled => Outcome.OrderIsCancelled,
        RescheduleDecision.TooLateToReschedule => Outcome.TooLateToReschedule,
        RescheduleDecision.WhichDay => Outcome.WhichDay,
        RescheduleDecision.DateNotUnderstood => Outcome.DateNotUnderstood,
        RescheduleDecision.DayNotPossible(DayVerdict.InThePast) => Outcome.DateInThePast,
        RescheduleDecision.DayNotPossible(DayVerdict.TooSoon) => Outcome.DateTooSoon,
        RescheduleDecision.DayNotPossible(DayVerdict.TooFar) => Outcome.DateTooFar,
        RescheduleDecision.DayNotPossible(DayVerdict.NotAShippingDay) => Outcome.NotAShippingDay,
        _ => throw NoOutcomeFor(decision),
    };

    static NotSupportedException NoOutcomeFor(object answer) => new($"No outcome for {answer}.");
}
