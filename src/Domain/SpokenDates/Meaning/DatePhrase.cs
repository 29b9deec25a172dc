using NodaTime;
using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>The words that together name one day, or one stretch of days.</summary>
sealed class DatePhrase
{
    /// <summary>Whether nothing was said that names a day.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>A day that stands as it is, computed from other phrases.</summary>
    public SpokenDate? Fixed { get; init; }

    public int? DaysFromToday { get; private set; }

    public int? WeeksFromToday { get; private set; }

    public int? MonthsFromToday { get; private set; }

    public int? Weekday { get; private set; }

    public int? Week { get; private set; }

    public int? Weekend { get; private set; }

    public int? WeekOfMonth { get; private set; }

    public int? Nth { get; private set; }

    public int? Month { get; private set; }

    public int? MonthOn { get; private set; }

    public int? DayOfMonth { get; private set; }

    public int? Year { get; private set; }

    public int? YearOn { get; private set; }

    public int? NamedDay { get; private set; }

    public MonthPart? Part { get; private set; }

    /// <summary>Next, This or Last, before a weekday.</summary>
    public DateWord? Which { get; private set; }

    public bool StartOfNextWeek { get; private set; }

    public bool Impossible { get; private set; }

    /// <summary>Whether it counts from the day the order has.</summary>
    public bool OwnDay { get; private set; }

    /// <summary>A length of time that is all there is.</summary>
    public int? Span { get; init; }

    /// <summary>The phrase that a weekday is counted from: the Monday before Christmas.</summary>
    public (DatePhrase Base, bool After)? CountedFrom { get; set; }

    /// <summary>So many days after the day that is named.</summary>
    public int Shift { get; set; }

    /// <summary>Whether about that day was meant, and not that very one.</summary>
    public bool About { get; set; }

    /// <summary>Whether the whole week of that day was meant.</summary>
    public bool WholeWeek { get; set; }

    /// <summary>Whether the days before or after it were meant: From, Until, Before or After.</summary>
    public DateWord? Bound { get; set; }

    /// <summary>Whether a day is named that needs no other word.</summary>
    public bool NamesADay => DaysFromToday is not null || WeeksFromToday is not null || MonthsFromToday is not null
        || DayOfMonth is not null || NamedDay is not null || OwnDay;

    /// <summary>Whether a month is named.</summary>
    public bool NamesAMonth => Month is not null || MonthOn is not null;

    /// <summary>Whether a year is named.</summary>
    public bool NamesAYear => Year is not null || YearOn is not null;

    /// <summary>Whether a weekday is all there is, but for which of them.</summary>
    public bool IsAWeekday => Weekday is not null && Week is null && !NamesADay && !NamesAMonth && !NamesAYear && Part is null;

    /// <summary>Whether a weekend is all there is.</summary>
    public bool IsAWeekend => Weekend is not null && !NamesADay && !NamesAMonth && !NamesAYear;

    bool CountsFromToday => DaysFromToday is not null || MonthsFromToday is not null || OwnDay;

    /// <summary>Adds a word.</summary>
    /// <returns><see langword="false"/> when the phrase has such a word already: a new phrase begins.</returns>
    public bool TryAdd(DateToken token, LocalDate today)
    {
        if (!Fits(token, today))
        {
            return false;
        }

        var (word, value) = token;
        _ = word switch
        {
            // "Today next week" is the same weekday.
            DateWord.DaysFromToday when Week is not null => Weekday = (int)today.DayOfWeek,
            DateWord.DaysFromToday => DaysFromToday = value,
            DateWord.WeeksFromToday => WeeksFromToday = value,
            DateWord.MonthsFromToday => MonthsFromToday = value,
            DateWord.Weekday => Weekday = value,
            DateWord.Week => Week = value,
            DateWord.Weekend => Weekend = value,
            DateWord.WeekOfMonth => WeekOfMonth = value,
            DateWord.Nth => Nth = value,
            DateWord.Month => Month = value,
            DateWord.MonthOn => MonthOn = value,
            DateWord.DayOfMonth => DayOfMonth = value,
            DateWord.Year => Year = value,
            DateWord.YearOn => YearOn = value,
            DateWord.NamedDay => NamedDay = value,
            _ => null,
        };
        Part = word is DateWord.Part or PartOfThat ? (MonthPart)value : Part;
        Which = word is Next or This or Last ? word : Which;
        StartOfNextWeek |= word == DateWord.StartOfNextWeek;
        OwnDay |= word == DateWord.OwnDay;
        Impossible |= word == DateWord.Impossible;
        IsEmpty &= word is Next or This or Last;
        return true;
    }

