using NodaTime;

namespace OrderHotline.Domain;

/// <content>Months, their parts and their weekdays.</content>
sealed partial class DatePhrase
{
    const int MostWeekdays = 5; // as many as a month holds; of more, the stretch is what was meant

    // The Fridays of December, or the second of them.
    SpokenDate WeekdaysOf(LocalDate first, LocalDate last, LocalDate today)
    {
        var day = (IsoDayOfWeek)weekday.GetValueOrDefault();
        var earliest = first.With(DateAdjusters.NextOrSame(day));
        if (nth is { } count)
        {
            var named = count < 0 ? last.With(DateAdjusters.PreviousOrSame(day)) : earliest.PlusDays(7 * (count - 1));
            if (named < today && !NamesAMonth && !NamesAYear)
            {
                monthOn = 1;
                return Named(today);
            }

            return first <= named && named <= last && (NamesAMonth || !NamesAYear)
                ? new SpokenDate.Day(named)
                : new SpokenDate.NotADate();
        }

        var all = new List<LocalDate>(MostWeekdays);
        for (var date = earliest; date <= last && all.Count <= MostWeekdays; date = date.PlusDays(7))
        {
            if (date >= today || last < today)
            {
                all.Add(date);
            }
        }

        return all.Count == 0 ? new SpokenDate.NotADate()
            : all.Count > MostWeekdays ? DateMath.From(today, first, last)
            : all is [var only] ? new SpokenDate.Day(only)
            : new SpokenDate.OneOf([.. all]);
    }

    (LocalDate First, LocalDate Last)? Stretch(LocalDate today)
    {
        if (NamesAYear && !NamesAMonth)
        {
            return TheYear(today) is { } said && DateMath.Real(said, 1, 1, today) is { } newYear
                ? (newYear, new LocalDate(said, 12, 31))
                : null;
        }

        if (!NamesAMonth && part is null && weekOfMonth is null && nth is null)
        {
            return null;
        }

        var first = today.With(DateAdjusters.StartOfMonth).PlusMonths(monthOn ?? 0);
        if (month is { } named)
        {
            var spoken = TheYear(today) ?? (named < today.Month ? today.Year + 1 : today.Year);
            if (DateMath.Real(spoken, named, 1, today) is not { } real)
            {
                return null;
            }

            first = real;
        }

        var stretch = PartOf(first);
        if (!NamesAMonth && stretch.Last < today)
        {
            monthOn = 1;
            stretch = PartOf(first.PlusMonths(1));
        }

        return stretch;
    }

    (LocalDate First, LocalDate Last) PartOf(LocalDate first)
    {
        var last = first.With(DateAdjusters.EndOfMonth);
        return (weekOfMonth, part) switch
        {
            ( < 0, _) => (last.PlusDays(-6), last),
            ({ } number, _) => (first.PlusDays(7 * (number - 1)), LocalDate.Min(last, first.PlusDays((7 * number) - 1))),
            (_, MonthPart.Early) => (first, first.PlusDays(9)),
            (_, MonthPart.Middle) => (first.PlusDays(10), first.PlusDays(19)),
            (_, MonthPart.Late or MonthPart.LastDay) => (first.PlusDays(20), last),
            _ => (first, last),
        };
    }
}
