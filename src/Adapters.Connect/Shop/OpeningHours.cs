using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Adapters.Connect;

/// <summary>When operators are there, in the zone of the place.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Week">When, week by week. A day that is missing is closed.</param>
public sealed record OpeningHours(DateTimeZone Zone, ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<OpeningPeriod>> Week)
{
    /// <summary>Single dates that are other than their day of the week; without a period, closed.</summary>
    public ImmutableSortedDictionary<LocalDate, ImmutableArray<OpeningPeriod>> Exceptions { get; init; } =
        ImmutableSortedDictionary<LocalDate, ImmutableArray<OpeningPeriod>>.Empty;

    /// <summary>Whether operators are there at this moment.</summary>
    public bool AreOpenAt(Instant now)
    {
        var (date, time) = now.InZone(Zone).LocalDateTime;
        return Periods(date).Any(period => period.From <= time && (time < period.To || period.EndsOnTheNextDay))
            || Periods(date.PlusDays(-1)).Any(period => period.EndsOnTheNextDay && time < period.To);
    }

    /// <summary>The same place, on whose days nobody ever comes.</summary>
    public OpeningHours NeverOpen() => new(Zone, Week.Clear());

    ImmutableArray<OpeningPeriod> Periods(LocalDate date) =>
        Exceptions.TryGetValue(date, out var exception) ? exception : Week.GetValueOrDefault(date.DayOfWeek, []);
}

/// <summary>A time of opening; one that ends before or when it begins is past midnight, and belongs to the day on which it
/// begins.</summary>
public sealed record OpeningPeriod(LocalTime From, LocalTime To)
{
    /// <summary>Whether it goes on to the next day, or to the very midnight before it.</summary>
    public bool EndsOnTheNextDay => To <= From;
}
