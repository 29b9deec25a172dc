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

    public static ClaimId Delivery(int number = 1) => new(new Guid(number, 0, 0, new byte[8]));

    /// <summary>A delivery claims the order's next message.</summary>
    public static OrderChange ClaimMessage(this Order order, int delivery = 1, Instant? at = null) =>
        Assert.IsType<ClaimDecision.Granted>(order.ClaimMessage(Delivery(delivery), at ?? Now)).Change;

    /// <summary>The message that a delivery has claimed is accepted.</summary>
    public static OrderChange Accept(this Order order, int delivery = 1, string messageId = "message-1") =>
        Stored(order.Settle(HeldBy(order, delivery).Accepted(messageId, Now)));

    /// <summary>The message that a delivery has claimed is refused for good.</summary>
    public static OrderChange Refuse(this Order order, int delivery = 1) =>
        Stored(order.Settle(HeldBy(order, delivery).Refused("OptedOut", Now)));

    /// <summary>The attempt of the delivery that has claimed the message fails.</summary>
    public static OrderChange Fail(this Order order, int delivery = 1, Instant? at = null) =>
        Stored(order.PostponeInDoubt(HeldBy(order, delivery), "TimeoutException", at ?? Now));

    public static Contact Contact(string id) =>
        new(ContactId.TryParse(id, out var contact) ? contact : throw new ArgumentException(id, nameof(id)), Channel.Voice, Language.Japanese);

    public static OrderId Id(string id) => OrderId.TryParse(id, out var order) ? order : throw new ArgumentException(id, nameof(id));

    public static PhoneNumber Number(string e164) =>
        PhoneNumber.TryParse(e164, out var number) ? number : throw new ArgumentException(e164, nameof(e164));

    /// <summary>Everything a store must keep of an order, as text that can be compared.</summary>
    public static string Whole(this Order order) => string.Join('\n',
    [
        $"{order.Owner.ToE164()} {order.Id} {order.Item} {order.CustomerName} {order.ShippingDate} {order.State} {order.PlacedAt} {order.Version}",
        .. order.SpokenItem.Select(name => name.ToString()).Order(StringComparer.Ordinal),
        .. order.History.Select(change => change.ToString()),
        .. order.Outbox.Owed.Select(message => message.ToString()),
        $"{order.Outbox.Delivery}",
        .. order.Outbox.Settled.Select(settled => settled.ToString()),
    ]);

    static OrderChange Stored(OrderChange? note)
    {
        Assert.NotNull(note);
        return note;
    }

    static MessageClaim HeldBy(Order order, int delivery) =>
        new(Delivery(delivery), order.Outbox.Owed[0], order.Outbox.Delivery.Attempts, order.Outbox.Delivery.InDoubt);
}
