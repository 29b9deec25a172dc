using NodaTime;

namespace OrderHotline.Domain;

/// <summary>The words that together name one day, or one stretch of days.</summary>
sealed partial class DatePhrase
{
    int? daysFromToday;
    int? monthsFromToday;
    int? weekday;
    int? week;
    int? weekend;
    int? weekOfMonth;
    int? nth;
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

    bool CountsFromToday => daysFromToday is not null || monthsFromToday is not null;

    bool NamesAMonth => month is not null || monthOn is not null;

    bool NamesAYear => year is not null || yearOn is not null;

    /// <summary>Adds a word.</summary>
    /// <returns><see langword="false"/> when the phrase has such a word already: a new phrase begins.</returns>
    public bool TryAdd(DateToken token, LocalDate today)
    {
        var (word, value) = token;
        var added = word switch
        {
            // "Today next week" is the same weekday.
            DateWord.DaysFromToday when value == 0 && week is not null && weekday is null && !NamesADay =>
                Set(ref weekday, (int)today.DayOfWeek),
            DateWord.DaysFromToday => !NamesADay && week is null && !NamesAMonth && !NamesAYear && Set(ref daysFromToday, value),
            DateWord.MonthsFromToday => !NamesADay && Set(ref monthsFromToday, value),
            DateWord.Weekday => weekend is null && AgreesWith(value, today) && Set(ref weekday, value),
            DateWord.Week => !CountsFromToday && weekend is null && Set(ref week, value),
            DateWord.Weekend => weekday is null && Set(ref weekend, value),
            DateWord.StartOfNextWeek => IsEmpty && (startOfNextWeek = true),
            DateWord.WeekOfMonth => Set(ref weekOfMonth, value),
            DateWord.Nth => weekday is null && Set(ref nth, value),
            DateWord.Month => monthOn is null && !CountsFromToday && Set(ref month, value),
            DateWord.MonthOn => month is null && !CountsFromToday && Set(ref monthOn, value),
            DateWord.DayOfMonth => !NamesADay && Set(ref dayOfMonth, value),
            DateWord.Year => yearOn is null && !CountsFromToday && Set(ref year, value),
            DateWord.YearOn => year is null && !CountsFromToday && Set(ref yearOn, value),
            DateWord.Part or DateWord.PartOfThat => part is null && (part = (MonthPart)value) is not null,
            DateWord.NamedDay => !NamesADay && Set(ref namedDay, value),
            DateWord.Next or DateWord.This or DateWord.Last => weekday is null && which is null && (which = word) is not null,
            DateWord.WithinDays => IsEmpty && Set(ref withinDays, value),
            _ => impossible = true,
        };
        IsEmpty &= !added || word is DateWord.Next or DateWord.This or DateWord.Last;
        return added;
    }

    /// <summary>Takes over what an alternative leaves unsaid: the month of "the 3rd or the 4th of December", the week of
    /// "Wednesday or Thursday next week".</summary>
    public void Inherit(DatePhrase from)
    {
        if (dayOfMonth is not null && !NamesAMonth && week is null)
        {
            (month, monthOn, year, yearOn) = (from.month, from.monthOn, year ?? from.year, yearOn ?? from.yearOn);
        }

        if (weekday is not null && which is null && nth is null && !NamesADay)
        {
            week ??= from.week;
        }
    }

    /// <summary>What the phrase means, seen from today.</summary>
    public SpokenDate Resolve(LocalDate today)
    {
        var named = impossible ? new SpokenDate.NotADate() : Fixed ?? Named(today);
        var shifted = Shift == 0 ? named : DateMath.Move(named, Shift);
        var about = About && shifted is SpokenDate.Day(var exactly)
            ? new SpokenDate.Range(exactly.PlusDays(-1), exactly.PlusDays(1))
            : shifted;
        var whole = WholeWeek && about is SpokenDate.Day(var inside) ? DateMath.WeekOf(inside, today) : about;
        return Bound is { } bound && DateMath.Ends(whole) is var (first, last) ? Bounded(bound, first, last, today) : whole;
    }

