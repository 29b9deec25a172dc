using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.InMemory;

/// <summary>
/// Orders that live as long as this object. Keeps every promise of <see cref="IOrders"/> and <see cref="IOwedTexts"/>,
/// "changed meanwhile" included, and answers at once.
/// </summary>
public sealed class InMemoryOrders : IOrders, IOwedTexts
{
    readonly Lock gate = new();
    readonly Dictionary<(PhoneNumber Owner, OrderId Id), Order> orders = [];

    /// <summary>Takes orders in as they are, as a shop's own systems would; one that is already there is replaced.</summary>
    public void Put(params IEnumerable<Order> shopOrders)
    {
        lock (gate)
        {
            foreach (var order in shopOrders)
            {
                orders[(order.Owner, order.Id)] = order;
            }
        }
    }

    /// <summary>Every order as it is now, by owner and id.</summary>
    public IReadOnlyList<Order> All()
    {
        lock (gate)
        {
            return
            [
                .. orders.Values
                    .OrderBy(order => order.Owner.ToE164(), StringComparer.Ordinal)
                    .ThenBy(order => order.Id.ToString(), StringComparer.Ordinal),
            ];
        }
    }

    /// <inheritdoc/>
    public Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation) => Answer(
        () => orders.Values
            .Where(order => order.Owner == owner)
            .OrderBy(order => order.PlacedAt)
            .ThenBy(order => order.Id.ToString(), StringComparer.Ordinal)
            .LastOrDefault(),
        cancellation);

    /// <inheritdoc/>
    public Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation) =>
        Answer(() => orders.GetValueOrDefault((owner, id)), cancellation);

    /// <inheritdoc/>
    public Task<StoreResult> Store(OrderChange change, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var key = (change.Before.Owner, change.Before.Id);
        lock (gate)
        {
            if (!orders.TryGetValue(key, out var stored) || !IsStill(change.Before, stored))
            {
                return Task.FromResult(StoreResult.ChangedMeanwhile);
            }

            orders[key] = change.After;
            return Task.FromResult(StoreResult.Stored);
        }
    }

    /// <inheritdoc/>
    public Task<DueTexts> Due(Instant now, int limit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Task.FromResult(new DueTexts(
                [
                    .. orders.Values
                        .Where(order => order.Texts.Due <= now)
                        .OrderBy(order => order.Texts.Due)
                        .Take(limit)
                        .Select(order => new DueOrder(order.Owner, order.Id, order.Texts.Due)),
                ],
                Unreadable: []));
        }
    }

    // The version alone would do for changes that the line makes. The shop's own systems ship and move orders without knowing of it.
    static bool IsStill(Order before, Order stored) =>
        stored.Version == before.Version && stored.State == before.State && stored.ShippingDate == before.ShippingDate;

    Task<OrderSearch> Answer(Func<Order?> search, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Task.FromResult<OrderSearch>(search() is { } order ? new OrderSearch.Found(order) : new OrderSearch.NoOrder());
        }
    }
}
