using System.Collections.Concurrent;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>What <see cref="IOrders"/> must not be: it compares first and writes later, without a condition.</summary>
sealed class CarelessOrders(IEnumerable<Order> shopOrders) : IOrders, IOutbox
{
    readonly ConcurrentDictionary<OrderId, Order> orders = new(shopOrders.ToDictionary(order => order.Id));

    /// <summary>No schedule asks.</summary>
    public Task<DueOrders> Due(Instant now, int limit, CancellationToken cancellation) => Task.FromResult(new DueOrders([], []));

    public Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation) =>
        throw new NotSupportedException("Every order in a race is named.");

    public async Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation)
    {
        await Task.Yield();
        return new OrderSearch.Found(orders[id]);
    }

    public async Task<StoreResult> Store(OrderChange change, CancellationToken cancellation)
    {
        if (orders[change.Before.Id].Version != change.Before.Version)
        {
            return StoreResult.ChangedMeanwhile;
        }

        await Task.Yield();
        orders[change.Before.Id] = change.After;
        return StoreResult.Stored;
    }
}
