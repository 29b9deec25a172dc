using NodaTime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;
using Attr = OrderHotline.Adapters.Aws.OrderItemAttributes;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

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
            (await owed.Due(Now + Duration.FromSeconds(1), limit: 10, Cancellation)).Orders);
        await Store(orders, "1", order => order.ClaimText());
        Assert.Equal("2", (await Table.Get("1"))[Attr.SchemaVersion].N);
    }

    [Fact]
    public async Task A_search_costs_one_request_for_each_part_of_the_index()
    {
        var (_, owed) = await Holding(Of(Customer, "1"));

        Assert.Equal(10, await Table.RequestsFor(() => owed.Due(Now, limit: 10, Cancellation)));
    }

    [Theory]
    [InlineData(Attr.OwedSince, "1 Nov 2026", "1")]
    [InlineData(Attr.CallerId, "09012345678", "1")]
    [InlineData(Attr.OrderId, "Hana's order", "")]
    public async Task What_the_line_never_wrote_is_told_of_without_naming_anybody_and_the_others_are_found(
        string attribute, string value, string orderId)
    {
        var (orders, owed) = await Holding(Of(Customer, "2"));
        await Store(orders, "2", order => order.Cancel());
        await Table.Put(Owing("1", "2026-11-25T00:00:00Z", (attribute, value)));

        var due = await owed.Due(Now, limit: 10, Cancellation);

        Assert.Equal([new DueOrder(Customer, Id("2"), Now)], due.Orders);
        Assert.Equal(
            [new UnreadableOrder(orderId, $"The index of owed texts holds an item that the line never wrote: its {attribute} cannot be read.")],
            due.Unreadable);
    }

    [Fact]
    public async Task However_much_at_the_head_of_the_index_cannot_be_read_whoever_waits_behind_it_is_found()
    {
        var (orders, owed) = await Holding(Of(Customer, "good"));
        await Store(orders, "good", order => order.Cancel());
        await Table.PutMany(Enumerable.Range(1, 250).Select(number => Owing($"{number}", $"{number} Nov 2026")));

        var due = await owed.Due(Now, limit: 3, Cancellation);

        Assert.Equal([Id("good")], due.Orders.Select(order => order.Order));
        Assert.Equal(3, due.Unreadable.Length);
    }

    static Item Owing(string id, string since, params (string Name, string Value)[] others)
    {
        var item = TestTable.ShopItem(Of(Customer, id));
        item[Attr.OwedShard] = new("8");
        item[Attr.OwedSince] = new(since);
        foreach (var (name, value) in others)
        {
            item[name] = new(value);
        }

        return item;
    }
}
