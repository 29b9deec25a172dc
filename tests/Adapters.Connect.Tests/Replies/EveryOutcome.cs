using NodaTime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>At least one example of everything a function can answer.</summary>
static class EveryOutcome
{
    // After the cut-off for the day to which the samples were moved.
    static readonly Instant TooLate = Instant.FromUtc(2026, 12, 2, 9, 0);
    static readonly Order Placed = SampleOrder.Of(SampleOrder.Customer, "100");
    static readonly Order Cancelled = SampleOrder.Of(SampleOrder.Customer, "100", state: new OrderState.Cancelled());
    static readonly Order Shipped = SampleOrder.Of(
        SampleOrder.Customer, "100", state: new OrderState.Shipped(SampleOrder.Now - Duration.FromDays(1)));
    static readonly OrderChange Cancelling = Placed.Cancel();
    static readonly OrderChange Moving = Placed.MoveTo(new LocalDate(2026, 12, 3));
    static readonly Order CancelledNow = Cancelling.After;
    static readonly Order Moved = Moving.After;
    static readonly Order MessageDelayed = Moved.ClaimMessage().After.Fail().After;
    static readonly Order MessageAccepted = Moved.ClaimMessage().After.Accept().After;
    static readonly Order MessageRefused = CancelledNow.ClaimMessage().After.Refuse().After;
    static readonly OrderChange CancelledFromALandline = SampleOrder.Of(SampleOrder.Number("+81312345678"), "100").Cancel();
    static readonly OrderChange MovedFromALandline = SampleOrder.Of(SampleOrder.Number("+81312345678"), "100").MoveTo(new LocalDate(2026, 12, 3));
    static readonly Order Nameless = SampleOrder.Of(SampleOrder.Customer, "100", item: "", name: "");

    static readonly Offer Open = Placed.OfferAt(SampleOrder.Now, SampleOrder.Policy);
    static readonly Offer NoDay = Open with { CanReschedule = false, Days = ShippingDays.None };
    static readonly ShippingDays TwoDays = new ShippingPolicy { LatestDaysAhead = 2 }.PossibleDays(SampleOrder.Now);

    static readonly WayToVerify[] Ways = [WayToVerify.LastFour, WayToVerify.Code, WayToVerify.Operator];

    public static IReadOnlyList<LookUpOutcome> OfLookingUp { get; } =
    [
        new LookUpOutcome.OrderFound(Placed, Open),
        new LookUpOutcome.OrderFound(Nameless, Open),
        new LookUpOutcome.OrderFound(Shipped, OfferOf(Shipped)),
        new LookUpOutcome.OrderFound(Cancelled, OfferOf(Cancelled)),
        new LookUpOutcome.OrderFound(Moved, Open),
        new LookUpOutcome.OrderFound(Moved, Moved.OfferAt(TooLate, SampleOrder.Policy)),
        new LookUpOutcome.OrderFound(MessageDelayed, Open),
        new LookUpOutcome.OrderFound(MessageAccepted, Open),
        new LookUpOutcome.OrderFound(MessageRefused, OfferOf(MessageRefused)),
        new LookUpOutcome.NoOrder(),
        .. Ways.Select(way => new LookUpOutcome.VerificationNeeded(way)),
        new LookUpOutcome.CallerUnidentified(),
        new LookUpOutcome.InvalidRequest(["Wrong."]),
    ];

    public static IReadOnlyList<CancelOutcome> OfCancelling { get; } =
    [
        Decided(new CancelDecision.Cancelled(Cancelling), CancelledNow),
        Decided(new CancelDecision.Cancelled(CancelledFromALandline), CancelledFromALandline.After),
        Decided(new CancelDecision.AlreadyCancelled(), Cancelled),
        Decided(new CancelDecision.AlreadyCancelled(), MessageRefused),
        Decided(new CancelDecision.ChangedMeanwhile(), Moved),
        Decided(new CancelDecision.TooLateToCancel(), Shipped),
        Decided(new CancelDecision.TooLateToCancel(), MessageDelayed),
        Decided(new CancelDecision.TooLateToCancel(), MessageAccepted),
        new CancelOutcome.NoOrder(),
        .. Ways.Select(way => new CancelOutcome.VerificationNeeded(way)),
        new CancelOutcome.CallerUnidentified(),
        new CancelOutcome.InvalidRequest(["Wrong."]),
    ];

