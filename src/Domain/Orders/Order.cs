using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Domain;

/// <summary>
/// What a customer bought. Immutable: a granted wish gives a decision that holds the next version, and the order itself stays
/// what it was until a store has taken that version.
/// </summary>
/// <remarks>Not a record, on purpose: printing one would print a customer's name, and two readings of the same order are told
/// apart by <see cref="Version"/>.</remarks>
public sealed class Order
{
    /// <summary>How many changes an order remembers; older ones are forgotten, so that an item cannot grow without end.</summary>
    public const int HistoryLength = 20;

    /// <summary>
    /// How long the same wish of the same contact counts as a retry. Connect retries a function for at most 8 seconds, and a
    /// chain of functions for 20 (https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html); what
    /// comes a minute later is a caller who asks again and is told how things stand.
    /// </summary>
    public static readonly Duration RetryWindow = Duration.FromMinutes(1);

    /// <summary>An order as the shop or a store knows it. Nothing is judged here: a stored date may lie in the past.</summary>
    /// <param name="id">The shop's name for it.</param>
    /// <param name="owner">The only number that may change it.</param>
    /// <param name="item">What was bought, in the shop's words; may be empty.</param>
    /// <param name="customerName">Who bought it; may be empty.</param>
    /// <param name="shippingDate">The day it ships, in the shop's zone.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="placedAt">When it was bought; the Unix epoch when the shop never recorded it, so that it sorts last.</param>
    /// <param name="version">How many changes the line has stored; 0 for an order it has never touched.</param>
    /// <param name="history">The latest changes, oldest first.</param>
    /// <param name="texts">The texts it owes and has owed; null when there never were any.</param>
    public Order(
        OrderId id,
        PhoneNumber owner,
        string item,
        string customerName,
        LocalDate shippingDate,
        OrderState state,
        Instant placedAt = default,
        int version = 0,
        ImmutableArray<Change> history = default,
        OrderTexts? texts = null)
    {
        Id = id;
        Owner = owner;
        Item = item;
        CustomerName = customerName;
        ShippingDate = shippingDate;
        State = state;
        PlacedAt = placedAt;
        Version = version;
        History = history.IsDefault ? [] : history;
        Texts = texts ?? OrderTexts.None;
    }

    /// <summary>The shop's name for the order.</summary>
    public OrderId Id { get; }

    /// <summary>The only number that may change the order.</summary>
    public PhoneNumber Owner { get; }

    /// <summary>What was bought, in the shop's words; may be empty.</summary>
    public string Item { get; }

    /// <summary>Who bought it; may be empty.</summary>
    public string CustomerName { get; }

    /// <summary>The day the order ships, in the shop's zone.</summary>
    public LocalDate ShippingDate { get; }

    /// <summary>Where the order stands.</summary>
    public OrderState State { get; }

    /// <summary>When it was bought; the Unix epoch when the shop never recorded it.</summary>
    public Instant PlacedAt { get; }

    /// <summary>How many changes the line has stored; 0 for an order it has never touched.</summary>
    public int Version { get; }

    /// <summary>The latest <see cref="HistoryLength"/> changes, oldest first.</summary>
    public ImmutableArray<Change> History { get; }

    /// <summary>The texts it owes, and what became of those it owed before.</summary>
    public OrderTexts Texts { get; }

    /// <summary>The texts not yet settled, oldest first.</summary>
    public ImmutableArray<OwedText> OwedTexts => Texts.Owed;

    /// <summary>What a caller may be offered now. <see cref="Cancel"/> and <see cref="Reschedule"/> decide again, by the same
    /// rules.</summary>
    public Possibilities WhatMayBeDone(Instant now, ShippingPolicy policy)
    {
        var open = State is OrderState.Placed && !IsHandedToTheCarrier(now, policy);
        var days = open ? policy.PossibleDays(now) : ShippingDays.None;
        return new Possibilities(CanCancel: open, CanReschedule: days.Any(day => day != ShippingDate), days);
    }

