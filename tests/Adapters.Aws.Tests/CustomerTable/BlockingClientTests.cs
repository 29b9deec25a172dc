using Amazon.DynamoDBv2;
using Amazon.Runtime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>The table over the client that a call's function has.</summary>
public sealed class BlockingClientTests(Dynalite dynalite) : OrdersContract, IDisposable
{
    readonly AnswerDeadline deadline = new(TimeProvider.System);
    TestTable? table;
    AmazonDynamoDBClient? client;

    public void Dispose()
    {
        client?.Dispose();
        table?.Dispose();
    }

    protected override async Task<IOrders> Open()
    {
        table = await TestTable.Create(dynalite);
        client = Aws.CustomerTable.CreateBlockingClient(table.Settings, deadline, new BasicAWSCredentials("local", "local"));
        return new DynamoDbOrders(client, table.Settings);
    }

    protected override Task Put(IOrders store, Order order) => table!.Put(order);
}
