using System.Text;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using OrderHotline.Adapters.Aws;
using OrderHotline.Bench.Allocations;
using OrderHotline.Domain;
using OrderHotline.Hosts.Lambda;

// dotnet run -c Release --project bench/Allocations
// What one warm call allocates in the whole process, runtime loop included, and how much of it the DynamoDB client takes by itself.
// A call that allocates more than it may is a failure: bytes, unlike times, are the same on every machine.
const int Warm = 500;
const int Counted = 2000;

var events = Path.Combine(AppContext.BaseDirectory, "events");
var item = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "customer-table-item.json"));
var table = new ConstantService(
    ("DynamoDB_20120810.Query", 200, Encoding.UTF8.GetBytes($$"""{"Count":1,"Items":[{{item}}],"ScannedCount":1}""")),
    ("DynamoDB_20120810.GetItem", 200, Encoding.UTF8.GetBytes($$"""{"Item":{{item}}}""")),
    ("DynamoDB_20120810.UpdateItem", 200, "{}"u8.ToArray())).Start();
Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "local");
Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "local");

var tooMuch = 0;
Console.WriteLine($"{"",-44}{"bytes a call",14}{"at most",14}");
foreach (var (handler, file, most) in new[]
{
    ("OrderTableRead", "order-table-read", 48_000),
    ("CancelOrder", "cancel-order", 88_000),
    ("ChangeOrderDate", "change-order-date", 90_000),
})
{
    var bytes = await OfACall(handler, File.ReadAllBytes(Path.Combine(events, $"{file}.json")));
    Console.WriteLine($"{handler,-44}{bytes,14:N0}{most,14:N0}{(bytes > most ? "   TOO MUCH" : "")}");
    tooMuch += bytes > most ? 1 : 0;
}

Say("  the runtime loop alone", await OfTheLoop(File.ReadAllBytes(Path.Combine(events, "order-table-read.json"))));
var settings = new CustomerTableSettings { Endpoint = new() { Address = new Uri($"http://{table}"), Region = "ap-northeast-1" } };
using var client = CustomerTable.CreateClient(settings, new AnswerDeadline(TimeProvider.System));
var orders = new DynamoDbOrders(client, settings);
var owner = ((Caller.Identified)Caller.At("+819012345678")).Number;
Say("  Query alone, by the SDK's client", await Of(() => client.QueryAsync(new QueryRequest
{
    TableName = "CustomerTable",
    IndexName = "LatestOrder",
    KeyConditionExpression = "#caller = :caller",
    ExpressionAttributeNames = new() { ["#caller"] = "CallerID" },
    ExpressionAttributeValues = new() { [":caller"] = new("+819012345678") },
    ConsistentRead = true,
    ScanIndexForward = false,
    Limit = 1,
})));
Say("  GetItem alone", await Of(() => client.GetItemAsync(new GetItemRequest
{
    TableName = "CustomerTable",
    Key = new() { ["CallerID"] = new("+819012345678"), ["orderId"] = new("100") },
    ConsistentRead = true,
})));
Say("  UpdateItem alone, of one attribute", await Of(() => client.UpdateItemAsync(new UpdateItemRequest
{
    TableName = "CustomerTable",
    Key = new() { ["CallerID"] = new("+819012345678"), ["orderId"] = new("100") },
    UpdateExpression = "SET #a = :a",
    ExpressionAttributeNames = new() { ["#a"] = "isCancel" },
    ExpressionAttributeValues = new() { [":a"] = new("True") },
})));
Say("  Latest of the adapter", await Of(() => orders.Latest(owner, CancellationToken.None)));
return tooMuch;

static void Say(string what, long bytes) => Console.WriteLine($"{what,-44}{bytes,14:N0}");

async Task<long> OfACall(string handler, byte[] json)
{
    string? Variable(string name) => name switch
    {
        "_HANDLER" => handler,
        "AWS_REGION" => "ap-northeast-1",
        "HOTLINE_DYNAMODB_URL" => $"http://{table}",
        "HOTLINE_FIXED_NOW" => "2018-11-07T10:00:00+09:00",
        _ => null,
    };

    var function = LambdaFunction.Start(Variable, new FunctionLog(_ => true).Write);
    return await InTheLoop(json, (input, context) => function.Handle(input, context));
}

static Task<long> OfTheLoop(byte[] json) => InTheLoop(json, (input, _) => Task.FromResult(input));

static async Task<long> InTheLoop(byte[] json, Func<Stream, ILambdaContext, Task<Stream>> answer)
{
    var runtime = new ConstantService(("GET ", 200, json), ("POST ", 202, """{"status":"OK"}"""u8.ToArray())).Start();
    using var stop = new CancellationTokenSource();
    var (calls, first, last) = (0, 0L, 0L);
    using var handler = HandlerWrapper.GetHandlerWrapper(async (Stream input, ILambdaContext context) =>
    {
        switch (++calls)
        {
            case Warm:
                first = GC.GetTotalAllocatedBytes(precise: true);
                break;
            case Warm + Counted:
                last = GC.GetTotalAllocatedBytes(precise: true);
                await stop.CancelAsync();
                break;
        }

        return await answer(input, context);
    });
    using var loop = new LambdaBootstrap(handler, new LambdaBootstrapOptions { RuntimeApiEndpoint = runtime });
    await loop.RunAsync(stop.Token);
    return (last - first) / Counted;
}

static async Task<long> Of<T>(Func<Task<T>> request)
{
    for (var i = 0; i < Warm; i++)
    {
        await request();
    }

    var before = GC.GetTotalAllocatedBytes(precise: true);
    for (var i = 0; i < Counted; i++)
    {
        await request();
    }

    return (GC.GetTotalAllocatedBytes(precise: true) - before) / Counted;
}
