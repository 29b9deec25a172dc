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
    static readonly Possibilities NoOffer = new(CanCancel: false, CanReschedule: false, ShippingDays.None);

    readonly ImmutableArray<string> cancelled =
    [
        .. Sentences(OutcomePhrases.For(new CancelOutcome.Cancelled(AnyOrder))),
        .. Sentences(OutcomePhrases.For(new CancelOutcome.AlreadyCancelled(AnyOrder))),
    ];

    readonly ImmutableArray<string> refused =
    [
        .. Sentences(OutcomePhrases.For(new CancelOutcome.TooLateToCancel(AnyOrder))),
        .. Sentences(OutcomePhrases.For(new RescheduleOutcome.OrderIsCancelled(AnyOrder))),
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
           from sentence in Sentences(OutcomePhrases.For(new RescheduleOutcome.Rescheduled(AnyOrder, day, NoOffer)))
           select (day, sentence),
    ]);

    static IEnumerable<string> Sentences(Phrase phrase) => [phrase.Japanese.Split('。')[0], phrase.English.Split(". ")[0].TrimEnd('.')];
}
