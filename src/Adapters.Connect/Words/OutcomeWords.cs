using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>What the caller hears for every outcome. Nothing here claims more than is stored: a message is on its way, never sent.</summary>
/// <param name="book">The words.</param>
public readonly struct OutcomeWords(PhraseBook book)
{
    /// <summary>The flow sent what makes no sense.</summary>
    public string InvalidRequest => book.Say(LinePhrases.InvalidRequest);

    /// <summary>The line failed; whether anything changed is not known, and is not claimed.</summary>
    public string Unavailable => book.Say(LinePhrases.Unavailable);

    /// <summary>How the order stands, and what the caller wishes.</summary>
    public string For(LookUpOutcome outcome) => outcome switch
    {
        LookUpOutcome.OrderFound(var order, var offer) => Found(order, offer),
        LookUpOutcome.NoOrder => book.Say(LinePhrases.NoOrder),
        LookUpOutcome.VerificationNeeded(var way) => Verify(way),
        LookUpOutcome.CallerUnidentified => book.Say(LinePhrases.CallerUnidentified),
        LookUpOutcome.InvalidRequest => InvalidRequest,
        _ => throw NoPhraseFor(outcome),
    };

    /// <summary>What came of a wish to cancel.</summary>
    public string For(CancelOutcome outcome) => outcome switch
    {
        CancelOutcome.Decided(var decision, var order, _) => For(decision, order),
        CancelOutcome.NoOrder => book.Say(LinePhrases.NoOrder),
        CancelOutcome.VerificationNeeded(var way) => Verify(way),
        CancelOutcome.CallerUnidentified => book.Say(LinePhrases.CallerUnidentified),
        CancelOutcome.InvalidRequest => InvalidRequest,
        _ => throw NoPhraseFor(outcome),
    };

    /// <summary>What is said to a wish for another day.</summary>
    public string For(RescheduleOutcome outcome) => outcome switch
    {
        RescheduleOutcome.Decided(var decision, var order, var offer) => For(decision, order, offer),
        RescheduleOutcome.NoOrder => book.Say(LinePhrases.NoOrder),
        RescheduleOutcome.VerificationNeeded(var way) => Verify(way),
        RescheduleOutcome.CallerUnidentified => book.Say(LinePhrases.CallerUnidentified),
        RescheduleOutcome.InvalidRequest => InvalidRequest,
        _ => throw NoPhraseFor(outcome),
    };

    /// <summary>What is said to who asks for a code: the same, whatever becomes of it.</summary>
    public string For(RequestCodeOutcome outcome) => outcome switch
    {
        RequestCodeOutcome.Requested => book.Say(LinePhrases.CodeRequested),
        RequestCodeOutcome.Locked => book.Say(LinePhrases.VerificationLocked),
        RequestCodeOutcome.CallerUnidentified => book.Say(LinePhrases.CallerUnidentified),
        RequestCodeOutcome.InvalidRequest => InvalidRequest,
        _ => throw NoPhraseFor(outcome),
    };

    /// <summary>What is said to who has keyed something in to be verified.</summary>
    public string For(VerifyCallerOutcome outcome) => outcome switch
    {
        VerifyCallerOutcome.Verified => book.Say(LinePhrases.CallerVerified),
        VerifyCallerOutcome.Wrong => book.Say(LinePhrases.WrongCode),
        VerifyCallerOutcome.Expired => book.Say(LinePhrases.CodeExpired),
        VerifyCallerOutcome.Locked => book.Say(LinePhrases.VerificationLocked),
        VerifyCallerOutcome.CallerUnidentified => book.Say(LinePhrases.CallerUnidentified),
        VerifyCallerOutcome.InvalidRequest => InvalidRequest,
        _ => throw NoPhraseFor(outcome),
    };

    /// <summary>What is said to an operator who vouches for a caller.</summary>
    public string For(VouchForCallerOutcome outcome) => outcome switch
    {
        VouchForCallerOutcome.Verified => book.Say(LinePhrases.OperatorVouched),
        VouchForCallerOutcome.NoOperatorConnected => book.Say(LinePhrases.NoOperatorConnected),
        VouchForCallerOutcome.NoOrder => book.Say(LinePhrases.NoOrder),
        VouchForCallerOutcome.CallerUnidentified => book.Say(LinePhrases.CallerUnidentified),
        VouchForCallerOutcome.InvalidRequest => InvalidRequest,
        _ => throw NoPhraseFor(outcome),
    };

    /// <summary>Why a day cannot be had; to be followed by a question.</summary>
    public string WhyNot(DayVerdict verdict) => book.Say(verdict switch
    {
        DayVerdict.InThePast => LinePhrases.InThePast,
        DayVerdict.TooSoon => LinePhrases.TooSoon,
        DayVerdict.TooFar => LinePhrases.TooFar,
        DayVerdict.NotAShippingDay => LinePhrases.NotAShippingDay,
        _ => throw new NotSupportedException($"{verdict} is no reason to refuse a day."),
    });

    /// <summary>What is made of a wish for a day: the day read back, or the days to choose from, and why.</summary>
    /// <param name="outcome">What is made of it.</param>
    /// <param name="shipsOn">The day the order has; null where it is not known.</param>
    public string For(ConsiderDateOutcome outcome, LocalDate? shipsOn) => outcome switch
    {
        ConsiderDateOutcome.Possible(_, var day) => ReadBack(day, shipsOn),
        ConsiderDateOutcome.WhichDay(_, [var only]) => ReadBack(only, shipsOn),
        ConsiderDateOutcome.WhichDay(_, var days) => AskFor(days),
        ConsiderDateOutcome.NotPossible(_, var verdict, var nearest) => AskFor(nearest, WhyNot(verdict)),
        ConsiderDateOutcome.NotUnderstood(var days) => AskFor(days, book.Say(LinePhrases.DateNotUnderstood)),
        ConsiderDateOutcome.InvalidRequest => InvalidRequest,
        _ => throw NoPhraseFor(outcome),
    };

    /// <summary>Reads a day back; a yes takes it.</summary>
    /// <inheritdoc cref="For(ConsiderDateOutcome, LocalDate?)"/>
    public string ReadBack(LocalDate day, LocalDate? shipsOn) => Say(day == shipsOn ? LinePhrases.AlreadyShipsOn : LinePhrases.ReadBack, day);

    /// <summary>Asks whether to cancel; a yes cancels.</summary>
    public string ReadBackOfCancelling => book.Say(LinePhrases.Cancel);

    /// <summary>How an order stands.</summary>
    public string Status(Order order, Offer offer) => Status(KnownOrder.From(order, offer, book));

    /// <summary>What is asked after an answer that leaves nothing to settle; nothing after any other. A number that takes no texts is promised
    /// none.</summary>
    internal string QuestionAfter(Outcome outcome, Order? order) => outcome switch
    {
        Outcome.Cancelled or Outcome.Rescheduled when order is { Owner.MayTakeTexts: true } =>
            LinePhrases.Join(book.Say(LinePhrases.TextFollows), book.Say(LinePhrases.AnythingElse), book),
        Outcome.Cancelled or Outcome.Rescheduled or Outcome.AlreadyCancelled or Outcome.Unchanged or Outcome.ChangedMeanwhile
            or Outcome.TooLateToCancel or Outcome.TooLateToReschedule or Outcome.OrderIsCancelled => book.Say(LinePhrases.AnythingElse),
        _ => "",
    };

    /// <summary>Why an order cannot be changed any more.</summary>
    internal string WhyNot(OrderStanding standing) => standing is OrderStanding.Cancelled
        ? book.Say(LinePhrases.AlreadyCancelled)
        : TooLate(wasSent: standing is OrderStanding.Shipped);

    /// <summary>Offers one day, which a yes takes.</summary>
    /// <param name="day">The day.</param>
    /// <param name="verdict">Why the one that was asked for cannot be had.</param>
    internal string Offer(LocalDate day, DayVerdict verdict) =>
        Say(verdict is DayVerdict.TooSoon or DayVerdict.InThePast ? LinePhrases.Soonest : LinePhrases.Instead, day);

    /// <summary>How an order stands; nothing where the line does not know.</summary>
    internal string Status(KnownOrder order) => (order.Standing, order.ShipsOn) switch
    {
        (OrderStanding.Cancelled, _) => book.Say(LinePhrases.IsCancelled, order.Item),
        (OrderStanding.Shipped(var on), _) => book.Say(LinePhrases.HasShipped, order.Item, Spoken(on)),
        (OrderStanding.Packing, { } day) => book.Say(LinePhrases.IsBeingPacked, order.Item, Spoken(day)),
        (OrderStanding.Placed, { } day) => book.Say(order.WasMoved ? LinePhrases.ShipsAsChanged : LinePhrases.Ships, order.Item, Spoken(day)),
        _ => "",
    };

    /// <summary>Asks for one of the days.</summary>
    public string AskFor(ShippingDays days) => days.Count == 0
        ? book.Say(LinePhrases.NothingToChoose)
        : book.Say(LinePhrases.Choose, new DateWords(book).Choice(days));

    string Verify(WayToVerify way) => book.Say(way switch
    {
        WayToVerify.LastFour => LinePhrases.VerifyByLastFour,
        WayToVerify.Code => LinePhrases.VerifyByCode,
        WayToVerify.Operator => LinePhrases.VerifyByOperator,
        _ => throw new NotSupportedException($"No words for {way}."),
    });

    string Found(Order order, Offer offer) => book.Say(
        LinePhrases.Found,
        Status(order, offer),
        Speakable.Text(order.Item, book) is { Length: > 0 } item ? item : book.Say(LinePhrases.SomeItem));

    string For(CancelDecision decision, Order order) => decision switch
    {
        CancelDecision.Cancelled or CancelDecision.CancelledByThisWish => book.Say(LinePhrases.Cancelled),
        CancelDecision.AlreadyCancelled => book.Say(LinePhrases.AlreadyCancelled),
        CancelDecision.ChangedMeanwhile => ChangedMeanwhile(order),
        CancelDecision.TooLateToCancel => TooLate(wasSent: order.State is OrderState.Shipped),
        _ => throw NoPhraseFor(decision),
    };

    string For(RescheduleDecision decision, Order order, Offer offer) => decision switch
    {
        RescheduleDecision.Rescheduled => Say(LinePhrases.Rescheduled, order.ShippingDate),
        RescheduleDecision.RescheduledByThisWish(var granted) => Say(LinePhrases.Rescheduled, granted.To),
        RescheduleDecision.Unchanged => Say(LinePhrases.Unchanged, order.ShippingDate),
        RescheduleDecision.ChangedMeanwhile => ChangedMeanwhile(order),
        RescheduleDecision.OrderIsCancelled => book.Say(LinePhrases.CancelledCannotMove),
        RescheduleDecision.TooLateToReschedule => TooLate(wasSent: order.State is OrderState.Shipped),
        RescheduleDecision.WhichDay([var proposed]) => Say(LinePhrases.DidYouMean, proposed),
        RescheduleDecision.WhichDay(var days) => AskFor(days),
        RescheduleDecision.DateNotUnderstood => AskFor(offer.Days, book.Say(LinePhrases.DateNotUnderstood)),
        RescheduleDecision.DayNotPossible(var verdict) => AskFor(offer.Days, WhyNot(verdict)),
        _ => throw NoPhraseFor(decision),
    };

    string ChangedMeanwhile(Order order) => order.State switch
    {
        OrderState.Cancelled => book.Say(LinePhrases.CancelledMeanwhile),
        OrderState.Shipped => book.Say(LinePhrases.ShippedMeanwhile),
        _ => Say(LinePhrases.ChangedMeanwhile, order.ShippingDate),
    };

    string AskFor(ShippingDays days, string first) => days.Count == 0 ? AskFor(days) : LinePhrases.Join(first, AskFor(days), book);

    string Say(Phrase phrase, LocalDate day) => book.Say(phrase, Spoken(day));

    string Spoken(LocalDate day) => new DateWords(book).Day(day);

    string TooLate(bool wasSent) => book.Say(wasSent ? LinePhrases.TooLateShipped : LinePhrases.TooLate);

    static NotSupportedException NoPhraseFor(object outcome) => new($"No phrase for {outcome.GetType().Name}.");
}
