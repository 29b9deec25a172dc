using System.Globalization;
using Amazon.DynamoDBv2.Model;
using NodaTime;
using OrderHotline.Domain;
using static OrderHotline.Adapters.Aws.OrderItem;
using Attr = OrderHotline.Adapters.Aws.OrderItemAttributes;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Adapters.Aws;

/// <summary>The texts of an order as they stand in its item, and back. Items of schema 1 have owed texts and nothing else of it.</summary>
static class TextsItem
{
    /// <exception cref="FormatException">The item cannot be read; the message names the attribute.</exception>
    public static OrderTexts Read(Item item) => new(
        [.. Entries(item, Attr.OwedTexts).Select(ReadText)],
        item.TryGetValue(Attr.Delivery, out var delivery)
            ? ReadDelivery(delivery.M ?? throw new FormatException($"{Attr.Delivery} is not a map."))
            : new TextDelivery.Untried(),
        [.. Entries(item, Attr.SettledTexts).Select(ReadSettled)]);

    public static AttributeValue OwedTextsOf(Order order) => List(order.OwedTexts, Entry);

    public static AttributeValue SettledTextsOf(Order order) => List(order.Texts.Settled, settled =>
    {
        var entry = new Item(Entry(settled.Text))
        {
            [Attr.At] = Time(settled.At),
            [Attr.Attempts] = Number(settled.Attempts),
            [Attr.InDoubt] = Number(settled.InDoubt),
            [Attr.Became] = new(settled switch
            {
                SettledText.Accepted => nameof(SettledText.Accepted),
                SettledText.Refused => nameof(SettledText.Refused),
                SettledText.Superseded => nameof(SettledText.Superseded),
                _ => throw new NotSupportedException($"No entry for {settled.GetType().Name}."),
            }),
        };
        if (settled is SettledText.Accepted { MessageId: var messageId })
        {
            entry[Attr.MessageId] = new(messageId);
        }

        if (settled is SettledText.Refused { Reason: var reason })
        {
            entry[Attr.Reason] = new(reason);
        }

        return entry;
    });

    /// <summary>Only for a delivery that has begun.</summary>
    public static AttributeValue DeliveryOf(Order order) => new()
    {
        M = order.Texts.Delivery switch
        {
            TextDelivery.Claimed claim => new Item
            {
                [Attr.By] = new(claim.By.ToString()),
                [Attr.Until] = Time(claim.Until),
                [Attr.Attempts] = Number(claim.Attempts),
                [Attr.InDoubt] = Number(claim.InDoubt),
            },
            TextDelivery.Postponed pause => new Item
            {
                [Attr.NotBefore] = Time(pause.NotBefore),
                [Attr.Reason] = new(pause.Reason),
                [Attr.Attempts] = Number(pause.Attempts),
                [Attr.InDoubt] = Number(pause.InDoubt),
            },
            var none => throw new NotSupportedException($"No attribute for {none.GetType().Name}."),
        },
    };

    /// <summary>Spreads the orders that owe texts over ten parts of the sparse index, because a part that is written to more than
    /// it can bear slows down the table itself.</summary>
    public static AttributeValue ShardOf(Order order) => new(order.Owner.ToE164()[^1..]);

    /// <summary>Every part of the sparse index.</summary>
    public static IEnumerable<AttributeValue> Shards { get; } =
        [.. Enumerable.Range(0, 10).Select(digit => new AttributeValue(digit.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>When the order is due, in whole seconds, rounded up: text of different lengths does not sort by time.</summary>
    public static AttributeValue DueOf(Order order)
    {
        var due = order.Texts.Due;
        var second = Instant.FromUnixTimeSeconds(due.ToUnixTimeSeconds());
        return Time(second < due ? second + Duration.FromSeconds(1) : second);
    }

    static Item Entry(OwedText text) => text switch
    {
        OwedText.OfCancellation => Entry(text, Cancelled),
        OwedText.OfNewDate moved => new Item(Entry(text, Rescheduled)) { [Attr.To] = Date(moved.Date) },
        _ => throw new NotSupportedException($"No entry for {text.GetType().Name}."),
    };

    static Item Entry(OwedText text, string what) => new()
    {
        [Attr.What] = new(what),
        [Attr.Number] = Number(text.Number),
        [Attr.Language] = new(text.Language.ToString()),
        [Attr.OwedSince] = Time(text.Since),
    };

    static OwedText ReadText(Item entry)
    {
        var (number, language, since) =
            (Number(entry, Attr.Number), Name<Language>(entry, Attr.Language), Time(entry, Attr.OwedSince));
        return Text(entry, Attr.What) switch
        {
            Cancelled => new OwedText.OfCancellation(number, language, since),
            Rescheduled => new OwedText.OfNewDate(number, language, since, Date(entry, Attr.To)),
            _ => throw new FormatException($"{Attr.OwedTexts} or {Attr.SettledTexts} holds a text of an unknown kind."),
        };
    }

    static TextDelivery ReadDelivery(Item entry)
    {
        var (attempts, inDoubt) = (Number(entry, Attr.Attempts), Number(entry, Attr.InDoubt));
        return entry.ContainsKey(Attr.By)
            ? new TextDelivery.Claimed(
                Guid.TryParseExact(Text(entry, Attr.By), "N", out var by)
                    ? new ClaimId(by)
                    : throw new FormatException($"{Attr.By} is no claim."),
                Time(entry, Attr.Until),
                attempts,
                inDoubt)
            : new TextDelivery.Postponed(Time(entry, Attr.NotBefore), Optional(entry, Attr.Reason), attempts, inDoubt);
    }

    static SettledText ReadSettled(Item entry)
    {
        var (text, at) = (ReadText(entry), Time(entry, Attr.At));
        var (attempts, inDoubt) = (Number(entry, Attr.Attempts), Number(entry, Attr.InDoubt));
        return Text(entry, Attr.Became) switch
        {
            nameof(SettledText.Accepted) => new SettledText.Accepted(text, at, attempts, inDoubt, Text(entry, Attr.MessageId)),
            nameof(SettledText.Refused) => new SettledText.Refused(text, at, attempts, inDoubt, Text(entry, Attr.Reason)),
            nameof(SettledText.Superseded) => new SettledText.Superseded(text, at, attempts, inDoubt),
            _ => throw new FormatException($"{Attr.SettledTexts} holds a text that became nobody knows what."),
        };
    }
}
