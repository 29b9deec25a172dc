using NodaTime;

namespace OrderHotline.Domain.Tests;

/// <summary>The rules of the line, checked against what was decided, without a look at how it was decided.</summary>
static class OrderRules
{
    public const string CancelledForGood = "A cancelled order never becomes anything else";
    public const string CancelledOnce = "Cancelling twice is one cancellation";
    public const string WithTheCarrier = "An order with the carrier is never changed";
    public const string PossibleDay = "A new date is a possible day";
    public const string SameDate = "The date an order already has changes nothing";
    public const string VagueDate = "A vague answer never moves a parcel";
    public const string OneWrite = "A change starts from the order it was decided on and leaves the rest of it alone";
    public const string OneVersion = "The version grows by exactly one";
    public const string OneEntry = "A change adds exactly one entry to the history";
    public const string OneMessage = "A change owes exactly one message, which overtakes those that nobody is sending";
    public const string SameAnswer = "The same wish again changes nothing, and gets the same answer as long as it is true";
    public const string TrueAnswer = "Success is said only of what is so";
    public const string RetryOfAnother = "Only a wish that was granted within the last minute is a retry";
    public const string NoReason = "A wish is refused for a reason of its rule and for no other";

    public static IEnumerable<string> BrokenIn(Story story, IReadOnlyList<Step> steps)
    {
        var shop = new ShopCalendar(story.Policy);
        for (var i = 0; i < steps.Count; i++)
        {
            var broken = steps[i].Change is { } change
                ? BrokenByGranting(steps[i], change, shop)
                : BrokenByRefusing(steps[i], shop);
            foreach (var rule in broken)
            {
                yield return rule;
            }

            if (GrantedBefore(steps, i) is { } granted
                && (IsSo(granted, steps[i].Before) ? steps[i].MadeBefore != granted : !IsChangedMeanwhile(steps[i].Decision)))
            {
                yield return SameAnswer;
            }
        }

        if (steps.Count(step => step.Change?.After.State is OrderState.Cancelled)
            > 1 + story.Arrivals.Count(arrival => arrival.IsTakenBack))
        {
            yield return CancelledOnce;
        }
    }

    static IEnumerable<string> BrokenByGranting(Step step, OrderChange change, ShopCalendar shop)
    {
        var (before, wish, now, _) = step;
        var after = change.After;
        var day = ((wish as Wish.ToReschedule)?.Date as SpokenDate.Day)?.Date;
        var contact = wish.Contact;
        Change entry = wish is Wish.ToReschedule { Heard: var heard }
            ? new Change.Rescheduling(now, contact.Id, contact.Channel, before.ShippingDate, after.ShippingDate, heard)
            : new Change.Cancellation(now, contact.Id, contact.Channel);
        OwedMessage message = wish is Wish.ToReschedule
            ? new OwedMessage.NewDate(after.Version, contact.Language, now, after.ShippingDate)
            : new OwedMessage.Cancellation(after.Version, contact.Language, now);

        return Broken(
            (before.State is OrderState.Cancelled, CancelledForGood),
            (shop.IsWithTheCarrier(before, now), WithTheCarrier),
            (wish is Wish.ToReschedule && day is null, VagueDate),
            (day is not null && day != after.ShippingDate, VagueDate),
            (day == before.ShippingDate, SameDate),
            (wish is Wish.ToReschedule && !shop.PossibleDays(now).Contains(after.ShippingDate), PossibleDay),
            (wish is Wish.ToReschedule != after.State is OrderState.Placed, OneWrite),
            (wish is Wish.ToCancel != after.State is OrderState.Cancelled, OneWrite),
            (wish is Wish.ToCancel && after.ShippingDate != before.ShippingDate, OneWrite),
            (!ReferenceEquals(change.Before, before) || !Untouched(before).Equals(Untouched(after)), OneWrite),
            (after.Version != before.Version + 1, OneVersion),
            (!after.History.SequenceEqual(before.History.Append(entry).TakeLast(20)), OneEntry),
            (!IsOvertaking(before.Outbox, after.Outbox, message), OneMessage));
    }

    static bool IsOvertaking(Outbox before, Outbox after, OwedMessage message)
    {
        var claimed = before.Delivery is MessageDelivery.Claimed;
        var underway = before.Owed.Take(claimed ? 1 : 0).ToList();
        return after.Owed.SequenceEqual(underway.Append(message))
            && after.Delivery == (underway.Count > 0 ? before.Delivery : new MessageDelivery.Untried())
            && after.Settled.Select(settled => (settled.Message, settled is SettledMessage.Superseded)).SequenceEqual(
                before.Settled.Select(settled => (settled.Message, settled is SettledMessage.Superseded))
                    .Concat(before.Owed.Skip(underway.Count).Select(overtaken => (overtaken, true)))
                    .TakeLast(20));
    }

