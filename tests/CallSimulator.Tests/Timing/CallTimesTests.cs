using System.Text;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Timing;

namespace OrderHotline.CallSimulator.Tests;

public sealed class CallTimesTests
{
    // Five words, two seconds.
    const string Words = "one two three four five";

    static readonly Instant Ring = Instant.FromUtc(2026, 11, 25, 1, 0);

    [Fact]
    public void The_caller_may_act_when_the_first_prompt_that_may_be_interrupted_is_over()
    {
        var times = CallTimes.Of(Ring, [Heard(0), Heard(1, mayBeInterrupted: true), Heard(1, mayBeInterrupted: true)]);

        Assert.Equal(Duration.FromSeconds(5), times.UntilTheCallerMayAct);
        Assert.Equal((Duration.FromSeconds(6), Duration.FromSeconds(1), Duration.FromSeconds(7)), (times.Listening, times.Waiting, times.InAll));
    }

    [Fact]
    public void A_turn_is_speaking_or_pressing_and_takes_its_time()
    {
        var times = CallTimes.Of(
            Ring,
            [
                Heard(0), new CallEvent.Did(At(0), new CallerAct.Presses("12#")), new CallEvent.Did(At(0), new CallerAct.Says(Words)),
                new CallEvent.Did(At(0), new CallerAct.StaysSilent()), new CallEvent.Did(At(3), new CallerAct.HangsUp()),
            ]);

        Assert.Equal((2, Duration.FromSeconds(3.5), Duration.FromSeconds(3)), (times.Turns, times.Acting, times.Waiting));
    }

    [Theory]
    [InlineData("""{"outcome":"Rescheduled"}""", true)]
    [InlineData("""{"outcome":"Cancelled"}""", true)]
    [InlineData("""{"outcome":"Unchanged"}""", false)]
    [InlineData("""{"outcome":5}""", false)]
    [InlineData("""["outcome"]""", false)]
    [InlineData("ok", false)]
    public void A_change_is_announced_by_the_words_after_the_function_that_made_it(string reply, bool isAChange)
    {
        var invoked = new CallEvent.Invoked(
            At(2), "Any", 1, default, new FunctionAnswer.Replied(Encoding.UTF8.GetBytes(reply), Duration.FromSeconds(1)));

        var times = CallTimes.Of(Ring, [Heard(0), invoked, Heard(3), Heard(3)]);

        Assert.Equal(isAChange ? Duration.FromSeconds(7) : null, times.UntilAChangeIsAnnounced);
    }

    [Fact]
    public void What_an_operator_hears_is_no_time_of_the_callers() => Assert.Equal(
        Duration.Zero, CallTimes.Of(Ring, [new CallEvent.Heard(Ring, Words, Audience.Operator, "en-US", null)]).InAll);

    static CallEvent.Heard Heard(int second, bool mayBeInterrupted = false) =>
        new(At(second), Words, Audience.Caller, "en-US", null) { MayBeInterrupted = mayBeInterrupted };

    static Instant At(int second) => Ring + Duration.FromSeconds(second);
}