    static SpokenDate.Range Bounded(DateWord bound, LocalDate first, LocalDate last, LocalDate today) => bound switch
    {
        DateWord.From => new SpokenDate.Range(first, LocalDate.MaxIsoValue),
        DateWord.After => new SpokenDate.Range(DateMath.Later(last, 1), LocalDate.MaxIsoValue),
        DateWord.Until => new SpokenDate.Range(LocalDate.Min(today, last), last),
        _ => new SpokenDate.Range(LocalDate.Min(today, first.PlusDays(-1)), first.PlusDays(-1)),
    };

    SpokenDate Named(LocalDate today)
    {
        if (NamesADay)
        {
            return TheDay(today) is { } day ? Checked(day, today) : new SpokenDate.NotADate();
        }

        if (weekday is not null && nth is null && weekOfMonth is null && part is null && !NamesAMonth && !NamesAYear)
        {
            return Weekdays(today);
        }

        if (weekend is not null && !NamesAMonth && !NamesAYear)
        {
            var saturday = DateMath.Monday(today).PlusDays((7 * (weekend.Value + (week ?? 0))) + 5);
            return DateMath.From(today, saturday, saturday.PlusDays(1));
        }

        if (week is { } weeks)
        {
            return DateMath.WeekOf(today.PlusDays(7 * weeks), today);
        }

        if (Stretch(today) is var (first, last))
        {
            return weekday is null && part == MonthPart.LastDay ? new SpokenDate.Day(last)
                : weekday is null ? DateMath.From(today, first, last)
                : WeekdaysOf(first, last, today);
        }

        return withinDays is { } within ? new SpokenDate.Range(today, today.PlusDays(within))
            : startOfNextWeek ? new SpokenDate.Range(DateMath.Monday(today).PlusDays(7), DateMath.Monday(today).PlusDays(8))
            : new SpokenDate.NotADate();
    }

    // A weekday or a week beside a date says where it lies; when that is not so, one of the two is a slip.
    SpokenDate Checked(LocalDate day, LocalDate today)
    {
        if (week is { } weeks && DateMath.Monday(day) != DateMath.Monday(today).PlusDays(7 * weeks))
        {
            return new SpokenDate.NotADate();
        }

        if (weekend is not null)
        {
            return new SpokenDate.Range(DateMath.Monday(day).PlusDays(5), DateMath.Monday(day).PlusDays(6));
        }

        return weekday is null || (int)day.DayOfWeek == weekday ? new SpokenDate.Day(day) : Weekdays(today) switch
        {
            SpokenDate.Day(var other) => new SpokenDate.OneOf([day, other]),
            var others => new SpokenDate.OneOf([day, .. ((SpokenDate.OneOf)others).Days]),
        };
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
            return DateMath.InYear(TheYear(today), name / 100, name % 100, today);
        }

        var day = dayOfMonth.GetValueOrDefault();
        if (month is { } said)
        {
            return DateMath.InYear(TheYear(today), said, day, today);
        }

        if (NamesAYear)
        {
            return null;
        }

        var first = today.With(DateAdjusters.StartOfMonth).PlusMonths(monthOn ?? 0);
        var date = DateMath.Real(first.Year, first.Month, day, today);
        while (monthOn is null && !(date >= today))
        {
            first = first.PlusMonths(1);
            date = DateMath.Real(first.Year, first.Month, day, today);
        }

        return date;
    }

    SpokenDate Weekdays(LocalDate today)
    {
        var day = (IsoDayOfWeek)weekday.GetValueOrDefault();
        var ofThisWeek = DateMath.Monday(today).PlusDays((int)day - 1);
        if ((week ?? (startOfNextWeek ? 1 : null)) is { } weeks)
        {
            return new SpokenDate.Day(ofThisWeek.PlusDays(7 * weeks));
        }

        var next = today.Next(day);
        var ofNextWeek = ofThisWeek.PlusDays(7);
        return which switch
        {
            DateWord.Next when next != ofNextWeek => new SpokenDate.OneOf([next, ofNextWeek]),
            DateWord.This when ofThisWeek >= today => new SpokenDate.Day(ofThisWeek),
            DateWord.Last => new SpokenDate.Day(today.Previous(day)),
            _ => new SpokenDate.Day(next),
        };
    }

    int? TheYear(LocalDate today) => year ?? (yearOn is { } on ? today.Year + on : null);

    // "Not tomorrow, Friday" are two days, and "tomorrow, Thursday" is one.
    bool AgreesWith(int day, LocalDate today) => daysFromToday is not { } days || (int)today.PlusDays(days).DayOfWeek == day;

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
