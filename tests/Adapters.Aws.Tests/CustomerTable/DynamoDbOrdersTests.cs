using Amazon.DynamoDBv2.Model;
using NodaTime;
using NodaTime.Testing;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;
using Attr = OrderHotline.Adapters.Aws.OrderItemAttributes;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class DynamoDbOrdersTests(Dynalite dynalite) : OrdersContract, IDisposable
{
    TestTable? table;

    TestTable Table => table ?? throw new InvalidOperationException("Open() first.");

    public void Dispose() => table?.Dispose();

    protected override async Task<IOrders> Open()
    {
        table = await TestTable.Create(dynalite);
        return table.Orders;
    }

    protected override Task Put(IOrders store, Order order) => Table.Put(order);

    [Fact]
    public async Task The_demos_item_is_found_as_it_stands_and_gains_the_new_attributes_at_its_first_change()
    {
        await Open();
        await Table.Put(Assert.Single(DynamoDbJson.ReadItems(CallContract.DemoItem)));

        var order = await Latest(Table.Orders);
        Assert.Equal(("100", "Justin", 0), (order.Id.ToString(), order.CustomerName, order.Version));
        var cancelled = Assert.IsType<CancelDecision.Cancelled>(
            order.Cancel(new Wish.ToCancel(Contact("call-1")), CallContract.Now, Policy)).Change;
        Assert.Equal(StoreResult.Stored, await Table.Orders.Store(cancelled, Cancellation));

        var item = await Table.Get("100");
        Assert.Equal(("True", "1", "2", "1970-01-01T00:00:00Z"), (item[Attr.IsCancel].S, item[Attr.Version].N, item[Attr.SchemaVersion].N, item[Attr.PlacedAt].S));
        Assert.Equal("100", (await Latest(Table.Orders)).Id.ToString());
    }

    [Fact]
    public async Task What_the_shop_keeps_with_an_order_survives_a_change()
    {
        var store = await Holding();
        var item = TestTable.ShopItem(Of(Customer, "1"));
        item["giftWrap"] = new AttributeValue { BOOL = true };
        await Table.Put(item);

        await store.Store((await Found(store, "1")).Cancel(), Cancellation);

        Assert.True((await Table.Get("1"))["giftWrap"].BOOL);
    }

    [Fact]
    public async Task Only_an_order_that_owes_a_text_is_in_the_sparse_index()
    {
        var store = await Holding(Of(Customer, "1"), Of(Customer, "2"));
        await store.Store((await Found(store, "1")).Cancel(), Cancellation);
        Assert.Equal(["1"], await OwingOrders());

        await store.Store((await Found(store, "1")).ClaimText(), Cancellation);
        Assert.Equal(["1"], await OwingOrders());

        await store.Store((await Found(store, "1")).Accept(), Cancellation);
        Assert.Empty(await OwingOrders());
    }

    [Fact]
    public async Task All_orders_of_a_caller_are_read_however_many_pages_they_fill()
    {
        await Open();
        var many = Enumerable.Range(100, 30).Select(id => Of(Customer, $"{id}", item: new string('x', 100_000))).ToList();
        foreach (var order in many)
        {
            await Table.Put(order);
        }

        var requests = await Table.RequestsFor(async () =>
            Assert.Equal(many.Select(order => order.Whole()), (await Table.Orders.All(Customer, Cancellation)).Select(order => order.Whole())));
        Assert.InRange(requests, 3, 4);
    }

    [Fact]
    public async Task An_order_that_cannot_be_read_is_a_fault_and_never_no_order()
    {
        var store = await Holding();
        var item = TestTable.ShopItem(Of(Customer, "1"));
        item[Attr.ShippingDate] = new("2018-W49");
        await Table.Put(item);

        await Assert.ThrowsAsync<InvalidDataException>(() => store.Latest(Customer, Cancellation));
        await Assert.ThrowsAsync<InvalidDataException>(() => store.Find(Customer, Id("1"), Cancellation));
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_an_outage_and_never_no_order()
    {
        await Open();
        var elsewhere = new DynamoDbOrders(Table.Client, Table.Settings with { TableName = "Nowhere" });

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => elsewhere.Latest(Customer, Cancellation));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => elsewhere.Find(Customer, Id("1"), Cancellation));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => elsewhere.Store(Of(Customer, "1").Cancel(), Cancellation));
    }

    [Fact]
    public async Task A_look_up_costs_one_request_whether_the_caller_has_one_order_or_ten_thousand()
    {
        var store = await Holding(Of(Customer, "1"), Of(SomebodyElse, "1"));
        await Table.PutMany(Enumerable.Range(2, 9_999).Select(id => Of(SomebodyElse, $"{id}", Now + Duration.FromSeconds(id))));

        Assert.Equal(1, await Table.RequestsFor(() => store.Latest(Customer, Cancellation)));
        Assert.Equal(1, await Table.RequestsFor(async () => Assert.Equal(
            "10000", Assert.IsType<OrderSearch.Found>(await store.Latest(SomebodyElse, Cancellation)).Order.Id.ToString())));
    }

    [Fact]
    public async Task A_look_up_costs_two_requests_for_a_caller_with_nothing_but_the_demos_items_or_nothing_at_all()
    {
        var store = await Holding(Of(Customer, "1", NodaConstants.UnixEpoch));

        Assert.Equal(2, await Table.RequestsFor(() => store.Latest(Customer, Cancellation)));
        Assert.Equal(2, await Table.RequestsFor(() => store.Latest(SomebodyElse, Cancellation)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("")]
    public async Task A_change_costs_one_read_and_one_write_whether_or_not_the_order_is_named(string orderId)
    {
        var store = await Holding(Of(Customer, "1"));
        var line = OrderLine.Open(store, new NoTexts(), Policy, new FakeClock(Now));

        Assert.Equal(2, await Table.RequestsFor(async () => Assert.IsType<RescheduleOutcome.Rescheduled>(await line.Send(
            new RescheduleOrder(new Caller.Identified(Customer), orderId, "call-1", Channel.Voice, Language.English, "2026-12-04", null),
            Cancellation))));
        Assert.Equal(2, await Table.RequestsFor(async () => Assert.IsType<CancelOutcome.Cancelled>(await line.Send(
            new CancelOrder(new Caller.Identified(Customer), orderId, "call-1", Channel.Voice, Language.English), Cancellation))));
        Assert.Equal(1, await Table.RequestsFor(async () => Assert.IsType<CancelOutcome.AlreadyCancelled>(await line.Send(
            new CancelOrder(new Caller.Identified(Customer), orderId, "call-2", Channel.Voice, Language.English), Cancellation))));
    }

    async Task<IEnumerable<string>> OwingOrders() => (await Table.Client.ScanAsync(
        new ScanRequest { TableName = Table.Settings.TableName, IndexName = Table.Settings.OwedTextsIndexName }, Cancellation))
        .Items?.Select(item => item[Attr.OrderId].S) ?? [];
}
