using NodaTime;

namespace OrderHotline.Hosts.Lambda;

/// <summary>A clock that stands still, for rehearsals.</summary>
sealed record FixedClock(Instant Now) : IClock
{
    public Instant GetCurrentInstant() => Now;
}
