using System.Text;
using Amazon.DynamoDBv2.Model;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class ItemGrowthTests(Dynalite dynalite, ITestOutputHelper output)
{
    const int Remembered = Order.HistoryLength;

    static readonly LocalDate[] Days = [new(2026, 12, 4), new(2026, 12, 5)];

    // The longest of everything that the line stores and a caller or a service chooses.
    static readonly string Contact = new('c', 128);
    static readonly string Heard = new('日', Change.MaxHeardLength);
    static readonly string MessageId = new('m', SettledMessage.MaxCodeLength);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_stops_growing_however_often_its_order_is_changed()
    {
        using var table = await TestTable.Create(dynalite);
        await table.Put(Of(Customer, "1"));

        await ChangeAndTell(table, Remembered);
        var full = Bytes(await table.Get("1"));
        await ChangeAndTell(table, 500 - Remembered);
        var after = Bytes(await table.Get("1"));

        output.WriteLine($"With the longest words there can be: {full:N0} bytes after {Remembered} changes, {after:N0} after 500.");
        Assert.InRange(after, full - 100, full + 100); // versions and counts have a digit more, or one less
        Assert.InRange(after, 1, 16 * 1024); // DynamoDB's own limit is 400 KB
    }

    static async Task ChangeAndTell(TestTable table, int changes)
    {
        for (var change = 0; change < changes; change++)
        {
            await Store(order => order.MoveTo(Days[order.ShippingDate == Days[0] ? 1 : 0], Contact, Heard));
            await Store(order => order.ClaimMessage());
            await Store(order => order.Accept(messageId: MessageId));
        }

        async Task Store(Func<Order, OrderChange> change)
        {
            var found = Assert.IsType<OrderSearch.Found>(await table.Orders.Find(Customer, Id("1"), Cancellation)).Order;
            Assert.Equal(StoreResult.Stored, await table.Orders.Store(change(found), Cancellation));
        }
    }

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
    static int Bytes(Dictionary<string, AttributeValue> map) =>
        map.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + Bytes(attribute.Value));

    static int Bytes(AttributeValue value) =>
        value.S is { } text ? Encoding.UTF8.GetByteCount(text)
        : value.N is { } number ? ((number.Length + 1) / 2) + 1
        : value.L is { } list ? 3 + list.Sum(element => 1 + Bytes(element))
        : value.M is { } map ? 3 + map.Count + Bytes(map)
        : throw new NotSupportedException("An attribute of a type that orders do not have.");
}
