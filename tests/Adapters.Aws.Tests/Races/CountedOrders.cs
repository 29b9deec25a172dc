using System.Collections.Concurrent;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>Counts what a store says to the changes it is given.</summary>
sealed class CountedOrders(IOrders orders) : IOrders
{
    readonly ConcurrentDictionary<OrderId, int> stored = [];
    int conflicts;

    /// <summary>How many changes came too late and were decided on again.</summary>
    public int Conflicts => conflicts;

    /// <summary>How many changes of an order the store says it has taken.</summary>
    public int Stored(OrderId id) => stored.GetValueOrDefault(id);

    public Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation) => orders.Latest(owner, cancellation);

    public Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation) => orders.Find(owner, id, cancellation);

    public async Task<StoreResult> Store(OrderChange change, CancellationToken cancellation)
    {
        var result = await orders.Store(change, cancellation);
        if (result is StoreResult.Stored)
        {
            stored.AddOrUpdate(change.Before.Id, 1, (_, count) => count + 1);
        }
        else
        {
            Interlocked.Increment(ref conflicts);
        }

        return result;
    }
}
