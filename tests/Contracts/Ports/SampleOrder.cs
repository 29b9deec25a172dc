using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Contracts;

/// <summary>Orders for the contract suites: a jacket that ships in five days unless a test says otherwise.</summary>
public static class SampleOrder
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 25, 1, 0);
    public static readonly PhoneNumber Customer = Number("+819012345678");
    public static readonly PhoneNumber SomebodyElse = Number("+819087654321");
    public static readonly ShippingPolicy Policy = new();

    public static Order Of(
        PhoneNumber owner, string id, Instant? placedAt = null, OrderState? state = null, string item = "Jacket", string name = "髙﨑 花") =>
        new(Id(id), owner, item, name, new LocalDate(2026, 11, 30), state ?? new OrderState.Placed(), placedAt ?? Now);

    public static OrderChange Cancel(this Order order, string contact = "call-1") =>
        Assert.IsType<CancelDecision.Cancelled>(order.Cancel(new Wish.ToCancel(Contact(contact)), Now, Policy)).Change;

    public static OrderChange MoveTo(this Order order, LocalDate date, string contact = "call-1", string heard = "") =>
        Assert.IsType<RescheduleDecision.Rescheduled>(
            order.Reschedule(new Wish.ToReschedule(Contact(contact), new SpokenDate.Day(date), heard), Now, Policy)).Change;

    public static Contact Contact(string id) =>
        new(ContactId.TryParse(id, out var contact) ? contact : throw new ArgumentException(id, nameof(id)), Channel.Voice, Language.Japanese);

    public static OrderId Id(string id) => OrderId.TryParse(id, out var order) ? order : throw new ArgumentException(id, nameof(id));

    public static PhoneNumber Number(string e164) =>
        PhoneNumber.TryParse(e164, out var number) ? number : throw new ArgumentException(e164, nameof(e164));

    /// <summary>Everything a store must keep of an order, as text that can be compared.</summary>
    public static string Whole(this Order order) => string.Join('\n',
    [
        $"{order.Owner.ToE164()} {order.Id} {order.Item} {order.CustomerName} {order.ShippingDate} {order.State} {order.PlacedAt} {order.Version}",
        .. order.History.Select(change => change.ToString()),
        .. order.OwedTexts.Select(text => text.ToString()),
    ]);
}
