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
    /// <param name="outbox">The messages it owes and has owed; null when there never were any.</param>
    /// <param name="phoneChangedAt">When the shop last changed the owner's number; null when it never did, or does not record it.</param>
    /// <param name="spokenItem">How the shop has the item spoken, one entry a language; none where the item's name will do.</param>
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
        Outbox? outbox = null,
        Instant? phoneChangedAt = null,
        ImmutableArray<SpokenName> spokenItem = default)
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
        Outbox = outbox ?? Outbox.Empty;
        PhoneChangedAt = phoneChangedAt;
        SpokenItem = spokenItem.IsDefault ? [] : spokenItem;
    }

    /// <summary>The shop's name for the order.</summary>
    public OrderId Id { get; }

    /// <summary>The only number that may change the order.</summary>
    public PhoneNumber Owner { get; }

    /// <summary>What was bought, in the shop's words; may be empty.</summary>
    public string Item { get; }

    /// <summary>How the shop has the item spoken, by language; the line never changes it.</summary>
    public ImmutableArray<SpokenName> SpokenItem { get; }

    /// <summary>Who bought it; may be empty.</summary>
    public string CustomerName { get; }

    /// <summary>The day the order ships, in the shop's zone.</summary>
    public LocalDate ShippingDate { get; }

    /// <summary>Where the order stands.</summary>
    public OrderState State { get; }

    /// <summary>When it was bought; the Unix epoch when the shop never recorded it.</summary>
    public Instant PlacedAt { get; }

    /// <summary>When the shop last changed the owner's number; null when it never did, or does not record it.</summary>
    public Instant? PhoneChangedAt { get; }

    /// <summary>How many changes the line has stored; 0 for an order it has never touched.</summary>
    public int Version { get; }

    /// <summary>The latest <see cref="HistoryLength"/> changes, oldest first.</summary>
    public ImmutableArray<Change> History { get; }

    /// <summary>The messages it owes, and what became of those it owed before.</summary>
    public Outbox Outbox { get; }

    /// <summary>What a caller may be offered now. <see cref="Cancel"/> and <see cref="Reschedule"/> decide again, by the same
    /// rules.</summary>
    public Offer OfferAt(Instant now, ShippingPolicy policy)
    {
        OrderStanding standing = State switch
        {
            OrderState.Cancelled => new OrderStanding.Cancelled(),
            OrderState.Shipped(var at) => new OrderStanding.Shipped(at.InZone(policy.Zone).Date),
            _ when IsPackedOrSent(now, policy) => new OrderStanding.Packing(),
            _ => new OrderStanding.Placed(),
        };
        var open = standing is OrderStanding.Placed;
        var days = open ? policy.PossibleDays(now) : ShippingDays.None;
        return new Offer(standing, CanCancel: open, CanReschedule: days.Any(day => day != ShippingDate), days);
    }

    /// <summary>The order as it is told to who may not hear who bought what.</summary>
    public Order WithoutNameAndItem() =>
        new(Id, Owner, item: "", customerName: "", ShippingDate, State, PlacedAt, Version, History, Outbox, PhoneChangedAt);

    /// <summary>How the shop has the item spoken in a language; empty where it does not say.</summary>
    public string SpokenItemIn(Language language) => SpokenItem.FirstOrDefault(name => name.Language == language)?.Words ?? "";

    /// <summary>Decides a wish to cancel. Changes nothing: the decision holds the version to store.</summary>
    public CancelDecision Cancel(Wish.ToCancel wish, Instant now, ShippingPolicy policy)
    {
        if (LatestChangeBy(wish.Contact) is Change.Cancellation granted && IsARetry(wish.Contact, granted, now))
        {
            return State is OrderState.Cancelled
                ? new CancelDecision.CancelledByThisWish(granted)
                : new CancelDecision.ChangedMeanwhile();
        }

        if (State is OrderState.Cancelled)
        {
            return new CancelDecision.AlreadyCancelled();
        }

        if (IsPackedOrSent(now, policy))
        {
            return new CancelDecision.TooLateToCancel();
        }

        return new CancelDecision.Cancelled(Next(
            ShippingDate,
            new OrderState.Cancelled(),
            new Change.Cancellation(now, wish.Contact.Id, wish.Contact.Channel) { Assurance = wish.Contact.Assurance },
            number => new OwedMessage.Cancellation(number, wish.Contact.Language, now)));
    }

    /// <summary>Decides a wish for another shipping date. Changes nothing: the decision holds the version to store.</summary>
    public RescheduleDecision Reschedule(Wish.ToReschedule wish, Instant now, ShippingPolicy policy)
    {
        if (LatestChangeBy(wish.Contact) is Change.Rescheduling granted
            && IsTheSame(wish, granted)
            && IsARetry(wish.Contact, granted, now))
        {
            return State is not OrderState.Cancelled && ShippingDate == granted.To
                ? new RescheduleDecision.RescheduledByThisWish(granted)
                : new RescheduleDecision.ChangedMeanwhile();
        }

        if (State is OrderState.Cancelled)
        {
            return new RescheduleDecision.OrderIsCancelled();
        }

        if (IsPackedOrSent(now, policy))
        {
            return new RescheduleDecision.TooLateToReschedule();
        }

        return wish.Date switch
        {
            SpokenDate.NotADate => new RescheduleDecision.DateNotUnderstood(),
            SpokenDate.Day(var date) => RescheduleTo(date, wish, now, policy),
            SpokenDate.Shift shift when shift.CountedFrom(ShippingDate) == ShippingDate =>
                new RescheduleDecision.DayNotPossible(DayVerdict.TooFar), // the calendar ends there
            SpokenDate.Shift shift => RescheduleTo(shift.CountedFrom(ShippingDate), wish, now, policy),
            SpokenDate.Unsure(SpokenDate.Shift shift, _) =>
                new RescheduleDecision.WhichDay(policy.PossibleDays(now).AmongThoseMeantBy(new SpokenDate.Day(shift.CountedFrom(ShippingDate)))),
            var vague => new RescheduleDecision.WhichDay(policy.PossibleDays(now).AmongThoseMeantBy(vague)),
        };
    }

    /// <summary>Decides whether a delivery may send the order's next message: the latest it owes, which tells how things stand.
    /// Changes nothing: the decision holds the version to store before anything is sent.</summary>
    /// <param name="delivery">The delivery that asks.</param>
    /// <param name="now">The time, by which another's claim may have ended.</param>
    public ClaimDecision ClaimMessage(ClaimId delivery, Instant now)
    {
        switch (Outbox.Delivery)
        {
            case var _ when Outbox.Owed.IsEmpty:
                return new ClaimDecision.NothingOwed();
            case MessageDelivery.Claimed claim when now < claim.Until && claim.By != delivery:
                return new ClaimDecision.HeldByAnother(claim.Until);
            case var _ when Outbox.LeaveTimeFor(delivery, now):
                return new ClaimDecision.Held(
                    new MessageClaim(delivery, Outbox.Owed[0], Outbox.Delivery.Attempts, Outbox.Delivery.InDoubt));
            case MessageDelivery.Postponed pause when now < pause.NotBefore:
                return new ClaimDecision.NotYetDue(pause.NotBefore);
            default:
                return new ClaimDecision.Granted(Next(Outbox.ClaimFor(delivery, now)));
        }
    }

    /// <summary>Notes what the service has said of a message for good, whichever delivery holds the claim by now.</summary>
    /// <returns>What to store; null when there is nothing to store, because the order says so already or has moved on so far that it
    /// no longer matters.</returns>
    public OrderChange? Settle(SettledMessage settled) => settled switch
    {
        // Accepted once more than it had to be: the customer has it twice, and the record says so.
        SettledMessage.Accepted accepted when !Outbox.Remembers(accepted) => Next(Outbox.Settle(accepted)),
        SettledMessage.Refused refused when Outbox.Owed.Contains(refused.Message) => Next(Outbox.Settle(refused)),
        _ => null,
    };

    /// <summary>Notes that the service did not take a message, and when the next attempt is due.</summary>
    /// <param name="claim">What the delivery held when it sent the message.</param>
    /// <param name="reason">What went wrong, as a code free of personal data.</param>
    /// <returns>What to store; null when there is nothing to store, because another delivery has taken over.</returns>
    public OrderChange? Postpone(MessageClaim claim, string reason, Instant now) => Postpone(claim, reason, claim.InDoubt, now);

    /// <summary>Notes that nobody knows whether the service took a message, which counts as a doubt, and when the next attempt is
    /// due.</summary>
    /// <inheritdoc cref="Postpone(MessageClaim, string, Instant)"/>
    public OrderChange? PostponeInDoubt(MessageClaim claim, string reason, Instant now) =>
        Postpone(claim, reason, claim.InDoubt + 1, now);

    OrderChange? Postpone(MessageClaim claim, string reason, int inDoubt, Instant now) => Outbox.IsUnder(claim)
        ? Next(Outbox.Postpone(
            claim, now + Backoff.After(claim.Attempts, claim.By.Chance(Id, claim.Attempts)), reason, inDoubt))
        : null;

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
            new Change.Rescheduling(now, wish.Contact.Id, wish.Contact.Channel, ShippingDate, date, wish.Heard)
            {
                Assurance = wish.Contact.Assurance,
            },
            number => new OwedMessage.NewDate(number, wish.Contact.Language, now, date)));
    }

    bool IsPackedOrSent(Instant now, ShippingPolicy policy) =>
        State is OrderState.Shipped || policy.ParcelsForThatDayAreBeingPacked(ShippingDate, now);

    Change? LatestChangeBy(Contact contact) => History.LastOrDefault(change => change.Contact == contact.Id);

    // The same day, or the same words for it: "tomorrow", said before midnight and retried after it, is still the day it was. A shift
    // is what it came to: "two days later" again is that very change, and never two days more.
    static bool IsTheSame(Wish.ToReschedule wish, Change.Rescheduling granted) =>
        (wish.Date is SpokenDate.Day(var wished) && wished == granted.To)
        || (wish.Date is SpokenDate.Shift shift && shift.CountedFrom(granted.From) == granted.To)
        || (wish.Heard.Length is > 0 and < Change.MaxHeardLength && wish.Heard == granted.Heard);

    // A clock may step back between a call and its retry: the distance counts, not the order.
    static bool IsARetry(Contact contact, Change granted, Instant now) =>
        contact.IsOneWish || (now - granted.At <= RetryWindow && granted.At - now <= RetryWindow);

    OrderChange Next(LocalDate date, OrderState state, Change entry, Func<int, OwedMessage> message)
    {
        var remembered = History.Add(entry);

        // Nobody is owed what can never arrive: it would be refused, and the operator would see a failure.
        var outbox = Owner.MayTakeTexts ? Outbox.Owe(message(Version + 1)) : Outbox;
        return Next(date, state, remembered[Math.Max(0, remembered.Length - HistoryLength)..], outbox);
    }

    OrderChange Next(Outbox outbox) => Next(ShippingDate, State, History, outbox);

    OrderChange Next(LocalDate date, OrderState state, ImmutableArray<Change> history, Outbox outbox) =>
        new(
            this,
            new Order(Id, Owner, Item, CustomerName, date, state, PlacedAt, Version + 1, history, outbox, PhoneChangedAt, SpokenItem));
}
