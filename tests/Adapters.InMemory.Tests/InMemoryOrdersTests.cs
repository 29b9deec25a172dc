using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Adapters.InMemory.Tests;

public sealed class InMemoryOrdersTests : OrdersContract
{
    protected override Task<IOrders> Open() => Task.FromResult<IOrders>(new InMemoryOrders());

    protected override Task Put(IOrders store, Order order)
    {
        ((InMemoryOrders)store).Put(order);
        return Task.CompletedTask;
    }

    [Fact]
    public void All_orders_are_listed_by_owner_and_id()
    {
        var store = new InMemoryOrders();
        store.Put(Of(SomebodyElse, "1"), Of(Customer, "2"), Of(Customer, "1"));

        Assert.Equal(
            [(Customer, "1"), (Customer, "2"), (SomebodyElse, "1")],
            store.All().Select(order => (order.Owner, order.Id.ToString())));
    }
}
