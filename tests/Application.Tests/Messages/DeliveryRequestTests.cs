using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Application.Tests;

/// <summary>What a delivery must name before it looks at an order.</summary>
public sealed class DeliveryRequestTests
{
    [Fact]
    public async Task A_delivery_of_an_order_without_owner_or_id_is_told_so()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        foreach (var order in new[] { new DueOrder(default, Id("1")), new DueOrder(Customer, default) })
        {
            Assert.IsType<DeliveryOutcome.InvalidRequest>(await shop.Deliveries.Send(
                new DeliverOutbox(order, Delivery()), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_delivery_without_an_id_of_its_own_is_told_so()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        Assert.Contains(
            "random id",
            Assert.Single(Assert.IsType<DeliveryOutcome.InvalidRequest>(await shop.Deliveries.Send(
                new DeliverOutbox(new DueOrder(Customer, Id("1")), default), TestContext.Current.CancellationToken)).Problems),
            StringComparison.Ordinal);
    }
}
