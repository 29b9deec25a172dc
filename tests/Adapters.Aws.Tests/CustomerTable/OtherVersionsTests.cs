using System.Text;
using Amazon.DynamoDBv2.Model;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;
using Attr = OrderHotline.Adapters.Aws.OrderAttributes;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>While a deployment goes on, and after one is put back, functions of two versions work on the same items: each reads what the other
/// wrote.</summary>
public sealed class OtherVersionsTests(Dynalite dynalite)
{
    // As it was written before callers could prove anything: a history without assurances, and no phoneChangedAt, spokenItem.
    const string OfTheVersionBefore = """
        {
          "CallerID": {"S": "+819012345678"}, "orderId": {"S": "1"}, "orderedItem": {"S": "Jacket"}, "customerName": {"S": "髙﨑 花"},
          "shippingDate": {"S": "2026-12-04"}, "isCancel": {"S": "True"}, "placedAt": {"S": "2026-11-25T01:00:00Z"}, "version": {"N": "4"}, "schemaVersion": {"N": "1"},
          "history": {"L": [
            {"M": {"what": {"S": "Rescheduled"}, "at": {"S": "2026-11-25T01:00:00Z"}, "channel": {"S": "Voice"}, "contact": {"S": "call-1"},
                   "from": {"S": "2026-11-30"}, "to": {"S": "2026-12-04"}, "heard": {"S": "十二月四日"}}},
            {"M": {"what": {"S": "Cancelled"}, "at": {"S": "2026-11-25T01:00:00Z"}, "channel": {"S": "Voice"}, "contact": {"S": "call-2"}}}]},
          "outbox": {"L": [{"M": {"what": {"S": "Cancelled"}, "language": {"S": "ja-JP"}, "number": {"N": "4"}, "owedSince": {"S": "2026-11-25T01:00:00Z"}}}]},
          "outboxPartition": {"S": "8"}, "dueAt": {"S": "2026-11-25T01:00:00Z"},
          "settledMessages": {"L": [{"M": {"what": {"S": "Rescheduled"}, "became": {"S": "Superseded"}, "language": {"S": "ja-JP"}, "number": {"N": "1"}, "to": {"S": "2026-12-04"},
                   "owedSince": {"S": "2026-11-25T01:00:00Z"}, "at": {"S": "2026-11-25T01:00:00Z"}, "attempts": {"N": "1"}, "inDoubt": {"N": "1"}}}]}
        }
        """;

    static readonly AttributeValue Later = new() { M = new() { ["of"] = new("a later version") } };

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_of_the_version_before_is_the_same_order_and_can_be_worked_on()
    {
        using var table = await TestTable.Create(dynalite);
        await table.Put(DynamoDbJson.ReadItems(Encoding.UTF8.GetBytes(OfTheVersionBefore)).Single());

        var order = await Read(table);

        Assert.Equal((4, new LocalDate(2026, 12, 4)), (order.Version, order.ShippingDate));
        Assert.IsType<OrderState.Cancelled>(order.State);
        Assert.Equal([Assurance.Number, Assurance.Number], order.History.Select(change => change.Assurance));
        Assert.Equal(new OwedMessage.Cancellation(4, Language.Japanese, Now), Assert.Single(order.Outbox.Owed));
        Assert.Equal(1, Assert.IsType<SettledMessage.Superseded>(Assert.Single(order.Outbox.Settled)).InDoubt);

        Assert.Equal(StoreResult.Stored, await table.Orders.Store(order.ClaimMessage(), Cancellation));
        Assert.Equal(StoreResult.Stored, await table.Orders.Store((await Read(table)).Accept(), Cancellation));
        Assert.Empty((await Read(table)).Outbox.Owed);
    }

    // This version stands for the one before: what the one after it will add, it does not know.
    [Fact]
    public async Task What_a_later_version_adds_is_passed_over_at_every_depth_and_kept_beside_the_order()
    {
        using var table = await TestTable.Create(dynalite);
        var written = Of(Customer, "1").MoveTo(new LocalDate(2026, 12, 4), heard: "friday").After.ClaimMessage().After.Fail().After.Cancel("call-2").After.ClaimMessage().After;
        var item = TestTable.ShopItem(written);
        item[Attr.Delivery] = StoredOutbox.WriteDelivery(written);
        item[Attr.SettledMessages] = StoredOutbox.WriteSettled(written);
        var plain = StoredOrder.Read(item);
        foreach (var map in new[] { item, item[Attr.Delivery].M }.Concat(new[] { Attr.History, Attr.Outbox, Attr.SettledMessages }.SelectMany(list => item[list].L).Select(entry => entry.M)).ToList())
        {
            map["later"] = Later;
        }

        await table.Put(item);
        var order = await Read(table);

        Assert.Equal((plain.Version, plain.ShippingDate, plain.State, plain.Outbox.Delivery), (order.Version, order.ShippingDate, order.State, order.Outbox.Delivery));
        Assert.Equal(plain.History, order.History);
        Assert.Equal(plain.Outbox.Owed, order.Outbox.Owed);
        Assert.Equal(plain.Outbox.Settled, order.Outbox.Settled);
        Assert.Equal(StoreResult.Stored, await table.Orders.Store(order.Accept(), Cancellation));
        Assert.Equal("a later version", (await table.Get("1"))["later"].M["of"].S);
    }

    static async Task<Order> Read(TestTable table) => Assert.IsType<OrderSearch.Found>(await table.Orders.Find(Customer, Id("1"), Cancellation)).Order;
}
