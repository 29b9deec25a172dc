using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws;

/// <summary>What makes a function deliver messages: the table's stream, or the clock.</summary>
abstract record MessageDeliveryEvent
{
    // https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-scheduled-event.html
    const string ScheduledEvent = "Scheduled Event";

    MessageDeliveryEvent()
    {
    }

    /// <summary>
    /// Orders changed (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html). The records say no more than where to look, because
    /// one that comes late, or twice, describes an order that has moved on.
    /// </summary>
    /// <param name="Orders">The orders that owed a message that was not tried yet when their record was written, each once, in the order
    /// of the stream. What a delivery writes itself, its claim or a failed attempt, is the schedule's to come back to.</param>
    /// <param name="Unreadable">Those of them whose keys name no order that the line could have written.</param>
    public sealed record OrdersChanged(ImmutableArray<ChangedOrder> Orders, ImmutableArray<UnreadableOrder> Unreadable)
        : MessageDeliveryEvent;

    /// <summary>It is time to look for what is due.</summary>
    public sealed record TimeToLook : MessageDeliveryEvent;

    /// <summary>Reads an event as the function received it.</summary>
    /// <exception cref="JsonException">It is neither kind.</exception>
    public static MessageDeliveryEvent Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, DeliveryEventJson.Default.RawDeliveryEvent) switch
        {
            { DetailType: ScheduledEvent } => new TimeToLook(),
            { Records: { } records } => Read(records),
            _ => throw new JsonException(
                "The event has no Records and is no scheduled event: this function is fed by the table's stream and by a schedule."),
        };

    static OrdersChanged Read(List<StreamRecord> records)
    {
        var (orders, unreadable) = (ImmutableArray.CreateBuilder<ChangedOrder>(), ImmutableArray.CreateBuilder<UnreadableOrder>());
        foreach (var images in records.Select(record => record.Dynamodb).OfType<StreamImages>().Where(OwesAnUntriedMessage))
        {
            var (owner, id) = (Key(images, OrderAttributes.CallerId), Key(images, OrderAttributes.OrderId));
            var isNamed = OrderId.TryParse(id, out var orderId);
            if (isNamed && PhoneNumber.TryParse(owner, out var number))
            {
                orders.Add(new ChangedOrder(new DueOrder(number, orderId), images.SequenceNumber ?? ""));
            }
            else
            {
                unreadable.Add(new UnreadableOrder(
                    isNamed ? id : "", "The stream tells of an item that the line never wrote: its keys cannot be read."));
            }
        }

        return new OrdersChanged([.. orders.DistinctBy(changed => changed.Order)], [.. unreadable.Distinct()]);
    }

    static bool OwesAnUntriedMessage(StreamImages images) => images.NewImage is { } image
        && image.ContainsKey(OrderAttributes.DueAt) && !image.ContainsKey(OrderAttributes.Delivery);

    static string Key(StreamImages images, string name) =>
        images.Keys?.GetValueOrDefault(name)?.S
        ?? throw new JsonException($"A record's keys have no {name}: is this the stream of another table?");
}

/// <summary>An order that the stream tells of.</summary>
/// <param name="SequenceNumber">The place in the stream of the first record that names it; empty when the record has none.</param>
sealed record ChangedOrder(DueOrder Order, string SequenceNumber);

sealed record RawDeliveryEvent(
    List<StreamRecord>? Records, [property: JsonPropertyName("detail-type")] string? DetailType);

sealed record StreamRecord([property: JsonPropertyName("dynamodb")] StreamImages? Dynamodb);

sealed record StreamImages(Dictionary<string, StreamValue>? Keys, Dictionary<string, StreamValue>? NewImage, string? SequenceNumber);

sealed record StreamValue(string? S);

[JsonSerializable(typeof(RawDeliveryEvent))]
sealed partial class DeliveryEventJson : JsonSerializerContext;
