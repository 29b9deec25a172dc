using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>What several calls were told about one order, and what became of it.</summary>
/// <param name="Before">The order before the first call; nobody had changed it.</param>
/// <param name="After">The order as the store holds it after the last.</param>
/// <param name="Answers">Every call and its reply.</param>
/// <param name="Stored">How many changes the store says it has taken.</param>
sealed record Race(Order Before, Order After, IReadOnlyList<(FlowCall Call, Reply Reply)> Answers, int Stored)
{
    static readonly Outcome[] Answered =
        [Outcome.Cancelled, Outcome.AlreadyCancelled, Outcome.Rescheduled, Outcome.Unchanged, Outcome.OrderIsCancelled];

    /// <summary>A sentence for everything that was lost, happened twice or was told to a caller and is not so.</summary>
    public IEnumerable<string> Faults() =>
        WhatCallersWereTold().Concat(WhatTheHistorySays()).Concat(WhatTextsSay()).Select(fault => $"Order {Before.Id}: {fault}");

    IEnumerable<string> WhatCallersWereTold()
    {
        foreach (var (call, reply) in Answers.Where(answer => !Answered.Contains(answer.Reply.Outcome)))
        {
            yield return $"{call} was answered {reply.Outcome}.";
        }

        foreach (var twins in Answers.GroupBy(answer => answer.Call, answer => answer.Reply.Pairs)
            .Where(twins => !twins.All(pairs => pairs.SequenceEqual(twins.First()))))
        {
            yield return $"{twins.Key} got different replies.";
        }

        if (After.State is not OrderState.Cancelled
            && Answers.Any(answer => answer.Reply.Outcome is Outcome.Cancelled or Outcome.AlreadyCancelled or Outcome.OrderIsCancelled))
        {
            yield return "A caller heard that it is cancelled, and it is not.";
        }

        var granted = Answers
            .Where(answer => answer.Reply.Outcome is Outcome.Cancelled or Outcome.Rescheduled)
            .Select(answer => answer.Call)
            .ToHashSet();
        var made = After.History.Select(FlowCall.Behind).ToList();
        foreach (var lost in granted.Except(made))
        {
            yield return $"{lost} was granted and is lost.";
        }

        foreach (var untold in made.Except(granted))
        {
            yield return $"{untold} was made and nobody was told.";
        }
    }

    IEnumerable<string> WhatTheHistorySays()
    {
        var (date, cancelled) = (Before.ShippingDate, false);
        foreach (var change in After.History)
        {
            if (cancelled)
            {
                yield return $"{change} came after the cancellation.";
            }

            if (change is Change.Rescheduling moved)
            {
                if (moved.From != date)
                {
                    yield return $"{change} does not start from {date}.";
                }

                date = moved.To;
            }

            cancelled |= change is Change.Cancellation;
        }

        if (date != After.ShippingDate || cancelled != After.State is OrderState.Cancelled)
        {
            yield return $"It is {After.State} for {After.ShippingDate}, and its history ends otherwise.";
        }

        if (After.Version != After.History.Length)
        {
            yield return $"It has version {After.Version} and {After.History.Length} changes.";
        }

        // Fewer are no fault: a client that retried may meet its own write.
        if (Stored > After.Version)
        {
            yield return $"The store took {Stored} changes and holds version {After.Version}: one was written over another.";
        }
    }

    // Nothing is delivered during a race, so every text but the latest is superseded.
    IEnumerable<string> WhatTextsSay()
    {
        var overtaken = After.Texts.Settled.OfType<SettledText.Superseded>().Select(settled => settled.Text.Number);
        var numbers = overtaken.Concat(After.OwedTexts.Select(text => text.Number)).ToList();
        if (After.Texts.Settled.Length + After.OwedTexts.Length != After.History.Length
            || !numbers.SequenceEqual(Enumerable.Range(1, After.History.Length)))
        {
            yield return $"Its {After.History.Length} changes have the texts {string.Join(", ", numbers)}.";
        }

        var isTold = (After.History, After.OwedTexts) switch
        {
            ([], []) => true,
            ([.., Change.Cancellation], [OwedText.OfCancellation]) => true,
            ([.., Change.Rescheduling moved], [OwedText.OfNewDate text]) => moved.To == text.Date,
            _ => false,
        };
        if (!isTold)
        {
            yield return "The one text it owes does not tell its latest change.";
        }
    }
}
