using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

/// <summary>A shop may say how an item is spoken, in each language by itself.</summary>
public sealed class SpokenItemTests
{
    static readonly Order Kettle = With(new SpokenName(Language.English, "kettle"), new SpokenName(Language.Japanese, "電気ケトル"));

    [Fact]
    public void An_item_is_spoken_as_the_shop_says_in_that_language_and_nothing_is_made_up_for_another()
    {
        Assert.Equal("kettle", Kettle.SpokenItemIn(Language.English));
        Assert.Equal("電気ケトル", Kettle.SpokenItemIn(Language.Japanese));
        Assert.Equal("", Kettle.SpokenItemIn(Language.TryParse("fr-FR", out var french) ? french : default));
        Assert.Equal("", PlacedOrder().SpokenItemIn(Language.English));
    }

    [Fact]
    public void A_change_keeps_it() => Assert.Equal("kettle", Kettle.After(ToMoveTo("2026-12-14", "call-1")).SpokenItemIn(Language.English));

    [Fact]
    public void Who_may_not_hear_the_item_does_not_hear_what_it_is_called_either() =>
        Assert.Equal("", Kettle.WithoutNameAndItem().SpokenItemIn(Language.English));

    static Order With(params SpokenName[] names)
    {
        var order = PlacedOrder();
        return new(
            order.Id, order.Owner, "Kettle CK-AX08", order.CustomerName, order.ShippingDate, order.State, order.PlacedAt, spokenItem: [.. names]);
    }
}
