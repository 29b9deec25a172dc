using NodaTime;
using NodaTime.Text;

namespace OrderHotline.Application;

/// <summary>A clock that stands still: for rehearsals, for tests, for "what would the line say at …".</summary>
public sealed class StoppedClock(Instant now) : IClock
{
    static readonly OffsetDateTimePattern[] Patterns =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>"),
        OffsetDateTimePattern.Rfc3339,
    ];

    /// <summary>Reads a moment with its offset, <c>2018-11-07T10:00+09:00</c> or <c>2018-11-07T01:00:00Z</c>. A moment without an
    /// offset is refused: it would mean another instant on another machine.</summary>
    /// <returns><see langword="false"/> when the text is anything else; <paramref name="clock"/> then stands at the Unix epoch.</returns>
    public static bool TryParse(string? text, out StoppedClock clock)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern.Parse(text!) is { Success: true, Value: var moment })
            {
                clock = new StoppedClock(moment.ToInstant());
                return true;
            }
        }

        clock = new StoppedClock(NodaConstants.UnixEpoch);
        return false;
    }

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => now;

    /// <summary>The moment in UTC, as ISO 8601.</summary>
    public override string ToString() => InstantPattern.ExtendedIso.Format(now);
}
