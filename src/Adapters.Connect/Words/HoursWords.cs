using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Application;

namespace OrderHotline.Adapters.Connect;

/// <summary>Says the usual hours of a week as a person does: <c>Monday to Friday from 9 a.m. to 6 p.m., and Saturday from 10 a.m. to 5
/// p.m.</c> Days with the same hours are said together, and closed days not at all. Single dates that are otherwise are left out, so the
/// sentence calls these hours the usual ones.</summary>
/// <param name="book">The words of flows, which hold those of hours.</param>
/// <param name="days">The words that hold the days of the week.</param>
sealed class HoursWords(PhraseBook book, PhraseBook days)
{
    /// <summary>What a phrase of a flow calls this sentence, in braces.</summary>
    public const string Name = "hours";

    const int DaysOfAWeek = 7;
    const int FewestOfARange = 3;

    static readonly Phrase Usual = new("hours.usual", "times");
    static readonly Phrase NoUsual = new("hours.noUsual");
    static readonly Phrase Groups = new("hours.groups") { Use = PhraseUse.Joint };
    static readonly Phrase Comma = new("hours.comma") { Use = PhraseUse.Joint };
    static readonly Phrase And = new("hours.and") { Use = PhraseUse.Joint };
    static readonly Phrase OneDay = new("hours.day", "day");
    static readonly Phrase Range = new("hours.dayToDay", "first", "last");
    static readonly Phrase OnDays = new("hours.onDays", "days", "periods");
    static readonly Phrase EveryDay = new("hours.everyDay", "periods");
    static readonly Phrase AllDay = new("hours.allDay");
    static readonly Phrase Period = new("hours.period", "from", "to");
    static readonly Phrase PastMidnight = new("hours.pastMidnight", "from", "to");
    static readonly Phrase OnTheHour = new("hours.onTheHour") { Count = 24 };
    static readonly Phrase PastTheHour = new("hours.pastTheHour", "minutes") { Count = 24 };
    static readonly Phrase Minutes = new("hours.minutes") { Count = 59 };

    /// <summary>Everything that it takes to say hours, but for the days of the week.</summary>
    public static ImmutableArray<Phrase> Phrases { get; } =
    [
        Usual, NoUsual, Groups, Comma, And, OneDay, Range, OnDays, EveryDay, AllDay, Period, PastMidnight, OnTheHour, PastTheHour, Minutes,
    ];

    /// <summary>The sentence.</summary>
    public string Say(OpeningHours hours)
    {
        var groups = hours.Week
            .Where(day => !day.Value.IsEmpty)
            .GroupBy(day => SettingValues.Show(day.Value), StringComparer.Ordinal)
            .OrderBy(alike => alike.First().Key)
            .Select(alike => Group([.. alike.Select(day => day.Key)], alike.First().Value))
            .ToList();

        // "6 p.m." ends in a point, and so may the sentence.
        return groups.Count == 0
            ? book.Say(NoUsual)
            : book.Say(Usual, string.Join(book.Say(Groups), groups)).Replace("..", ".", StringComparison.Ordinal);
    }

    string Group(ImmutableArray<IsoDayOfWeek> alike, ImmutableArray<OpeningPeriod> periods)
    {
        var times = Listed([.. periods.Select(Times)]);
        return alike.Length == DaysOfAWeek ? book.Say(EveryDay, times) : book.Say(OnDays, Listed([.. Runs(alike).SelectMany(Days)]), times);
    }

    // Days that follow one another. Sunday and Monday do, too: Saturday, Sunday and Monday are "Saturday to Monday".
    static List<List<IsoDayOfWeek>> Runs(ImmutableArray<IsoDayOfWeek> alike)
    {
        var runs = new List<List<IsoDayOfWeek>>();
        foreach (var day in alike)
        {
            if (runs is [.., var before] && before[^1] == day - 1)
            {
                before.Add(day);
            }
            else
            {
                runs.Add([day]);
            }
        }

        if (runs is [[IsoDayOfWeek.Monday, ..] first, .. var between, [.., IsoDayOfWeek.Sunday] last])
        {
            runs = [.. between, [.. last, .. first]];
        }

        return runs;
    }

    IEnumerable<string> Days(List<IsoDayOfWeek> run) =>
        run.Count >= FewestOfARange ? [book.Say(Range, Weekday(run[0]), Weekday(run[^1]))] : run.Select(day => book.Say(OneDay, Weekday(day)));

    string Weekday(IsoDayOfWeek day) => days.Member(LinePhrases.Weekdays, (int)day - 1);

    // The midnight at its end needs no next day: everybody knows which is meant.
    string Times(OpeningPeriod period) =>
        period is { From.TickOfDay: 0, To.TickOfDay: 0 } ? book.Say(AllDay)
        : book.Say(period.EndsOnTheNextDay && period.To != LocalTime.Midnight ? PastMidnight : Period, Time(period.From), Time(period.To));

    string Time(LocalTime time) => time.Minute == 0
        ? book.Member(OnTheHour, time.Hour)
        : book.Member(PastTheHour, time.Hour).Replace("{minutes}", book.Member(Minutes, time.Minute - 1), StringComparison.Ordinal);

    string Listed(ImmutableArray<string> members) => members.Length == 1
        ? members[0]
        : string.Join(book.Say(Comma), members[..^1]) + book.Say(And) + members[^1];
}
