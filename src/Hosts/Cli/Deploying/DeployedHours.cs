using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli;

/// <summary>A shop's operators' hours as Connect takes them: hours of one day end at its midnight, which is 0:00, so that those which go on
/// past it are continued on the next day.</summary>
static class DeployedHours
{
    /// <summary>The week.</summary>
    public static YamlSequenceNode Week(OpeningHours hours) => new(
        from day in Enum.GetValues<IsoDayOfWeek>()
        where day != IsoDayOfWeek.None
        from period in On(hours.Week.GetValueOrDefault(Before(day), []), hours.Week.GetValueOrDefault(day, []))
        select Period(day, period));

    /// <summary>The dates that are otherwise, and those after a night that is. An override stands for the whole of its date.</summary>
    public static YamlSequenceNode Overrides(OpeningHours hours) => new(
        from date in hours.Exceptions.Keys.SelectMany(exception => new[] { exception, exception.PlusDays(1) }).Distinct().Order()
        let periods = On(Periods(hours, date.PlusDays(-1)), Periods(hours, date))
        where !periods.SequenceEqual(On(hours.Week.GetValueOrDefault(Before(date.DayOfWeek), []), hours.Week.GetValueOrDefault(date.DayOfWeek, [])))
        select Override(date, periods));

    static YamlMappingNode Override(LocalDate date, ImmutableArray<OpeningPeriod> periods)
    {
        var day = YamlText.Text(LocalDatePattern.Iso.Format(date));
        var wholeDay = new OpeningPeriod(LocalTime.Midnight, LocalTime.Midnight);
        return new(
            "OverrideName", day,
            "OverrideType", periods.IsEmpty ? "CLOSED" : "STANDARD",
            "EffectiveFrom", day,
            "EffectiveTill", day,
            "OverrideConfig", new YamlSequenceNode((periods.IsEmpty ? [wholeDay] : periods).Select(period => Period(date.DayOfWeek, period))));
    }

    /// <summary>What is open on one day: what is left of the night before, and its own until midnight.</summary>
    static ImmutableArray<OpeningPeriod> On(ImmutableArray<OpeningPeriod> before, ImmutableArray<OpeningPeriod> own) =>
    [
        .. from period in before
           where period.EndsOnTheNextDay && period.To > LocalTime.Midnight
           select period with { From = LocalTime.Midnight },
        .. from period in own
           select period.EndsOnTheNextDay ? period with { To = LocalTime.Midnight } : period,
    ];

    static ImmutableArray<OpeningPeriod> Periods(OpeningHours hours, LocalDate date) =>
        hours.Exceptions.TryGetValue(date, out var exception) ? exception : hours.Week.GetValueOrDefault(date.DayOfWeek, []);

    static IsoDayOfWeek Before(IsoDayOfWeek day) => day == IsoDayOfWeek.Monday ? IsoDayOfWeek.Sunday : day - 1;

    static YamlMappingNode Period(IsoDayOfWeek day, OpeningPeriod period) => new(
        "Day", $"{day}".ToUpperInvariant(), "StartTime", Time(period.From), "EndTime", Time(period.To));

    static YamlMappingNode Time(LocalTime time) => new("Hours", YamlText.Number(time.Hour), "Minutes", YamlText.Number(time.Minute));
}
