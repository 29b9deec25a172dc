using System.Collections.Immutable;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Orders in memory that are set back before every step: the functions over them are opened once.</summary>
sealed class ResettableOrders : IOrders
{
    InMemoryOrders orders = new();

    /// <summary>How many changes were stored since the orders were set back.</summary>
    public int Changes { get; private set; }

    public void Rewind(ImmutableArray<Order> to)
    {
        orders = new InMemoryOrders();
        orders.Put(to);
        Changes = 0;
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
