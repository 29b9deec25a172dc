using NodaTime;

namespace OrderHotline.Domain;

/// <summary>How long a message waits after an attempt that failed. It is never given up.</summary>
public static class Backoff
{
    /// <summary>The longest pause after the first attempt.</summary>
    public static readonly Duration First = Duration.FromSeconds(10);

    /// <summary>The longest pause of all.</summary>
    public static readonly Duration Longest = Duration.FromMinutes(15);

    /// <summary>
    /// The pause after so many attempts: twice as long after each, up to <see cref="Longest"/>, and chance takes off up to half of it,
    /// so that messages that failed together do not all come back together.
    /// </summary>
    /// <param name="attempts">How many attempts were made, 1 or more.</param>
    /// <param name="chance">From 0, for half the pause, to 1, for the whole.</param>
    public static Duration After(int attempts, double chance)
    {
        const int DoublingsToTheLongest = 7;
        var whole = Duration.Min(Longest, First * (1 << Math.Clamp(attempts - 1, 0, DoublingsToTheLongest)));
        return whole * (0.5 + (chance / 2));
    }
}