    static IEnumerable<string> BrokenByRefusing(Step step, ShopCalendar shop)
    {
        var (order, wish, now, decision) = step;
        var open = order.State is OrderState.Placed && !shop.IsWithTheCarrier(order, now);
        var date = (wish as Wish.ToReschedule)?.Date;
        var day = (date as SpokenDate.Day)?.Date;
        var possible = shop.PossibleDays(now);

        return decision switch
        {
            CancelDecision.CancelledByThisWish or RescheduleDecision.RescheduledByThisWish =>
                Broken((!IsRemembered(step), RetryOfAnother), (!IsSo(step.MadeBefore!, order), TrueAnswer)),
            CancelDecision.ChangedMeanwhile or RescheduleDecision.ChangedMeanwhile => Broken(
                (LatestOf(step) is not { } made || !IsARetryOf(made, step), RetryOfAnother),
                (LatestOf(step) is { } still && IsSo(still, order), NoReason)),
            CancelDecision.AlreadyCancelled =>
                Broken((wish is not Wish.ToCancel || order.State is not OrderState.Cancelled, NoReason)),
            RescheduleDecision.OrderIsCancelled =>
                Broken((date is null || order.State is not OrderState.Cancelled, NoReason)),
            CancelDecision.TooLateToCancel or RescheduleDecision.TooLateToReschedule =>
                Broken((open || order.State is OrderState.Cancelled, NoReason)),
            RescheduleDecision.Unchanged => Broken((!open || day != order.ShippingDate, NoReason)),
            RescheduleDecision.DateNotUnderstood => Broken((!open || date is not SpokenDate.NotADate, NoReason)),
            RescheduleDecision.DayNotPossible(var verdict) => Broken(
                (!open || day is null || day == order.ShippingDate || possible.Contains(day.Value), NoReason),
                (day is not null && verdict != shop.WhyNot(day.Value, now), NoReason)),
            RescheduleDecision.WhichDay(var days) => Broken(
                (!open || date is null or SpokenDate.Day or SpokenDate.NotADate, NoReason),
                (date is not null && !days.SequenceEqual(DaysToAskAbout(date, possible)), VagueDate)),
            _ => [NoReason],
        };
    }

    static List<LocalDate> DaysToAskAbout(SpokenDate vague, List<LocalDate> possible)
    {
        var meant = vague switch
        {
            SpokenDate.Range(var from, var to) => possible.FindAll(day => day >= from && day <= to),
            SpokenDate.OneOf(var days) => [.. possible.Intersect(days)],
            _ => possible,
        };
        return meant.Count > 0 ? meant : possible;
    }

    // From the recorded steps: the entry of this contact's latest granted wish, if this is that wish again, within a minute,
    // and the order still remembers it.
    static Change? GrantedBefore(IReadOnlyList<Step> steps, int i)
    {
        var changesSince = 0;
        for (var j = i - 1; j >= 0 && changesSince < 20; j--)
        {
            if (steps[j].Change is not { } change)
            {
                continue;
            }

            if (steps[j].Wish.Contact.Id == steps[i].Wish.Contact.Id)
            {
                return IsSameWish(steps[j].Wish, steps[i].Wish) && IsWithinAMinute(steps[j].Now, steps[i].Now)
                    ? change.After.History.LastOrDefault()
                    : null;
            }

            changesSince++;
        }

        return null;
    }

    static bool IsSameWish(Wish one, Wish other) => (one, other) switch
    {
        (Wish.ToCancel, Wish.ToCancel) => true,
        (Wish.ToReschedule a, Wish.ToReschedule b) => a.Date == b.Date,
        _ => false,
    };

    // From the order: the change that the decision points to is this contact's latest, recent, and what is wished for now.
    static bool IsRemembered(Step step) =>
        step.MadeBefore is { } change
        && step.Before.History.Any(entry => ReferenceEquals(entry, change))
        && ReferenceEquals(change, LatestOf(step))
        && IsARetryOf(change, step);

    static Change? LatestOf(Step step) => step.Before.History.LastOrDefault(entry => entry.Contact == step.Wish.Contact.Id);

    static bool IsARetryOf(Change change, Step step) => IsWithinAMinute(change.At, step.Now) && (change, step.Wish) switch
    {
        (Change.Cancellation, Wish.ToCancel) => true,
        (Change.Rescheduling made, Wish.ToReschedule { Date: SpokenDate.Day(var day) }) => made.To == day,
        _ => false,
    };

    static bool IsSo(Change change, Order order) => change is Change.Rescheduling moved
        ? order.State is not OrderState.Cancelled && order.ShippingDate == moved.To
        : order.State is OrderState.Cancelled;

    static bool IsChangedMeanwhile(object decision) => decision is CancelDecision.ChangedMeanwhile or RescheduleDecision.ChangedMeanwhile;

    static bool IsWithinAMinute(Instant one, Instant other) => Math.Abs((one - other).TotalNanoseconds) <= 60e9;

    static (OrderId, PhoneNumber, string, string, Instant) Untouched(Order order) =>
        (order.Id, order.Owner, order.Item, order.CustomerName, order.PlacedAt);

    static IEnumerable<string> Broken(params IEnumerable<(bool IsBroken, string Rule)> rules) =>
        rules.Where(rule => rule.IsBroken).Select(rule => rule.Rule);
}