    /// <summary>Takes over what an alternative leaves unsaid: the month of "the 3rd or the 4th of December", the week of
    /// "Wednesday or Thursday next week".</summary>
    public void Inherit(DatePhrase from)
    {
        if (DayOfMonth is not null && DayOfMonth != (from.DayOfMonth ?? from.NamedDay % 100) && !NamesAMonth && Week is null)
        {
            var named = from.NamedDay is { } name ? name / 100 : (int?)null;
            (Month, MonthOn, Year, YearOn) = (from.Month ?? named, from.MonthOn, Year ?? from.Year, YearOn ?? from.YearOn);
        }

        if (Weekday is not null && Weekday != from.Weekday && Which is null && Nth is null && !NamesADay)
        {
            Week ??= from.Weekday is null ? null : from.Week;
        }
    }

    /// <summary>"The Friday after next" is a week after either of those that "next Friday" may be.</summary>
    public void TakeTheOneAfterNext() => (Which, Shift) = (Next, Shift + 7);

    /// <summary>The phrase without what bounds it.</summary>
    public DatePhrase Unbounded()
    {
        var copy = (DatePhrase)MemberwiseClone();
        copy.Bound = null;
        return copy;
    }

    bool Fits(DateToken token, LocalDate today) => token.Word switch
    {
        DateWord.DaysFromToday when token.Value == 0 && Week is not null => Weekday is null && !NamesADay,
        DateWord.DaysFromToday => !NamesADay && Part is null && Nth is null && WeekOfMonth is null && Week is null && !NamesAMonth && !NamesAYear && AgreesWith(Weekday, token.Value, today),
        DateWord.WeeksFromToday => !NamesADay && Week is null && !NamesAMonth && !NamesAYear,
        DateWord.MonthsFromToday => !NamesADay && Weekday is null,
        DateWord.OwnDay => IsEmpty,
        DateWord.Weekday => (Weekday is null || Weekday == token.Value) && (Weekend is null || token.Value >= (int)IsoDayOfWeek.Saturday)
            && (DaysFromToday is not { } days || AgreesWith(token.Value, days, today)),
        DateWord.Week => Week is null && Weekend is null && !CountsFromToday && WeeksFromToday is null,
        DateWord.Weekend => Weekend is null && Weekday is null,
        DateWord.StartOfNextWeek => IsEmpty,
        DateWord.WeekOfMonth => WeekOfMonth is null && !CountsFromToday,
        DateWord.Nth => Nth is null && Weekday is null && !CountsFromToday,
        DateWord.Month or DateWord.MonthOn => !NamesAMonth && !CountsFromToday && WeeksFromToday is null,
        DateWord.DayOfMonth or DateWord.NamedDay => !NamesADay,
        DateWord.Year or DateWord.YearOn => !NamesAYear && !CountsFromToday,
        DateWord.Part or PartOfThat => Part is null && !CountsFromToday,
        Next or This or Last => Weekday is null && Which is null,
        _ => true,
    };

    // "Not tomorrow, Friday" are two days, and "tomorrow, Thursday" is one.
    static bool AgreesWith(int? weekday, int days, LocalDate today) =>
        weekday is null || (int)today.PlusDays(days).DayOfWeek == weekday;
}
