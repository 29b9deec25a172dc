using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace OrderHotline.Bench.Race;

/// <summary>dynalite, a DynamoDB in memory, as the backend of a race, with the stub's SNS beside it. Every call has an order of its own,
/// which is put back before every run.</summary>
sealed class DynaliteServices : IBackend
{
    const int ItemsAtOnce = 25;

    const string Table = """
        {"TableName":"CustomerTable","BillingMode":"PAY_PER_REQUEST",
        "KeySchema":[{"AttributeName":"CallerID","KeyType":"HASH"},{"AttributeName":"orderId","KeyType":"RANGE"}],
        "AttributeDefinitions":[{"AttributeName":"CallerID","AttributeType":"S"},{"AttributeName":"orderId","AttributeType":"S"},
        {"AttributeName":"placedAt","AttributeType":"S"},{"AttributeName":"outboxPartition","AttributeType":"S"},
        {"AttributeName":"dueAt","AttributeType":"S"}],
        "LocalSecondaryIndexes":[{"IndexName":"LatestOrder","Projection":{"ProjectionType":"ALL"},
        "KeySchema":[{"AttributeName":"CallerID","KeyType":"HASH"},{"AttributeName":"placedAt","KeyType":"RANGE"}]}],
        "GlobalSecondaryIndexes":[{"IndexName":"Outbox","Projection":{"ProjectionType":"KEYS_ONLY"},
        "KeySchema":[{"AttributeName":"outboxPartition","KeyType":"HASH"},{"AttributeName":"dueAt","KeyType":"RANGE"}]}]}
        """;

    readonly Process server;
    readonly HttpClient client = new();
    readonly string order = StubServices.Order;

    public DynaliteServices(string repository, string node, IBackend sns)
    {
        server = Process.Start(new ProcessStartInfo(node, "start.js")
        {
            WorkingDirectory = Path.Combine(repository, "tests", "Contracts", "Dynalite"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var port = int.Parse(
            server.StandardOutput.ReadLine() ?? throw new RaceException("dynalite is not installed: npm ci in tests/Contracts/Dynalite."),
            CultureInfo.InvariantCulture);
        Addresses = sns.Addresses with { DynamoDb = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}") };
        Send("CreateTable", Table);
    }

    public string Name => "dynalite";

    public ServiceAddresses Addresses { get; }

    public bool Remembers => true;

    public Requests? Asked => null;

    public void Prepare(int calls)
    {
        foreach (var some in Enumerable.Range(0, calls).Chunk(ItemsAtOnce))
        {
            var puts = some.Select(call => $$$"""
                {"PutRequest":{"Item":{{{order.Replace(Events.CallerOf(null), Events.CallerOf(call), StringComparison.Ordinal)}}}}}
                """);
            Send("BatchWriteItem", $$$"""{"RequestItems":{"CustomerTable":[{{{string.Join(',', puts)}}}]}}""");
        }
    }

    public void Dispose()
    {
        server.StandardInput.Close();
        server.WaitForExit();
        server.Dispose();
        client.Dispose();
    }

    // dynalite looks for a signature and does not verify it.
    void Send(string action, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Addresses.DynamoDb)
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", $"DynamoDB_20120810.{action}");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260101T000000Z");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=race/20260101/ap-northeast-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
        using var response = client.Send(request);
        using var reader = new StreamReader(response.Content.ReadAsStream());
        var reply = reader.ReadToEnd();
        if (!response.IsSuccessStatusCode)
        {
            throw new RaceException($"dynalite refuses {action}: {reply}");
        }
    }
}
