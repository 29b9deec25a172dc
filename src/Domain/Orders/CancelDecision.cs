namespace OrderHotline.Domain;

/// <summary>The answer to a wish to cancel.</summary>
public abstract record CancelDecision
{
    CancelDecision()
    {
    }

    /// <summary>Cancelled once <paramref name="Change"/> is stored.</summary>
    public sealed record Cancelled(OrderChange Change) : CancelDecision;

    /// <summary>This very wish was granted before, by <paramref name="Before"/>, and that is still true: the same answer again, and
    /// nothing to store.</summary>
    public sealed record CancelledByThisWish(Change.Cancellation Before) : CancelDecision;

    /// <summary>This very wish was granted before, and others have changed the order since: it is not cancelled any more. Nothing is
    /// stored, and the caller must hear how things stand now.</summary>
    public sealed record ChangedMeanwhile : CancelDecision;

    /// <summary>The order was cancelled before, by another wish. Nothing changes and no second message is owed.</summary>
    public sealed record AlreadyCancelled : CancelDecision;

    /// <summary>The parcel is being packed, or was sent.</summary>
    public sealed record TooLateToCancel : CancelDecision;
}
