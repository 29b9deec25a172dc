using NodaTime;

namespace OrderHotline.Domain;

/// <summary>A code that a contact asked for and has not keyed in yet: all that is stored of it, which is not the code.</summary>
/// <param name="Contact">The first contact of the call in which it was asked for; it is worth nothing in another.</param>
/// <param name="For">What it is for; it is worth nothing for what risks more.</param>
/// <param name="Nonce">Random, so that no two codes depend on each other.</param>
/// <param name="KeyId">The key that it is derived with.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="Sending">Whether it was sent.</param>
public sealed record PendingCode(ContactId Contact, Operation For, string Nonce, string KeyId, Instant AskedAt, CodeSending Sending)
{
    /// <summary>How long a code is worth anything.</summary>
    public static readonly Duration Life = Duration.FromMinutes(5);

    /// <summary>How long the same request counts as a retry, and brings no second code.</summary>
    public static readonly Duration RetryWindow = Duration.FromSeconds(30);

    /// <summary>Whether it has expired.</summary>
    public bool HasExpired(Instant now) => now - AskedAt >= Life || now < AskedAt - RetryWindow;
}

/// <summary>What became of a code.</summary>
public enum CodeSending
{
    /// <summary>Nobody is sent it: there is no order, its number takes no texts, or too many were sent. The caller hears the same, and whatever
    /// is keyed in is wrong.</summary>
    Decoy,

    /// <summary>It must be sent.</summary>
    Owed,

    /// <summary>The service took it.</summary>
    Sent,
}
