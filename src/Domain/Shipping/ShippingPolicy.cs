using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Domain;

/// <summary>
/// When the shop ships: data, not code. The default is a shop in Tokyo that packs tomorrow's parcels from 17:00, takes dates up
/// to 30 days ahead and ships every day.
/// </summary>
public sealed record ShippingPolicy
{
    /// <summary>The farthest a policy may look ahead, in days.</summary>
    public const int FarthestDaysAhead = 365;

    /// <summary>The name of <see cref="UsualZone"/> in the time zone database.</summary>
    public const string UsualZoneName = "Asia/Tokyo";

    /// <summary>The zone of Tokyo, nine hours ahead of UTC all the year.</summary>
    /// <remarks>Loading the database of time zones is a noticeable part of a cold start. That it says the same is a test.</remarks>
    public static DateTimeZone UsualZone { get; } = DateTimeZone.ForOffset(Offset.FromHours(9));

    /// <summary>The zone whose calendar and clock the shop lives by. Default: <see cref="UsualZone"/>.</summary>
    public DateTimeZone Zone { get; init; } = UsualZone;

    /// <summary>The time of day from which tomorrow's parcels are being packed: at that very minute it has passed.</summary>
    public LocalTime CutOff { get; init; } = new(17, 0);

    /// <summary>How many days after today the latest shipping date may lie.</summary>
    public int LatestDaysAhead { get; init; } = 30;

    /// <summary>Days of the week on which nothing ships.</summary>
    public ImmutableHashSet<IsoDayOfWeek> ClosedWeekdays { get; init; } = [];

    /// <summary>Single days on which nothing ships: holidays, stocktaking.</summary>
    public ImmutableHashSet<LocalDate> ClosedDates { get; init; } = [];

    /// <summary>Everything that makes this policy one no shop can work by, a sentence each; empty when it is sound.</summary>
    public IEnumerable<string> Problems()
    {
        if (LatestDaysAhead is < 2 or > FarthestDaysAhead)
        {
            yield return $"The latest shipping date lies {LatestDaysAhead} days ahead: it must be 2 to {FarthestDaysAhead}, "
                + "or there would be no day to choose after the cut-off.";
        }

        var weekdays = ClosedWeekdays.Where(day => day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday).Count();
        if (weekdays < ClosedWeekdays.Count)
        {
            yield return "A closed weekday is not a day of the week.";
        }

        if (weekdays == 7)
        {
            yield return "Every day of the week is closed: at least one must be a shipping day.";
        }
    }

    /// <summary>The days an order may be moved to, seen from <paramref name="now"/>.</summary>
    public ShippingDays PossibleDays(Instant now)
    {
        var (today, earliest) = TodayAndEarliest(now);
        var latest = today.PlusDays(LatestDaysAhead);
        var days = ImmutableArray.CreateBuilder<LocalDate>(LatestDaysAhead);
        for (var day = earliest; day <= latest; day = day.PlusDays(1))
        {
            if (IsAShippingDay(day))
            {
                days.Add(day);
            }
        }

        return new ShippingDays(days.DrainToImmutable());
    }

    /// <summary>Whether an order may be moved to <paramref name="date"/>, seen from <paramref name="now"/>; the first rule it
    /// breaks decides.</summary>
    public DayVerdict Judge(LocalDate date, Instant now)
    {
        var (today, earliest) = TodayAndEarliest(now);
        return date < today ? DayVerdict.InThePast
            : date < earliest ? DayVerdict.TooSoon
            : date > today.PlusDays(LatestDaysAhead) ? DayVerdict.TooFar
            : !IsAShippingDay(date) ? DayVerdict.NotAShippingDay
            : DayVerdict.Possible;
    }

    /// <summary>Whether a parcel that ships on <paramref name="date"/> can no longer be taken out: the day has come or gone, or it
    /// is tomorrow and today's cut-off has passed.</summary>
    public bool ParcelsForThatDayAreBeingPacked(LocalDate date, Instant now) => date < TodayAndEarliest(now).Earliest;

    /// <summary>Today in the shop's zone.</summary>
    public LocalDate Today(Instant now) => now.InZone(Zone).Date;

    // The earliest day to choose and the first day still in the shop's hands are one and the same: a parcel for tomorrow can be
    // added exactly as long as it can be taken out.
    (LocalDate Today, LocalDate Earliest) TodayAndEarliest(Instant now)
    {
        var local = now.InZone(Zone).LocalDateTime;
        return (local.Date, local.Date.PlusDays(local.TimeOfDay < CutOff ? 1 : 2));
    }

    bool IsAShippingDay(LocalDate date) => !ClosedWeekdays.Contains(date.DayOfWeek) && !ClosedDates.Contains(date);
}

/// <summary>What the shipping policy says about one day.</summary>
public enum DayVerdict
{
    /// <summary>A parcel may be moved there.</summary>
    Possible,

    /// <summary>Before today.</summary>
    InThePast,

    /// <summary>Today or later, and sooner than the shop can manage.</summary>
    TooSoon,

    /// <summary>Farther ahead than the shop plans.</summary>
    TooFar,

    /// <summary>A day on which nothing ships.</summary>
    NotAShippingDay,
}
