namespace OrderHotline.Domain;

/// <summary>The answer to a wish for another shipping date.</summary>
public abstract record RescheduleDecision
{
    RescheduleDecision()
    {
    }

    /// <summary>Rescheduled once <paramref name="Change"/> is stored.</summary>
    public sealed record Rescheduled(OrderChange Change) : RescheduleDecision;

    /// <summary>This very wish was granted before, by <paramref name="Before"/>, and that is still true: the same answer again, and
    /// nothing to store.</summary>
    public sealed record RescheduledByThisWish(Change.Rescheduling Before) : RescheduleDecision;

    /// <summary>This very wish was granted before, and others have changed the order since: it is cancelled, or ships on another day.
    /// Nothing is stored, and the caller must hear how things stand now.</summary>
    public sealed record ChangedMeanwhile : RescheduleDecision;

    /// <summary>The order ships on that day as it is. Nothing changes and no message is owed.</summary>
    public sealed record Unchanged : RescheduleDecision;

    /// <summary>A cancelled order has no shipping date to move.</summary>
    public sealed record OrderIsCancelled : RescheduleDecision;

    /// <summary>The parcel is being packed, or was sent.</summary>
    public sealed record TooLateToReschedule : RescheduleDecision;

    /// <summary>More than one day was meant, or none in particular: ask which of <paramref name="Possible"/>.</summary>
    /// <param name="Possible">The days that were meant and can be had or, when none of those can, every day that can.</param>
    public sealed record WhichDay(ShippingDays Possible) : RescheduleDecision;

    /// <summary>What was said names no date.</summary>
    public sealed record DateNotUnderstood : RescheduleDecision;

    /// <summary>One day was meant, and the shipping policy does not allow it.</summary>
    /// <param name="Verdict">Why not; never <see cref="DayVerdict.Possible"/>.</param>
    public sealed record DayNotPossible(DayVerdict Verdict) : RescheduleDecision;
}
