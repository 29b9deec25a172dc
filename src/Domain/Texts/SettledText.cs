using NodaTime;

namespace OrderHotline.Domain;

/// <summary>What became of a text that is owed no more.</summary>
/// <param name="Text">The text.</param>
/// <param name="At">When it was noted.</param>
/// <param name="Attempts">How often it was handed to the service.</param>
/// <param name="InDoubt">How many attempts before the last ended without anybody knowing whether the service took it.</param>
public abstract record SettledText(OwedText Text, Instant At, int Attempts, int InDoubt)
{
    /// <summary>The longest code or id of the service's that is kept, in UTF-16 units.</summary>
    public const int MaxCodeLength = 100;

    internal static string Cut(string code) => code[..Math.Min(code.Length, MaxCodeLength)];

    /// <summary>The service took it. Nobody knows whether it arrived.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="At">When it was noted.</param>
    /// <param name="Attempts">How often it was handed to the service.</param>
    /// <param name="InDoubt">How many attempts before this one may have reached the customer too.</param>
    /// <param name="MessageId">The service's own id of it.</param>
    public sealed record Accepted(OwedText Text, Instant At, int Attempts, int InDoubt, string MessageId)
        : SettledText(Text, At, Attempts, InDoubt);

    /// <summary>The service will never take it.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="At">When it was noted.</param>
    /// <param name="Attempts">How often it was handed to the service.</param>
    /// <param name="InDoubt">How many attempts before this one ended without anybody knowing.</param>
    /// <param name="Reason">The service's code for it.</param>
    public sealed record Refused(OwedText Text, Instant At, int Attempts, int InDoubt, string Reason)
        : SettledText(Text, At, Attempts, InDoubt);

    /// <summary>A later change has overtaken it: the text of that change tells the customer how things stand.</summary>
    public sealed record Superseded(OwedText Text, Instant At, int Attempts, int InDoubt) : SettledText(Text, At, Attempts, InDoubt);
}
