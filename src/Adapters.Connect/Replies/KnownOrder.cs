using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>What is said of an order: all that a dialogue knows of it, which never reads one.</summary>
/// <param name="Standing">How it stands; <see cref="OrderStanding.NoOrder"/> where nobody said.</param>
/// <param name="Item">What was ordered, as it is spoken.</param>
/// <param name="ShipsOn">The day it ships or was to ship, in the shop's zone; null where nobody said.</param>
/// <param name="WasMoved">Whether the line moved it there.</param>
sealed record KnownOrder(OrderStanding Standing, string Item, LocalDate? ShipsOn, bool WasMoved)
{
    /// <summary>How a reply calls a change of the day.</summary>
    public const string Rescheduled = "Rescheduled";

    /// <summary>The key under which a reply says how the shop has the item spoken.</summary>
    public const string SpokenItemKey = "spokenItem";

    const string OrderedItem = "orderedItem";
    const string OrderId = "orderId";
    const string OrderState = "orderState";
    const string ShippingDate = "shippingDate";
    const string ShippedDate = "shippedDate";
    const string LastChange = "lastChange";

    /// <summary>The keys of a reply that tell of it.</summary>
    public static ImmutableArray<string> Keys { get; } = [OrderedItem, SpokenItemKey, OrderId, OrderState, ShippingDate, ShippedDate, LastChange];

    /// <summary>Whether a change would be granted, as far as is known: the function decides.</summary>
    public bool MayBeChanged => Standing is OrderStanding.Placed or OrderStanding.NoOrder;

    /// <summary>What is said of an order that was read.</summary>
    public static KnownOrder From(Order order, Offer offer, PhraseBook words) => new(
        offer.Standing,
        SpokenItem.Of(order.SpokenItemIn(words.Language), order.Item, order.Id.ToString(), words),
        order.ShippingDate,
        order.History is [.., Change.Rescheduling]);

    /// <summary>What is said of an order as a reply told of it.</summary>
    /// <param name="told">Gives what a key of the reply held; null where nobody passed it on.</param>
    /// <param name="words">The language.</param>
    public static KnownOrder From(Func<string, string?> told, PhraseBook words) => new(
        StandingNames.Read(told(OrderState), ReadDay(told(ShippedDate))),
        SpokenItem.Of(Text(told(SpokenItemKey)), Text(told(OrderedItem)), Text(told(OrderId)), words),
        ReadDay(told(ShippingDate)),
        told(LastChange) == Rescheduled);

    static string Text(string? text) => text is null or Reply.None ? "" : text;

    static LocalDate? ReadDay(string? text) => LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: var day } ? day : null;
}

/// <summary>How an order stands, by the names that a flow reads.</summary>
static class StandingNames
{
    const string Placed = "Placed";
    const string Packing = "Packing";
    const string Shipped = "Shipped";
    const string Cancelled = "Cancelled";

    public static ImmutableArray<string> All { get; } = [Placed, Packing, Shipped, Cancelled, Reply.None];

    public static string Of(OrderStanding standing) => standing switch
    {
        OrderStanding.Placed => Placed,
        OrderStanding.Packing => Packing,
        OrderStanding.Shipped => Shipped,
        OrderStanding.Cancelled => Cancelled,
        OrderStanding.NoOrder => Reply.None,
        _ => throw new NotSupportedException($"No name for {standing}."),
    };

    public static OrderStanding Read(string? name, LocalDate? shippedOn) => name switch
    {
        Placed => new OrderStanding.Placed(),
        Packing => new OrderStanding.Packing(),
        Shipped when shippedOn is { } on => new OrderStanding.Shipped(on),
        Cancelled => new OrderStanding.Cancelled(),
        _ => new OrderStanding.NoOrder(),
    };
}