    public static IReadOnlyList<RescheduleOutcome> OfRescheduling { get; } =
    [
        Decided(new RescheduleDecision.Rescheduled(Moving), Moved),
        Decided(new RescheduleDecision.Rescheduled(MovedFromALandline), MovedFromALandline.After),
        Decided(new RescheduleDecision.Unchanged(), Placed, Open),
        Decided(new RescheduleDecision.Unchanged(), MessageDelayed, Open),
        Decided(new RescheduleDecision.ChangedMeanwhile(), Moved),
        Decided(new RescheduleDecision.ChangedMeanwhile(), CancelledNow),
        Decided(new RescheduleDecision.ChangedMeanwhile(), Shipped),
        Decided(new RescheduleDecision.OrderIsCancelled(), Cancelled),
        Decided(new RescheduleDecision.OrderIsCancelled(), MessageRefused),
        Decided(new RescheduleDecision.TooLateToReschedule(), Shipped),
        Decided(new RescheduleDecision.TooLateToReschedule(), MessageAccepted),
        Decided(new RescheduleDecision.WhichDay(Open.Days), Moved),
        Decided(new RescheduleDecision.WhichDay(TwoDays), MessageDelayed, Open),
        Decided(new RescheduleDecision.WhichDay(ShippingDays.None), Placed, NoDay),
        Decided(new RescheduleDecision.DateNotUnderstood(), MessageAccepted, Open),
        Decided(new RescheduleDecision.DayNotPossible(DayVerdict.InThePast), Moved),
        Decided(new RescheduleDecision.DayNotPossible(DayVerdict.TooSoon), MessageDelayed, Open),
        Decided(new RescheduleDecision.DayNotPossible(DayVerdict.TooFar), MessageAccepted, Open),
        Decided(new RescheduleDecision.DayNotPossible(DayVerdict.NotAShippingDay), Moved),
        new RescheduleOutcome.NoOrder(),
        .. Ways.Select(way => new RescheduleOutcome.VerificationNeeded(way)),
        new RescheduleOutcome.CallerUnidentified(),
        new RescheduleOutcome.InvalidRequest(["Wrong."]),
    ];

    public static IReadOnlyList<RequestCodeOutcome> OfRequestingACode { get; } =
    [
        new RequestCodeOutcome.Requested(),
        new RequestCodeOutcome.Locked(),
        new RequestCodeOutcome.CallerUnidentified(),
        new RequestCodeOutcome.InvalidRequest(["Wrong."]),
    ];

    public static IReadOnlyList<VerifyCallerOutcome> OfVerifying { get; } =
    [
        new VerifyCallerOutcome.Verified(),
        new VerifyCallerOutcome.Wrong(),
        new VerifyCallerOutcome.Expired(),
        new VerifyCallerOutcome.Locked(),
        new VerifyCallerOutcome.CallerUnidentified(),
        new VerifyCallerOutcome.InvalidRequest(["Wrong."]),
    ];

    public static IReadOnlyList<VouchForCallerOutcome> OfVouching { get; } =
    [
        new VouchForCallerOutcome.Verified("operator-7"),
        new VouchForCallerOutcome.NoOperatorConnected(),
        new VouchForCallerOutcome.NoOrder(),
        new VouchForCallerOutcome.CallerUnidentified(),
        new VouchForCallerOutcome.InvalidRequest(["Wrong."]),
    ];

    /// <summary>The same answers to a wish that was granted before, and those to the wish that is granted now.</summary>
    public static IReadOnlyList<(CancelOutcome Again, CancelOutcome Now)> CancelledAgain { get; } =
    [
        (
            Decided(new CancelDecision.CancelledByThisWish((Change.Cancellation)CancelledNow.History[^1]), CancelledNow),
            OfCancelling[0]),
    ];

    /// <inheritdoc cref="CancelledAgain"/>
    public static IReadOnlyList<(RescheduleOutcome Again, RescheduleOutcome Now)> RescheduledAgain { get; } =
    [
        (
            Decided(new RescheduleDecision.RescheduledByThisWish((Change.Rescheduling)Moved.History[^1]), Moved),
            OfRescheduling[0]),
    ];

