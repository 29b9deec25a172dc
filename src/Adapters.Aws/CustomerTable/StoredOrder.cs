using System.Collections.Immutable;
using System.Globalization;
using Amazon.DynamoDBv2.Model;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Domain;
using Attr = OrderHotline.Adapters.Aws.OrderAttributes;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Adapters.Aws;

/// <summary>
/// An order as it stands in the table, and back. Reading is strict: a value that makes no sense is reported with its
/// attribute, never replaced by a likely one. DynamoDB's NULL means absent.
/// </summary>
static class StoredOrder
{
    /// <summary>The schema written here. An item of a later one is not read: what it means is not known yet.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Where counting ends; after it a version starts again at 1.</summary>
    public const int LastNumber = 1_000_000_000;

    const string True = "True";
    const string False = "False";

    /// <summary>What an entry of the history, or a message, is about.</summary>
    public const string Cancelled = "Cancelled";

    /// <inheritdoc cref="Cancelled"/>
    public const string Rescheduled = "Rescheduled";

    /// <exception cref="InvalidDataException">The item is no order; the message names the attribute, and repeats no value but the
    /// order's id.</exception>
    public static Order Read(Item item)
    {
        var id = OrderId.TryParse(Optional(item, Attr.OrderId), out var orderId)
            ? orderId
            : throw new InvalidDataException("An item has no orderId, or one that is not 1 to 64 letters, digits or - _ . / #.");
        try
        {
            if (Number(item, Attr.SchemaVersion) is var schema and > CurrentSchema)
            {
                throw new FormatException($"schemaVersion is {schema}; this version of the line reads {CurrentSchema}, or none.");
            }

            return new Order(
                id,
                PhoneNumber.TryParse(Text(item, Attr.CallerId), out var owner)
                    ? owner
                    : throw new FormatException("CallerID is not a number in E.164 form: + and 7 to 15 digits."),
                Optional(item, Attr.OrderedItem),
                Optional(item, Attr.CustomerName),
                Date(item, Attr.ShippingDate),
                State(item),
                Has(item, Attr.PlacedAt) ? Time(item, Attr.PlacedAt) : NodaConstants.UnixEpoch,
                Number(item, Attr.Version),
                [.. Entries(item, Attr.History).Select(ReadChange)],
                StoredOutbox.Read(item),
                Has(item, Attr.PhoneChangedAt) ? Time(item, Attr.PhoneChangedAt) : null,
                ReadSpokenItem(item));
        }
        catch (FormatException problem)
        {
            throw new InvalidDataException($"The item of order {id} cannot be read: {problem.Message}", problem);
        }
    }

    public static Item Key(PhoneNumber owner, OrderId id) => new()
    {
        [Attr.CallerId] = new(owner.ToE164()),
        [Attr.OrderId] = new(id.ToString()),
    };

    public static AttributeValue Flag(Order order) => new(order.State is OrderState.Cancelled ? True : False);

    public static AttributeValue Date(LocalDate date) => new(LocalDatePattern.Iso.Format(date));

    public static AttributeValue Time(Instant time) => new(InstantPattern.ExtendedIso.Format(time));

