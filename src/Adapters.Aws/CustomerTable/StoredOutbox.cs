using System.Globalization;
using Amazon.DynamoDBv2.Model;
using NodaTime;
using OrderHotline.Domain;
using static OrderHotline.Adapters.Aws.StoredOrder;
using Attr = OrderHotline.Adapters.Aws.OrderAttributes;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Adapters.Aws;

/// <summary>The messages of an order as they stand in its item, and back.</summary>
static class StoredOutbox
{
    /// <exception cref="FormatException">The item cannot be read; the message names the attribute.</exception>
    public static Outbox Read(Item item) => new(
        [.. Entries(item, Attr.Outbox).Select(ReadMessage)],
        Value(item, Attr.Delivery) is { } delivery
            ? ReadDelivery(delivery.M ?? throw new FormatException($"{Attr.Delivery} is not a map."))
            : new MessageDelivery.Untried(),
        [.. Entries(item, Attr.SettledMessages).Select(ReadSettled)]);

    public static AttributeValue WriteOwed(Order order) => List(order.Outbox.Owed, Entry);

    public static AttributeValue WriteSettled(Order order) => List(order.Outbox.Settled, settled =>
    {
        var entry = new Item(Entry(settled.Message))
        {
            [Attr.At] = Time(settled.At),
            [Attr.Attempts] = Number(settled.Attempts),
            [Attr.InDoubt] = Number(settled.InDoubt),
            [Attr.Became] = new(settled switch
            {
                SettledMessage.Accepted => nameof(SettledMessage.Accepted),
                SettledMessage.Refused => nameof(SettledMessage.Refused),
                SettledMessage.Superseded => nameof(SettledMessage.Superseded),
                _ => throw new NotSupportedException($"No entry for {settled.GetType().Name}."),
            }),
        };
        if (settled is SettledMessage.Accepted { MessageId: var messageId })
        {
            entry[Attr.MessageId] = new(messageId);
        }

        if (settled is SettledMessage.Refused { Reason: var reason })
        {
            entry[Attr.Reason] = new(reason);
        }

        return entry;
    });

    /// <summary>Only for a delivery that has begun.</summary>
    public static AttributeValue WriteDelivery(Order order) => new()
    {
        M = order.Outbox.Delivery switch
        {
            MessageDelivery.Claimed claim => new Item
            {
                [Attr.By] = new(claim.By.ToString()),
                [Attr.Until] = Time(claim.Until),
                [Attr.Attempts] = Number(claim.Attempts),
                [Attr.InDoubt] = Number(claim.InDoubt),
            },
            MessageDelivery.Postponed pause => new Item
            {
                [Attr.NotBefore] = Time(pause.NotBefore),
                [Attr.Reason] = new(pause.Reason),
                [Attr.Attempts] = Number(pause.Attempts),
                [Attr.InDoubt] = Number(pause.InDoubt),
            },
            var none => throw new NotSupportedException($"No attribute for {none.GetType().Name}."),
        },
    };

    /// <summary>Spreads the orders that owe messages over ten partitions of the sparse index, because a partition that is written to
    /// more than it can bear slows down the table itself.</summary>
    public static AttributeValue WritePartition(Order order) => new(order.Owner.ToE164()[^1..]);

    /// <summary>Every partition of the sparse index.</summary>
    public static IEnumerable<AttributeValue> Partitions { get; } =
        [.. Enumerable.Range(0, 10).Select(digit => new AttributeValue(digit.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>When the order is due, in whole seconds, rounded up: instants written at different lengths do not sort by time.</summary>
    public static AttributeValue WriteDueAt(Order order)
    {
        var due = order.Outbox.DueAt;
        var second = Instant.FromUnixTimeSeconds(due.ToUnixTimeSeconds());
        return Time(second < due ? second + Duration.FromSeconds(1) : second);
    }

    static Item Entry(OwedMessage message) => message switch
    {
        OwedMessage.Cancellation => Entry(message, Cancelled),
        OwedMessage.NewDate moved => new Item(Entry(message, Rescheduled)) { [Attr.To] = Date(moved.Date) },
        _ => throw new NotSupportedException($"No entry for {message.GetType().Name}."),
    };

    static Item Entry(OwedMessage message, string what) => new()
    {
        [Attr.What] = new(what),
        [Attr.Number] = Number(message.Number),
        [Attr.Language] = new(message.Language.ToString()),
        [Attr.OwedSince] = Time(message.Since),
    };

    static OwedMessage ReadMessage(Item entry)
    {
        var (number, language, since) =
            (Number(entry, Attr.Number), ReadLanguage(entry), Time(entry, Attr.OwedSince));
        return Text(entry, Attr.What) switch
        {
            Cancelled => new OwedMessage.Cancellation(number, language, since),
            Rescheduled => new OwedMessage.NewDate(number, language, since, Date(entry, Attr.To)),
            _ => throw new FormatException($"{Attr.Outbox} or {Attr.SettledMessages} holds a message of an unknown kind."),
        };
    }

    static Language ReadLanguage(Item entry) => Language.TryParse(Text(entry, Attr.Language), out var language)
        ? language
        : throw new FormatException($"{Attr.Language} is no language such as ja-JP.");

    static MessageDelivery ReadDelivery(Item entry)
    {
        var (attempts, inDoubt) = (Number(entry, Attr.Attempts), Number(entry, Attr.InDoubt));
        return Has(entry, Attr.By)
            ? new MessageDelivery.Claimed(
                Guid.TryParseExact(Text(entry, Attr.By), "N", out var by)
                    ? new ClaimId(by)
                    : throw new FormatException($"{Attr.By} is no claim."),
                Time(entry, Attr.Until),
                attempts,
                inDoubt)
            : new MessageDelivery.Postponed(Time(entry, Attr.NotBefore), Optional(entry, Attr.Reason), attempts, inDoubt);
    }

    static SettledMessage ReadSettled(Item entry)
    {
        var (message, at) = (ReadMessage(entry), Time(entry, Attr.At));
        var (attempts, inDoubt) = (Number(entry, Attr.Attempts), Number(entry, Attr.InDoubt));
        return Text(entry, Attr.Became) switch
        {
            nameof(SettledMessage.Accepted) => new SettledMessage.Accepted(message, at, attempts, inDoubt, Text(entry, Attr.MessageId)),
            nameof(SettledMessage.Refused) => new SettledMessage.Refused(message, at, attempts, inDoubt, Text(entry, Attr.Reason)),
            nameof(SettledMessage.Superseded) => new SettledMessage.Superseded(message, at, attempts, inDoubt),
            _ => throw new FormatException($"{Attr.SettledMessages} holds a message whose end is of an unknown kind."),
        };
    }
}
