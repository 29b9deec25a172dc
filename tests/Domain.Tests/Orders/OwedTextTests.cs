using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class OwedTextTests
{
    static readonly OwedText First = new OwedText.OfNewDate(1, Language.Japanese, Now, Day("2026-12-14"));
    static readonly OwedText Second = new OwedText.OfCancellation(2, Language.Japanese, Now);

    [Fact]
    public void Each_change_owes_one_text_named_by_the_version_that_brought_it_about() =>
        Assert.Equal([First, Second], PlacedOrder().After(ToMoveTo("2026-12-14")).After(ToCancel()).OwedTexts);

    [Fact]
    public void An_accepted_text_is_owed_no_longer_and_the_others_still_are()
    {
        var order = PlacedOrder(owedTexts: [First, Second]);

        var change = order.Settle(First);

        Assert.Same(order, change.Before);
        Assert.Equal([Second], change.After.OwedTexts);
        Assert.Equal(order.Version + 1, change.After.Version);
        Assert.Equal((order.State, order.ShippingDate), (change.After.State, change.After.ShippingDate));
        Assert.Equal(order.History, change.After.History);
    }

    [Fact]
    public void A_text_is_known_by_its_value_so_that_a_stored_copy_settles_it() =>
        Assert.Empty(PlacedOrder(owedTexts: [Second])
            .Settle(new OwedText.OfCancellation(2, Language.Japanese, Now)).After.OwedTexts);

    [Fact]
    public void A_text_that_is_settled_late_is_settled_on_a_cancelled_order_too() =>
        Assert.Equal([Second], PlacedOrder().After(ToMoveTo("2026-12-14")).After(ToCancel()).Settle(First).After.OwedTexts);

    [Fact]
    public void Versions_go_on_after_a_text_was_settled_so_that_no_two_texts_share_a_number()
    {
        var settled = PlacedOrder().After(ToMoveTo("2026-12-14")).Settle(First).After;

        Assert.Equal([3], settled.After(ToCancel()).OwedTexts.Select(text => text.Number));
    }

    [Fact]
    public void An_order_cannot_settle_a_text_it_does_not_owe()
    {
        var order = PlacedOrder(owedTexts: [First]);

        Assert.Equal("accepted", Assert.Throws<ArgumentException>(() => order.Settle(Second)).ParamName);
        Assert.Throws<ArgumentException>(() => order.Settle(First).After.Settle(First));
        Assert.Throws<ArgumentException>(
            () => order.Settle(new OwedText.OfNewDate(1, Language.Japanese, Now, Day("2026-12-15"))));
    }
}
