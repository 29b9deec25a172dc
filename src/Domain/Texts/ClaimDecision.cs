using NodaTime;

namespace OrderHotline.Domain;

/// <summary>The answer to a delivery that wants to send an order's next text.</summary>
public abstract record ClaimDecision
{
    ClaimDecision()
    {
    }

    /// <summary>The text is this delivery's to send once <paramref name="Change"/> is stored.</summary>
    public sealed record Granted(TextClaim Claim, OrderChange Change) : ClaimDecision;

    /// <summary>The claim was granted and stored before, and its answer was lost: the text is this delivery's to send.</summary>
    public sealed record Held(TextClaim Claim) : ClaimDecision;

    /// <summary>Another delivery is at it.</summary>
    /// <param name="Until">When its lease ends.</param>
    public sealed record HeldByAnother(Instant Until) : ClaimDecision;

    /// <summary>An attempt failed lately.</summary>
    /// <param name="NotBefore">When the next is due.</param>
    public sealed record NotYetDue(Instant NotBefore) : ClaimDecision;

    /// <summary>The order owes no text.</summary>
    public sealed record NothingOwed : ClaimDecision;
}
