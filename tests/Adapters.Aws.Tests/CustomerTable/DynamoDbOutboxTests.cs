using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;
using Attr = OrderHotline.Adapters.Aws.OrderAttributes;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class DynamoDbOutboxTests(Dynalite dynalite) : OutboxContract, IDisposable
{
    TestTable? table;

    TestTable Table => table ?? throw new InvalidOperationException("Holding() first.");

    public void Dispose() => table?.Dispose();

    protected override async Task<(IOrders Orders, IOutbox Outbox)> Holding(params Order[] orders)
    {
        table = await TestTable.Create(dynalite);
        foreach (var order in orders)
        {
            await table.Put(order);
        }

        return (table.Orders, table.Outbox);
    }

    [Fact]
    public async Task A_search_costs_one_request_for_each_partition_of_the_index()
    {
        var (_, outbox) = await Holding(Of(Customer, "1"));

        Assert.Equal(10, await Table.RequestsFor(() => outbox.Due(Now, limit: 10, Cancellation)));
    }

    [Theory]
    [InlineData(Attr.DueAt, "1 Nov 2026", "1")]
    [InlineData(Attr.CallerId, "09012345678", "1")]
    [InlineData(Attr.OrderId, "Hana's order", "")]
    public async Task What_the_line_never_wrote_is_told_of_without_naming_anybody_and_the_others_are_found(
        string attribute, string value, string orderId)
    {
        var (orders, outbox) = await Holding(Of(Customer, "2"));
        await Store(orders, "2", order => order.Cancel());
        await Table.Put(Owing("1", "2026-11-25T00:00:00Z", (attribute, value)));

        var due = await outbox.Due(Now, limit: 10, Cancellation);

        Assert.Equal([new DueOrder(Customer, Id("2"))], due.Orders);
        Assert.Equal(
            [new UnreadableOrder(orderId, $"The outbox index holds an item that the line never wrote: its {attribute} cannot be read.")],
            due.Unreadable);
    }

    [Fact]
    public async Task However_much_at_the_head_of_the_index_cannot_be_read_whoever_waits_behind_it_is_found()
    {
        var (orders, outbox) = await Holding(Of(Customer, "good"));
        await Store(orders, "good", order => order.Cancel());
        await Table.PutMany(Enumerable.Range(1, 250).Select(number => Owing($"{number}", $"{number} Nov 2026")));

        var due = await outbox.Due(Now, limit: 3, Cancellation);

        Assert.Equal([Id("good")], due.Orders.Select(order => order.Id));
        Assert.Equal(3, due.Unreadable.Length);
    }

    static Item Owing(string id, string since, params (string Name, string Value)[] others)
    {
        var item = TestTable.ShopItem(Of(Customer, id));
        item[Attr.OutboxPartition] = new("8");
        item[Attr.DueAt] = new(since);
        foreach (var (name, value) in others)
        {
            item[name] = new(value);
        }

        return item;
    }
}