    /// <summary>Every reply there is to a kind of answer, in one language.</summary>
    public static IEnumerable<(ConnectFunction Function, string Case, Reply Reply)> Replies(PhraseBook words) =>
    [
        .. OfLookingUp.Select(outcome => (
            ConnectFunction.OrderTableRead, CaseOf(outcome), OrderReplies.For(outcome, words))),
        (ConnectFunction.OrderTableRead, "an outage", OrderReplies.Unavailable(ConnectFunction.OrderTableRead, words)),
        .. OfCancelling.Select(outcome => (
            ConnectFunction.CancelOrder, CaseOf(outcome), OrderReplies.For(outcome, words))),
        (ConnectFunction.CancelOrder, "an outage", OrderReplies.Unavailable(ConnectFunction.CancelOrder, words)),
        .. OfRescheduling.Select(outcome => (
            ConnectFunction.ChangeOrderDate, CaseOf(outcome), OrderReplies.For(outcome, words))),
        (ConnectFunction.ChangeOrderDate, "an outage", OrderReplies.Unavailable(ConnectFunction.ChangeOrderDate, words)),
        .. OfRequestingACode.Select(outcome => (ConnectFunction.RequestCode, CaseOf(outcome), OrderReplies.For(outcome, words))),
        (ConnectFunction.RequestCode, "an outage", OrderReplies.Unavailable(ConnectFunction.RequestCode, words)),
        .. OfVerifying.Select(outcome => (ConnectFunction.VerifyCaller, CaseOf(outcome), OrderReplies.For(outcome, words))),
        (ConnectFunction.VerifyCaller, "an outage", OrderReplies.Unavailable(ConnectFunction.VerifyCaller, words)),
        .. OfVouching.Select(outcome => (ConnectFunction.VouchForCaller, CaseOf(outcome), OrderReplies.For(outcome, words))),
        (ConnectFunction.VouchForCaller, "an outage", OrderReplies.Unavailable(ConnectFunction.VouchForCaller, words)),
    ];

    /// <summary>Those of the functions that look at an order and tell of it.</summary>
    public static IEnumerable<(ConnectFunction Function, string Case, Reply Reply)> RepliesAboutOrders(PhraseBook words) =>
        Replies(words).Where(answer => answer.Function is not (ConnectFunction.RequestCode or ConnectFunction.VerifyCaller or ConnectFunction.VouchForCaller));

    static CancelOutcome.Decided Decided(CancelDecision decision, Order order) =>
        new(decision, order, OfferOf(order, decision is CancelDecision.TooLateToCancel));

    static RescheduleOutcome.Decided Decided(RescheduleDecision decision, Order order, Offer? offer = null) =>
        new(decision, order, offer ?? OfferOf(order, decision is RescheduleDecision.TooLateToReschedule));

    static Offer OfferOf(Order order, bool isTooLate = false) => order.OfferAt(isTooLate ? TooLate : SampleOrder.Now, SampleOrder.Policy);

    static string CaseOf(object outcome) => outcome switch
    {
        LookUpOutcome.VerificationNeeded(var way) => $"VerificationNeeded, {way}",
        CancelOutcome.VerificationNeeded(var way) => $"VerificationNeeded, {way}",
        RescheduleOutcome.VerificationNeeded(var way) => $"VerificationNeeded, {way}",
        LookUpOutcome.OrderFound(var order, _) when order == Nameless => "OrderFound, an order without item or name",
        LookUpOutcome.OrderFound(_, { Standing: OrderStanding.Packing }) => "OrderFound, being packed",
        CancelOutcome.Decided(var decision, { Owner.MayTakeTexts: false }, _) => $"{decision.GetType().Name}, to a number that takes no texts",
        RescheduleOutcome.Decided(var decision, { Owner.MayTakeTexts: false }, _) => $"{decision.GetType().Name}, to a number that takes no texts",
        LookUpOutcome.OrderFound({ History.Length: > 0 } order, _) => Told("OrderFound", order),
        LookUpOutcome.OrderFound(var order, _) => $"OrderFound, {order.State.GetType().Name}",
        CancelOutcome.Decided(CancelDecision.Cancelled or CancelDecision.ChangedMeanwhile, _, _) decided => decided.Decision.GetType().Name,
        RescheduleOutcome.Decided(RescheduleDecision.ChangedMeanwhile, var order, _) => $"ChangedMeanwhile, {order.State.GetType().Name}",
        CancelOutcome.Decided(var decision, { History.Length: > 0 } order, _) => Told(decision.GetType().Name, order),
        CancelOutcome.Decided(var decision, _, _) => decision.GetType().Name,
        RescheduleOutcome.Decided(RescheduleDecision.WhichDay(var days), _, _) => $"WhichDay of {days.Count}",
        RescheduleOutcome.Decided(RescheduleDecision.DayNotPossible(var verdict), _, _) => $"DayNotPossible, {verdict}",
        RescheduleOutcome.Decided(RescheduleDecision.Rescheduled or RescheduleDecision.DateNotUnderstood, _, _) decided =>
            decided.Decision.GetType().Name,
        RescheduleOutcome.Decided(var decision, { History.Length: > 0 } order, _) => Told(decision.GetType().Name, order),
        RescheduleOutcome.Decided(var decision, _, _) => decision.GetType().Name,
        _ => outcome.GetType().Name,
    };

    static string Told(string outcome, Order order) => $"{outcome}, last {order.History[^1].GetType().Name}, text {order.Outbox.Progress}";
}
