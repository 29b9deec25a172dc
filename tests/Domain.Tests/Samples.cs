using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace OrderHotline.Domain.Tests;

/// <summary>A shop in Tokyo on Tuesday, 1 December 2026, at ten in the morning.</summary>
static class Samples
{
    public static ShippingPolicy Policy { get; } = new();

    public static Instant Now { get; } = InTokyo("2026-12-01T10:00:00");

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static Instant InTokyo(string local) => InZone(local, "Asia/Tokyo");

    public static Instant InZone(string local, string zone) =>
        LocalDateTimePattern.ExtendedIso.Parse(local).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]).ToInstant();

    public static Instant Utc(string instant) => InstantPattern.ExtendedIso.Parse(instant).Value;

    public static PhoneNumber Number(string e164)
    {
        Assert.True(PhoneNumber.TryParse(e164, out var number));
        return number;
    }

    public static OrderId OrderNumber(string text)
    {
        Assert.True(OrderId.TryParse(text, out var id));
        return id;
    }

    public static Contact Contact(string id, Channel channel = Channel.Voice, Language? language = null)
    {
        Assert.True(ContactId.TryParse(id, out var contactId));
        return new Contact(contactId, channel, language ?? Language.Japanese);
    }

    public static Order PlacedOrder(
        string shippingOn = "2026-12-10",
        ImmutableArray<Change> history = default,
        Outbox? outbox = null) =>
        OrderThatIs(new OrderState.Placed(), shippingOn, history, outbox);

    public static Order ShippedOrder(string shippingOn = "2026-12-10", Instant? at = null) =>
        OrderThatIs(new OrderState.Shipped(at ?? (Now - Duration.FromHours(1))), shippingOn);

    public static Order CancelledOrder(string shippingOn = "2026-12-10") => OrderThatIs(new OrderState.Cancelled(), shippingOn);

    public static ClaimId Delivery(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public static Wish.ToCancel ToCancel(string contact = "call-1") => new(Contact(contact));

    public static Wish.ToReschedule ToMoveTo(string day, string contact = "call-1") =>
        ToMoveTo(new SpokenDate.Day(Day(day)), contact);

    public static Wish.ToReschedule ToMoveTo(SpokenDate date, string contact = "call-1") => new(Contact(contact), date, "");

    /// <summary>The order after a wish that must be granted.</summary>
    public static Order After(this Order order, Wish wish, Instant? at = null) => wish switch
    {
        Wish.ToCancel cancel =>
            Assert.IsType<CancelDecision.Cancelled>(order.Cancel(cancel, at ?? Now, Policy)).Change.After,
        Wish.ToReschedule reschedule =>
            Assert.IsType<RescheduleDecision.Rescheduled>(order.Reschedule(reschedule, at ?? Now, Policy)).Change.After,
        _ => throw new ArgumentOutOfRangeException(nameof(wish)),
    };

    static Order OrderThatIs(
        OrderState state,
        string shippingOn,
        ImmutableArray<Change> history = default,
        Outbox? outbox = null) =>
        new(
            OrderNumber("100"),
            Number("+819012345678"),
            "green tea",
            "Sato Hanako",
            Day(shippingOn),
            state,
            InTokyo("2026-11-20T09:30:00"),
            version: history.IsDefault ? 0 : history.Length,
            history,
            outbox);
}
