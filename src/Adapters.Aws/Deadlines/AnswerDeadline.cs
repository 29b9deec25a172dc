namespace OrderHotline.Adapters.Aws;

/// <summary>
/// When the answer at hand must be given. No request to the table outlives it, whoever waits for it, and no attempt takes more than its
/// share of the time.
/// </summary>
/// <remarks>
/// <para>The share is the least of three: 3.3 seconds, 47 % of the whole time, and 92 % of what is left. So with the 7 seconds of a call
/// a table that needs 3 for each answer is waited for, at the read (3.29) and at the write after it, even if the function itself takes
/// 0.7 seconds; with the 2.5 that Lambda's standard time-out leaves, one that needs 1. And a request that is lost, whichever it is,
/// leaves more than half of the time for another one and for the write, two of them a twenty-fifth: a table that answers as it usually
/// does needs less.</para>
/// <para>For a process that gives one answer at a time. Until one is begun there is no end, and an attempt has the 3.3 seconds.</para>
/// </remarks>
/// <param name="clock">Measures time that has passed.</param>
public sealed class AnswerDeadline(TimeProvider clock)
{
    // What 47 % of a call's 7 seconds are: a delivery, which has a minute, waits no longer for one answer.
    static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(3.3);
    const double ShareOfTheWhole = 0.47;
    const double ShareOfTheRest = 0.92;

    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    const double PauseOfTheRest = 0.05;

    // Longer than any answer takes: what is left as long as none is begun.
    static readonly TimeSpan Unlimited = TimeSpan.FromDays(1);

    long began;
    TimeSpan whole = Unlimited;

    /// <summary>Another answer is begun.</summary>
    /// <param name="left">How long it may take.</param>
    public void Begin(TimeSpan left) => (began, whole) = (clock.GetTimestamp(), left);

    /// <summary>What is left for the answer; never negative.</summary>
    internal TimeSpan Left => whole == Unlimited ? Unlimited
        : whole - clock.GetElapsedTime(began) is var left && left > TimeSpan.Zero ? left
        : TimeSpan.Zero;

    /// <summary>How long an attempt that begins now may take, from its first byte out to its last byte in.</summary>
    internal TimeSpan OneAttempt => Least(LongestAttempt, Least(whole * ShareOfTheWhole, Left * ShareOfTheRest));

    /// <summary>The longest pause before another attempt.</summary>
    internal TimeSpan OnePause => Least(LongestPause, Left * PauseOfTheRest);

    static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
