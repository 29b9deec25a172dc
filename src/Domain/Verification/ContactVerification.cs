using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Domain;

/// <summary>What one call has proved for one order, and how often it failed to.</summary>
/// <param name="Contact">The call's first contact, which stays the same when the call is transferred.</param>
/// <param name="LatestAt">When it last tried or asked.</param>
/// <param name="Reached">What it proved; null for nothing.</param>
/// <param name="Pending">The code that it asked for last; null for none.</param>
/// <param name="WrongAttempts">A fingerprint of each different wrong answer, so that the same one is counted once however often the channel
/// delivers it.</param>
public sealed record ContactVerification(
    ContactId Contact, Instant LatestAt, ReachedAssurance? Reached, PendingCode? Pending, ImmutableArray<string> WrongAttempts)
{
    /// <summary>How many wrong answers lock a contact.</summary>
    public const int MostWrongAttempts = 3;

    /// <summary>A contact that has tried nothing.</summary>
    public static ContactVerification Of(ContactId contact) => new(contact, default, Reached: null, Pending: null, []);

    /// <summary>Whether it has failed too often.</summary>
    public bool IsLocked => WrongAttempts.Length >= MostWrongAttempts;
}

/// <summary>What a contact proved.</summary>
/// <param name="Assurance">How much.</param>
/// <param name="For">The riskiest operation that it counts for.</param>
/// <param name="At">When.</param>
public sealed record ReachedAssurance(Assurance Assurance, Operation For, Instant At)
{
    /// <summary>How long it counts, should a call last longer.</summary>
    public static readonly Duration Life = Duration.FromHours(1);

    /// <summary>Whether it counts for an operation.</summary>
    public bool CountsFor(Operation operation, Instant now) => operation <= For && now - At < Life && now >= At - PendingCode.RetryWindow;
}
