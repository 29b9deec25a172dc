using System.Collections.Immutable;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Orders in memory that are set back before every step: the functions over them are opened once.</summary>
sealed class ResettableOrders : IOrders
{
    ImmutableArray<Order> before = [];
    InMemoryOrders orders = new();

    /// <summary>How many changes were stored since the orders were set back.</summary>
    public int Changes { get; private set; }

    /// <summary>Whether the shop has changed an order since.</summary>
    public bool ShopHasChangedOne { get; private set; }

    public void Rewind(ImmutableArray<Order> to)
    {
        before = to;
        orders = new InMemoryOrders();
        orders.Put(to);
        (Changes, ShopHasChangedOne) = (0, false);
    }

    /// <summary>Changes what was changed since the orders were set back: it ships a day later or, if it is cancelled, is placed again.
    /// </summary>
    public void ChangeAsTheShop()
    {
        foreach (var order in orders.All().Where(order => !before.Contains(order)))
        {
            var later = order.State is OrderState.Cancelled ? order.ShippingDate : order.ShippingDate.PlusDays(1);
            orders.Put(new Order(
                order.Id, order.Owner, order.Item, order.CustomerName, later, new OrderState.Placed(), order.PlacedAt, order.Version + 1,
                order.History, order.Outbox, order.PhoneChangedAt, order.SpokenItem));
            ShopHasChangedOne = true;
        }
    }

    public ImmutableArray<Order> All() => [.. orders.All()];

    public Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation) => orders.Latest(owner, cancellation);

    public Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation) => orders.Find(owner, id, cancellation);

    public async Task<StoreResult> Store(OrderChange change, CancellationToken cancellation)
    {
        var result = await orders.Store(change, cancellation).ConfigureAwait(false);
        if (result == StoreResult.Stored)
        {
            Changes++;
        }

        return result;
    }
}
