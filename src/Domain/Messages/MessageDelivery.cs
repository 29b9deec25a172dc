using NodaTime;

namespace OrderHotline.Domain;

/// <summary>Where the delivery of the oldest message that an order owes stands. It says nothing once no message is owed.</summary>
/// <param name="Attempts">How often it was handed to the service, or was about to be.</param>
/// <param name="InDoubt">How many of those attempts ended without anybody knowing whether the service took it. Each may have
/// reached the customer.</param>
public abstract record MessageDelivery(int Attempts, int InDoubt)
{
    /// <summary>There was no attempt yet.</summary>
    public sealed record Untried() : MessageDelivery(0, 0);

    /// <summary>A delivery is at it, and all others keep away until its lease ends.</summary>
    /// <param name="Until">The end of the lease: from this instant on another delivery may take over.</param>
    /// <param name="Attempts">How often it was handed to the service, the attempt under way included.</param>
    /// <param name="InDoubt">How many of the attempts before this one ended without anybody knowing.</param>
    public sealed record Claimed(ClaimId By, Instant Until, int Attempts, int InDoubt) : MessageDelivery(Attempts, InDoubt);

    /// <summary>The last attempt failed, and the next comes later.</summary>
    /// <param name="NotBefore">When the next attempt is due.</param>
    /// <param name="Reason">What went wrong, as a code free of personal data.</param>
    public sealed record Postponed(Instant NotBefore, string Reason, int Attempts, int InDoubt) : MessageDelivery(Attempts, InDoubt);
}
