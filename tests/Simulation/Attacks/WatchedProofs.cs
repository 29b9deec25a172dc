using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>The store of proofs, which sees whether a code that was right comes back.</summary>
sealed class WatchedProofs(IVerifications proofs, Ledger ledger) : IVerifications
{
    readonly Dictionary<(VerificationSubject Subject, ContactId Contact), string> pending = [];
    readonly HashSet<string> used = new(StringComparer.Ordinal);

    public Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation) => proofs.Of(subject, cancellation);

    public async Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation)
    {
        var result = await proofs.Store(next, cancellation).ConfigureAwait(false);
        foreach (var call in result is StoreResult.Stored ? next.Contacts : [])
        {
            var key = (next.Subject, call.Contact);
            if (call.Reached is { Assurance: Assurance.Possession } reached && reached.At == call.LatestAt && pending.Remove(key, out var nonce))
            {
                used.Add(nonce);
            }

            if (call.Pending is { } code)
            {
                ledger.Check(!used.Contains(code.Nonce), AttackRules.IsGone, code);
                pending[key] = code.Nonce;
            }
        }

        return result;
    }

    public Task<CodeBudget> TakeCode(LocalDate day, int atMost, CancellationToken cancellation) => proofs.TakeCode(day, atMost, cancellation);
}

/// <summary>Lets several who read at the same moment all have read before the first of them writes. They go on in the order in which they
/// came, one after another, so that the same attack is the same again.</summary>
sealed class RushedProofs(IVerifications proofs) : IVerifications
{
    readonly Queue<TaskCompletionSource> waiting = [];
    int toRead;

    /// <summary>The next reads are made at the same moment.</summary>
    public void Expect(int readers) => toRead = readers;

    public async Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation)
    {
        var reading = proofs.Of(subject, cancellation); // which has read by now, or failed
        if (toRead > 0 && --toRead == 0)
        {
            while (waiting.TryDequeue(out var before))
            {
                before.SetResult(); // has one who waits, and runs it here
            }
        }
        else if (toRead > 0)
        {
            var turn = new TaskCompletionSource();
            waiting.Enqueue(turn);
            await turn.Task.ConfigureAwait(false);
        }

        return await reading.ConfigureAwait(false);
    }

    public Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation) => proofs.Store(next, cancellation);

    public Task<CodeBudget> TakeCode(LocalDate day, int atMost, CancellationToken cancellation) => proofs.TakeCode(day, atMost, cancellation);
}
