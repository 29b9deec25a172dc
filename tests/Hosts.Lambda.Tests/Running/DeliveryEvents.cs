using System.Text.Json;
using OrderHotline.Domain;
using OrderHotline.RuntimeApi;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>What the function for messages is fed.</summary>
static class DeliveryEvents
{
    public const string Schedule =
        """{"version":"0","id":"53dc4d37-cffa","detail-type":"Scheduled Event","source":"aws.events","region":"ap-northeast-1","detail":{}}""";

    /// <summary>The time that operators are told to give this function.</summary>
    public static LambdaEvent AMinuteFor(string json) => new(json) { Deadline = DateTimeOffset.UtcNow.AddMinutes(1) };

    public static string StreamEvent(params (PhoneNumber Owner, string OrderId)[] orders) => JsonSerializer.Serialize(new
    {
        Records = orders.Select((order, i) => new
        {
            eventID = $"{i:D32}",
            eventName = "MODIFY",
            eventVersion = "1.1",
            eventSource = "aws:dynamodb",
            awsRegion = TestTable.Region,
            dynamodb = new
            {
                ApproximateCreationDateTime = 1_795_568_400.0,
                Keys = KeysOf(order.Owner, order.OrderId),
                NewImage = new Dictionary<string, object>(KeysOf(order.Owner, order.OrderId))
                {
                    ["isCancel"] = new { S = "True" },
                    ["version"] = new { N = "1" },
                    ["dueAt"] = new { S = "2026-11-25T01:00:00Z" },
                    ["outbox"] = new { L = new[] { new { M = new { what = new { S = "Cancelled" } } } } },
                },
                SequenceNumber = $"{i + 1}",
                SizeBytes = 300,
                StreamViewType = "NEW_AND_OLD_IMAGES",
            },
            eventSourceARN = "arn:aws:dynamodb:ap-northeast-1:123456789012:table/CustomerTable/stream/2026-11-25T00:00:00.000",
        }),
    });

    static Dictionary<string, object> KeysOf(PhoneNumber owner, string orderId) =>
        new() { ["CallerID"] = new { S = owner.ToE164() }, ["orderId"] = new { S = orderId } };
}
