using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Hears what is claimed of an order, by the first sentence of what the line's functions say for each outcome.</summary>
sealed class Announcements
{
    static readonly Order AnyOrder = new(default, default, "", "", default, new OrderState.Placed());

    readonly LineWords spoken;
    readonly ImmutableArray<string> cancelled;
    readonly ImmutableArray<string> refused;

    readonly ConcurrentDictionary<(LocalDate Today, int Days), ImmutableArray<(LocalDate Day, string Sentence)>> dates = new();
    readonly ConcurrentDictionary<(string Words, LocalDate Today, int Days), Announcement> heard = new();

    /// <summary>Knows what the line says.</summary>
    /// <param name="spoken">The words of its functions.</param>
    public Announcements(LineWords spoken)
    {
        this.spoken = spoken;
        cancelled =
        [
            .. Sentences(new CancelDecision.CancelledByThisWish(new Change.Cancellation(default, default, Channel.Other))),
            .. Sentences(new CancelDecision.AlreadyCancelled()),
        ];
        // A shop may begin a refusal with the words of the news itself, "Your order is cancelled": alone they claim no refusal.
        refused = [.. Sentences(new CancelDecision.TooLateToCancel()).Concat(Sentences(new RescheduleDecision.OrderIsCancelled())).Except(cancelled)];
    }

    /// <summary>What these words claim.</summary>
    public Announcement In(string words, StartWorld world) => heard.GetOrAdd(
        (words, world.Today, world.Policy.LatestDaysAhead), key => new(
            cancelled.Any(sentence => key.Words.Contains(sentence, StringComparison.Ordinal)),
            NewDates(key.Today, key.Days)
                .Where(date => key.Words.Contains(date.Sentence, StringComparison.Ordinal))
                .Select(date => (LocalDate?)date.Day)
                .FirstOrDefault(),
            refused.Any(sentence => key.Words.Contains(sentence, StringComparison.Ordinal))));

    ImmutableArray<(LocalDate Day, string Sentence)> NewDates(LocalDate today, int daysAhead) => dates.GetOrAdd((today, daysAhead), key =>
    [
        .. from ahead in Enumerable.Range(-1, key.Days + 2)
           let day = key.Today.PlusDays(ahead)
           let moved = new Change.Rescheduling(default, default, Channel.Other, day, day, Heard: "")
           from sentence in Sentences(new RescheduleDecision.RescheduledByThisWish(moved))
           select (day, sentence),
    ]);

    IEnumerable<string> Sentences(CancelDecision decision) =>
        Sentences(words => words.For(new CancelOutcome.Decided(decision, AnyOrder, Offer.Nothing)));

    IEnumerable<string> Sentences(RescheduleDecision decision) =>
        Sentences(words => words.For(new RescheduleOutcome.Decided(decision, AnyOrder, Offer.Nothing)));

    IEnumerable<string> Sentences(Func<OutcomeWords, string> said) => spoken.Offered
        .Select(language => said(new OutcomeWords(spoken.In(language))).Split('。')[0].Split(". ")[0].TrimEnd('.'));
}
