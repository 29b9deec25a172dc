using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderHotline.Adapters.Aws;

/// <summary>
/// What the table's stream tells a function: which orders changed
/// (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html). The records say no more than where to look, because one that
/// comes late, or twice, describes an order that has moved on.
/// </summary>
public static class OrderStreamEvent
{
    /// <summary>The orders that owed a text when their record was written, each once, in the order of the stream.</summary>
    /// <param name="utf8">The event as the function received it.</param>
    /// <exception cref="JsonException">It is no stream event.</exception>
    public static IReadOnlyList<OwingOrder> ReadOwingOrders(ReadOnlySpan<byte> utf8)
    {
        var records = JsonSerializer.Deserialize(utf8, StreamJson.Default.StreamEvent)?.Records
            ?? throw new JsonException("The event has no Records: this function is fed by the table's stream.");
        return
        [
            .. records
                .Where(record => record.Dynamodb?.NewImage?.ContainsKey(OrderItemAttributes.OwedSince) == true)
                .Select(record => record.Dynamodb!.Keys)
                .Select(keys => new OwingOrder(Key(keys, OrderItemAttributes.CallerId), Key(keys, OrderItemAttributes.OrderId)))
                .Distinct(),
        ];
    }

    static string Key(Dictionary<string, StreamValue>? keys, string name) =>
        keys?.GetValueOrDefault(name)?.S
        ?? throw new JsonException($"A record's keys have no {name}: is this the stream of another table?");
}

/// <summary>An order that owes a text.</summary>
/// <param name="CallerId">Its owner's number, as the table has it.</param>
/// <param name="OrderId">Its id, as the table has it.</param>
public sealed record OwingOrder(string CallerId, string OrderId);

sealed record StreamEvent(List<StreamRecord>? Records);

sealed record StreamRecord([property: JsonPropertyName("dynamodb")] StreamImages? Dynamodb);

sealed record StreamImages(Dictionary<string, StreamValue>? Keys, Dictionary<string, StreamValue>? NewImage);

sealed record StreamValue(string? S);

[JsonSerializable(typeof(StreamEvent))]
sealed partial class StreamJson : JsonSerializerContext;
