using Amazon.DynamoDBv2.Model;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;
using Attr = OrderHotline.Adapters.Aws.OrderItemAttributes;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class DynamoDbOwedTextsTests(Dynalite dynalite) : OwedTextsContract, IDisposable
{
    TestTable? table;

    TestTable Table => table ?? throw new InvalidOperationException("Holding() first.");

    public void Dispose() => table?.Dispose();

    protected override async Task<(IOrders Orders, IOwedTexts Owed)> Holding(params Order[] orders)
    {
        table = await TestTable.Create(dynalite);
        foreach (var order in orders)
        {
            await table.Put(order);
        }

        return (table.Orders, table.OwedTexts);
    }

    [Fact]
    public async Task A_text_that_the_first_schema_left_owing_is_found_read_and_claimed()
    {
        var (orders, owed) = await Holding();
        var item = TestTable.ShopItem(Of(Customer, "1").Cancel().After);
        item[Attr.SchemaVersion] = new() { N = "1" };
        item[Attr.OwedShard] = new("8");
        item[Attr.OwedSince] = new("2026-11-25T01:00:00.25Z");
        await Table.Put(item);

        Assert.Equal(
            [new DueOrder(Customer, Id("1"), Now + Duration.FromMilliseconds(250))],
            await owed.Due(Now + Duration.FromSeconds(1), limit: 10, Cancellation));
        await Store(orders, "1", order => order.ClaimText());
        Assert.Equal("2", (await Table.Get("1"))[Attr.SchemaVersion].N);
    }

    [Fact]
    public async Task A_search_costs_one_request_for_each_part_of_the_index()
    {
        var (_, owed) = await Holding(Of(Customer, "1"));

        Assert.Equal(10, await Table.RequestsFor(() => owed.Due(Now, limit: 10, Cancellation)));
    }

    [Fact]
    public async Task A_key_that_the_line_never_wrote_is_a_fault_that_names_nobody()
    {
        var (_, owed) = await Holding();
        var item = TestTable.ShopItem(Of(Customer, "1"));
        item[Attr.OwedShard] = new("8");
        item[Attr.OwedSince] = new("1 Nov 2026");
        await Table.Put(new Dictionary<string, AttributeValue>(item));

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => owed.Due(Now, limit: 10, Cancellation));
        Assert.DoesNotContain("9012345678", fault.ToString(), StringComparison.Ordinal);
    }
}
