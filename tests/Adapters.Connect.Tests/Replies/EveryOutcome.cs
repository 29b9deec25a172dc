using NodaTime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>At least one example of everything a function can answer.</summary>
static class EveryOutcome
{
    static readonly Offer Nothing = new(CanCancel: false, CanReschedule: false, ShippingDays.None);
    static readonly Order Placed = SampleOrder.Of(SampleOrder.Customer, "100");
    static readonly Order Cancelled = SampleOrder.Of(SampleOrder.Customer, "100", state: new OrderState.Cancelled());
    static readonly Order Shipped = SampleOrder.Of(
        SampleOrder.Customer, "100", state: new OrderState.Shipped(SampleOrder.Now - Duration.FromDays(1)));
    static readonly Order CancelledNow = Placed.Cancel().After;
    static readonly Order Moved = Placed.MoveTo(new LocalDate(2026, 12, 3)).After;
    static readonly Order TextDelayed = Moved.ClaimMessage().After.Fail().After;
    static readonly Order TextAccepted = Moved.ClaimMessage().After.Accept().After;
    static readonly Order TextRefused = CancelledNow.ClaimMessage().After.Refuse().After;
    static readonly Order Nameless = SampleOrder.Of(SampleOrder.Customer, "100", item: "", name: "");

    static readonly Offer Open = Placed.OfferAt(SampleOrder.Now, SampleOrder.Policy);
    static readonly ShippingDays TwoDays = new ShippingPolicy { LatestDaysAhead = 2 }.PossibleDays(SampleOrder.Now);

    public static IReadOnlyList<LookUpOutcome> OfLookingUp { get; } =
    [
        new LookUpOutcome.OrderFound(Placed, Open),
        new LookUpOutcome.OrderFound(Nameless, Open),
        new LookUpOutcome.OrderFound(Shipped, Nothing),
        new LookUpOutcome.OrderFound(Cancelled, Nothing),
        new LookUpOutcome.OrderFound(Moved, Open),
        new LookUpOutcome.OrderFound(TextDelayed, Open),
        new LookUpOutcome.OrderFound(TextAccepted, Open),
        new LookUpOutcome.OrderFound(TextRefused, Nothing),
        new LookUpOutcome.NoOrder(),
        new LookUpOutcome.CallerUnidentified(),
        new LookUpOutcome.InvalidRequest(["Wrong."]),
    ];

    public static IReadOnlyList<CancelOutcome> OfCancelling { get; } =
    [
        new CancelOutcome.Cancelled(CancelledNow),
        new CancelOutcome.AlreadyCancelled(Cancelled),
        new CancelOutcome.AlreadyCancelled(TextRefused),
        new CancelOutcome.TooLateToCancel(Shipped),
        new CancelOutcome.TooLateToCancel(TextDelayed),
        new CancelOutcome.TooLateToCancel(TextAccepted),
        new CancelOutcome.NoOrder(),
        new CancelOutcome.CallerUnidentified(),
        new CancelOutcome.InvalidRequest(["Wrong."]),
    ];

    public static IReadOnlyList<RescheduleOutcome> OfRescheduling { get; } =
    [
        new RescheduleOutcome.Rescheduled(Moved, new LocalDate(2026, 12, 3), Open),
        new RescheduleOutcome.Unchanged(Placed, Open),
        new RescheduleOutcome.Unchanged(TextDelayed, Open),
        new RescheduleOutcome.OrderIsCancelled(Cancelled),
        new RescheduleOutcome.OrderIsCancelled(TextRefused),
        new RescheduleOutcome.TooLateToReschedule(Shipped),
        new RescheduleOutcome.TooLateToReschedule(TextAccepted),
        new RescheduleOutcome.WhichDay(Open.Days, Open),
        new RescheduleOutcome.WhichDay(TwoDays, Open),
        new RescheduleOutcome.WhichDay(ShippingDays.None, Nothing),
        new RescheduleOutcome.DateNotUnderstood(Open),
        new RescheduleOutcome.DayNotPossible(DayVerdict.InThePast, Open),
        new RescheduleOutcome.DayNotPossible(DayVerdict.TooSoon, Open),
        new RescheduleOutcome.DayNotPossible(DayVerdict.TooFar, Open),
        new RescheduleOutcome.DayNotPossible(DayVerdict.NotAShippingDay, Open),
        new RescheduleOutcome.NoOrder(),
        new RescheduleOutcome.CallerUnidentified(),
        new RescheduleOutcome.InvalidRequest(["Wrong."]),
    ];

    /// <summary>Every reply there is to a kind of answer, in one language.</summary>
    public static IEnumerable<(ConnectFunction Function, string Case, Reply Reply)> Replies(Language language) =>
    [
        .. OfLookingUp.Select(outcome => (
            ConnectFunction.OrderTableRead, CaseOf(outcome), OrderReplies.For(outcome, language))),
        (ConnectFunction.OrderTableRead, "an outage", OrderReplies.Unavailable(ConnectFunction.OrderTableRead, language)),
        .. OfCancelling.Select(outcome => (
            ConnectFunction.CancelOrder, CaseOf(outcome), OrderReplies.For(outcome, language))),
        (ConnectFunction.CancelOrder, "an outage", OrderReplies.Unavailable(ConnectFunction.CancelOrder, language)),
        .. OfRescheduling.Select(outcome => (
            ConnectFunction.ChangeOrderDate, CaseOf(outcome), OrderReplies.For(outcome, language))),
        (ConnectFunction.ChangeOrderDate, "an outage", OrderReplies.Unavailable(ConnectFunction.ChangeOrderDate, language)),
    ];

    static string CaseOf(object outcome) => outcome switch
    {
        LookUpOutcome.OrderFound(var order, _) when order == Nameless => "OrderFound, an order without item or name",
        LookUpOutcome.OrderFound({ History.Length: > 0 } order, _) => Told("OrderFound", order),
        LookUpOutcome.OrderFound(var order, _) => $"OrderFound, {order.State.GetType().Name}",
        CancelOutcome.AlreadyCancelled({ History.Length: > 0 } order) => Told("AlreadyCancelled", order),
        CancelOutcome.TooLateToCancel({ History.Length: > 0 } order) => Told("TooLateToCancel", order),
        RescheduleOutcome.Unchanged({ History.Length: > 0 } order, _) => Told("Unchanged", order),
        RescheduleOutcome.OrderIsCancelled({ History.Length: > 0 } order) => Told("OrderIsCancelled", order),
        RescheduleOutcome.TooLateToReschedule({ History.Length: > 0 } order) => Told("TooLateToReschedule", order),
        RescheduleOutcome.WhichDay(var days, _) => $"WhichDay of {days.Count}",
        RescheduleOutcome.DayNotPossible(var verdict, _) => $"DayNotPossible, {verdict}",
        _ => outcome.GetType().Name,
    };

    static string Told(string outcome, Order order) => $"{outcome}, last {order.History[^1].GetType().Name}, text {order.Outbox.Progress}";
}
