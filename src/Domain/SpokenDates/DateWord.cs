using System.Runtime.InteropServices;

namespace OrderHotline.Domain;

/// <summary>What a word or a group of words contributes to a date, whatever the language.</summary>
enum DateWord
{
    /// <summary>Today and so many days: 今日, tomorrow, in three days.</summary>
    DaysFromToday,

    /// <summary>So many months from today, on the same day of the month: 一ヶ月後.</summary>
    MonthsFromToday,

    /// <summary>So many days after what follows or, when nothing does, after what was said before: the day after
    /// (Christmas).</summary>
    DaysAfterThat,

    /// <summary>A day of the week, Monday 1 to Sunday 7.</summary>
    Weekday,

    /// <summary>This week and so many weeks.</summary>
    Week,

    /// <summary>Saturday and Sunday of this week and so many weeks.</summary>
    Weekend,

    /// <summary>Monday and Tuesday after the weekend: 週明け.</summary>
    StartOfNextWeek,

    /// <summary>The whole week of the day that goes with it: the week of the 7th.</summary>
    WeekOfThatDay,

    /// <summary>A week of a month, 1 to 5, or -1 for the last: the first week of December.</summary>
    WeekOfMonth,

    /// <summary>Which of a month's weekdays, 1 to 5, or -1 for the last: the second Friday.</summary>
    Nth,

    /// <summary>A month, 1 to 12.</summary>
    Month,

    /// <summary>This month and so many months.</summary>
    MonthOn,

    /// <summary>A day of a month, 1 to 31.</summary>
    DayOfMonth,

    /// <summary>A year.</summary>
    Year,

    /// <summary>This year and so many years.</summary>
    YearOn,

    /// <summary>A part of a month; see <see cref="MonthPart"/>.</summary>
    Part,

    /// <summary>A day with a name that is the same every year, as month × 100 + day.</summary>
    NamedDay,

    /// <summary>"Next" before a weekday, which may mean the first or the one after.</summary>
    Next,

    /// <summary>"This" before a weekday: the one of this week.</summary>
    This,

    /// <summary>"Last" before a weekday: the latest one before today.</summary>
    Last,

    /// <summary>A part of the month that was just named.</summary>
    PartOfThat,

    /// <summary>About then, not on that very day. What stands above is part of a date; this and what is below says more of
    /// one.</summary>
    About,

    /// <summary>No later than today and so many days: 三日以内.</summary>
    WithinDays,

    /// <summary>Something else may do as well.</summary>
    Or,

    /// <summary>What goes with it is where a range begins.</summary>
    From,

    /// <summary>What goes with it is where a range ends.</summary>
    Until,

    /// <summary>A range ends the day before.</summary>
    Before,

    /// <summary>A range begins the day after.</summary>
    After,

    /// <summary>Between two days.</summary>
    To,

    /// <summary>The second of two: the end of a range that began with "between", else an alternative.</summary>
    And,

    /// <summary>An hour or a part of the day, which narrows a day and never names one.</summary>
    TimeOfDay,

    /// <summary>What was said before does not hold: 明日じゃなくて, tomorrow won't work.</summary>
    NotThat,

    /// <summary>Neither what was said before nor what follows holds, as nobody can tell which: I can't tomorrow; tomorrow I
    /// can't.</summary>
    NotThere,

    /// <summary>What follows does not hold: not tomorrow.</summary>
    NotWhatFollows,

    /// <summary>A second thought: if another day follows, it replaces what was said before.</summary>
    Rather,

    /// <summary>As soon as possible, or whenever.</summary>
    Soonest,

    /// <summary>A date that no calendar has.</summary>
    Impossible,
}

/// <summary>The parts of a month people speak of.</summary>
enum MonthPart
{
    /// <summary>上旬, early: the 1st to the 10th.</summary>
    Early,

    /// <summary>中旬, mid: the 11th to the 20th.</summary>
    Middle,

    /// <summary>下旬, late: from the 21st.</summary>
    Late,

    /// <summary>月末, the end of the month: its last day.</summary>
    LastDay,
}

/// <summary>A word with its number.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct DateToken(DateWord Word, int Value = 0)
{
    /// <summary>The value of a modifier, such as From or About, that stands before its date.</summary>
    public const int OfWhatFollows = 1;

    /// <summary>The value of a word after which what follows holds, whatever was ruled out before: but, make it.</summary>
    public const int HoldsAgain = 1;
}
