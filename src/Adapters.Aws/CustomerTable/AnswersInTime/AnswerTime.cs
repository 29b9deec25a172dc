namespace OrderHotline.Adapters.Aws;

/// <summary>
/// How much time is left for the answer at hand. No request to the table outlives it, whoever waits for it, and no attempt takes more
/// than its share: with seven seconds left the table has 1.8 for an answer, with two and a half it has less, so that a read that is lost
/// leaves time for another and for the write.
/// </summary>
/// <remarks>For a process that gives one answer at a time.</remarks>
/// <param name="clock">Measures time that has passed.</param>
public sealed class AnswerTime(TimeProvider clock)
{
    static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(1.8);
    static readonly TimeSpan ShortestAttempt = TimeSpan.FromMilliseconds(200);

    // A lost read, the read, and the write.
    const int Attempts = 3;

    // Longer than any function runs.
    static readonly TimeSpan Unlimited = TimeSpan.FromDays(1);

    long began = clock.GetTimestamp();
    TimeSpan whole = Unlimited;

    /// <summary>Another answer is begun.</summary>
    /// <param name="left">How long it may take.</param>
    public void Begin(TimeSpan left) => (began, whole) = (clock.GetTimestamp(), left);

    /// <summary>What is left for the answer; never negative.</summary>
    internal TimeSpan Left => whole - clock.GetElapsedTime(began) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>How long the table may take for the next answer.</summary>
    internal TimeSpan OneAttempt => TimeSpan.FromTicks(Math.Clamp(Left.Ticks / Attempts, ShortestAttempt.Ticks, LongestAttempt.Ticks));
}
