using NodaTime;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Application.Tests;

public sealed class LookingUpAnOrderTests
{
    [Fact]
    public async Task The_latest_order_is_found_with_what_may_be_done()
    {
        using var shop = new ShopLine(Of(Customer, "1"), Of(Customer, "2", Now + Duration.FromSeconds(1)), Of(SomebodyElse, "3"));

        var found = Assert.IsType<LookUpOutcome.OrderFound>(await shop.LookUp());

        Assert.Equal("2", found.Order.Id.ToString());
        Assert.True(found.Offer.CanCancel);
        Assert.Equal((new LocalDate(2026, 11, 26), new LocalDate(2026, 12, 25)), (found.Offer.Days[0], found.Offer.Days[^1]));
    }

    [Fact]
    public async Task A_number_nobody_ever_ordered_from_has_no_order()
    {
        using var shop = new ShopLine(Of(SomebodyElse, "1"));

        Assert.IsType<LookUpOutcome.NoOrder>(await shop.LookUp());
    }

    [Fact]
    public async Task An_unidentified_caller_is_shown_nothing()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        Assert.IsType<LookUpOutcome.CallerUnidentified>(await shop.LookUp(Caller.At("anonymous")));
    }
}
