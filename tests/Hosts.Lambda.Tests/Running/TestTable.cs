using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Aws;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>A table of one test's own on dynalite, made by the shop's schema.</summary>
sealed class TestTable(AmazonDynamoDBClient client, CustomerTableSettings settings) : IDisposable
{
    public const string Region = "ap-northeast-1";

    const int LargestBatch = 25;

    /// <summary>What tells a function to use this table.</summary>
    public IEnumerable<(string Name, string Value)> Variables =>
        [("HOTLINE_TABLE", settings.TableName), ("HOTLINE_DYNAMODB_URL", settings.Endpoint.Address!.ToString())];

    public DynamoDbOrders Orders => new(client, settings);

    public static async Task<TestTable> Create(Dynalite dynalite)
    {
        var names = new CustomerTableSettings
        {
            TableName = $"Customers-{Guid.NewGuid()}",
            Endpoint = new() { Address = dynalite.Address, Region = Region },
        };
        var connection = CustomerTable.CreateClient(names, new AnswerDeadline(TimeProvider.System), new BasicAWSCredentials("local", "local"));
        await CustomerTableSchema.Create(connection, names, TestContext.Current.CancellationToken);
        return new TestTable(connection, names);
    }

    /// <summary>Makes a table of proofs beside it, and tells what has a function use that, with a key for codes.</summary>
    public async Task<IEnumerable<(string Name, string Value)>> AddProofs()
    {
        var proofs = new VerificationTableSettings { TableName = $"Proofs-{Guid.NewGuid()}" };
        await VerificationTableSchema.Create(client, proofs, TestContext.Current.CancellationToken);
        while ((await client.DescribeTableAsync(proofs.TableName, TestContext.Current.CancellationToken)).Table.TableStatus != TableStatus.ACTIVE)
        {
            await Task.Yield();
        }

        return [("HOTLINE_VERIFICATION_TABLE", proofs.TableName), ("HOTLINE_CODE_KEYS", $"k1:{Convert.ToBase64String(new byte[CodeKey.ShortestSecret])}")];
    }

    /// <summary>A table that holds the demo's one order.</summary>
    public static async Task<TestTable> WithTheDemoItem(Dynalite dynalite)
    {
        var table = await Create(dynalite);
        await table.PutTheDemoItem();
        return table;
    }

    public Task PutTheDemoItem() => Put(Assert.Single(DynamoDbJson.ReadItems(CallContract.DemoItem)));

    /// <summary>Puts an item that no version of the line can read.</summary>
    public Task PutABrokenItem(Order order) => Put(new Item(ItemOf(order)) { ["isCancel"] = new("Maybe") });

    public Task Put(Item item) => client.PutItemAsync(settings.TableName, item);

    public async Task PutAll(IEnumerable<Item> items)
    {
        foreach (var batch in items.Chunk(LargestBatch))
        {
            await client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>>
            {
                [settings.TableName] = [.. batch.Select(item => new WriteRequest(new PutRequest(item)))],
            });
        }
    }

    /// <summary>An item as a shop's own system writes it.</summary>
    public static Item ItemOf(Order order)
    {
        var item = new Item
        {
            ["CallerID"] = new(order.Owner.ToE164()),
            ["orderId"] = new(order.Id.ToString()),
            ["orderedItem"] = new(order.Item),
            ["shippingDate"] = new(LocalDatePattern.Iso.Format(order.ShippingDate)),
            ["customerName"] = new(order.CustomerName),
            ["isCancel"] = new("False"),
        };
        if (order.PlacedAt != NodaConstants.UnixEpoch)
        {
            item["placedAt"] = new(InstantPattern.ExtendedIso.Format(order.PlacedAt));
        }

        return item;
    }

    /// <summary>Puts an order and a change of it, so that the item owes what the change makes it owe.</summary>
    public async Task Put(OrderChange change)
    {
        await Put(ItemOf(change.Before));
        Assert.Equal(
            Application.StoreResult.Stored, await Orders.Store(change, TestContext.Current.CancellationToken));
    }

    /// <summary>The shop's own system moves an order; it leaves alone what is the line's.</summary>
    public async Task MoveForTheShop(PhoneNumber owner, string orderId, string date) =>
        await Put(new Item(await Read(owner, orderId)) { ["shippingDate"] = new(date) });

    /// <summary>One item as it stands.</summary>
    public async Task<Item> Read(PhoneNumber owner, string orderId)
    {
        var key = new Item { ["CallerID"] = new(owner.ToE164()), ["orderId"] = new(orderId) };
        return (await client.GetItemAsync(settings.TableName, key, consistentRead: true)).Item;
    }

    public void Dispose() => client.Dispose();
}
