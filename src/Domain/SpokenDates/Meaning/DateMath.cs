using NodaTime;

namespace OrderHotline.Domain;

/// <summary>What a date phrase reckons with.</summary>
static class DateMath
{
    // A day in another century is never meant. Whatever is added to one that is near stays within the calendar.
    const int MostYears = 100;

    /// <summary>The Monday of the day's week.</summary>
    public static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <summary>The week of a day.</summary>
    public static SpokenDate.Range WeekOf(LocalDate day, LocalDate today) => From(today, Monday(day), Monday(day).PlusDays(6));

    /// <summary>A stretch of days. What has begun begins today: "this week" said on Wednesday does not mean Monday.</summary>
    public static SpokenDate.Range From(LocalDate today, LocalDate first, LocalDate last) =>
        new(first <= today && today <= last ? today : first, last);

    /// <summary>A day so many days later; a stretch without an end goes to the end of the calendar, and stays there.</summary>
    public static LocalDate Later(LocalDate day, int days) => day == LocalDate.MaxIsoValue ? day : day.PlusDays(days);

    /// <summary>Everything so many days later.</summary>
    public static SpokenDate Move(SpokenDate date, int days) => date switch
    {
        SpokenDate.Day(var day) => new SpokenDate.Day(Later(day, days)),
        SpokenDate.Range(var from, var to) => new SpokenDate.Range(Later(from, days), Later(to, days)),
        SpokenDate.OneOf(var either) => new SpokenDate.OneOf([.. either.Select(day => Later(day, days))]),
        _ => date,
    };

    /// <summary>The first and the last day that are meant; null when none is.</summary>
    public static (LocalDate First, LocalDate Last)? Ends(SpokenDate date) => date switch
    {
        SpokenDate.Day(var day) => (day, day),
        SpokenDate.Range(var from, var to) => (from, to),
        SpokenDate.OneOf(var days) => (days.Min(), days.Max()),
        _ => null,
    };

    /// <summary>A week of a month that begins on a day, a part of it, or all of it.</summary>
    public static (LocalDate First, LocalDate Last) PartOf(LocalDate first, int? week, MonthPart? part)
    {
        var last = first.With(DateAdjusters.EndOfMonth);
        return (week, part) switch
        {
            ( < 0, _) => (last.PlusDays(-6), last),
            ({ } number, _) => (first.PlusDays(7 * (number - 1)), LocalDate.Min(last, first.PlusDays((7 * number) - 1))),
            (_, MonthPart.Early) => (first, first.PlusDays(9)),
            (_, MonthPart.Middle) => (first.PlusDays(10), first.PlusDays(19)),
            (_, MonthPart.Late or MonthPart.LastDay) => (first.PlusDays(20), last),
            _ => (first, last),
        };
    }

    /// <summary>A date if the calendar has it and it is not too far away to be meant.</summary>
    public static LocalDate? Real(int year, int month, int day, LocalDate today) =>
        Math.Abs(year - today.Year) <= MostYears && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    /// <summary>A day of a year or, when none is given, its nearest occurrence; of two as near, the one to come.</summary>
    public static LocalDate? InYear(int? year, int month, int day, LocalDate today)
    {
        if (year is { } given)
        {
            return Real(given, month, day, today);
        }

        LocalDate? nearest = null;
        var distance = int.MaxValue;

        // Eight years hold a 29 February wherever one looks, the turn of a century included.
        for (var tried = today.Year + 8; tried >= today.Year - 8; tried--)
        {
            if (Real(tried, month, day, today) is { } date
                && Math.Abs(Period.DaysBetween(today, date)) is var days && days < distance)
            {
                (nearest, distance) = (date, days);
            }
        }

        return nearest;
    }
}
