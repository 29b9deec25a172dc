using NodaTime;

namespace OrderHotline.BadDays;

/// <summary>The clock of one function's machine: off by some seconds either way, and now and then it steps.</summary>
/// <param name="time">The true time.</param>
/// <param name="chance">The world's.</param>
/// <param name="weather">Whether clocks are off at all.</param>
/// <param name="most">How far it is off at most.</param>
sealed class FunctionClock(Time time, Chance chance, Weather weather, Duration most) : IClock
{
    /// <summary>How far a clock is off on a day that the line must survive. Two clocks differ by twice this at most. The lease of a
    /// minute must outlast that and the longest attempt at a text with its claim, some 20 seconds; the minute in which a wish is known
    /// again must outlast that and all of Connect's retries, some 35 seconds.</summary>
    public static readonly Duration Most = Duration.FromSeconds(10);

    Duration off = Step(chance, weather, most);

    public Instant GetCurrentInstant()
    {
        if (chance.Of(weather.ClockSteps))
        {
            off = Step(chance, weather, most);
        }

        return time.Now + off;
    }

    static Duration Step(Chance chance, Weather weather, Duration most) =>
        weather.ClockSteps > 0 ? chance.Between(-most, most) : Duration.Zero;
}
