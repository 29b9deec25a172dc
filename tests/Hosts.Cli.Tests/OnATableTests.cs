using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using OrderHotline.Adapters.Aws;
using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Cli.Tests;

public sealed class OnATableTests(Dynalite dynalite) : IDisposable
{
    const string Whose = "--caller 090-1234-5678";

    readonly Desk desk = new();
    readonly string table = $"Customers-{Guid.NewGuid()}";

    string Table => $"--dynamodb {dynalite.Address} --table {table}";

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task The_demos_order_is_found_cancelled_and_refuses_a_new_date_afterwards()
    {
        desk.PutTheDemoItem();
        foreach (var name in new[] { "order-table-read", "cancel-order", "change-order-date" })
        {
            desk.PutEvent(name);
        }

        Assert.Equal($"{table} is ready.\n", (await desk.Type($"table create {Table}")).Succeeded().Output);
        Assert.Equal($"1 order(s) put into {table}.\n", (await desk.Type($"orders seed @items.json {Table}")).Succeeded().Output);
        Assert.Equal(["OrderFound"], (await Invoke("OrderTableRead", "order-table-read")).Outcomes);
        Assert.Equal(["Cancelled"], (await Invoke("CancelOrder", "cancel-order")).Outcomes);
        Assert.Equal(["OrderIsCancelled"], (await Invoke("ChangeOrderDate", "change-order-date")).Outcomes);

        var shown = (await desk.Type($"orders show 100 {Whose} {Table}")).Succeeded().Output;
        Assert.StartsWith(
            """
            Order      100 of Justin, +819012345678
            Item       The North Face Summit L3 Ventrix 2.0 Hoodie
            Ships      2018-11-12
            State      cancelled
            Changed    2018-11-07T01:00:00Z cancelled (contact
            """,
            shown,
            StringComparison.Ordinal);
        Assert.EndsWith("Owed       1 since 2018-11-07T01:00:00Z, in ja-JP\n", shown, StringComparison.Ordinal);
        Assert.Equal(
            "+819012345678  100  2018-11-12  cancelled  The North Face Summit L3 Ventrix 2.0 Hoodie (owes 1 message)\n",
            (await desk.Type($"orders list {Whose} {Table}")).Succeeded().Output);

        async Task<Ran> Invoke(string function, string name) =>
            (await desk.Type($"invoke {function} @{name}.json {Table} --now {Desk.ContractNow}")).Succeeded();
    }

    [Fact]
    public async Task Seeding_keeps_every_attribute_of_every_item()
    {
        desk.Put(
            "items.json",
            """
            [
              {
                "CallerID": {"S": "+819012345678"}, "orderId": {"S": "100"}, "orderedItem": {"S": "Kettle"}, "isCancel": {"S": "False"},
                "shippingDate": {"S": "2018-11-12"}, "customerName": {"S": "花"},
                "price": {"N": "19.90"}, "gift": {"BOOL": true}, "note": {"NULL": true}, "tags": {"SS": ["a", "b"]},
                "sizes": {"NS": ["1", "2.5"]}, "address": {"M": {"city": {"S": "東京"}, "lines": {"L": [{"S": "1"}, {"N": "2"}]}}},
                "label": {"B": "AQI="}
              },
              {
                "CallerID": {"S": "+819012345678"}, "orderId": {"S": "20-b"}, "orderedItem": {"S": "鉄瓶"}, "isCancel": {"S": "True"},
                "shippingDate": {"S": "2018-11-13"}, "customerName": {"S": "花"}
              }
            ]
            """);
        await desk.Type($"table create {Table}");

        Assert.Equal($"2 order(s) put into {table}.\n", (await desk.Type($"orders seed @items.json {Table}")).Succeeded().Output);

        Assert.Equal(
            "+819012345678  100   2018-11-12  placed     Kettle\n+819012345678  20-b  2018-11-13  cancelled  鉄瓶\n",
            (await desk.Type($"orders list {Whose} {Table}")).Succeeded().Output);
        var item = await Read("100");
        Assert.Equal(13, item.Count);
        Assert.Equal("19.9", item["price"].N);
        Assert.True(item["gift"].BOOL);
        Assert.True(item["note"].NULL);
        Assert.Equal(["a", "b"], item["tags"].SS);
        Assert.Equal(["1", "2.5"], item["sizes"].NS);
        Assert.Equal("東京", item["address"].M["city"].S);
        Assert.Equal(["1", "2"], item["address"].M["lines"].L.Select(line => line.S ?? line.N));
        Assert.Equal([1, 2], item["label"].B.ToArray());
    }

