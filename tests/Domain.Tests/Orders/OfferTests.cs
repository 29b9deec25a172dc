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

    public static TheoryData<Order> OrdersBeyondReach =>
        [ShippedOrder(), CancelledOrder(), PlacedOrder(shippingOn: "2026-12-01"), PlacedOrder(shippingOn: "2026-11-01")];

    [Theory]
    [MemberData(nameof(OrdersBeyondReach))]
    public void Nothing_may_be_done_about_an_order_that_is_cancelled_or_with_the_carrier(Order order) =>
        Assert.Equal(
            new Offer(CanCancel: false, CanReschedule: false, ShippingDays.None),
            order.OfferAt(Now, Policy));

    [Theory]
    [InlineData("2026-12-01T16:59:59.999999999", true)]
    [InlineData("2026-12-01T17:00:00", false)]
    public void An_order_that_ships_tomorrow_may_be_changed_until_the_cut_off(string now, bool may)
    {
        var possibilities = PlacedOrder(shippingOn: "2026-12-02").OfferAt(InTokyo(now), Policy);

        Assert.Equal((may, may), (possibilities.CanCancel, possibilities.CanReschedule));
    }

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
