using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class OfferTests
{
    [Fact]
    public void A_placed_order_may_be_cancelled_or_moved_to_any_possible_day_its_own_included()
    {
        var may = PlacedOrder(shippingOn: "2026-12-10").OfferAt(Now, Policy);

        Assert.True(may.CanCancel);
        Assert.True(may.CanReschedule);
        Assert.Equal(Policy.PossibleDays(Now), may.Days);
        Assert.Contains(Day("2026-12-10"), may.Days);
    }

    public static TheoryData<Order, OrderStanding> OrdersBeyondReach => new()
    {
        { ShippedOrder(), new OrderStanding.Shipped(Day("2026-12-01")) },
        { CancelledOrder(), new OrderStanding.Cancelled() },
        { PlacedOrder(shippingOn: "2026-12-01"), new OrderStanding.Packing() },
        { PlacedOrder(shippingOn: "2026-11-01"), new OrderStanding.Packing() },
    };

    [Theory]
    [MemberData(nameof(OrdersBeyondReach))]
    public void Nothing_may_be_done_about_an_order_that_is_cancelled_sent_or_being_packed_and_it_is_told_which(Order order, OrderStanding standing) =>
        Assert.Equal(
            new Offer(standing, CanCancel: false, CanReschedule: false, ShippingDays.None),
            order.OfferAt(Now, Policy));

    [Theory]
    [InlineData("2026-12-01T16:59:59.999999999", true)]
    [InlineData("2026-12-01T17:00:00", false)]
    public void An_order_that_ships_tomorrow_may_be_changed_until_the_cut_off_and_is_being_packed_then(string now, bool may)
    {
        var possibilities = PlacedOrder(shippingOn: "2026-12-02").OfferAt(InTokyo(now), Policy);

        Assert.Equal((may, may), (possibilities.CanCancel, possibilities.CanReschedule));
        Assert.Equal(may ? new OrderStanding.Placed() : new OrderStanding.Packing(), possibilities.Standing);
    }

    // Nothing is known of a carrier until the shop records it.
    [Theory]
    [InlineData("2026-12-01T14:59:59Z", "2026-12-01")]
    [InlineData("2026-12-01T15:00:00Z", "2026-12-02")]
    public void The_day_on_which_a_parcel_was_sent_is_that_of_the_shops_zone(string sent, string day) =>
        Assert.Equal(new OrderStanding.Shipped(Day(day)), ShippedOrder(at: Utc(sent)).OfferAt(Now, Policy).Standing);

    [Fact]
    public void Where_there_is_no_order_nothing_may_be_done_about_it() =>
        Assert.Equal(new Offer(new OrderStanding.NoOrder(), CanCancel: false, CanReschedule: false, ShippingDays.None), Offer.Nothing);

    [Fact]
    public void An_order_already_on_the_only_possible_day_may_be_cancelled_and_has_no_day_to_move_to()
    {
        var policy = new ShippingPolicy { LatestDaysAhead = 3, ClosedDates = [Day("2026-12-02"), Day("2026-12-04")] };

        var may = PlacedOrder(shippingOn: "2026-12-03").OfferAt(Now, policy);

        Assert.Equal((true, false), (may.CanCancel, may.CanReschedule));
        Assert.Equal([Day("2026-12-03")], may.Days);
    }

    [Fact]
    public void An_order_of_a_shop_without_a_day_may_be_cancelled_only()
    {
        var policy = new ShippingPolicy { LatestDaysAhead = 2, ClosedDates = [Day("2026-12-02"), Day("2026-12-03")] };

        var may = PlacedOrder().OfferAt(Now, policy);

        Assert.Equal((true, false), (may.CanCancel, may.CanReschedule));
        Assert.Empty(may.Days);
    }
}
