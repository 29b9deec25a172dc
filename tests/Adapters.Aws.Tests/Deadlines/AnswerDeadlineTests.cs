namespace OrderHotline.Adapters.Aws.Tests;

public sealed class AnswerDeadlineTests
{
    [Theory]
    [InlineData(60, 0, 3_300)]
    [InlineData(7, 0, 3_290)]
    [InlineData(7, 3, 3_290)]
    [InlineData(7, 4, 2_760)]
    [InlineData(7, 6, 920)]
    [InlineData(2.5, 0, 1_175)]
    [InlineData(2.5, 1, 1_175)]
    [InlineData(2.5, 2.4, 92)]
    [InlineData(2.5, 9, 0)]
    public void An_attempt_gets_nearly_half_of_the_whole_and_at_most_92_percent_of_the_rest(double whole, double passed, double attempt)
    {
        var clock = new PassingTime();
        var deadline = new AnswerDeadline(clock);
        clock.Pass(1);

        deadline.Begin(TimeSpan.FromSeconds(whole));
        clock.Pass(passed);

        Assert.Equal(attempt, deadline.OneAttempt.TotalMilliseconds, tolerance: 0.01);
        Assert.Equal(Math.Max(0, whole - passed), deadline.Left.TotalSeconds, tolerance: 0.001);
    }

    [Fact]
    public void Until_an_answer_is_begun_there_is_no_end()
    {
        var clock = new PassingTime();
        var deadline = new AnswerDeadline(clock);

        clock.Pass(TimeSpan.FromDays(3).TotalSeconds);

        Assert.Equal(3.3, deadline.OneAttempt.TotalSeconds, tolerance: 0.001);
    }

    public static TheoryData<double> WholeTimes => [.. Enumerable.Range(2, 69).Select(tenths => tenths / 10.0)];

    [Theory]
    [MemberData(nameof(WholeTimes))]
    public void Two_answers_that_take_two_fifths_of_the_time_each_are_waited_for(double whole)
    {
        var clock = new PassingTime();
        var deadline = new AnswerDeadline(clock);
        deadline.Begin(TimeSpan.FromSeconds(whole));
        var slow = 0.42 * whole;

        Assert.True(deadline.OneAttempt.TotalSeconds > slow, "the first");
        clock.Pass(slow + (0.1 * whole));
        Assert.True(deadline.OneAttempt.TotalSeconds > slow, "the second");
    }

    [Theory]
    [MemberData(nameof(WholeTimes))]
    public void A_request_that_is_lost_leaves_half_of_the_time_and_two_a_twenty_fifth_or_nearly(double whole)
    {
        var clock = new PassingTime();
        var deadline = new AnswerDeadline(clock);
        deadline.Begin(TimeSpan.FromSeconds(whole));

        for (var lost = 0; lost < 2; lost++)
        {
            clock.Pass(deadline.OneAttempt.TotalSeconds);
            Assert.True(lost > 0 || deadline.Left.TotalSeconds > 0.5 * whole, $"{deadline.Left} of {whole} s");
            clock.Pass(deadline.OnePause.TotalSeconds);
        }

        Assert.True(deadline.Left.TotalSeconds > 0.035 * whole, $"{deadline.Left} of {whole} s");
    }

    sealed class PassingTime : TimeProvider
    {
        long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Pass(double seconds) => now += TimeSpan.FromSeconds(seconds).Ticks;
    }
}
