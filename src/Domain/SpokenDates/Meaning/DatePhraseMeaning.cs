using NodaTime;

namespace OrderHotline.Domain;

/// <summary>What a phrase means, seen from today. Changes no phrase.</summary>
/// <param name="today">Today in the shop's zone.</param>
readonly struct DatePhraseMeaning(LocalDate today)
{
    const int MostWeekdays = 5; // as many as a month holds; of more, the stretch is what was meant
    const int MostMonths = 8 * 12; // in which there is a 29 February, the turn of a century included

    /// <summary>The day or the days that are meant.</summary>
    public SpokenDate Of(DatePhrase phrase)
    {
        var named = phrase.Impossible ? new SpokenDate.NotADate() : phrase.Fixed ?? Named(phrase);
        if (phrase.OwnDay)
        {
            var isAShift = phrase is { Shift: not 0 and >= -SpokenDate.Shift.MaxDays and <= SpokenDate.Shift.MaxDays, About: false, WholeWeek: false, Bound: null, Weekday: null };
            return isAShift ? new SpokenDate.Shift(phrase.Shift) : new SpokenDate.NotADate();
        }

        var shifted = phrase.Shift == 0 ? named : DateMath.Move(named, phrase.Shift);
        var about = phrase.About && shifted is SpokenDate.Day(var exactly)
            ? new SpokenDate.Range(exactly.PlusDays(-1), exactly.PlusDays(1))
            : shifted;
        var whole = phrase is { WholeWeek: true, Weekday: null } && about is SpokenDate.Day(var inside) ? DateMath.WeekOf(inside, today) : about;
        return phrase.Bound is not { } bound ? whole
            : DateMath.Ends(whole) is var (first, last) ? Bounded(bound, first, last)
            : new SpokenDate.NotADate();
    }

    /// <summary>From the first of one to the last of another, which is counted from the first when it is a bare weekday or a bare day
    /// of the month: Friday to Monday.</summary>
    public SpokenDate Between(DatePhrase from, DatePhrase to)
    {
        var begins = from.Bound is null ? from : from.Unbounded();
        var ends = to.Bound is null ? to : to.Unbounded();
        if (DateMath.Ends(Of(begins)) is not var (first, latest))
        {
            return new SpokenDate.NotADate();
        }

        if (ends.IsAWeekday && ends is { Nth: null, Which: null, Weekday: { } weekday, CountedFrom: null })
        {
            return new SpokenDate.Range(first, latest.Next((IsoDayOfWeek)weekday));
        }

        if (DateMath.Ends(Of(ends)) is not var (_, last))
        {
            return new SpokenDate.NotADate();
        }

        if (last < first && ends is { DayOfMonth: { } day, Weekday: null, Year: null, YearOn: null })
        {
            last = NextWithDay(first, day, ends.Month) ?? last;
        }

        return first <= last ? new SpokenDate.Range(first, last) : new SpokenDate.NotADate();
    }

    SpokenDate.Range Bounded(DateWord bound, LocalDate first, LocalDate last) => bound switch
    {
        DateWord.From => new SpokenDate.Range(first, LocalDate.MaxIsoValue),
        DateWord.After => new SpokenDate.Range(DateMath.Later(last, 1), LocalDate.MaxIsoValue),
        DateWord.Until => new SpokenDate.Range(LocalDate.Min(today, last), last),
        _ => new SpokenDate.Range(LocalDate.Min(today, first.PlusDays(-1)), first.PlusDays(-1)),
    };

    SpokenDate Named(DatePhrase phrase)
    {
        if (phrase.CountedFrom is var (counted, after))
        {
            return CountedFrom(phrase, Of(counted), after);
        }

        if (phrase.NamesADay && !(phrase.WeeksFromToday is not null && phrase.Weekday is not null))
        {
            return TheDay(phrase) is { } day ? Checked(phrase, day) : new SpokenDate.NotADate();
        }

        if (phrase is { Weekday: not null, Nth: null, WeekOfMonth: null, Part: null } && !phrase.NamesAMonth && !phrase.NamesAYear)
        {
            return Weekdays(phrase);
        }

        if (phrase.Weekend is { } weekends && !phrase.NamesAMonth && !phrase.NamesAYear)
        {
            var saturday = DateMath.Monday(today).PlusDays((7 * (weekends + (phrase.Week ?? 0))) + 5);
            return DateMath.From(today, saturday, saturday.PlusDays(1));
        }

        if (phrase.Week is { } weeks)
        {
            return DateMath.WeekOf(today.PlusDays(7 * weeks), today);
        }

        if (Stretch(phrase, monthsLater: 0) is var (first, last))
        {
            return phrase.Weekday is not null ? WeekdaysOf(phrase, first, last, monthsLater: 0)
                : phrase.Part == MonthPart.LastDay ? new SpokenDate.Day(last)
                : phrase.Part == MonthPart.FirstDay ? new SpokenDate.Day(first)
                : DateMath.From(today, first, last);
        }

        return phrase.Span is { } within ? new SpokenDate.Range(today, today.PlusDays(within))
            : phrase.StartOfNextWeek ? new SpokenDate.Range(DateMath.Monday(today).PlusDays(7), DateMath.Monday(today).PlusDays(8))
            : new SpokenDate.NotADate();
    }

    // The Monday before Christmas, the second Friday after the tenth, the weekend after the third.
    static SpokenDate CountedFrom(DatePhrase phrase, SpokenDate from, bool after)
    {
        if (from is not (SpokenDate.Day or SpokenDate.Range) || DateMath.Ends(from) is not var (first, last) || phrase.Nth > 5)
        {
            return new SpokenDate.NotADate();
        }

        var weekday = (IsoDayOfWeek)(phrase.Weekday ?? (int)IsoDayOfWeek.Saturday);
        var count = Math.Max(0, (phrase.Nth ?? 1) - 1) * (after ? 7 : -7);
        var day = (after ? last.Next(weekday) : first.Previous(weekday)).PlusDays(count);
        return phrase.Weekday is not null ? new SpokenDate.Day(day) : new SpokenDate.Range(day, day.PlusDays(1));
    }

    // A weekday or a week beside a date says where it lies; when that is not so, one of the two is a slip.
    SpokenDate Checked(DatePhrase phrase, LocalDate day)
    {
        if (phrase.Week is { } weeks && DateMath.Monday(day) != DateMath.Monday(today).PlusDays(7 * weeks))
        {
            return new SpokenDate.NotADate();
        }

        if (phrase.Weekend is not null)
        {
            return new SpokenDate.Range(DateMath.Monday(day).PlusDays(5), DateMath.Monday(day).PlusDays(6));
        }

        if (phrase is { WholeWeek: true, Weekday: { } ofItsWeek })
        {
            return new SpokenDate.Day(DateMath.Monday(day).PlusDays(ofItsWeek - 1)); // the Wednesday of the week of the tenth
        }

        return phrase.Weekday is null || (int)day.DayOfWeek == phrase.Weekday ? new SpokenDate.Day(day) : Weekdays(phrase) switch
        {
            SpokenDate.Day(var other) => new SpokenDate.OneOf([day, other]),
            var others => new SpokenDate.OneOf([day, .. ((SpokenDate.OneOf)others).Days]),
        };
    }

    LocalDate? TheDay(DatePhrase phrase)
    {
        if (phrase.DaysFromToday is { } days)
        {
            return today.PlusDays(days);
        }

        if (phrase.WeeksFromToday is { } weeks)
        {
            return today.PlusDays(7 * weeks);
        }

        if (phrase.MonthsFromToday is { } months)
        {
            return today.PlusMonths(months);
        }

        if (phrase.NamedDay is { } name)
        {
            return DateMath.InYear(TheYear(phrase), name / 100, name % 100, today);
        }

        var day = phrase.DayOfMonth.GetValueOrDefault();
        if (phrase.Month is { } said)
        {
            return DateMath.InYear(TheYear(phrase), said, day, today);
        }

        if (phrase.NamesAYear)
        {
            return null;
        }

        var month = today.With(DateAdjusters.StartOfMonth).PlusMonths(phrase.MonthOn ?? 0);
        return phrase.MonthOn is null ? NextWithDay(today, day, month: null) : DateMath.Real(month.Year, month.Month, day, today);
    }

    SpokenDate Weekdays(DatePhrase phrase)
    {
        var day = (IsoDayOfWeek)phrase.Weekday.GetValueOrDefault();
        var ofThisWeek = DateMath.Monday(today).PlusDays((int)day - 1);
        if ((phrase.Week ?? phrase.WeeksFromToday ?? phrase.Weekend ?? (phrase.StartOfNextWeek ? 1 : null)) is { } weeks)
        {
            return new SpokenDate.Day(ofThisWeek.PlusDays(7 * weeks));
        }

        var next = today.Next(day);
        var ofNextWeek = ofThisWeek.PlusDays(7);
        return phrase.Which switch
        {
            DateWord.Next when next != ofNextWeek => new SpokenDate.OneOf([next, ofNextWeek]),
            DateWord.This when ofThisWeek >= today => new SpokenDate.Day(ofThisWeek),
            DateWord.Last => new SpokenDate.Day(today.Previous(day)),
            _ => new SpokenDate.Day(next),
        };
    }

    // The Fridays of December, or the second of them; without a month, of this one or, when that is past, of the next.
    SpokenDate WeekdaysOf(DatePhrase phrase, LocalDate first, LocalDate last, int monthsLater)
    {
        var day = (IsoDayOfWeek)phrase.Weekday.GetValueOrDefault();
        var earliest = first.With(DateAdjusters.NextOrSame(day));
        if (phrase.Nth is { } count)
        {
            var named = count < 0 ? last.With(DateAdjusters.PreviousOrSame(day)) : earliest.PlusDays(7 * (count - 1));
            if (named < today && !phrase.NamesAMonth && !phrase.NamesAYear && monthsLater == 0)
            {
                var next = Stretch(phrase, monthsLater: 1).GetValueOrDefault();
                return WeekdaysOf(phrase, next.First, next.Last, monthsLater: 1);
            }

            return first <= named && named <= last && (phrase.NamesAMonth || !phrase.NamesAYear)
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

    (LocalDate First, LocalDate Last)? Stretch(DatePhrase phrase, int monthsLater)
    {
        if (phrase.NamesAYear && !phrase.NamesAMonth)
        {
            return TheYear(phrase) is { } said && DateMath.Real(said, 1, 1, today) is { } newYear
                ? (newYear, new LocalDate(said, 12, 31))
                : null;
        }

        if (!phrase.NamesAMonth && phrase is { Part: null, WeekOfMonth: null, Nth: null })
        {
            return null;
        }

        var first = today.With(DateAdjusters.StartOfMonth).PlusMonths(phrase.MonthOn ?? monthsLater);
        if (phrase.Month is { } named)
        {
            var spoken = TheYear(phrase) ?? (named < today.Month ? today.Year + 1 : today.Year);
            if (DateMath.Real(spoken, named, 1, today) is not { } real)
            {
                return null;
            }

            first = real;
        }

        var stretch = DateMath.PartOf(first, phrase.WeekOfMonth, phrase.Part);
        if (stretch.First > stretch.Last)
        {
            return null;
        }

        return phrase.NamesAMonth || stretch.Last >= today || monthsLater > 0 ? stretch : Stretch(phrase, monthsLater: 1);
    }

    // The first day with that number on or after another, in that month if one is given.
    LocalDate? NextWithDay(LocalDate from, int day, int? month)
    {
        var first = from.With(DateAdjusters.StartOfMonth);
        for (var tried = 0; tried <= MostMonths; tried++, first = first.PlusMonths(1))
        {
            if ((month is null || first.Month == month) && DateMath.Real(first.Year, first.Month, day, today) is { } date && date >= from)
            {
                return date;
            }
        }

        return null;
    }

    int? TheYear(DatePhrase phrase) => phrase.Year ?? (phrase.YearOn is { } on ? today.Year + on : null);
}
