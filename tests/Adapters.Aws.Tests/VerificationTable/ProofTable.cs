using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>A fresh table of proofs on dynalite, made by the product's own schema, that counts the requests it gets.</summary>
sealed class ProofTable : IDisposable
{
    int requests;

    ProofTable(Dynalite dynalite)
    {
        Settings = new VerificationTableSettings { TableName = $"Proofs-{Guid.NewGuid():N}" };
        Client = Aws.CustomerTable.CreateClient(
            new CustomerTableSettings { Endpoint = new() { Address = dynalite.Address, Region = "ap-northeast-1" } },
            new AnswerDeadline(TimeProvider.System),
            new BasicAWSCredentials("local", "local"));
        Client.BeforeRequestEvent += (_, _) => Interlocked.Increment(ref requests);
        Verifications = new DynamoDbVerifications(Client, Settings);
    }

    public VerificationTableSettings Settings { get; }

    public AmazonDynamoDBClient Client { get; }

    public DynamoDbVerifications Verifications { get; }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ProofTable> Create(Dynalite dynalite)
    {
        var table = new ProofTable(dynalite);
        await VerificationTableSchema.Create(table.Client, table.Settings, Cancellation);
        while ((await table.Client.DescribeTableAsync(table.Settings.TableName, Cancellation)).Table.TableStatus != TableStatus.ACTIVE)
        {
            await Task.Yield();
        }

        return table;
    }

    /// <summary>How many requests the work took.</summary>
    public async Task<int> RequestsFor(Func<Task> work)
    {
        var before = requests;
        await work();
        return requests - before;
    }

    public Task Put(Item item) => Client.PutItemAsync(Settings.TableName, item, Cancellation);

    public async Task<Item> Get(string subject) => (await Client.GetItemAsync(
        new GetItemRequest { TableName = Settings.TableName, Key = new() { ["subject"] = new(subject) }, ConsistentRead = true }, Cancellation)).Item;

    public Task<Item> Get(VerificationSubject subject) => Get(subject.Key);

    public void Dispose() => Client.Dispose();
}
