using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>How the values of a shop's settings are written.</summary>
static class SettingValues
{
    public const string On = "on";
    public const string Off = "off";

    const string Closed = "closed";
    const int LongestName = 60;

    static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>A zone by its name in the time zone database, which is loaded for those who live elsewhere than the default
    /// policy.</summary>
    public static bool TryReadZone(string text, [NotNullWhen(true)] out DateTimeZone? zone)
    {
        zone = text == ShippingPolicy.UsualZoneName ? ShippingPolicy.UsualZone : DateTimeZoneProviders.Tzdb.GetZoneOrNull(text);
        return zone is not null;
    }

    public static string Show(DateTimeZone zone) => ReferenceEquals(zone, ShippingPolicy.UsualZone) ? ShippingPolicy.UsualZoneName : zone.Id;

    public static bool TryReadTime(string text, out LocalTime time) => TimeOfDay.Parse(text).TryGetValue(default, out time);

    public static string Show(LocalTime time) => TimeOfDay.Format(time);

    public static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static bool TryReadWeekday(string text, out IsoDayOfWeek day)
    {
        day = IsoDayOfWeek.None;
        return text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out day) && day != IsoDayOfWeek.None;
    }

    public static bool TryReadDate(string text, out LocalDate date) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out date);

    public static bool TryReadOnOff(string text, out bool isOn)
    {
        isOn = text == On;
        return text is On or Off;
    }

    /// <summary>A name that a voice can say; braces would make it a placeholder.</summary>
    public static bool TryReadSayable(string text, out string name)
    {
        name = text;
        return text.Trim() is { Length: > 0 and <= LongestName } sayable && sayable.Length == text.Length
            && !text.Any(c => c is '<' or '>' or '&' or '$' or '{' or '}' || char.IsControl(c));
    }

    /// <summary>A telephone number as people write it.</summary>
    public static bool TryReadTelephone(string text, out string number)
    {
        number = text;
        return text.Count(char.IsAsciiDigit) is >= 3 and <= 15 && text.All(c => char.IsAsciiDigit(c) || c is '-' or ' ' or '+' or '(' or ')');
    }

    /// <summary><c>09:00-12:00, 13:00-18:00</c>, one after another, or <c>closed</c>.</summary>
    public static bool TryReadPeriods(string text, out ImmutableArray<OpeningPeriod> periods)
    {
        periods = [];
        if (text == Closed)
        {
            return true;
        }

        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('-', StringSplitOptions.TrimEntries) is not [var from, var to]
                || !TryReadTime(from, out var begin)
                || !TryReadTime(to == "24:00" ? "00:00" : to, out var end)
                || (begin == end && end != LocalTime.Midnight)
                || (periods is [.., var before] && (before.EndsOnTheNextDay || begin < before.To)))
            {
                return false;
            }

            periods = periods.Add(new(begin, end));
        }

        return true;
    }

    public static string Show(ImmutableArray<OpeningPeriod> periods) => periods.IsEmpty
        ? Closed
        : string.Join(", ", periods.Select(period =>
            $"{Show(period.From)}-{(period.To == LocalTime.Midnight ? "24:00" : Show(period.To))}"));

    public static bool TryReadSenderId(string text, out string id)
    {
        id = text;
        return text.Length <= 11 && text.All(char.IsAsciiLetterOrDigit) && text.Any(char.IsAsciiLetter);
    }
}
