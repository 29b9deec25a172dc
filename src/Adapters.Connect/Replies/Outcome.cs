namespace OrderHotline.Adapters.Connect;

/// <summary>The values of a reply's <c>outcome</c>: the closed set a flow can branch on. The names are the contract.</summary>
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

    /// <summary>The order is with the carrier.</summary>
    TooLateToCancel,

    /// <summary>The order ships on the day that was asked for.</summary>
    Rescheduled,

    /// <summary>The order shipped on that day all along.</summary>
    Unchanged,

    /// <summary>The order is with the carrier.</summary>
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

    /// <summary>The flow is wrong: what it sent makes no sense.</summary>
    InvalidRequest,

    /// <summary>The line is at fault or cannot reach its store; whether anything changed is not known, and asking again is safe.</summary>
    Unavailable,
}
