using NodaTime;

namespace OrderHotline.Domain;

/// <summary>What a delivery holds while it sends a text.</summary>
/// <param name="By">The delivery.</param>
/// <param name="Text">The text that is its to send.</param>
/// <param name="Attempts">How often the text was handed to the service, the attempt under way included.</param>
/// <param name="InDoubt">How many of the attempts before this one may have reached the customer.</param>
public sealed record TextClaim(ClaimId By, OwedText Text, int Attempts, int InDoubt)
{
    /// <summary>The service took the text.</summary>
    /// <param name="messageId">The service's own id of it; kept up to <see cref="SettledText.MaxCodeLength"/>.</param>
    /// <param name="now">The time.</param>
    public SettledText Accepted(string messageId, Instant now) =>
        new SettledText.Accepted(Text, now, Attempts, InDoubt, SettledText.Cut(messageId));

    /// <summary>The service will never take the text.</summary>
    /// <param name="reason">The service's code for it, free of personal data; kept up to <see cref="SettledText.MaxCodeLength"/>.</param>
    /// <param name="now">The time.</param>
    public SettledText Refused(string reason, Instant now) =>
        new SettledText.Refused(Text, now, Attempts, InDoubt, SettledText.Cut(reason));
}

/// <summary>What is known of an attempt that failed.</summary>
public enum FailedAttempt
{
    /// <summary>The service said that it did not take the text.</summary>
    NotTaken,

    /// <summary>No answer came, or none that tells: the service may have taken the text.</summary>
    InDoubt,
}
