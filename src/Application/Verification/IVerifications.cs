using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>What callers have tried and proved, kept apart from the orders: nobody may restore it to an earlier moment, and nothing listens to
/// it.</summary>
/// <remarks>Reads see every write that was answered before them. An implementation that gives up throws, and the caller does not know whether
/// a write was applied. All members may be called at the same time.</remarks>
public interface IVerifications
{
    /// <summary>What is known of a subject; a store that has forgotten it answers <see cref="OrderVerification.NothingTried"/>. What it has
    /// not forgotten yet may have expired: who reads it looks at the times.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation);

    /// <summary>Stores what follows on the version before it, whole; nothing when the store holds another version. Of several that follow on
    /// the same version exactly one is stored.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled; it may have been stored.</exception>
    Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation);

    /// <summary>Takes one of the codes that the shop sends on a day at most.</summary>
    /// <param name="day">The day, in the shop's zone.</param>
    /// <param name="atMost">How many there are on a day.</param>
    /// <param name="cancellation">Ends the request; a code may have been taken.</param>
    Task<CodeBudget> TakeCode(LocalDate day, int atMost, CancellationToken cancellation);
}

/// <summary>Whether the shop sends another code on a day.</summary>
public enum CodeBudget
{
    /// <summary>One more was taken.</summary>
    Taken,

    /// <summary>All of that day are taken.</summary>
    UsedUp,
}
