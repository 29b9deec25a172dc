using NodaTime;

namespace OrderHotline.Domain;

/// <summary>What a delivery holds while it sends a message.</summary>
/// <param name="Message">The message that is its to send.</param>
/// <param name="Attempts">How often the message was handed to the service, the attempt under way included.</param>
/// <param name="InDoubt">How many of the attempts before this one may have reached the customer.</param>
public sealed record MessageClaim(ClaimId By, OwedMessage Message, int Attempts, int InDoubt)
{
    /// <summary>The service took the message.</summary>
    /// <param name="messageId">The service's own id of it; kept up to <see cref="SettledMessage.MaxCodeLength"/>.</param>
    public SettledMessage Accepted(string messageId, Instant now) =>
        new SettledMessage.Accepted(Message, now, Attempts, InDoubt, SettledMessage.Cut(messageId));

    /// <summary>The service will never take the message.</summary>
    /// <param name="reason">The service's code for it, free of personal data; kept up to <see cref="SettledMessage.MaxCodeLength"/>.</param>
    public SettledMessage Refused(string reason, Instant now) =>
        new SettledMessage.Refused(Message, now, Attempts, InDoubt, SettledMessage.Cut(reason));
}