    [Fact]
    public async Task A_table_that_is_there_already_is_left_as_it_is()
    {
        desk.PutTheDemoItem();
        await desk.Type($"table create {Table}");
        await desk.Type($"orders seed @items.json {Table}");

        (await desk.Type($"table create {Table}")).FailedSaying($"There is a table {table} already; it was left as it is.");

        Assert.Contains("100", (await desk.Type($"orders list {Whose} {Table}")).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_of_the_table_that_is_no_order_is_named()
    {
        desk.PutTheDemoItem();
        desk.PutEvent("order-table-read");
        await desk.Type($"table create {Table}");
        await desk.Type($"orders seed @items.json {Table}");
        using (var client = CustomerTable.CreateClient(Settings, new AnswerDeadline(TimeProvider.System), new BasicAWSCredentials("local", "local")))
        {
            await client.PutItemAsync(
                table,
                new(await Read("100")) { ["isCancel"] = new("Maybe") },
                TestContext.Current.CancellationToken);
        }

        (await desk.Type($"orders list {Whose} {Table}")).FailedSaying("order 100", "isCancel is neither True nor False");
        var invoked = await desk.Type($"invoke OrderTableRead @order-table-read.json {Table}");
        invoked.BrokeSaying("order 100", "isCancel is neither True nor False");
        Assert.Equal(["Unavailable"], invoked.Outcomes);
    }

    [Theory]
    [InlineData("orders list " + Whose)]
    [InlineData("orders show 100 " + Whose)]
    [InlineData("orders seed @items.json")]
    [InlineData("invoke OrderTableRead @order-table-read.json")]
    public async Task Where_the_table_is_missing_it_says_how_to_make_it(string command)
    {
        desk.PutTheDemoItem();
        desk.PutEvent("order-table-read");

        (await desk.Type($"{command} {Table}")).BrokeSaying(
            $"There is no table {table} at {dynalite.Address}", $"hotline table create --dynamodb {dynalite.Address} --table {table}");
    }

    [Theory]
    [InlineData("table create")]
    [InlineData("orders list " + Whose)]
    [InlineData("invoke OrderTableRead @order-table-read.json")]
    public async Task Where_nothing_listens_it_says_so(string command)
    {
        desk.PutEvent("order-table-read");
        var address = AddressWhereNothingListens();

        (await desk.Type($"{command} --dynamodb {address}")).BrokeSaying($"Nothing answers at {address}");
    }

    [Fact]
    public async Task Whose_orders_to_list_must_be_said_and_an_unknown_order_is_answered_with_those_there_are()
    {
        desk.PutTheDemoItem();
        await desk.Type($"table create {Table}");
        await desk.Type($"orders seed @items.json {Table}");

        (await desk.Type($"orders list {Table}")).FailedSaying("say whose with --caller");
        (await desk.Type($"orders show 101 {Whose} {Table}")).FailedSaying("+819012345678 has no order 101; they have 100.");
        Assert.Equal("+819087654321 has no orders.\n", (await desk.Type($"orders list --caller +819087654321 {Table}")).Succeeded().Error);
    }

    CustomerTableSettings Settings =>
        new() { TableName = table, Endpoint = new() { Address = dynalite.Address, Region = "ap-northeast-1" } };

    async Task<Dictionary<string, AttributeValue>> Read(string orderId)
    {
        using var client = CustomerTable.CreateClient(Settings, new AnswerDeadline(TimeProvider.System), new BasicAWSCredentials("local", "local"));
        return (await client.GetItemAsync(table, new() { ["CallerID"] = new("+819012345678"), ["orderId"] = new(orderId) })).Item;
    }

    public static string AddressWhereNothingListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}/";
    }
}
