using NodaTime;

namespace OrderHotline.Domain;

/// <summary>The words that together name one day, or one stretch of days.</summary>
sealed class DatePhrase
{
    const int LastYear = 9998; // the calendar's last but one, so that a day or a week more is always a date

    int? daysFromToday;
    int? monthsFromToday;
    int? weekday;
    int? week;
    int? weekend;
    int? month;
    int? monthOn;
    int? dayOfMonth;
    int? year;
    int? yearOn;
    int? withinDays;
    int? namedDay;
    MonthPart? part;
    DateWord? which;
    bool startOfNextWeek;
    bool impossible;

    /// <summary>Whether nothing was said that names a day.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>A day that stands as it is, computed from another phrase.</summary>
    public SpokenDate? Fixed { get; init; }

    /// <summary>So many days after the day that is named.</summary>
    public int Shift { get; set; }

    /// <summary>Whether about that day was meant, and not that very one.</summary>
    public bool About { get; set; }

    /// <summary>Whether the whole week of that day was meant.</summary>
    public bool WholeWeek { get; set; }

    /// <summary>Whether the days before or after it were meant: From, Until, Before or After.</summary>
    public DateWord? Bound { get; set; }

    bool NamesADay => daysFromToday is not null || monthsFromToday is not null || dayOfMonth is not null || namedDay is not null;

    /// <summary>Adds a word.</summary>
    /// <returns><see langword="false"/> when the phrase has such a word already: a new phrase begins.</returns>
    public bool TryAdd(DateToken token, LocalDate today)
    {
        var (word, value) = token;
        var added = word switch
        {
            // "Today next week" is the same weekday.
            DateWord.DaysFromToday when value == 0 && week is not null && weekday is null => Set(ref weekday, (int)today.DayOfWeek),
            DateWord.DaysFromToday => !NamesADay && week is null && month is null && monthOn is null && Set(ref daysFromToday, value),
            DateWord.MonthsFromToday => !NamesADay && Set(ref monthsFromToday, value),
            DateWord.Weekday => weekend is null && Set(ref weekday, value),
            DateWord.Week => !NamesADay && month is null && weekend is null && Set(ref week, value),
            DateWord.Weekend => !NamesADay && weekday is null && Set(ref weekend, value),
            DateWord.StartOfNextWeek => IsEmpty && (startOfNextWeek = true),
            DateWord.Month => monthOn is null && daysFromToday is null && Set(ref month, value),
            DateWord.MonthOn => month is null && daysFromToday is null && Set(ref monthOn, value),
            DateWord.DayOfMonth => !NamesADay && week is null && Set(ref dayOfMonth, value),
            DateWord.Year => yearOn is null && Set(ref year, value),
            DateWord.YearOn => year is null && Set(ref yearOn, value),
            DateWord.Part => part is null && (part = (MonthPart)value) is not null,
            DateWord.NamedDay => !NamesADay && Set(ref namedDay, value),
            DateWord.Next or DateWord.This or DateWord.Last => weekday is null && which is null && (which = word) is not null,
            DateWord.WithinDays => IsEmpty && Set(ref withinDays, value),
            DateWord.Impossible => impossible = true,
            _ => throw new NotSupportedException($"{word} is no part of a phrase."),
        };
        IsEmpty &= !added || word is DateWord.Next or DateWord.This or DateWord.Last;
        return added;
    }

    /// <summary>Takes over what a later alternative leaves unsaid: the month of "the 3rd or the 4th of December", the week of
    /// "Wednesday or Thursday next week".</summary>
    public void Inherit(DatePhrase from)
    {
        if (dayOfMonth is not null && month is null && monthOn is null)
        {
            (month, monthOn, year, yearOn) = (from.month, from.monthOn, year ?? from.year, yearOn ?? from.yearOn);
        }

        if (weekday is not null && week is null && which is null && !NamesADay)
        {
            week = from.week;
        }
    }

    /// <summary>What the phrase means, seen from today.</summary>
    public SpokenDate Resolve(LocalDate today)
    {
        var named = impossible ? new SpokenDate.NotADate() : Fixed ?? Named(today);
        var shifted = Shift == 0 ? named : Each(named, day => Later(day, Shift));
        var about = About && shifted is SpokenDate.Day(var exactly)
            ? new SpokenDate.Range(exactly.PlusDays(-1), exactly.PlusDays(1))
            : shifted;
        var whole = WholeWeek && about is SpokenDate.Day(var inside) ? From(today, Monday(inside), Monday(inside).PlusDays(6)) : about;
        return Bound is { } bound && Ends(whole) is var (first, last) ? Bounded(bound, first, last, today) : whole;
    }

    /// <summary>The first and the last day that are meant; null when none is.</summary>
    public static (LocalDate First, LocalDate Last)? Ends(SpokenDate date) => date switch
    {
        SpokenDate.Day(var day) => (day, day),
        SpokenDate.Range(var from, var to) => (from, to),
        SpokenDate.OneOf(var days) => (days.Min(), days.Max()),
        _ => null,
    };

    // A stretch of days without an end goes to the end of the calendar, and stays there.
    static LocalDate Later(LocalDate day, int days) => day.Year > LastYear ? day : day.PlusDays(days);

    static SpokenDate.Range Bounded(DateWord bound, LocalDate first, LocalDate last, LocalDate today) => bound switch
    {
        DateWord.From => new SpokenDate.Range(first, LocalDate.MaxIsoValue),
        DateWord.After => new SpokenDate.Range(Later(last, 1), LocalDate.MaxIsoValue),
        DateWord.Until => new SpokenDate.Range(LocalDate.Min(today, last), last),
        _ => new SpokenDate.Range(LocalDate.Min(today, first.PlusDays(-1)), first.PlusDays(-1)),
    };