    /// <summary>Decides a wish to cancel. Changes nothing: the decision holds the version to store.</summary>
    public CancelDecision Cancel(Wish.ToCancel wish, Instant now, ShippingPolicy policy)
    {
        if (LatestChangeBy(wish.Contact) is Change.Cancellation granted && IsARetry(granted, now))
        {
            return new CancelDecision.CancelledByThisWish(granted);
        }

        if (State is OrderState.Cancelled)
        {
            return new CancelDecision.AlreadyCancelled();
        }

        if (IsHandedToTheCarrier(now, policy))
        {
            return new CancelDecision.TooLateToCancel();
        }

        return new CancelDecision.Cancelled(Next(
            ShippingDate,
            new OrderState.Cancelled(),
            new Change.Cancellation(now, wish.Contact.Id, wish.Contact.Channel),
            number => new OwedText.OfCancellation(number, wish.Contact.Language, now)));
    }

    /// <summary>Decides a wish for another shipping date. Changes nothing: the decision holds the version to store.</summary>
    public RescheduleDecision Reschedule(Wish.ToReschedule wish, Instant now, ShippingPolicy policy)
    {
        if (LatestChangeBy(wish.Contact) is Change.Rescheduling granted
            && IsTheSame(wish, granted)
            && IsARetry(granted, now))
        {
            return new RescheduleDecision.RescheduledByThisWish(granted);
        }

        if (State is OrderState.Cancelled)
        {
            return new RescheduleDecision.OrderIsCancelled();
        }

        if (IsHandedToTheCarrier(now, policy))
        {
            return new RescheduleDecision.TooLateToReschedule();
        }

        return wish.Date switch
        {
            SpokenDate.NotADate => new RescheduleDecision.DateNotUnderstood(),
            SpokenDate.Day(var date) => RescheduleTo(date, wish, now, policy),
            SpokenDate.Shift(var days) => RescheduleTo(ShippingDate.PlusDays(days), wish, now, policy),
            SpokenDate.Unsure(SpokenDate.Shift(var days), _) =>
                new RescheduleDecision.WhichDay(policy.PossibleDays(now).AmongThoseMeantBy(new SpokenDate.Day(ShippingDate.PlusDays(days)))),
            var vague => new RescheduleDecision.WhichDay(policy.PossibleDays(now).AmongThoseMeantBy(vague)),
        };
    }

    /// <summary>Decides whether a delivery may send the order's next text: the latest it owes, which tells how things stand. Changes
    /// nothing: the decision holds the version to store before anything is sent.</summary>
    /// <param name="delivery">Who asks.</param>
    /// <param name="now">The time, by which another's claim may have ended.</param>
    public ClaimDecision ClaimText(ClaimId delivery, Instant now)
    {
        switch (Texts.Delivery)
        {
            case var _ when OwedTexts.IsEmpty:
                return new ClaimDecision.NothingOwed();
            case TextDelivery.Claimed claim when now < claim.Until && claim.By != delivery:
                return new ClaimDecision.HeldByAnother(claim.Until);
            case var _ when Texts.LeaveTimeFor(delivery, now):
                return new ClaimDecision.Held(ClaimIn(Texts));
            case TextDelivery.Postponed pause when now < pause.NotBefore:
                return new ClaimDecision.NotYetDue(pause.NotBefore);
            default:
                var claimed = Texts.ClaimFor(delivery, now);
                return new ClaimDecision.Granted(ClaimIn(claimed), Next(claimed));
        }

        TextClaim ClaimIn(OrderTexts texts) =>
            new(delivery, texts.Owed[0], texts.Delivery.Attempts, texts.Delivery.InDoubt);
    }

    /// <summary>Whether a delivery that holds the claim may still begin an attempt: a process that stood still since it claimed may have
    /// lost the order to another, which sends the same text.</summary>
    /// <param name="claim">What it was granted.</param>
    /// <param name="now">The time, asked for after the claim was stored.</param>
    public bool LeavesTimeFor(TextClaim claim, Instant now) => Texts.LeaveTimeFor(claim.By, now);

