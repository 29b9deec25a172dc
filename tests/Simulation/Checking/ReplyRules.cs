using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>What callers may be told.</summary>
static class ReplyRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new("A reply claims nothing that is not stored", ClaimsWhatIsStored),
        new("Success is true at that moment", IsTrueAtThatMoment),
        new("A refusal has its reason", HasItsReason),
        new("No caller is told of an order that is not theirs", IsTheOwners),
        new("The line is at fault only when something went wrong", HasATrouble),
    ];

    static IEnumerable<Attempt> Answered(OrderTrace trace) => trace.Attempts.Where(attempt => attempt is { Reply: not null, Ended: not null });

    static IEnumerable<string> ClaimsWhatIsStored(OrderTrace trace, InvariantChecker checker) =>
        from attempt in Answered(trace)
        let held = trace.HeldBetween(attempt.Began, attempt.Ended!.Value)
        let made = trace.Steps
            .Where(step => step.By is Writer.Line && step.IsAChange && step.At <= attempt.Ended && step.After.History.Length > 0)
            .Select(step => step.After.History[^1])
            .Where(entry => entry.Contact.ToString() == attempt.Wish.Contact)
        let isSo = attempt.Reply!.Outcome switch
        {
            Outcome.Cancelled => made.Any(entry => entry is Change.Cancellation),
            Outcome.Rescheduled => made.Any(entry => entry is Change.Rescheduling moved && IsDay(attempt.Wish, moved.To)),
            Outcome.AlreadyCancelled or Outcome.OrderIsCancelled => held.Any(order => order.State is OrderState.Cancelled),
            Outcome.Unchanged => held.Any(order => IsDay(attempt.Wish, order.ShippingDate)),
            Outcome.OrderFound => held.Any(order =>
                attempt.Says("orderId") == $"{order.Id}"
                && attempt.Says("shippingDate") == LocalDatePattern.Iso.Format(order.ShippingDate)
                && attempt.Says("isCancel") == (order.State is OrderState.Cancelled ? "True" : "False")),
            _ => true,
        }
        where !isSo
        select $"{attempt}, and no such thing was stored.";

    static IEnumerable<string> IsTrueAtThatMoment(OrderTrace trace, InvariantChecker checker) =>
        from attempt in Answered(trace)
        where attempt.Reply!.Outcome is Outcome.Cancelled or Outcome.Rescheduled
            && !trace.HeldBetween(attempt.Began, attempt.Ended!.Value).Any(order => IsAsWished(attempt.Wish, order))
        select $"{attempt}, and between {attempt.Began} and {attempt.Ended} it was never so.";

    // The latest a clock can have said decides whether it was too late, the earliest whether it was too far.
    static IEnumerable<string> HasItsReason(OrderTrace trace, InvariantChecker checker) =>
        from attempt in Answered(trace)
        let latest = attempt.Ended!.Value + checker.ClocksAreOff
        let day = LocalDatePattern.Iso.Parse(attempt.Wish.Day) is { Success: true, Value: var asked } ? asked : default
        let hasReason = attempt.Reply!.Outcome switch
        {
            Outcome.TooLateToCancel or Outcome.TooLateToReschedule => trace.HeldBetween(attempt.Began, attempt.Ended!.Value)
                .Any(order => order.State is OrderState.Shipped || order.ShippingDate < ShopDays.FirstUnpacked(latest)),
            Outcome.ChangedMeanwhile => trace.HeldBetween(attempt.Began, attempt.Ended!.Value).Any(order => !IsAsWished(attempt.Wish, order))
                && trace.Changes.Any(step => step.At <= attempt.Ended
                    && step.By is Writer.Line { By.Asked.Wish: var granted } && IsTheSame(granted, attempt.Wish)),
            Outcome.DateInThePast => day < ShopDays.Today(latest),
            Outcome.DateTooSoon => day < ShopDays.FirstUnpacked(latest),
            Outcome.DateTooFar => day > ShopDays.Farthest(attempt.Began - checker.ClocksAreOff),
            Outcome.NotAShippingDay => checker.Days.DaysOff(day),
            Outcome.WhichDay or Outcome.DateNotUnderstood => attempt.Wish.Day.Length == 0,
            Outcome.NoOrder => attempt.Wish.Caller != trace.First.Owner,
            Outcome.CallerUnidentified => attempt.Wish.Caller is null,
            Outcome.InvalidRequest => false,
            _ => true,
        }
        where !hasReason
        select $"{attempt}, between {attempt.Began} and {attempt.Ended}.";

    static IEnumerable<string> IsTheOwners(OrderTrace trace, InvariantChecker checker) => Answered(trace)
        .Where(attempt => attempt.Wish.Caller != trace.First.Owner
            && attempt.Reply!.Outcome is not (Outcome.NoOrder or Outcome.CallerUnidentified or Outcome.Unavailable or Outcome.VerificationNeeded
                or Outcome.CodeRequested or Outcome.WrongCode or Outcome.CodeExpired or Outcome.VerificationLocked))
        .Select(attempt => $"{attempt}, from another number.");

    static IEnumerable<string> HasATrouble(OrderTrace trace, InvariantChecker checker) => Answered(trace)
        .Where(attempt => attempt.Reply!.Outcome is Outcome.Unavailable && attempt.Troubles == 0)
        .Select(attempt => $"{attempt}.");

    // A contact that asks for the same again within a minute cannot be told from a retry.
    static bool IsTheSame(Wish granted, Wish wish) =>
        (granted.Contact, granted.Function, granted.Day) == (wish.Contact, wish.Function, wish.Day);

    static bool IsAsWished(Wish wish, Order order) => wish.Function is ConnectFunction.CancelOrder
        ? order.State is OrderState.Cancelled
        : order.State is not OrderState.Cancelled && IsDay(wish, order.ShippingDate);

    static bool IsDay(Wish wish, LocalDate day) => wish.Day == LocalDatePattern.Iso.Format(day);
}
