using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.BadDays;

/// <summary>What may happen to an order from one write to the next.</summary>
static class ChangeRules
{
    const int Remembered = 20;
    const int OwedAtMost = 2;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("Every write follows the one before it", FollowsTheOneBefore),
        new("A change, its entry and its text are one write", IsOneWrite),
        new("A cancelled order stays cancelled and is not moved", StaysCancelled),
        new("What is with the carrier is not changed", IsNotWithTheCarrier),
        new("A new date is one on which the shop ships", IsAShippingDay),
        new("Nothing but state, date, history and texts is written", NothingElseIsWritten),
        new("An order remembers 20 changes and texts, and owes 2 texts at most", DoesNotGrow),
    ];

    static IEnumerable<Step> OfTheLine(Story story) => story.Steps.Where(step => step.By is Writer.Line);

    static IEnumerable<string> FollowsTheOneBefore(Story story, Court court)
    {
        var held = story.First;
        foreach (var step in story.Steps)
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

        if (story.Last.Version != held.Version || story.Last.ShippingDate != held.ShippingDate || story.Last.State != held.State)
        {
            yield return $"Version {held.Version} was written last, and version {story.Last.Version} is stored.";
        }
    }

    static IEnumerable<string> IsOneWrite(Story story, Court court)
    {
        foreach (var step in OfTheLine(story))
        {
            var (before, after) = (step.Before, step.After);
            var kept = before.History.TakeLast(Remembered - (step.IsAChange ? 1 : 0));
            var entries = after.History[^Math.Min(step.IsAChange ? 1 : 0, after.History.Length)..];
            if (!after.History.SequenceEqual(kept.Concat(entries)))
            {
                yield return $"Version {after.Version} does not keep the history of version {before.Version}.";
            }

            var isTold = !step.IsAChange || (entries, after.OwedTexts) switch
            {
                ([Change.Cancellation], [.., OwedText.OfCancellation text]) =>
                    text.Number == after.Version && after.State is OrderState.Cancelled && after.ShippingDate == before.ShippingDate,
                ([Change.Rescheduling moved], [.., OwedText.OfNewDate text]) =>
                    text.Number == after.Version && text.Date == after.ShippingDate && after.State == before.State
                    && moved.From == before.ShippingDate && moved.To == after.ShippingDate,
                _ => false,
            };
            if (!isTold)
            {
                yield return $"Version {after.Version} is {after.State.GetType().Name} for {after.ShippingDate}, and its entry or its text "
                    + "is missing or says otherwise.";
            }

            if (!step.IsAChange && after.OwedTexts.Except(before.OwedTexts).Any())
            {
                yield return $"Version {after.Version} changes nothing and owes a new text.";
            }
        }
    }

    static IEnumerable<string> StaysCancelled(Story story, Court court) => OfTheLine(story)
        .Where(step => step.Before.State is OrderState.Cancelled && step.IsAChange)
        .Select(step => $"Version {step.After.Version} is {step.After.State.GetType().Name} for {step.After.ShippingDate}.");

    static IEnumerable<string> IsNotWithTheCarrier(Story story, Court court) =>
        from step in story.Changes
        let decided = Decided(step)
        where step.Before.State is OrderState.Shipped || step.Before.ShippingDate < ShopDays.FirstUnpacked(decided)
        select $"It was {step.Before.State.GetType().Name} for {step.Before.ShippingDate}, and was changed at {decided}.";

    static IEnumerable<string> IsAShippingDay(Story story, Court court) =>
        from step in story.Changes
        where step.After.ShippingDate != step.Before.ShippingDate && !court.Days.MayShipOn(step.After.ShippingDate, Decided(step))
        select $"It was moved to {step.After.ShippingDate} at {Decided(step)}.";

    static IEnumerable<string> NothingElseIsWritten(Story story, Court court) => story.Steps
        .Where(step => (step.After.Id, step.After.Owner, step.After.Item, step.After.CustomerName, step.After.PlacedAt)
            != (story.First.Id, story.First.Owner, story.First.Item, story.First.CustomerName, story.First.PlacedAt))
        .Select(step => $"Version {step.After.Version} has another owner, item, name or time of placing.");

    static IEnumerable<string> DoesNotGrow(Story story, Court court) => story.Steps
        .Select(step => step.After)
        .Where(order => order.History.Length > Remembered
            || order.Texts.Settled.Length > Remembered
            || order.OwedTexts.Length > OwedAtMost)
        .Select(order => $"Version {order.Version} has {order.History.Length} changes, owes {order.OwedTexts.Length} texts and remembers "
            + $"{order.Texts.Settled.Length}.");

    static Instant Decided(Step step) => step.After.History is [.., var entry] ? entry.At : step.At;
}
