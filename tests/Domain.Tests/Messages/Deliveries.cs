using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

/// <summary>What deliveries do to an order, each of which must be granted.</summary>
static class Deliveries
{
    public static (MessageClaim Claim, Order After) Claim(this Order order, int delivery, Instant? at = null)
    {
        var granted = Assert.IsType<ClaimDecision.Granted>(order.ClaimMessage(Delivery(delivery), at ?? Now));
        Assert.Same(order, granted.Change.Before);
        var held = Assert.IsType<ClaimDecision.Held>(granted.Change.After.ClaimMessage(Delivery(delivery), at ?? Now));
        return (held.Claim, granted.Change.After);
    }

    public static Order Claimed(this Order order, int delivery, Instant? at = null) => order.Claim(delivery, at).After;

    public static Order Accepted(this Order order, int delivery, string messageId = "message-1", Instant? at = null) =>
        Stored(order.Settle(order.HeldBy(delivery).Accepted(messageId, at ?? Now)));

    public static Order Refused(this Order order, int delivery, string reason = "OptedOut") =>
        Stored(order.Settle(order.HeldBy(delivery).Refused(reason, Now)));

    public static Order NotTaken(this Order order, int delivery, string reason = "Throttled", Instant? at = null) =>
        Stored(order.Postpone(order.HeldBy(delivery), reason, at ?? Now));

    public static Order InDoubt(this Order order, int delivery, Instant? at = null) =>
        Stored(order.PostponeInDoubt(order.HeldBy(delivery), "TimeoutException", at ?? Now));

    public static Order Stored(OrderChange? note)
    {
        Assert.NotNull(note);
        return note.After;
    }

    static MessageClaim HeldBy(this Order order, int delivery) =>
        new(Delivery(delivery), order.Outbox.Owed[0], order.Outbox.Delivery.Attempts, order.Outbox.Delivery.InDoubt);
}
