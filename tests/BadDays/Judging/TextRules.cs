using NodaTime.Text;
using OrderHotline.Domain;

namespace OrderHotline.BadDays;

/// <summary>What becomes of the texts that changes owe.</summary>
static class TextRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new("After recovery nothing is owed", NothingIsOwed),
        new("Every text is taken, refused for good or overtaken by a later one", IsSettled),
        new("What is noted of a text is what the service said", IsWhatTheServiceSaid),
        new("A text is handed over again only when nobody could know of the time before", IsHandedOverAgainInDoubt),
        new("No text is taken more often than its doubts say", IsCountedInDoubt),
        new("The texts of an order are taken in the order of its changes", IsInOrder),
        new("A text says what was changed", SaysWhatWasChanged),
        new("The last text tells how things stand", TellsHowThingsStand),
    ];

    static IEnumerable<string> NothingIsOwed(Story story, Court court) =>
        story.IsRecovered && story.Last.OwedTexts is { IsEmpty: false } owed
            ? [$"It owes {string.Join(" and ", owed.Select(text => text.Number))}, {story.Last.Texts.Delivery.GetType().Name}."]
            : [];

    // Notes are forgotten after a while, so they are read where they were made.
    static IEnumerable<SettledText> Notes(Story story) => story.Steps
        .Where(step => step.By is Writer.Line)
        .SelectMany(step => step.After.Texts.Settled.Except(step.Before.Texts.Settled));

    static IEnumerable<string> IsSettled(Story story, Court court)
    {
        var notes = Notes(story).ToLookup(note => note.Text.Number);
        var changes = story.Changes.Select(step => step.After.Version).ToList();
        foreach (var number in changes.Where(number => story.Last.OwedTexts.All(text => text.Number != number)))
        {
            var ends = notes[number].ToList();
            if (ends.Count == 0)
            {
                yield return $"Text {number} is not owed any more, and nobody knows why.";
            }
            else if (ends.All(note => note is SettledText.Superseded) && !changes.Any(later => later > number))
            {
                yield return $"Text {number} was overtaken by none.";
            }
        }

        foreach (var stranger in notes.Select(note => note.Key).Except(changes))
        {
            yield return $"Text {stranger} is of no change.";
        }
    }

    static IEnumerable<string> IsWhatTheServiceSaid(Story story, Court court)
    {
        foreach (var note in Notes(story))
        {
            var isSo = note switch
            {
                SettledText.Accepted accepted => story.Publishings
                    .Any(text => text.MessageId == accepted.MessageId && text.Number == note.Text.Number && text.TakenAt is not null),
                SettledText.Refused => story.Publishings.Any(text => text.Number == note.Text.Number && text.IsRefused),
                _ => true,
            };
            if (!isSo)
            {
                yield return $"Text {note.Text.Number} is noted as {note.GetType().Name}, and the service never said so.";
            }
        }
    }

    static IEnumerable<string> IsHandedOverAgainInDoubt(Story story, Court court)
    {
        foreach (var taken in story.Publishings.Where(text => text.TakenAt is not null || text.IsRefused))
        {
            var noted = story.Steps.FirstOrDefault(step => step.After.Texts.Settled
                .Any(note => note is SettledText.Accepted accepted && accepted.MessageId == taken.MessageId));
            if (story.Publishings.FirstOrDefault(text => text.Number == taken.Number && text.HandedAt > taken.HandedAt) is { } again
                && (!taken.IsInDoubt || noted?.At < again.HandedAt))
            {
                yield return $"Text {taken.Number} was taken from {taken.By}, who knew it, and was handed over again by {again.By}.";
            }
        }
    }

    static IEnumerable<string> IsCountedInDoubt(Story story, Court court)
    {
        var notes = Notes(story).ToLookup(note => note.Text.Number);
        foreach (var takings in story.Publishings.Where(text => text.TakenAt is not null).GroupBy(text => text.Number))
        {
            var known = notes[takings.Key].ToList();
            var most = known.OfType<SettledText.Accepted>().Count() + known.Select(note => note.InDoubt).DefaultIfEmpty(0).Max();
            if (story.Last.OwedTexts.All(text => text.Number != takings.Key) && takings.Count() > most)
            {
                yield return $"Text {takings.Key} was taken {takings.Count()} times, and its notes account for {most}.";
            }
        }
    }

    static IEnumerable<string> IsInOrder(Story story, Court court)
    {
        var latest = 0;
        foreach (var text in story.Publishings.Where(text => text.TakenAt is not null).OrderBy(text => text.TakenAt))
        {
            if (text.Number < latest)
            {
                yield return $"Text {text.Number} was taken after text {latest}.";
            }

            latest = Math.Max(latest, text.Number);
        }
    }

    static IEnumerable<string> SaysWhatWasChanged(Story story, Court court) =>
        from text in story.Publishings
        let change = story.Changes.FirstOrDefault(step => step.After.Version == text.Number)
        where change is null || text.To != story.First.Owner || !Tells(text.Body, change.After)
        select $"Text {text.Number} says otherwise, or is of no change.";

    // Refused for good or still owed, the last change is told by no text.
    static IEnumerable<string> TellsHowThingsStand(Story story, Court court)
    {
        if (story.Changes.LastOrDefault() is { } change
            && Notes(story).Any(note => note is SettledText.Accepted && note.Text.Number == change.After.Version)
            && story.Publishings.Where(text => text.TakenAt is not null).MaxBy(text => text.TakenAt) is var last
            && (last is null || !Tells(last.Body, change.After)))
        {
            yield return $"It was changed last to {change.After.State.GetType().Name} for {change.After.ShippingDate}, and the last text "
                + $"is {last?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}.";
        }
    }

    static bool Tells(string body, Order order) =>
        body.EndsWith($" {order.Id}", StringComparison.Ordinal)
        && body.Contains(order.Item, StringComparison.Ordinal)
        && (order.State is OrderState.Cancelled
            ? body.Contains("We changed state to cancel.", StringComparison.Ordinal)
                || body.Contains("ご注文をキャンセルしました。", StringComparison.Ordinal)
            : body.Contains(LocalDatePattern.Iso.Format(order.ShippingDate), StringComparison.Ordinal)
                || body.Contains(
                    $"{order.ShippingDate.Year}年{order.ShippingDate.Month}月{order.ShippingDate.Day}日", StringComparison.Ordinal));
}
