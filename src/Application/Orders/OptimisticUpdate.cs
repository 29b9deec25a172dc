using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Has an order decided on and stores the change, and decides again on the new state when others changed it meanwhile: no update
/// is lost, and none is answered for that was not stored.</summary>
sealed class OptimisticUpdate(IOrders orders)
{
    // Every lost race means that something else was stored: a change, or a delivery's claim or note, of which each change brings two. A
    // few changes leave an order in a state that cannot be changed, so one still contested after this many is a fault, and is reported
    // as one.
    const int MaxDecisions = 30;

    /// <param name="search">The order as it was found last; it is read again only when others have changed it since.</param>
    /// <param name="decide">Gives the answer on an order as it is, and the change that must be stored for it to be true; null when it is
    /// true already.</param>
    /// <param name="noOrder">The answer when there is no such order.</param>
    /// <exception cref="TimeoutException">Others kept changing the order; nothing was stored.</exception>
    public async Task<TOutcome> Apply<TOutcome>(
        OrderSearch search,
        Func<Order, (TOutcome Outcome, OrderChange? Change)> decide,
        TOutcome noOrder,
        CancellationToken cancellation)
    {
        for (var decisions = 1; search is OrderSearch.Found(var order); decisions++)
        {
            var (outcome, change) = decide(order);
            if (change is null || await orders.Store(change, cancellation).ConfigureAwait(false) is StoreResult.Stored)
            {
                return outcome;
            }

            if (decisions == MaxDecisions)
            {
                throw new TimeoutException($"Order {order.Id} was changed by others {MaxDecisions} times while it was being decided on.");
            }

            search = await orders.Find(order.Owner, order.Id, cancellation).ConfigureAwait(false);
        }

        return noOrder;
    }
}
