using Amazon.DynamoDBv2.Model;
using NodaTime;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;
using Attr = OrderHotline.Adapters.Aws.OrderAttributes;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class UnreadableItemTests
{
    public static TheoryData<string, AttributeValue?> Spoilt => new()
    {
        { Attr.OrderId, null },
        { Attr.OrderId, new("with space") },
        { Attr.CallerId, null },
        { Attr.CallerId, new("09012345678") },
        { Attr.CallerId, new("anonymous") },
        { Attr.OrderedItem, new() { N = "1" } },
        { Attr.CustomerName, new() { BOOL = true } },
        { Attr.SpokenItem, new("jacket") },
        { Attr.SpokenItem, new() { M = new() { ["ja-JP"] = new() { N = "1" } } } },
        { Attr.SpokenItem, new() { M = new() { ["Japanese"] = new("上着") } } },
        { Attr.ShippingDate, new() { NULL = true } },
        { Attr.ShippingDate, new("02026-12-03") },
        { Attr.ShippingDate, new("2026-12-3") },
        { Attr.ShippingDate, new("2026/12/03") },
        { Attr.ShippingDate, new("2026-12-03T00:00:00Z") },
        { Attr.IsCancel, new() { NULL = true } },
        { Attr.PlacedAt, new("2026-12-03T10:00:00+09:00") },
        { Attr.PlacedAt, new() { N = "1543536000" } },
        { Attr.ShippingDate, null },
        { Attr.ShippingDate, new("") },
        { Attr.ShippingDate, new("2026-02-30") },
        { Attr.ShippingDate, new("2018-W49") },
        { Attr.IsCancel, null },
        { Attr.IsCancel, new("true") },
        { Attr.IsCancel, new() { BOOL = true } },
        { Attr.PlacedAt, new("yesterday") },
        { Attr.ShippedAt, new("") },
        { Attr.Version, new("1") },
        { Attr.SchemaVersion, new() { N = "3" } },
        { Attr.History, new("none") },
        { Attr.History, new() { L = [new("none")] } },
        { Attr.History, new() { L = [new() { M = new() { [Attr.What] = new("Cancelled") } }] } },
        { Attr.Outbox, new() { L = [new() { M = new() { [Attr.What] = new("Lost") } }] } },
        { Attr.Delivery, new("by van") },
        { Attr.SettledMessages, new() { L = [new() { M = new() { [Attr.What] = new("Cancelled") } }] } },
    };

    [Theory]
    [MemberData(nameof(Spoilt), DisableDiscoveryEnumeration = true)]
    public void An_item_nobody_can_make_sense_of_is_refused_with_the_name_of_its_attribute(string attribute, AttributeValue? value)
    {
        var item = TestTable.ShopItem(Of(Customer, "1", item: "Secret jacket", name: "Hana"));
        item.Remove(attribute);
        if (value is not null)
        {
            item[attribute] = value;
        }

        var refusal = Assert.Throws<InvalidDataException>(() => StoredOrder.Read(item));

        Assert.Contains(attribute is Attr.History or Attr.Outbox or Attr.SettledMessages ? "" : attribute, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret jacket", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hana", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("9012345678", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Attr.What, "Exploded")]
    [InlineData(Attr.Channel, "Pigeon")]
    [InlineData(Attr.Channel, "1")]
    [InlineData(Attr.Contact, "")]
    [InlineData(Attr.At, "2026")]
    public void A_change_nobody_can_make_sense_of_is_refused(string attribute, string value)
    {
        var item = TestTable.ShopItem(Of(Customer, "1").Cancel().After);
        item[Attr.History].L[0].M[attribute] = new(value);

        Assert.Contains(attribute == Attr.What ? Attr.History : attribute, Assert.Throws<InvalidDataException>(() => StoredOrder.Read(item)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Attr.By, "somebody")]
    [InlineData(Attr.Until, "soon")]
    public void A_claim_nobody_can_make_sense_of_is_refused(string attribute, string value)
    {
        var claimed = Of(Customer, "1").Cancel().After.ClaimMessage().After;
        var item = TestTable.ShopItem(claimed);
        item[Attr.Delivery] = StoredOutbox.WriteDelivery(claimed);
        item[Attr.Delivery].M[attribute] = new(value);

        Assert.Contains(attribute, Assert.Throws<InvalidDataException>(() => StoredOrder.Read(item)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_became_nobody_knows_what_is_refused()
    {
        var settled = Of(Customer, "1").Cancel().After.ClaimMessage().After.Accept().After;
        var item = TestTable.ShopItem(settled);
        item[Attr.SettledMessages] = StoredOutbox.WriteSettled(settled);
        item[Attr.SettledMessages].L[0].M[Attr.Became] = new("Lost");

        Assert.Contains(
            Attr.SettledMessages, Assert.Throws<InvalidDataException>(() => StoredOrder.Read(item)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_without_name_and_goods_is_an_order_all_the_same()
    {
        var item = TestTable.ShopItem(Of(Customer, "1"));
        item.Remove(Attr.OrderedItem);
        item.Remove(Attr.CustomerName);

        Assert.Equal(("", ""), (StoredOrder.Read(item).Item, StoredOrder.Read(item).CustomerName));
    }

    [Fact]
    public void An_order_that_was_cancelled_and_shipped_all_the_same_counts_as_cancelled()
    {
        var item = TestTable.ShopItem(Of(Customer, "1", state: new OrderState.Cancelled()));
        item[Attr.ShippedAt] = StoredOrder.Time(Now + Duration.FromHours(1));

        Assert.IsType<OrderState.Cancelled>(StoredOrder.Read(item).State);
    }
}
