using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>The orders as one wish may change them: only under its own key, and only where its condition is true of the very version that is
/// changed. A retry of a wish that was granted changes nothing, so no condition stands in its way.</summary>
/// <param name="orders">The orders.</param>
/// <param name="wish">The wish.</param>
/// <param name="condition">What an order must be like to be changed.</param>
sealed class RequestedOrders(IOrders orders, WishKey wish, ChangeCondition condition) : IOrders
{
    bool isUnderWay;

    /// <inheritdoc/>
    public async Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation) => UnderItsKey(await orders.Latest(owner, cancellation));

    /// <inheritdoc/>
    public async Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation) =>
        UnderItsKey(await orders.Find(owner, id, cancellation));

    /// <inheritdoc/>
    /// <exception cref="RefusedException">The order is not as the client saw it.</exception>
    public Task<StoreResult> Store(OrderChange change, CancellationToken cancellation)
    {
        isUnderWay = true; // what is found from now on may be this very write, whose answer was lost
        return condition.Allows(change.Before)
            ? orders.Store(change, cancellation)
            : throw new RefusedException(Refusal.ConditionFailed, "The order has changed since it was read. Nothing was done: read it again, and ask again.");
    }

    /// <summary>The key came before, with another wish.</summary>
    public static RefusedException KeyReused() =>
        new(Refusal.KeyReused, $"{WishKey.Header} came before, with another wish. Nothing was done: make a new key for a new wish.");

    OrderSearch UnderItsKey(OrderSearch search)
    {
        if (search is OrderSearch.Found(var order))
        {
            if (order.History.Any(change => wish.WasAlso(change.Contact)))
            {
                throw KeyReused();
            }

            if (wish.IsForOnce && !isUnderWay && order.History.Any(change => change.Contact == wish.Contact))
            {
                throw Confirmations.Used();
            }
        }

        return search;
    }
}
