using NodaTime;

namespace OrderHotline.Domain;

/// <summary>The answer to a delivery that wants to send an order's next message.</summary>
public abstract record ClaimDecision
{
    ClaimDecision()
    {
    }

    /// <summary>A message may be claimed: it is this delivery's once <paramref name="Change"/> is stored. Ask again then, by the time
    /// that it is by then.</summary>
    public sealed record Granted(OrderChange Change) : ClaimDecision;

    /// <summary>The claim is this delivery's, and enough of its lease is left for an attempt: the message may be sent now.</summary>
    public sealed record Held(MessageClaim Claim) : ClaimDecision;

    /// <summary>Another delivery is at it.</summary>
    /// <param name="Until">When its lease ends.</param>
    public sealed record HeldByAnother(Instant Until) : ClaimDecision;

    /// <summary>An attempt failed lately.</summary>
    /// <param name="NotBefore">When the next is due.</param>
    public sealed record NotYetDue(Instant NotBefore) : ClaimDecision;

    /// <summary>The order owes no message.</summary>
    public sealed record NothingOwed : ClaimDecision;
}
