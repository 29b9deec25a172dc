using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using Attr = OrderHotline.Adapters.Aws.OrderAttributes;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

[assembly: AssemblyFixture(typeof(Dynalite))]

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>A fresh table on dynalite, made by the product's own schema, that counts the requests it gets.</summary>
sealed class TestTable : IDisposable
{
    int requests;

    TestTable(CustomerTableSettings settings)
    {
        Settings = settings;
        Client = Aws.CustomerTable.CreateClient(settings, new AnswerDeadline(TimeProvider.System), new BasicAWSCredentials("local", "local"));
        Client.BeforeRequestEvent += (_, _) => Interlocked.Increment(ref requests);
        Orders = new DynamoDbOrders(Client, settings);
        Outbox = new DynamoDbOutbox(Client, settings);
    }

    public CustomerTableSettings Settings { get; }

    public AmazonDynamoDBClient Client { get; }

    public DynamoDbOrders Orders { get; }

    public DynamoDbOutbox Outbox { get; }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TestTable> Create(Dynalite dynalite)
    {
        var table = new TestTable(new CustomerTableSettings
        {
            TableName = $"Orders-{Guid.NewGuid():N}",
            Endpoint = new() { Address = dynalite.Address, Region = "ap-northeast-1" },
        });
        await CustomerTableSchema.Create(table.Client, table.Settings, Cancellation);
        return table;
    }

    /// <summary>How many requests the work took.</summary>
    public async Task<int> RequestsFor(Func<Task> work)
    {
        var before = requests;
        await work();
        return requests - before;
    }

    /// <summary>The item a shop writes for an order: without <c>placedAt</c> when that was never recorded.</summary>
    public static Item ShopItem(Order order)
    {
        var item = StoredOrder.Key(order.Owner, order.Id);
        item[Attr.OrderedItem] = new(order.Item);
        item[Attr.CustomerName] = new(order.CustomerName);
        item[Attr.ShippingDate] = StoredOrder.Date(order.ShippingDate);
        item[Attr.IsCancel] = StoredOrder.Flag(order);
        if (order.PlacedAt != NodaConstants.UnixEpoch)
        {
            item[Attr.PlacedAt] = StoredOrder.Time(order.PlacedAt);
        }

        if (!order.SpokenItem.IsEmpty)
        {
            item[Attr.SpokenItem] = new() { M = order.SpokenItem.ToDictionary(name => name.Language.ToString(), name => new AttributeValue(name.Words)) };
        }

        if (order.State is OrderState.Shipped(var at))
        {
            item[Attr.ShippedAt] = StoredOrder.Time(at);
        }

        if (order.Version > 0)
        {
            item[Attr.Version] = StoredOrder.Number(order.Version);
            item[Attr.History] = StoredOrder.WriteHistory(order);
            item[Attr.Outbox] = StoredOutbox.WriteOwed(order);
        }

        return item;
    }

    public Task Put(Order order) => Put(ShopItem(order));

    public Task Put(Item item) => Client.PutItemAsync(Settings.TableName, item, Cancellation);

    public Task PutMany(IEnumerable<Order> orders) => PutMany(orders.Select(ShopItem));

    public async Task PutMany(IEnumerable<Item> items)
    {
        foreach (var batch in items.Chunk(25))
        {
            await Client.BatchWriteItemAsync(
                new BatchWriteItemRequest
                {
                    RequestItems = new()
                    {
                        [Settings.TableName] = [.. batch.Select(item => new WriteRequest(new PutRequest(item)))],
                    },
                },
                Cancellation);
        }
    }

    public async Task<Item> Get(string id) => (await Client.GetItemAsync(
        Settings.TableName, StoredOrder.Key(SampleOrder.Customer, SampleOrder.Id(id)), consistentRead: true, Cancellation)).Item;

    public void Dispose() => Client.Dispose();
}
