using NodaTime;
using NodaTime.Text;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>A moment as people write it: RFC 3339, or without the seconds.</summary>
public static class ScenarioMoment
{
    static readonly OffsetDateTimePattern WithoutSeconds = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>");

    // Outside of them days can be counted off the calendar's end.
    const int FirstYear = 1900;
    const int LastYear = 2199;

    /// <summary>Reads a moment with its offset, <c>2018-11-07T10:00+09:00</c> or <c>2018-11-07T01:00:00Z</c>. A moment without an
    /// offset is refused: it would mean another instant on another machine. So is one before
    /// 1900 or after 2199.</summary>
    public static bool TryParse(string? text, out Instant moment)
    {
        var isRead = (WithoutSeconds.Parse(text!).TryGetValue(default, out var written)
                || OffsetDateTimePattern.Rfc3339.Parse(text!).TryGetValue(default, out written))
            && written.Year is >= FirstYear and <= LastYear;
        moment = isRead ? written.ToInstant() : default;
        return isRead;
    }
}
