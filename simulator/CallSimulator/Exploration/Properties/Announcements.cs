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

    readonly ImmutableArray<string> cancelled =
    [
        .. Sentences(new CancelDecision.CancelledByThisWish(new Change.Cancellation(default, default, Channel.Other))),
        .. Sentences(new CancelDecision.AlreadyCancelled()),
    ];

    readonly ImmutableArray<string> refused =
    [
        .. Sentences(new CancelDecision.TooLateToCancel()),
        .. Sentences(new RescheduleDecision.OrderIsCancelled()),
    ];

    readonly ConcurrentDictionary<(LocalDate Today, int Days), ImmutableArray<(LocalDate Day, string Sentence)>> dates = new();
    readonly ConcurrentDictionary<(string Words, LocalDate Today, int Days), Announcement> heard = new();

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

    static IEnumerable<string> Sentences(CancelDecision decision) =>
        Sentences(OutcomePhrases.For(new CancelOutcome.Decided(decision, AnyOrder, Offer.Nothing)));

    static IEnumerable<string> Sentences(RescheduleDecision decision) =>
        Sentences(OutcomePhrases.For(new RescheduleOutcome.Decided(decision, AnyOrder, Offer.Nothing)));

    static IEnumerable<string> Sentences(Phrase phrase) => [phrase.Japanese.Split('。')[0], phrase.English.Split(". ")[0].TrimEnd('.')];
}
