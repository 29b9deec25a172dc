using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Domain.Tests;

/// <summary>Decisions that each break one rule, to show that <see cref="OrderRules"/> notices.</summary>
static class BrokenDecisions
{
    public static IReadOnlyDictionary<string, Decide> ByWhatTheyDo { get; } = new Dictionary<string, Decide>
    {
        ["reschedules a cancelled order"] = OnAnOrder(order => order.State is OrderState.Cancelled, Placed),
        ["cancels a cancelled order"] = OnAnOrder(order => order.State is OrderState.Cancelled, Placed),
        ["changes a shipped order"] = OnAnOrder(order => order.State is OrderState.Shipped, Placed),
        ["overlooks the cut-off"] = (order, wish, now, policy) =>
            Story.AsTheDomainDecides(order, wish, now, policy with { CutOff = LocalTime.MaxValue }),
        ["ships on closed days"] = (order, wish, now, policy) =>
            Story.AsTheDomainDecides(order, wish, now, policy with { ClosedWeekdays = [], ClosedDates = [] }),
        ["looks a day too far ahead"] = (order, wish, now, policy) =>
            Story.AsTheDomainDecides(order, wish, now, policy with { LatestDaysAhead = policy.LatestDaysAhead + 1 }),
        ["lives by UTC"] = (order, wish, now, policy) =>
            Story.AsTheDomainDecides(order, wish, now, policy with { Zone = DateTimeZone.Utc }),
        ["moves to the first day of a vague answer"] = (order, wish, now, policy) =>
            Story.AsTheDomainDecides(order, wish, now, policy) is RescheduleDecision.WhichDay { Possible: [var first, ..] }
                ? Story.AsTheDomainDecides(order, Moving(wish, first), now, policy)
                : Story.AsTheDomainDecides(order, wish, now, policy),
        ["moves to the date the order has"] = (order, wish, now, policy) =>
            Story.AsTheDomainDecides(order, wish, now, policy) is RescheduleDecision.Unchanged
                ? new RescheduleDecision.Rescheduled(new OrderChange(order, Remade(order, version: order.Version + 1)))
                : Story.AsTheDomainDecides(order, wish, now, policy),
        ["forgets the message"] = Storing((before, after) => Remade(after, outbox: before.Outbox)),
        ["owes the message twice"] = Storing((_, after) => Remade(
            after, outbox: after.Outbox with { Owed = after.Outbox.Owed.Add(after.Outbox.Owed[^1]) })),
        ["owes what was overtaken"] = Storing((before, after) => Remade(
            after, outbox: after.Outbox with { Owed = [.. before.Outbox.Owed, after.Outbox.Owed[^1]] })),
        ["drops the message under way"] = Storing((_, after) => Remade(after, outbox: after.Outbox with { Owed = after.Outbox.Owed[^1..] })),
        ["breaks the claim"] = Storing((_, after) => Remade(after, outbox: after.Outbox with { Delivery = new MessageDelivery.Untried() })),
        ["forgets what was overtaken"] = Storing((before, after) => Remade(
            after, outbox: after.Outbox with { Settled = before.Outbox.Settled })),
        ["forgets the history entry"] = Storing((before, after) => Remade(after, history: before.History)),
        ["forgets the version"] = Storing((before, after) => Remade(after, version: before.Version)),
        ["moves a day beside the one that was said"] = Storing((before, after) =>
            after.ShippingDate == before.ShippingDate ? after : Remade(after, shippingDate: after.ShippingDate.PlusDays(1))),
        ["forgets what was granted"] = OnAnOrder(_ => true, order => Remade(order, history: [])),
        ["repeats what it said whatever has happened since"] = (order, wish, now, policy) =>
            Story.AsTheDomainDecides(order, wish, now, policy) switch
            {
                CancelDecision.ChangedMeanwhile => new CancelDecision.CancelledByThisWish((Change.Cancellation)LatestBy(wish, order)),
                RescheduleDecision.ChangedMeanwhile =>
                    new RescheduleDecision.RescheduledByThisWish((Change.Rescheduling)LatestBy(wish, order)),
                var decision => decision,
            },
        ["takes every later wish for a retry"] = (order, wish, now, policy) =>
            Story.AsTheDomainDecides(order, wish, order.History.LastOrDefault()?.At ?? now, policy),
        ["refuses everybody"] = (_, wish, _, _) =>
            wish is Wish.ToCancel ? new CancelDecision.TooLateToCancel() : new RescheduleDecision.TooLateToReschedule(),
        ["understands nobody"] = (order, wish, now, policy) =>
            wish is Wish.ToReschedule
                ? new RescheduleDecision.DateNotUnderstood()
                : Story.AsTheDomainDecides(order, wish, now, policy),
    };

    static Decide OnAnOrder(Func<Order, bool> when, Func<Order, Order> seenAs) => (order, wish, now, policy) =>
        Story.AsTheDomainDecides(when(order) ? seenAs(order) : order, wish, now, policy);

    static Decide Storing(Func<Order, Order, Order> tampered) => (order, wish, now, policy) =>
        Story.AsTheDomainDecides(order, wish, now, policy) switch
        {
            CancelDecision.Cancelled(var change) =>
                new CancelDecision.Cancelled(change with { After = tampered(order, change.After) }),
            RescheduleDecision.Rescheduled(var change) =>
                new RescheduleDecision.Rescheduled(change with { After = tampered(order, change.After) }),
            var refusal => refusal,
        };

    static Change LatestBy(Wish wish, Order order) => order.History.Last(entry => entry.Contact == wish.Contact.Id);

    static Wish.ToReschedule Moving(Wish wish, LocalDate day) => new(wish.Contact, new SpokenDate.Day(day), "");

    static Order Placed(Order order) => Remade(order, state: new OrderState.Placed());

    static Order Remade(
        Order order,
        OrderState? state = null,
        LocalDate? shippingDate = null,
        int? version = null,
        ImmutableArray<Change>? history = null,
        Outbox? outbox = null) =>
        new(
            order.Id,
            order.Owner,
            order.Item,
            order.CustomerName,
            shippingDate ?? order.ShippingDate,
            state ?? order.State,
            order.PlacedAt,
            version ?? order.Version,
            history ?? order.History,
            outbox ?? order.Outbox);
}
