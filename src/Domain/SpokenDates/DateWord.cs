using System.Runtime.InteropServices;

namespace OrderHotline.Domain;

/// <summary>What a word or a group of words contributes to a date, whatever the language.</summary>
enum DateWord
{
    /// <summary>Nothing: the order, the wish to ship it, a particle.</summary>
    Nothing,

    /// <summary>Politeness or hesitation. It is taken out before anything else is read, so that it may stand between any two words.
    /// </summary>
    Filler,

    /// <summary>A word that the lexicon does not have.</summary>
    Unknown,

    /// <summary>A word that is known, and after which a day is only proposed: perhaps, deliver, 届く.</summary>
    Doubt,

    // Parts of a date.

    /// <summary>Today and so many days: 今日, tomorrow, in three days.</summary>
    DaysFromToday,

    /// <summary>So many weeks from today; with a weekday, that of the week then.</summary>
    WeeksFromToday,

    /// <summary>So many months from today, on the same day of the month: 一ヶ月後.</summary>
    MonthsFromToday,

    /// <summary>The day the order has.</summary>
    OwnDay,

    /// <summary>A day of the week, Monday 1 to Sunday 7.</summary>
    Weekday,

    /// <summary>This week and so many weeks.</summary>
    Week,

    /// <summary>Saturday and Sunday of this week and so many weeks.</summary>
    Weekend,

    /// <summary>Monday and Tuesday after the weekend: 週明け.</summary>
    StartOfNextWeek,

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

    /// <summary>A part of the month that was just named. What stands above is part of a date; what stands below says more of one.
    /// </summary>
    PartOfThat,

    // More about a date.

    /// <summary>About then, not on that very day.</summary>
    About,

    /// <summary>What goes with it is where a range begins.</summary>
    From,

    /// <summary>What goes with it is where a range ends.</summary>
    Until,

    /// <summary>A range ends the day before.</summary>
    Before,

    /// <summary>A range begins the day after.</summary>
    After,

    /// <summary>The whole week of the day that goes with it: the week of the 7th.</summary>
    WeekOfThatDay,

    /// <summary>So many days after what follows or, when nothing does, after what was said before: the day after (Christmas).
    /// </summary>
    DaysAfterThat,

    /// <summary>A length of time in days that says neither where it begins nor where it ends.</summary>
    Span,

    /// <summary>A move of the order's own day: 1 later, -1 earlier. With a span it is a shift.</summary>
    Move,

    /// <summary>A move the direction of which is not said: by (three days), ずらして.</summary>
    MoveSomewhere,

    /// <summary>The one after: of the weekday or the weekend just named.</summary>
    OneAfter,

    // Joins.

    /// <summary>Something else may do as well.</summary>
    Or,

    /// <summary>The second of two: the end of a range that began with "between", else an alternative.</summary>
    And,

    /// <summary>Between two days.</summary>
    To,

    // What decides which of the days hold; the value is a Reach.

    /// <summary>The days in its reach are refused.</summary>
    Not,

    /// <summary>The days in its reach belong to something else: what was done before, a question, another's day.</summary>
    Aside,

    /// <summary>Something is asked and not wished for: what day is it, 何日. What is said around it is no wish.</summary>
    Question,

    /// <summary>No day but the one before: しか. The refusal that follows affirms. With value 1, without one it refuses: 以外は.
    /// </summary>
    OnlyThat,

    /// <summary>The sentence turns: what was refused before ends here. With <see cref="DateToken.OfWhatFollows"/> it needs something to
    /// follow: who breaks off after "but" has not done with the day.</summary>
    Turn,

    /// <summary>A wish ends: is fine, でいいです. What is refused after it does not reach back.</summary>
    Accept,

    /// <summary>A wish begins: can you, ship it. A refusal before it that has its day ends here.</summary>
    Asks,

    /// <summary>A second thought: if another day follows, it replaces what was said before. The value, a <see cref="SecondThought"/>,
    /// says what it is when none follows.</summary>
    Rather,

    /// <summary>A day is said of: is, は. With an unknown word after it, the day was spoken about and not wished for.</summary>
    Topic,

    /// <summary>A reason ends: ので, けど. With an unknown word before it, its days were spoken about and not wished for.</summary>
    Reason,

    /// <summary>An hour or a part of the day, which narrows a day and never names one.</summary>
    TimeOfDay,

    /// <summary>As soon as possible; with value 1 any day, which says nothing beside one.</summary>
    Soonest,

    /// <summary>A date that no calendar has, or that the line cannot reckon.</summary>
    Impossible,

    // Words of one language, of which its reader makes something else.

    /// <summary>A number that may be a day, an hour, a count.</summary>
    Number,

    /// <summary>An ordinal number that may be a day or say which.</summary>
    Ordinal,

    /// <summary>A unit of time in days, a month 30: weeks.</summary>
    Unit,

    /// <summary>A small word that joins a number to what it counts: the, a, of, in; の, を.</summary>
    Small,

    /// <summary>Ago.</summary>
    Ago,

    /// <summary>From now: what turns a length of time into a day.</summary>
    FromNow,

    /// <summary>A person, before a word that says what they do: I, my, she.</summary>
    Person,
}

/// <summary>How far a refusal reaches.</summary>
enum Reach
{
    /// <summary>Over the list or stretch that follows: not the third or the fourth.</summary>
    Ahead,

    /// <summary>Over everything before it in its sentence: 月曜と火曜は無理.</summary>
    Behind,

    /// <summary>Both ways: I can't do Monday, Monday I can't.</summary>
    Around,

    /// <summary>Over the one day that follows, in the place of which comes another: instead of tomorrow Friday.</summary>
    Instead,

    /// <summary>The same, where the day that comes in its place stands behind a "to" that makes no stretch: move it from Friday to
    /// Monday.</summary>
    Leaving,
}

/// <summary>What a second thought is when no day follows it.</summary>
enum SecondThought
{
    /// <summary>Nothing: Friday instead, 三日に変更で.</summary>
    SaysNothing,

    /// <summary>It refuses what was said before; right before a day it is half a refusal of that: no Friday.</summary>
    No,

    /// <summary>It refuses what was said before: Friday, scratch that; 三日、いや.</summary>
    Refuses,

    /// <summary>The caller breaks off, and what was said before is unsure: Friday, wait; 三日、やっぱり.</summary>
    Hesitates,
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

    /// <summary>The first day of the month.</summary>
    FirstDay,
}

/// <summary>A word with its number.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct DateToken(DateWord Word, int Value = 0)
{
    /// <summary>The value of a modifier, such as From or About, that stands before its date.</summary>
    public const int OfWhatFollows = 1;

    /// <summary>The value of a modifier that is said of the day before, after a join: "or any day after that".</summary>
    public const int OfThat = 2;

    /// <summary>The value of a OneAfter that is "after next".</summary>
    public const int AfterNext = 3;

    /// <summary>The value of a Before or After that a weekday follows, which is counted from the date before: クリスマスの前の金曜.</summary>
    public const int OfTheWeekday = 4;

    /// <summary>Whether part of a date.</summary>
    public bool IsPartOfADate => Word is >= DateWord.DaysFromToday and <= DateWord.PartOfThat;
}

/// <summary>A word where it was heard.</summary>
/// <param name="Token">What it means.</param>
/// <param name="Start">Where it begins in the text that is read.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Paused">Whether a comma or a full stop stands before it.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct HeardWord(DateToken Token, int Start, int Length, bool Paused)
{
    /// <summary>What it means.</summary>
    public DateWord Word => Token.Word;

    /// <summary>Its number.</summary>
    public int Value => Token.Value;
}
