using NodaTime;

namespace OrderHotline.Domain;

/// <summary>What became of a message that is owed no more.</summary>
/// <param name="At">When it was noted.</param>
/// <param name="Attempts">How often it was handed to the service.</param>
/// <param name="InDoubt">How many attempts before the last ended without anybody knowing whether the service took it. Each may have
/// reached the customer.</param>
public abstract record SettledMessage(OwedMessage Message, Instant At, int Attempts, int InDoubt)
{
    /// <summary>The longest code or id of the service's that is kept, in UTF-16 units.</summary>
    public const int MaxCodeLength = 100;

    internal static string Cut(string code) => code[..Math.Min(code.Length, MaxCodeLength)];

    /// <summary>The service took it. Nobody knows whether it arrived.</summary>
    /// <param name="MessageId">The service's own id of it.</param>
    public sealed record Accepted(OwedMessage Message, Instant At, int Attempts, int InDoubt, string MessageId)
        : SettledMessage(Message, At, Attempts, InDoubt);

    /// <summary>The service will never take it.</summary>
    /// <param name="Reason">The service's code for it.</param>
    public sealed record Refused(OwedMessage Message, Instant At, int Attempts, int InDoubt, string Reason)
        : SettledMessage(Message, At, Attempts, InDoubt);

    /// <summary>A later change has overtaken it: the message of that change tells the customer how things stand.</summary>
    public sealed record Superseded(OwedMessage Message, Instant At, int Attempts, int InDoubt)
        : SettledMessage(Message, At, Attempts, InDoubt);
}
