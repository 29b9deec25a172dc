using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.InMemory;

/// <summary>What callers tried and proved, for as long as this object lives. Keeps every promise of <see cref="IVerifications"/>, and answers
/// at once. Nothing is ever forgotten, as a table forgets late: who reads looks at the times.</summary>
public sealed class InMemoryVerifications : IVerifications
{
    readonly Lock gate = new();
    readonly Dictionary<VerificationSubject, OrderVerification> tried = [];
    readonly Dictionary<LocalDate, int> codes = [];

    /// <summary>Takes in what was kept elsewhere, as it is; what is there already for an order is replaced.</summary>
    public void Put(params IEnumerable<OrderVerification> kept)
    {
        lock (gate)
        {
            foreach (var verification in kept)
            {
                tried[verification.Subject] = verification;
            }
        }
    }

    /// <summary>Everything that is kept, in no order.</summary>
    public IReadOnlyList<OrderVerification> All()
    {
        lock (gate)
        {
            return [.. tried.Values];
        }
    }

    /// <inheritdoc/>
    public Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Task.FromResult(tried.GetValueOrDefault(subject) ?? OrderVerification.NothingTried(subject));
        }
    }

    /// <inheritdoc/>
    public Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            if ((tried.GetValueOrDefault(next.Subject)?.Version ?? 0) != next.Version - 1)
            {
                return Task.FromResult(StoreResult.ChangedMeanwhile);
            }

            tried[next.Subject] = next;
            return Task.FromResult(StoreResult.Stored);
        }
    }

    /// <inheritdoc/>
    public Task<CodeBudget> TakeCode(LocalDate day, int atMost, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            var taken = codes.GetValueOrDefault(day);
            if (taken >= atMost)
            {
                return Task.FromResult(CodeBudget.UsedUp);
            }

            codes[day] = taken + 1;
            return Task.FromResult(CodeBudget.Taken);
        }
    }
}
