using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>A table of orders that answers nobody.</summary>
sealed class UnreachableOrders : IOrders
{
    public Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation) => throw Unreachable();

    public Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation) => throw Unreachable();

    public Task<StoreResult> Store(OrderChange change, CancellationToken cancellation) => throw Unreachable();

    static IOException Unreachable() => new("The table cannot be reached, as it was told.");
}
