using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>What may happen to an order from one write to the next.</summary>
static class ChangeRules
{
    const int Remembered = 20;
    const int OwedAtMost = 2;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("Every write follows the one before it", FollowsTheOneBefore),
        new("A change, its entry and its message are one write", IsOneWrite),
        new("A cancelled order stays cancelled and is not moved", StaysCancelled),
        new("What is with the carrier is not changed", IsNotWithTheCarrier),
        new("A new date is one on which the shop ships", IsAShippingDay),
        new("Nothing but state, date, history and messages is written", NothingElseIsWritten),
        new("An order remembers 20 changes and messages, and owes 2 messages at most", DoesNotGrow),
    ];

    static IEnumerable<Step> OfTheLine(OrderTrace trace) => trace.Steps.Where(step => step.By is Writer.Line);

    static IEnumerable<string> FollowsTheOneBefore(OrderTrace trace, InvariantChecker checker)
    {
        var held = trace.First;
        foreach (var step in trace.Steps)
        {
            var next = step.By is Writer.Shop ? held.Version : held.Version + 1;
            if (step.After.Version != next)
            {
                yield return $"{step.By} wrote version {step.After.Version} where version {held.Version} was stored.";
            }

            if (step.Before.Version != held.Version || step.Before.ShippingDate != held.ShippingDate || step.Before.State != held.State)
            {
                yield return $"{step.By} wrote over a version {held.Version} that it did not know.";
            }

            held = step.After;
        }

        if (trace.Last.Version != held.Version || trace.Last.ShippingDate != held.ShippingDate || trace.Last.State != held.State)
        {
            yield return $"Version {held.Version} was written last, and version {trace.Last.Version} is stored.";
        }
    }

    static IEnumerable<string> IsOneWrite(OrderTrace trace, InvariantChecker checker)
    {
        foreach (var step in OfTheLine(trace))
        {
            var (before, after) = (step.Before, step.After);
            var kept = before.History.TakeLast(Remembered - (step.IsAChange ? 1 : 0));
            var entries = after.History[^Math.Min(step.IsAChange ? 1 : 0, after.History.Length)..];
            if (!after.History.SequenceEqual(kept.Concat(entries)))
            {
                yield return $"Version {after.Version} does not keep the history of version {before.Version}.";
            }

            var isTold = !step.IsAChange || (entries, after.Outbox.Owed) switch
            {
                ([Change.Cancellation], [.., OwedMessage.Cancellation message]) =>
                    message.Number == after.Version && after.State is OrderState.Cancelled && after.ShippingDate == before.ShippingDate,
                ([Change.Rescheduling moved], [.., OwedMessage.NewDate message]) =>
                    message.Number == after.Version && message.Date == after.ShippingDate && after.State == before.State
                    && moved.From == before.ShippingDate && moved.To == after.ShippingDate,
                _ => false,
            };
            if (!isTold)
            {
                yield return $"Version {after.Version} is {after.State.GetType().Name} for {after.ShippingDate}, and its entry or its message "
                    + "is missing or says otherwise.";
            }

            if (!step.IsAChange && after.Outbox.Owed.Except(before.Outbox.Owed).Any())
            {
                yield return $"Version {after.Version} changes nothing and owes a new message.";
            }
        }
    }

    static IEnumerable<string> StaysCancelled(OrderTrace trace, InvariantChecker checker) => OfTheLine(trace)
        .Where(step => step.Before.State is OrderState.Cancelled && step.IsAChange)
        .Select(step => $"Version {step.After.Version} is {step.After.State.GetType().Name} for {step.After.ShippingDate}.");

    static IEnumerable<string> IsNotWithTheCarrier(OrderTrace trace, InvariantChecker checker) =>
        from step in trace.Changes
        let decided = Decided(step)
        where step.Before.State is OrderState.Shipped || step.Before.ShippingDate < ShopDays.FirstUnpacked(decided)
        select $"It was {step.Before.State.GetType().Name} for {step.Before.ShippingDate}, and was changed at {decided}.";

    static IEnumerable<string> IsAShippingDay(OrderTrace trace, InvariantChecker checker) =>
        from step in trace.Changes
        where step.After.ShippingDate != step.Before.ShippingDate && !checker.Days.MayShipOn(step.After.ShippingDate, Decided(step))
        select $"It was moved to {step.After.ShippingDate} at {Decided(step)}.";

    static IEnumerable<string> NothingElseIsWritten(OrderTrace trace, InvariantChecker checker) => trace.Steps
        .Where(step => (step.After.Id, step.After.Owner, step.After.Item, step.After.CustomerName, step.After.PlacedAt)
            != (trace.First.Id, trace.First.Owner, trace.First.Item, trace.First.CustomerName, trace.First.PlacedAt))
        .Select(step => $"Version {step.After.Version} has another owner, item, name or time of placing.");

    static IEnumerable<string> DoesNotGrow(OrderTrace trace, InvariantChecker checker) => trace.Steps
        .Select(step => step.After)
        .Where(order => order.History.Length > Remembered
            || order.Outbox.Settled.Length > Remembered
            || order.Outbox.Owed.Length > OwedAtMost)
        .Select(order => $"Version {order.Version} has {order.History.Length} changes, owes {order.Outbox.Owed.Length} messages and remembers "
            + $"{order.Outbox.Settled.Length}.");

    static Instant Decided(Step step) => step.After.History is [.., var entry] ? entry.At : step.At;
}
