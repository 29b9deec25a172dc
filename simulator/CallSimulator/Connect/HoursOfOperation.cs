using System.Text.Json;
using NodaTime;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Reads hours of operation as CloudFormation writes them, the properties of <c>AWS::Connect::HoursOfOperation</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-connect-hoursofoperation.html).</summary>
public static class HoursOfOperation
{
    /// <summary>Reads <c>TimeZone</c> and <c>Config</c>.</summary>
    /// <exception cref="InvalidDataException">They cannot be read as such; the message says what is wrong.</exception>
    public static OpeningHours Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var zone = document.RootElement.GetProperty("TimeZone").GetString()!;
            return new(
                DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
                    ?? throw new InvalidDataException($"TimeZone is \"{zone}\": it must be a zone such as Asia/Tokyo."),
                [.. document.RootElement.GetProperty("Config").EnumerateArray().Select(Period)]);
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException(
                "Hours of operation need a TimeZone and a Config of periods, each with Day, StartTime and EndTime "
                    + "{Hours, Minutes}.",
                malformed);
        }
    }

    static OpeningPeriod Period(JsonElement period)
    {
        var day = period.GetProperty("Day").GetString();
        return new(
            Enum.TryParse<IsoDayOfWeek>(day, ignoreCase: true, out var weekday) && weekday != IsoDayOfWeek.None
                ? weekday
                : throw new InvalidDataException($"Day is \"{day}\": it must be a day such as MONDAY."),
            Time(period.GetProperty("StartTime")),
            Time(period.GetProperty("EndTime")));
    }

    static LocalTime Time(JsonElement time)
    {
        var (hours, minutes) = (time.GetProperty("Hours").GetInt32(), time.GetProperty("Minutes").GetInt32());
        return hours is >= 0 and < 24 && minutes is >= 0 and < 60
            ? new LocalTime(hours, minutes)
            : throw new InvalidDataException($"{hours}:{minutes} is no time of day: hours are 0 to 23, minutes 0 to 59.");
    }
}
