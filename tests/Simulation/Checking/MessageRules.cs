using System.Globalization;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>What becomes of the messages that changes owe.</summary>
static class MessageRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new("After recovery nothing is owed", NothingIsOwed),
        new("Every message is taken, refused for good or overtaken by a later one", IsSettled),
        new("What is noted of a message is what the service said", IsWhatTheServiceSaid),
        new("A message is handed over again only when the time before was in doubt", IsHandedOverAgainInDoubt),
        new("No message is taken more often than its doubts say", IsCountedInDoubt),
        new("The messages of an order are taken in the order of its changes", IsInOrder),
        new("A message says what was changed", SaysWhatWasChanged),
        new("The last message tells how things stand", TellsHowThingsStand),
    ];

    static IEnumerable<string> NothingIsOwed(OrderTrace trace, InvariantChecker checker) =>
        trace.IsRecovered && trace.Last.Outbox.Owed is { IsEmpty: false } owed
            ? [$"It owes {string.Join(" and ", owed.Select(message => message.Number))}, {trace.Last.Outbox.Delivery.GetType().Name}."]
            : [];

    // Notes are forgotten after a while, so they are read where they were made.
    static IEnumerable<SettledMessage> Notes(OrderTrace trace) => trace.Steps
        .Where(step => step.By is Writer.Line)
        .SelectMany(step => step.After.Outbox.Settled.Except(step.Before.Outbox.Settled));

    static IEnumerable<string> IsSettled(OrderTrace trace, InvariantChecker checker)
    {
        var notes = Notes(trace).ToLookup(note => note.Message.Number);
        var changes = trace.Changes.Select(step => step.After.Version).ToList();
        foreach (var number in changes.Where(number => trace.Last.Outbox.Owed.All(message => message.Number != number)))
        {
            var ends = notes[number].ToList();
            if (ends.Count == 0)
            {
                yield return $"Message {number} is not owed any more, and nothing says why.";
            }
            else if (ends.All(note => note is SettledMessage.Superseded) && !changes.Any(later => later > number))
            {
                yield return $"Message {number} was overtaken by none.";
            }
        }

        foreach (var stranger in notes.Select(note => note.Key).Except(changes))
        {
            yield return $"Message {stranger} is of no change.";
        }
    }

    static IEnumerable<string> IsWhatTheServiceSaid(OrderTrace trace, InvariantChecker checker)
    {
        foreach (var note in Notes(trace))
        {
            var isSo = note switch
            {
                SettledMessage.Accepted accepted => trace.Publishings
                    .Any(message => message.MessageId == accepted.MessageId && message.Number == note.Message.Number && message.TakenAt is not null),
                SettledMessage.Refused => trace.Publishings.Any(message => message.Number == note.Message.Number && message.IsRefused),
                _ => true,
            };
            if (!isSo)
            {
                yield return $"Message {note.Message.Number} is noted as {note.GetType().Name}, and the service never said so.";
            }
        }
    }

    static IEnumerable<string> IsHandedOverAgainInDoubt(OrderTrace trace, InvariantChecker checker)
    {
        foreach (var taken in trace.Publishings.Where(message => message.TakenAt is not null || message.IsRefused))
        {
            var noted = trace.Steps.FirstOrDefault(step => step.After.Outbox.Settled
                .Any(note => note is SettledMessage.Accepted accepted && accepted.MessageId == taken.MessageId));
            if (trace.Publishings.FirstOrDefault(message => message.Number == taken.Number && message.HandedAt > taken.HandedAt) is { } again
                && (!taken.IsInDoubt || noted?.At < again.HandedAt))
            {
                yield return $"Message {taken.Number} was taken from {taken.By}, who knew it, and was handed over again by {again.By}.";
            }
        }
    }

    static IEnumerable<string> IsCountedInDoubt(OrderTrace trace, InvariantChecker checker)
    {
        var notes = Notes(trace).ToLookup(note => note.Message.Number);
        foreach (var takings in trace.Publishings.Where(message => message.TakenAt is not null).GroupBy(message => message.Number))
        {
            var known = notes[takings.Key].ToList();
            var most = known.OfType<SettledMessage.Accepted>().Count() + known.Select(note => note.InDoubt).DefaultIfEmpty(0).Max();
            if (trace.Last.Outbox.Owed.All(message => message.Number != takings.Key) && takings.Count() > most)
            {
                yield return $"Message {takings.Key} was taken {takings.Count()} times, and its notes account for {most}.";
            }
        }
    }

    static IEnumerable<string> IsInOrder(OrderTrace trace, InvariantChecker checker)
    {
        var latest = 0;
        foreach (var message in trace.Publishings.Where(message => message.TakenAt is not null).OrderBy(message => message.TakenAt))
        {
            if (message.Number < latest)
            {
                yield return $"Message {message.Number} was taken after message {latest}.";
            }

            latest = Math.Max(latest, message.Number);
        }
    }

    static IEnumerable<string> SaysWhatWasChanged(OrderTrace trace, InvariantChecker checker) =>
        from message in trace.Publishings
        let change = trace.Changes.FirstOrDefault(step => step.After.Version == message.Number)
        where change is null || message.To != trace.First.Owner || !Tells(message.Body, change.After)
        select $"Message {message.Number} says otherwise, or is of no change.";

    // Refused for good or still owed, the last change is told by no message.
    static IEnumerable<string> TellsHowThingsStand(OrderTrace trace, InvariantChecker checker)
    {
        if (trace.Changes.LastOrDefault() is { } change
            && Notes(trace).Any(note => note is SettledMessage.Accepted && note.Message.Number == change.After.Version)
            && trace.Publishings.Where(message => message.TakenAt is not null).MaxBy(message => message.TakenAt) is var last
            && (last is null || !Tells(last.Body, change.After)))
        {
            yield return $"It was changed last to {change.After.State.GetType().Name} for {change.After.ShippingDate}, and the last message "
                + $"is {last?.Number.ToString(CultureInfo.InvariantCulture) ?? "none"}.";
        }
    }

    static bool Tells(string body, Order order) =>
        (body.EndsWith($" {order.Id}", StringComparison.Ordinal) || body.Contains($"\nOrder {order.Id}: ", StringComparison.Ordinal))
        && body.Contains(order.Item, StringComparison.Ordinal)
        && (order.State is OrderState.Cancelled
            ? body.Contains("Your order is cancelled.", StringComparison.Ordinal)
                || body.Contains("ご注文をキャンセルしました。", StringComparison.Ordinal)
            : body.Contains($" {order.ShippingDate.ToString("dddd, MMMM d", CultureInfo.InvariantCulture)}.", StringComparison.Ordinal)
                || body.Contains(
                    $"{order.ShippingDate.Year}年{order.ShippingDate.Month}月{order.ShippingDate.Day}日", StringComparison.Ordinal));
}
