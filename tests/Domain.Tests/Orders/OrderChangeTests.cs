using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class OrderChangeTests
{
    static readonly Order Before = PlacedOrder();
    static readonly OrderChange Change = new(Before, Before.After(ToCancel()));

    [Fact]
    public void A_change_applies_to_another_reading_of_the_same_order() => Assert.True(Change.StillAppliesTo(PlacedOrder()));

    [Fact]
    public void A_change_applies_no_more_once_the_order_was_changed_shipped_cancelled_or_moved() =>
        Assert.All(
            [Change.After, ShippedOrder(), CancelledOrder(), PlacedOrder(shippingOn: "2026-12-11")],
            stored => Assert.False(Change.StillAppliesTo(stored)));

    [Fact]
    public void When_an_order_was_shipped_is_part_of_no_decision()
    {
        var shipped = ShippedOrder();
        var otherwise = new Order(
            shipped.Id, shipped.Owner, "", "", shipped.ShippingDate, new OrderState.Shipped(Now - Duration.FromDays(1)));

        Assert.True(new OrderChange(shipped, shipped).StillAppliesTo(otherwise));
        Assert.False(new OrderChange(shipped, shipped).StillAppliesTo(PlacedOrder()));
    }

    [Fact]
    public void Every_kind_of_state_is_like_itself() =>
        Assert.All(
            [PlacedOrder(), ShippedOrder(), CancelledOrder()],
            order => Assert.True(new OrderChange(order, order).StillAppliesTo(order)));
}
