using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>What of the shop is otherwise, as words of a scenario.</summary>
static class ShopChangeText
{
    const string CutOff = "cut-off ";
    const string Closed = "closed ";
    const string Latest = "latest ";
    const string DaysAhead = " days ahead";
    const string AsksForProof = "asks for proof";
    const string AsksForNumbers = "asks for proof, order numbers cannot be guessed";

    static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Write(ShopChange change) => change switch
    {
        ShopChange.CutOffAt(var time) => $"{CutOff}{TimeOfDay.Format(time)}",
        ShopChange.LatestAhead(var days) => string.Create(CultureInfo.InvariantCulture, $"{Latest}{days}{DaysAhead}"),
        ShopChange.ClosedOn(var day) => $"{Closed}{day}s",
        ShopChange.ClosedAt(var date) => $"{Closed}{LocalDatePattern.Iso.Format(date)}",
        ShopChange.AsksForProof(var cannotBeGuessed) => cannotBeGuessed ? AsksForNumbers : AsksForProof,
        _ => throw new NotSupportedException($"No words for {change}."),
    };

    public static ShopChange Read(ScenarioLine value) =>
        value.StartsWith(CutOff) ? new ShopChange.CutOffAt(Time(value.Behind(CutOff.Length)))
        : value.Text is AsksForProof or AsksForNumbers ? new ShopChange.AsksForProof(value.Text == AsksForNumbers)
        : value.StartsWith(Latest) && value.EndsWith(DaysAhead) ? new ShopChange.LatestAhead(StartReader.Number(value.Before(DaysAhead).Behind(Latest.Length)))
        : value.StartsWith(Closed) ? ClosedDay(value.Behind(Closed.Length))
        : throw value.Wrong($"\"{value.Text}\" is nothing that a shop can be: it must be one such as "
            + "\"cut-off 12:00\", \"closed Sundays\", \"closed 2026-12-31\", \"latest 14 days ahead\" or \"asks for proof\".");

    static LocalTime Time(ScenarioLine value) => TimeOfDay.Parse(value.Text) is { Success: true, Value: var time }
        ? time
        : throw value.Wrong($"\"{value.Text}\" is no time of day: it must be one such as 12:00.");

    static ShopChange ClosedDay(ScenarioLine value) =>
        LocalDatePattern.Iso.Parse(value.Text) is { Success: true, Value: var date } ? new ShopChange.ClosedAt(date)
        : Enum.GetValues<IsoDayOfWeek>().FirstOrDefault(day => day != IsoDayOfWeek.None && $"{day}s" == value.Text) is var weekday and not IsoDayOfWeek.None
            ? new ShopChange.ClosedOn(weekday)
        : throw value.Wrong($"\"{value.Text}\" is no day on which a shop is closed: it must be one such as Sundays or 2026-12-31.");
}
