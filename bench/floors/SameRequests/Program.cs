using OrderHotline.Bench.Floors;

// What remains of our function when everything is taken away that is ours: the same requests to DynamoDB, bytes for bytes, over a raw
// socket, without SDK, signature, validation, rules or words.
var handler = Environment.GetEnvironmentVariable("_HANDLER")!;
var reply = ConstantReplies.Of(handler);
using var orders = new OrderRequests(new Uri(Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_DYNAMODB")!).Authority);
RuntimeLoop.Run(json =>
{
    switch (handler)
    {
        case "OrderTableRead":
            orders.Latest(json);
            break;
        case "CancelOrder":
            orders.Find(json);
            orders.Cancel(json);
            break;
        default:
            orders.Find(json);
            orders.Move(json);
            break;
    }

    return reply;
});
