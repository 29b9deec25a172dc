using Amazon.DynamoDBv2.Model;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;
using Attr = OrderHotline.Adapters.Aws.OrderAttributes;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>Items as other systems leave them: NULL where nothing is, and numbers that the line would never write. An order is told and can
/// be changed all the same, one change after another.</summary>
public sealed class OddItemTests(Dynalite dynalite)
{
    static readonly AttributeValue Null = new() { NULL = true };

    // The keys of the table and of its indexes cannot be NULL; the date and the flag must be there.
    static readonly string[] Optional =
        [Attr.OrderedItem, Attr.SpokenItem, Attr.CustomerName, Attr.ShippedAt, Attr.Version, Attr.SchemaVersion, Attr.History, Attr.Outbox, Attr.Delivery, Attr.SettledMessages];

    public static TheoryData<string> Numbers =>
    [
        "0.5", "1", "1.5", "1.9999999999999999999999999999999999999", "-1", "-0.5", "-9223372036854775808", "999999999", "999999999.5", "1000000000",
        "1000000001", "2147483646", "2147483647", "2147483647.5", "2147483648", "4294967296", "9223372036854775806", "9223372036854775807",
        "9223372036854775808", "99999999999999999999999999999999999999", "1E+125", "-1E+125", "1E-130", "9007199254740993",
    ];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DynamoDbs_NULL_means_absent_for_every_optional_attribute_alone_and_all_together()
    {
        using var table = await TestTable.Create(dynalite);
        var id = 0;
        foreach (var attributes in Optional.Select(one => new[] { one }).Append(Optional))
        {
            var name = $"{++id}";
            var item = TestTable.ShopItem(Of(Customer, name));
            foreach (var attribute in attributes)
            {
                item[attribute] = Null;
            }

            await table.Put(item);

            await ChangesTwice(table, name, string.Join(' ', attributes));
        }
    }

    [Fact]
    public void DynamoDbs_NULL_means_absent_within_an_entry_too()
    {
        var moved = Of(Customer, "1").MoveTo(new LocalDate(2026, 12, 4), heard: "friday").After.ClaimMessage().After;
        var item = TestTable.ShopItem(moved);
        item[Attr.Delivery] = StoredOutbox.WriteDelivery(moved);
        item[Attr.History].L[0].M[Attr.Heard] = Null;
        item[Attr.Delivery].M[Attr.Attempts] = Null;

        var order = StoredOrder.Read(item);

        Assert.Equal("", Assert.IsType<Change.Rescheduling>(Assert.Single(order.History)).Heard);
        Assert.Equal(0, order.Outbox.Delivery.Attempts);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Whatever_number_stands_for_the_version_the_order_is_told_and_can_be_changed(string number)
    {
        using var table = await TestTable.Create(dynalite);
        await table.Put(new Item(TestTable.ShopItem(Of(Customer, "1"))) { [Attr.Version] = new() { N = number } });

        await ChangesTwice(table, "1", number);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Whatever_number_stands_for_a_count_a_delivery_goes_on_counting(string number)
    {
        var claimed = Of(Customer, "1").Cancel().After.ClaimMessage().After;
        var item = TestTable.ShopItem(claimed);
        item[Attr.Delivery] = StoredOutbox.WriteDelivery(claimed);
        foreach (var count in new[] { Attr.Attempts, Attr.InDoubt })
        {
            item[Attr.Delivery].M[count] = new() { N = number };
        }

        item[Attr.Outbox].L[0].M[Attr.Number] = new() { N = number };
        item[Attr.Version] = new() { N = number };

        var order = StoredOrder.Read(item).Fail().After.ClaimMessage(at: Now + Duration.FromHours(1)).After.Accept().After.Outbox;

        Assert.Empty(order.Owed);
        Assert.Single(order.Settled);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Of_two_changes_to_the_same_odd_version_one_is_stored(string number)
    {
        using var table = await TestTable.Create(dynalite);
        await table.Put(new Item(TestTable.ShopItem(Of(Customer, "1"))) { [Attr.Version] = new() { N = number } });
        var read = await Read(table, "1");

        Assert.Equal(StoreResult.Stored, await table.Orders.Store(read.MoveTo(new LocalDate(2026, 12, 3), "call-1"), Cancellation));
        Assert.Equal(StoreResult.ChangedMeanwhile, await table.Orders.Store(read.Cancel("call-2"), Cancellation));
        Assert.IsType<OrderState.Placed>((await Read(table, "1")).State);
    }

    static async Task ChangesTwice(TestTable table, string id, string what)
    {
        var moved = (await Read(table, id)).MoveTo(new LocalDate(2026, 12, 4));
        Assert.Equal((what, StoreResult.Stored), (what, await table.Orders.Store(moved, Cancellation)));

        // By the order as it was stored, and as it is read again.
        Assert.Equal((what, StoreResult.Stored), (what, await table.Orders.Store(moved.After.ClaimMessage(), Cancellation)));
        Assert.Equal((what, StoreResult.Stored), (what, await table.Orders.Store((await Read(table, id)).Cancel("call-2"), Cancellation)));
        Assert.IsType<OrderState.Cancelled>((await Read(table, id)).State);
    }

    static async Task<Order> Read(TestTable table, string id) =>
        Assert.IsType<OrderSearch.Found>(await table.Orders.Find(Customer, Id(id), Cancellation)).Order;
}
