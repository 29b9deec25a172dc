using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

/// <summary>What deliveries do to an order, each of which must be granted.</summary>
static class Deliveries
{
    public static (TextClaim Claim, Order After) Claim(this Order order, int delivery, Instant? at = null)
    {
        var granted = Assert.IsType<ClaimDecision.Granted>(order.ClaimText(Delivery(delivery), at ?? Now));
        Assert.Same(order, granted.Change.Before);
        return (granted.Claim, granted.Change.After);
    }

    public static Order Claimed(this Order order, int delivery, Instant? at = null) => order.Claim(delivery, at).After;

    public static Order Accepted(this Order order, int delivery, string messageId = "message-1", Instant? at = null) =>
        Stored(order.Settle(order.HeldBy(delivery).Accepted(messageId, at ?? Now)));

    public static Order Refused(this Order order, int delivery, string reason = "OptedOut") =>
        Stored(order.Settle(order.HeldBy(delivery).Refused(reason, Now)));

    public static Order Failed(
        this Order order, int delivery, FailedAttempt end = FailedAttempt.NotTaken, string reason = "Throttled", Instant? at = null) =>
        Stored(order.Postpone(order.HeldBy(delivery), end, reason, at ?? Now));

    public static Order Stored(TextNote note) => Assert.IsType<TextNote.ToStore>(note).Change.After;

    static TextClaim HeldBy(this Order order, int delivery) =>
        new(Delivery(delivery), order.OwedTexts[0], order.Texts.Delivery.Attempts, order.Texts.Delivery.InDoubt);
}