    /// <summary>Notes what the service has said of a text for good, whoever may hold the claim by now.</summary>
    public TextNote Settle(SettledText settled) => settled switch
    {
        // Accepted once more than it had to be: the customer has it twice, and the record says so.
        SettledText.Accepted accepted when !Texts.Remembers(accepted) => new TextNote.ToStore(Next(Texts.Settle(accepted))),
        SettledText.Refused refused when OwedTexts.Contains(refused.Text) => new TextNote.ToStore(Next(Texts.Settle(refused))),
        _ => new TextNote.Outdated(),
    };

    /// <summary>Notes that an attempt at a text failed, and when the next is due. Nothing is noted once another delivery has taken
    /// over.</summary>
    /// <param name="claim">What the delivery held when it sent the text.</param>
    /// <param name="end">What is known of the attempt.</param>
    /// <param name="reason">What went wrong, as a code free of personal data.</param>
    /// <param name="now">The time.</param>
    public TextNote Postpone(TextClaim claim, FailedAttempt end, string reason, Instant now) =>
        Texts.Delivery is TextDelivery.Claimed { By: var holder } && holder == claim.By && OwedTexts.Contains(claim.Text)
            ? new TextNote.ToStore(Next(Texts.Postpone(
                claim,
                now + Backoff.After(claim.Attempts, claim.By.Chance(Id, claim.Attempts)),
                reason,
                claim.InDoubt + (end is FailedAttempt.InDoubt ? 1 : 0))))
            : new TextNote.Outdated();

    RescheduleDecision RescheduleTo(LocalDate date, Wish.ToReschedule wish, Instant now, ShippingPolicy policy)
    {
        if (date == ShippingDate)
        {
            return new RescheduleDecision.Unchanged();
        }

        if (policy.Judge(date, now) is var verdict and not DayVerdict.Possible)
        {
            return new RescheduleDecision.DayNotPossible(verdict);
        }

        return new RescheduleDecision.Rescheduled(Next(
            date,
            State,
            new Change.Rescheduling(now, wish.Contact.Id, wish.Contact.Channel, ShippingDate, date, wish.Heard),
            number => new OwedText.OfNewDate(number, wish.Contact.Language, now, date)));
    }

    bool IsHandedToTheCarrier(Instant now, ShippingPolicy policy) =>
        State is OrderState.Shipped || policy.ParcelsForThatDayAreWithTheCarrier(ShippingDate, now);

    Change? LatestChangeBy(Contact contact) => History.LastOrDefault(change => change.Contact == contact.Id);

    // The same day, or the same words for it: "tomorrow", said before midnight and retried after it, is still the day it was. A shift
    // is what it came to: "two days later" again is that very change, and never two days more.
    static bool IsTheSame(Wish.ToReschedule wish, Change.Rescheduling granted) =>
        (wish.Date is SpokenDate.Day(var wished) && wished == granted.To)
        || (wish.Date is SpokenDate.Shift(var days) && granted.From.PlusDays(days) == granted.To)
        || (wish.Heard.Length is > 0 and < Change.MaxHeardLength && wish.Heard == granted.Heard);

    // A clock may step back between a call and its retry: the distance counts, not the order.
    static bool IsARetry(Change granted, Instant now) => now - granted.At <= RetryWindow && granted.At - now <= RetryWindow;

    OrderChange Next(LocalDate date, OrderState state, Change entry, Func<int, OwedText> text)
    {
        var remembered = History.Add(entry);
        return Next(
            date, state, remembered[Math.Max(0, remembered.Length - HistoryLength)..], Texts.Owe(text(Version + 1)));
    }

    OrderChange Next(OrderTexts texts) => Next(ShippingDate, State, History, texts);

    OrderChange Next(LocalDate date, OrderState state, ImmutableArray<Change> history, OrderTexts texts) =>
        new(this, new Order(Id, Owner, Item, CustomerName, date, state, PlacedAt, Version + 1, history, texts));
}

/// <summary>What a caller may be offered.</summary>
/// <param name="CanCancel">Whether a wish to cancel would be granted now.</param>
/// <param name="CanReschedule">Whether there is another day the order could be moved to now.</param>
/// <param name="Days">The days it could be moved to, its own included; none when it cannot be moved.</param>
public sealed record Possibilities(bool CanCancel, bool CanReschedule, ShippingDays Days);
