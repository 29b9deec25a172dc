using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderHotline.Adapters.Aws;

/// <summary>What makes a function deliver texts: the table's stream, or the clock.</summary>
public abstract record TextDeliveryEvent
{
    // https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-scheduled-event.html
    const string ScheduledEvent = "Scheduled Event";

    TextDeliveryEvent()
    {
    }

    /// <summary>
    /// Orders changed (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html). The records say no more than where to look, because
    /// one that comes late, or twice, describes an order that has moved on.
    /// </summary>
    /// <param name="Orders">The orders that owed a text which nobody had tried yet when their record was written, each once, in the order
    /// of the stream. What a delivery writes itself, its claim or a failed attempt, is the schedule's to come back to.</param>
    public sealed record OrdersChanged(ImmutableArray<OwingOrder> Orders) : TextDeliveryEvent;

    /// <summary>It is time to look for what is due.</summary>
    public sealed record TimeToLook : TextDeliveryEvent;

    /// <summary>Reads an event as the function received it.</summary>
    /// <param name="utf8">The event.</param>
    /// <exception cref="JsonException">It is neither kind.</exception>
    public static TextDeliveryEvent Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, DeliveryEventJson.Default.RawDeliveryEvent) switch
        {
            { DetailType: ScheduledEvent } => new TimeToLook(),
            { Records: { } records } => new OrdersChanged(
            [
                .. records
                    .Where(record => record.Dynamodb?.NewImage is { } image
                        && image.ContainsKey(OrderItemAttributes.OwedSince) && !image.ContainsKey(OrderItemAttributes.Delivery))
                    .Select(Owing)
                    .DistinctBy(order => (order.CallerId, order.OrderId)),
            ]),
            _ => throw new JsonException(
                "The event has no Records and is no scheduled event: this function is fed by the table's stream and by a schedule."),
        };

    static OwingOrder Owing(StreamRecord record) => new(
        Key(record.Dynamodb?.Keys, OrderItemAttributes.CallerId),
        Key(record.Dynamodb?.Keys, OrderItemAttributes.OrderId),
        record.Dynamodb?.SequenceNumber ?? "");

    static string Key(Dictionary<string, StreamValue>? keys, string name) =>
        keys?.GetValueOrDefault(name)?.S
        ?? throw new JsonException($"A record's keys have no {name}: is this the stream of another table?");
}

/// <summary>An order that owes a text.</summary>
/// <param name="CallerId">Its owner's number, as the table has it.</param>
/// <param name="OrderId">Its id, as the table has it.</param>
/// <param name="SequenceNumber">The place in the stream of the first record that names it; empty when the record has none.</param>
public sealed record OwingOrder(string CallerId, string OrderId, string SequenceNumber);

sealed record RawDeliveryEvent(
    List<StreamRecord>? Records, [property: JsonPropertyName("detail-type")] string? DetailType);

sealed record StreamRecord([property: JsonPropertyName("dynamodb")] StreamImages? Dynamodb);

sealed record StreamImages(Dictionary<string, StreamValue>? Keys, Dictionary<string, StreamValue>? NewImage, string? SequenceNumber);

sealed record StreamValue(string? S);

[JsonSerializable(typeof(RawDeliveryEvent))]
sealed partial class DeliveryEventJson : JsonSerializerContext;
