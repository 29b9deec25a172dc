using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class CancellingAnOrderTests
{
    [Fact]
    public void A_placed_order_is_cancelled_with_its_history_entry_and_its_message_in_one_change()
    {
        var order = PlacedOrder();
        var contact = Contact("chat-1", Channel.Chat, Language.English);

        var change = Assert.IsType<CancelDecision.Cancelled>(order.Cancel(new Wish.ToCancel(contact), Now, Policy)).Change;

        Assert.Same(order, change.Before);
        Assert.Equal(new OrderState.Cancelled(), change.After.State);
        Assert.Equal(order.ShippingDate, change.After.ShippingDate);
        Assert.Equal(order.Version + 1, change.After.Version);
        Assert.Equal([new Change.Cancellation(Now, contact.Id, Channel.Chat)], change.After.History);
        Assert.Equal([new OwedMessage.Cancellation(1, Language.English, Now)], change.After.Outbox.Owed);
    }

    [Fact]
    public void Deciding_changes_nothing_by_itself()
    {
        var order = PlacedOrder();

        _ = order.Cancel(ToCancel(), Now, Policy);

        Assert.Equal(new OrderState.Placed(), order.State);
        Assert.Equal(0, order.Version);
        Assert.Empty(order.History);
        Assert.Empty(order.Outbox.Owed);
    }

    [Fact]
    public void Cancelling_twice_is_one_cancellation_and_owes_no_second_message() =>
        Assert.Equal(
            new CancelDecision.AlreadyCancelled(),
            PlacedOrder().After(ToCancel("call-1")).Cancel(ToCancel("call-2"), Now, Policy));

    [Fact]
    public void An_order_the_shop_cancelled_itself_is_already_cancelled() =>
        Assert.Equal(new CancelDecision.AlreadyCancelled(), CancelledOrder().Cancel(ToCancel(), Now, Policy));

    [Fact]
    public void A_cancelled_order_stays_cancelled_when_its_shipping_date_comes() =>
        Assert.Equal(
            new CancelDecision.AlreadyCancelled(),
            CancelledOrder(shippingOn: "2026-12-02").Cancel(ToCancel(), InTokyo("2026-12-05T10:00:00"), Policy));

    [Fact]
    public void A_shipped_order_cannot_be_cancelled() =>
        Assert.Equal(new CancelDecision.TooLateToCancel(), ShippedOrder().Cancel(ToCancel(), Now, Policy));

    [Theory]
    [InlineData("2026-11-30")]
    [InlineData("2026-12-01")]
    public void An_order_that_ships_today_or_earlier_cannot_be_cancelled(string shippingOn) =>
        Assert.Equal(new CancelDecision.TooLateToCancel(), PlacedOrder(shippingOn).Cancel(ToCancel(), Now, Policy));

    [Theory]
    [InlineData("2026-12-01T16:59:59.999999999", true)]
    [InlineData("2026-12-01T17:00:00", false)]
    [InlineData("2026-12-01T23:59:59.999999999", false)]
    [InlineData("2026-12-02T00:00:00", false)]
    public void An_order_that_ships_tomorrow_can_be_cancelled_until_the_cut_off(string now, bool granted) =>
        Assert.Equal(
            granted,
            PlacedOrder(shippingOn: "2026-12-02").Cancel(ToCancel(), InTokyo(now), Policy) is CancelDecision.Cancelled);

    [Theory]
    [InlineData("2026-12-01T14:59:59.999Z", true)] // still the 1st in Tokyo
    [InlineData("2026-12-01T15:00:00Z", true)] // the 2nd
    [InlineData("2026-12-02T07:59:59.999Z", true)] // the 2nd, one millisecond before the cut-off
    [InlineData("2026-12-02T08:00:00Z", false)]
    [InlineData("2026-12-02T15:00:00Z", false)] // the 3rd in Tokyo, the 2nd in UTC
    public void Tomorrow_is_counted_by_the_shops_calendar_and_not_by_UTC(string now, bool granted) =>
        Assert.Equal(
            granted,
            PlacedOrder(shippingOn: "2026-12-03").Cancel(ToCancel(), Utc(now), Policy) is CancelDecision.Cancelled);

    [Theory]
    [InlineData("2026-12-31T16:59:59", "2027-01-01", true)]
    [InlineData("2026-12-31T17:00:00", "2027-01-01", false)]
    [InlineData("2028-02-28T16:59:59", "2028-02-29", true)]
    [InlineData("2028-02-28T17:00:00", "2028-02-29", false)]
    [InlineData("2028-02-28T17:00:00", "2028-03-01", true)]
    public void The_cut_off_holds_across_the_end_of_a_month_and_of_a_year(string now, string shippingOn, bool granted) =>
        Assert.Equal(granted, PlacedOrder(shippingOn).Cancel(ToCancel(), InTokyo(now), Policy) is CancelDecision.Cancelled);
}
