using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Finds the order a caller means, has it decided on, and decides again when somebody else changed it meanwhile.</summary>
sealed class OrderDesk(IOrders orders)
{
    // Every lost race means that something of somebody's was stored: a change, or a delivery's claim or note, of which each change
    // brings two. A few changes leave an order in a state that nobody can change, so one still contested after this many is a fault,
    // and is reported as one.
    const int MaxDecisions = 30;

    /// <param name="owner">The caller.</param>
    /// <param name="orderId">The order they mean; null or empty means their latest.</param>
    /// <param name="decide">Gives the answer on an order as it is, and the change that must be stored for it to be true.</param>
    /// <param name="noOrder">The answer when the caller has no such order.</param>
    /// <param name="cancellation">Ends the attempts.</param>
    /// <exception cref="TimeoutException">Others kept changing the order; nothing was stored.</exception>
    public async Task<TOutcome> Answer<TOutcome>(
        PhoneNumber owner,
        string? orderId,
        Func<Order, (TOutcome Outcome, OrderChange? Change)> decide,
        TOutcome noOrder,
        CancellationToken cancellation)
    {
        var search = string.IsNullOrEmpty(orderId)
            ? await orders.Latest(owner, cancellation).ConfigureAwait(false)
            : await orders.Find(owner, Trusted.OrderId(orderId), cancellation).ConfigureAwait(false);
        return await Answer(search, decide, noOrder, cancellation).ConfigureAwait(false);
    }

    /// <param name="search">The order as it was found last; it is read again only when others have changed it since.</param>
    /// <param name="decide">Gives the answer on an order as it is, and the change that must be stored for it to be true.</param>
    /// <param name="noOrder">The answer when there is no such order.</param>
    /// <param name="cancellation">Ends the attempts.</param>
    /// <exception cref="TimeoutException">Others kept changing the order; nothing was stored.</exception>
    public async Task<TOutcome> Answer<TOutcome>(
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
