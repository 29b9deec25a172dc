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
    /// <param name="Unreadable">Records that are none of a table's stream, or whose keys name no order that the line could have
    /// written. Nothing is lost by them: whatever the table owes, its index of due messages tells too.</param>
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

    // Each record stands alone: the messages of an order are not held up by what stands beside it in a batch.
    static OrdersChanged Read(List<JsonElement> records)
    {
        var (orders, unreadable) = (ImmutableArray.CreateBuilder<ChangedOrder>(), ImmutableArray.CreateBuilder<UnreadableOrder>());
        foreach (var record in records)
        {
            if (ImagesIn(record) is not { } images)
            {
                unreadable.Add(new UnreadableOrder("", "A record is not what the stream of a table holds."));
                continue;
            }

            if (!OwesAnUntriedMessage(images))
            {
                continue;
            }

            var isNamed = OrderId.TryParse(Key(images, OrderAttributes.OrderId), out var id);
            if (isNamed && PhoneNumber.TryParse(Key(images, OrderAttributes.CallerId), out var owner))
            {
                orders.Add(new ChangedOrder(new DueOrder(owner, id), images.SequenceNumber ?? ""));
            }
            else
            {
                var wrong = isNamed ? OrderAttributes.CallerId : OrderAttributes.OrderId;
                unreadable.Add(new UnreadableOrder(
                    isNamed ? $"{id}" : "",
                    $"The stream tells of an item that the line never wrote: the {wrong} of its keys cannot be read. "
                        + "Is it the stream of another table?"));
            }
        }

        return new OrdersChanged([.. orders.DistinctBy(changed => changed.Order)], [.. unreadable]);
    }

    static StreamImages? ImagesIn(JsonElement record)
    {
        try
        {
            return record.Deserialize(DeliveryEventJson.Default.StreamRecord)?.Dynamodb;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static bool OwesAnUntriedMessage(StreamImages images) =>
        Has(images, OrderAttributes.DueAt) && !Has(images, OrderAttributes.Delivery);

    // DynamoDB's NULL means absent.
    static bool Has(StreamImages images, string name) => images.NewImage?.GetValueOrDefault(name) is { NULL: not true };

    static string? Key(StreamImages images, string name) => images.Keys?.GetValueOrDefault(name)?.S;
}

/// <summary>An order that the stream tells of.</summary>
/// <param name="SequenceNumber">The place in the stream of the first record that names it; empty when the record has none.</param>
sealed record ChangedOrder(DueOrder Order, string SequenceNumber);

sealed record RawDeliveryEvent(
    List<JsonElement>? Records, [property: JsonPropertyName("detail-type")] string? DetailType);

sealed record StreamRecord([property: JsonPropertyName("dynamodb")] StreamImages? Dynamodb);

sealed record StreamImages(
    Dictionary<string, StreamValue?>? Keys, Dictionary<string, StreamValue?>? NewImage, string? SequenceNumber);

sealed record StreamValue(string? S, bool? NULL);

[JsonSerializable(typeof(RawDeliveryEvent))]
[JsonSerializable(typeof(StreamRecord))]
sealed partial class DeliveryEventJson : JsonSerializerContext;
