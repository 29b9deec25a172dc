using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Has what was tried for an order decided on and stores what follows, and decides again on the new state when others were faster: no
/// attempt is lost, and none is answered for that was not counted.</summary>
sealed class OptimisticVerification(IVerifications verifications)
{
    // Every lost race means that another attempt was counted, and a few of those lock. One still contested after this many is a fault.
    const int MostDecisions = 30;

    /// <param name="subject">What is being verified.</param>
    /// <param name="decide">Gives the decision, and what must be stored for it to be true; null when it is true already.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The decision, and what was stored.</returns>
    /// <exception cref="TimeoutException">Others were faster every time; nothing was stored.</exception>
    public async Task<(TDecision Decision, OrderVerification? Stored)> Apply<TDecision>(
        VerificationSubject subject,
        Func<OrderVerification, Task<(TDecision Decision, OrderVerification? Next)>> decide,
        CancellationToken cancellation)
        where TDecision : class
    {
        for (var decisions = 0; decisions < MostDecisions; decisions++)
        {
            var tried = await verifications.Of(subject, cancellation).ConfigureAwait(false);
            var (decision, next) = await decide(tried).ConfigureAwait(false);
            if (next is null || await verifications.Store(next, cancellation).ConfigureAwait(false) is StoreResult.Stored)
            {
                return (decision, next);
            }
        }

        throw new TimeoutException($"What was tried for an order was changed by others {MostDecisions} times while it was being decided on.");
    }
}