    public static AttributeValue Number(int number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    /// <summary>The version as it is stored; see <see cref="LastNumber"/>.</summary>
    public static int VersionOf(Order order) => order.Version <= LastNumber ? order.Version : order.Version - LastNumber;

    public static AttributeValue WriteHistory(Order order) => List(order.History, change => change switch
    {
        Change.Cancellation => Entry(change, Cancelled),
        Change.Rescheduling moved => new Item(Entry(change, Rescheduled))
        {
            [Attr.From] = Date(moved.From),
            [Attr.To] = Date(moved.To),
            [Attr.Heard] = new(moved.Heard),
        },
        _ => throw new NotSupportedException($"No entry for {change.GetType().Name}."),
    });

    static Item Entry(Change change, string what) => new()
    {
        [Attr.What] = new(what),
        [Attr.At] = Time(change.At),
        [Attr.Contact] = new(change.Contact.ToString()),
        [Attr.Channel] = new(change.Channel.ToString()),
        [Attr.Assurance] = new(change.Assurance.ToString()),
    };

    public static AttributeValue List<T>(ImmutableArray<T> entries, Func<T, Item> write) =>
        new() { L = [.. entries.Select(entry => new AttributeValue { M = write(entry) })] };

    static OrderState State(Item item) => (Text(item, Attr.IsCancel), Has(item, Attr.ShippedAt)) switch
    {
        // Cancelled and shipped all the same: whatever the parcel does, nothing is left that a caller could change.
        (True, _) => new OrderState.Cancelled(),
        (False, true) => new OrderState.Shipped(Time(item, Attr.ShippedAt)),
        (False, false) => new OrderState.Placed(),
        _ => throw new FormatException($"{Attr.IsCancel} is neither {True} nor {False}."),
    };

    static ImmutableArray<SpokenName> ReadSpokenItem(Item item)
    {
        if (Value(item, Attr.SpokenItem) is not { } value)
        {
            return [];
        }

        var names = value.M ?? throw new FormatException($"{Attr.SpokenItem} is not a map.");
        return
        [
            .. names.Where(name => name.Value.NULL is not true).Select(name => Language.TryParse(name.Key, out var language) && name.Value.S is { } words
                ? new SpokenName(language, words)
                : throw new FormatException($"{Attr.SpokenItem} holds something else than a string for a language such as ja-JP.")),
        ];
    }

    static Change ReadChange(Item entry)
    {
        var (at, channel) = (Time(entry, Attr.At), Name<Channel>(entry, Attr.Channel));
        var contact = ContactId.TryParse(Text(entry, Attr.Contact), out var id)
            ? id
            : throw new FormatException($"{Attr.Contact} is no contact id.");
        var assurance = Has(entry, Attr.Assurance) ? Name<Assurance>(entry, Attr.Assurance) : Assurance.Number;
        return Text(entry, Attr.What) switch
        {
            Cancelled => new Change.Cancellation(at, contact, channel) { Assurance = assurance },
            Rescheduled => new Change.Rescheduling(
                at, contact, channel, Date(entry, Attr.From), Date(entry, Attr.To), Optional(entry, Attr.Heard))
            {
                Assurance = assurance,
            },
            _ => throw new FormatException($"{Attr.History} holds a change of an unknown kind."),
        };
    }

    public static bool Has(Item item, string name) => Value(item, name) is not null;

    public static string Text(Item item, string name) =>
        Value(item, name)?.S ?? throw new FormatException($"{name} is missing or not a string.");

    public static string Optional(Item item, string name) => Has(item, name) ? Text(item, name) : "";

    public static LocalDate Date(Item item, string name) =>
        LocalDatePattern.Iso.Parse(Text(item, name)) is { Success: true, Value: var date } && Date(date).S == Text(item, name)
            ? date
            : throw new FormatException($"{name} is not a date of the form yyyy-MM-dd.");

    public static Instant Time(Item item, string name) =>
        InstantPattern.ExtendedIso.Parse(Text(item, name)) is { Success: true, Value: var time }
            ? time
            : throw new FormatException($"{name} is not an instant of the form 2018-11-07T01:00:00Z.");

    /// <summary>A count, which only the line writes. Whatever number stands there it is whole, and 0 to <see cref="LastNumber"/>: a
    /// count that somebody else has touched must not keep an order from its caller.</summary>
    public static int Number(Item item, string name)
    {
        if (Value(item, name) is not { } value)
        {
            return 0;
        }

        return decimal.TryParse(value.N?.Split('.')[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? (int)Math.Clamp(whole, 0, LastNumber)
            : double.TryParse(value.N, NumberStyles.Float, CultureInfo.InvariantCulture, out var large) // as is 1E+125
                ? (int)Math.Clamp(large, 0, LastNumber)
                : throw new FormatException($"{name} is not a number.");
    }

    public static TName Name<TName>(Item item, string name)
        where TName : struct, Enum =>
        Enum.TryParse<TName>(Text(item, name), out var value) && Enum.GetName(value) == Text(item, name)
            ? value
            : throw new FormatException($"{name} is none of {string.Join(", ", Enum.GetNames<TName>())}.");

    public static IEnumerable<Item> Entries(Item item, string name) =>
        Value(item, name) is not { } value ? []
        : value.L is { } entries ? entries.Select(entry => entry.M ?? throw new FormatException($"{name} holds something else than maps."))
        : throw new FormatException($"{name} is not a list.");

    public static AttributeValue? Value(Item item, string name) =>
        item.TryGetValue(name, out var value) && value.NULL is not true ? value : null;
}
