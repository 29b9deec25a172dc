using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.InMemory.Tests;

public sealed class InMemoryOutboxTests : OutboxContract
{
    protected override Task<(IOrders Orders, IOutbox Outbox)> Holding(params Order[] orders)
    {
        var store = new InMemoryOrders();
        store.Put(orders);
        return Task.FromResult<(IOrders, IOutbox)>((store, store));
    }
}
