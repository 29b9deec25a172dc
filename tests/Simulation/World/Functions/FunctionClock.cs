using NodaTime;

namespace OrderHotline.Simulation;

/// <summary>The clock of one function's machine: off by some seconds either way, and now and then it steps.</summary>
/// <param name="time">The true time.</param>
/// <param name="random">The world's.</param>
/// <param name="faults">Whether clocks are off at all.</param>
/// <param name="most">How far it is off at most.</param>
sealed class FunctionClock(VirtualTime time, SeededRandom random, FaultProfile faults, Duration most) : IClock
{
    /// <summary>How far a clock is off on a day that the line must survive. Two clocks differ by twice this at most. The lease of a
    /// minute must outlast that and the longest attempt at a message with its claim, some 20 seconds; the minute in which a wish is known
    /// again must outlast that and all of Connect's retries, some 35 seconds.</summary>
    public static readonly Duration Most = Duration.FromSeconds(10);

    Duration off = Step(random, faults, most);

    public Instant GetCurrentInstant()
    {
        if (random.Of(faults.ClockSteps))
        {
            off = Step(random, faults, most);
        }

        return time.Now + off;
    }

    static Duration Step(SeededRandom random, FaultProfile faults, Duration most) =>
        faults.ClockSteps > 0 ? random.Between(-most, most) : Duration.Zero;
}