    SpokenDate Named(LocalDate today)
    {
        if (NamesADay)
        {
            return TheDay(today) is not { } day ? new SpokenDate.NotADate()
                : weekday is null || (int)day.DayOfWeek == weekday ? new SpokenDate.Day(day)
                : new SpokenDate.OneOf([day, .. Weekdays(today)]); // "Friday the 3rd" that is a Thursday: one of the two is meant
        }

        if (weekday is not null)
        {
            return Weekdays(today) is [var only] ? new SpokenDate.Day(only) : new SpokenDate.OneOf([.. Weekdays(today)]);
        }

        if (weekend is not null)
        {
            var saturday = Monday(today).PlusDays((7 * (weekend.Value + (week ?? 0))) + 5);
            return From(today, saturday, saturday.PlusDays(1));
        }

        if (week is not null)
        {
            var monday = Monday(today).PlusDays(7 * week.Value);
            return From(today, monday, monday.PlusDays(6));
        }

        if (month is not null || monthOn is not null || part is not null)
        {
            return WholeOrPart(today);
        }

        if (year is not null || yearOn is not null)
        {
            return TheYear(today) is >= 1 and <= LastYear and var named
                ? From(today, new LocalDate(named, 1, 1), new LocalDate(named, 12, 31))
                : new SpokenDate.NotADate();
        }

        return withinDays is { } within ? new SpokenDate.Range(today, today.PlusDays(within))
            : startOfNextWeek ? new SpokenDate.Range(Monday(today).PlusDays(7), Monday(today).PlusDays(8))
            : new SpokenDate.NotADate();
    }

    LocalDate? TheDay(LocalDate today)
    {
        if (daysFromToday is { } days)
        {
            return today.PlusDays(days);
        }

        if (monthsFromToday is { } months)
        {
            return today.PlusMonths(months);
        }

        if (namedDay is { } name)
        {
            return TheYear(today) is { } named ? Real(named, name / 100, name % 100) : Nearest(today, name / 100, name % 100);
        }

        var day = dayOfMonth.GetValueOrDefault();
        if (month is { } said)
        {
            return TheYear(today) is { } spoken ? Real(spoken, said, day) : Nearest(today, said, day);
        }

        if (monthOn is { } on)
        {
            var first = today.With(DateAdjusters.StartOfMonth).PlusMonths(on);
            return Real(first.Year, first.Month, day);
        }

        for (var first = today.With(DateAdjusters.StartOfMonth); ; first = first.PlusMonths(1))
        {
            if (Real(first.Year, first.Month, day) is { } date && date >= today)
            {
                return date;
            }
        }
    }

    LocalDate[] Weekdays(LocalDate today)
    {
        var day = (IsoDayOfWeek)weekday.GetValueOrDefault();
        var ofThisWeek = Monday(today).PlusDays((int)day - 1);
        if (week is { } weeks)
        {
            return [ofThisWeek.PlusDays(7 * weeks)];
        }

        var next = today.Next(day);
        return which switch
        {
            DateWord.Next when next != ofThisWeek.PlusDays(7) => [next, ofThisWeek.PlusDays(7)],
            DateWord.This when ofThisWeek >= today => [ofThisWeek],
            DateWord.Last => [today.Previous(day)],
            _ => [next],
        };
    }

    SpokenDate WholeOrPart(LocalDate today)
    {
        var first = today.With(DateAdjusters.StartOfMonth).PlusMonths(monthOn ?? 0);
        if (month is { } said)
        {
            var spoken = TheYear(today) ?? (said < today.Month ? today.Year + 1 : today.Year);
            if (Real(spoken, said, 1) is not { } real)
            {
                return new SpokenDate.NotADate();
            }

            first = real;
        }

        var last = first.With(DateAdjusters.EndOfMonth);
        (first, last) = part switch
        {
            MonthPart.Early => (first, first.PlusDays(9)),
            MonthPart.Middle => (first.PlusDays(10), first.PlusDays(19)),
            MonthPart.Late => (first.PlusDays(20), last),
            MonthPart.LastDay => (last, last),
            _ => (first, last),
        };
        if (month is null && monthOn is null && last < today)
        {
            monthOn = 1;
            return WholeOrPart(today);
        }

        return part == MonthPart.LastDay ? new SpokenDate.Day(last) : From(today, first, last);
    }

    int? TheYear(LocalDate today) => year ?? (yearOn is { } on ? today.Year + on : null);

    static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    // What has begun begins today: nobody who says "this week" on Wednesday means Monday.
    static SpokenDate.Range From(LocalDate today, LocalDate first, LocalDate last) =>
        new(first <= today && today <= last ? today : first, last);

    static LocalDate? Real(int year, int month, int day) =>
        year is >= 1 and <= LastYear && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    // Eight years hold a 29 February wherever one looks, the turn of a century included.
    static LocalDate? Nearest(LocalDate today, int month, int day) => Enumerable.Range(today.Year - 8, 17)
        .Select(year => Real(year, month, day))
        .Where(date => date is not null)
        .OrderBy(date => Math.Abs(Period.DaysBetween(today, date!.Value)))
        .ThenByDescending(date => date)
        .FirstOrDefault();

    static SpokenDate Each(SpokenDate date, Func<LocalDate, LocalDate> move) => date switch
    {
        SpokenDate.Day(var day) => new SpokenDate.Day(move(day)),
        SpokenDate.Range(var from, var to) => new SpokenDate.Range(move(from), move(to)),
        SpokenDate.OneOf(var days) => new SpokenDate.OneOf([.. days.Select(move)]),
        _ => date,
    };

    static bool Set(ref int? field, int value)
    {
        if (field is not null)
        {
            return false;
        }

        field = value;
        return true;
    }
}
