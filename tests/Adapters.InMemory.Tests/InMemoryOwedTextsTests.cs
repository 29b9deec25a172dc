using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.InMemory.Tests;

public sealed class InMemoryOwedTextsTests : OwedTextsContract
{
    protected override Task<(IOrders Orders, IOwedTexts Owed)> Holding(params Order[] orders)
    {
        var store = new InMemoryOrders();
        store.Put(orders);
        return Task.FromResult<(IOrders, IOwedTexts)>((store, store));
    }
}
