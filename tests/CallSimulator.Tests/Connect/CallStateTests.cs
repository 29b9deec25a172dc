using OrderHotline.CallSimulator.Connect;

using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class CallStateTests
{
    static readonly Rehearsal Line = new(
        Action("count", "Loop", """{"LoopCount":"5"}""", ("ContinueLooping", "menu"), ("DoneLooping", "bye")),
        Action(
            "menu",
            "GetParticipantInput",
            """{"StoreInput":"False","InputTimeLimitSeconds":"0","Text":"Say it."}""",
            ("1", "function"),
            ("2", "function"),
            ("!InputTimeLimitExceeded", "count"),
            ("!NoMatchingCondition", "queue")),
        Action(
            "function",
            "InvokeLambdaFunction",
            """{"LambdaFunctionARN":"F","LambdaInvocationAttributes":{"key":"$.ContactId"}}""",
            ("next", "keep")),
        Action("keep", "UpdateContactAttributes", """{"Attributes":{"answer":"$.External.answer"}}""", ("next", "menu")),
        Action("queue", "UpdateContactTargetQueue", """{"QueueId":"Desk"}""", ("next", "go")),
        Action("go", "TransferContactToQueue", "{}", ("next", "bye")),
        Action("bye", "DisconnectParticipant"))
    {
        Functions = Rehearsal.Answering("""{"answer":"yes"}"""),
    };

    [Theory]
    [InlineData("1")]
    [InlineData("21")]
    [InlineData("9")]
    [InlineData("")]
    public async Task The_same_state_can_be_continued_twice(string keys)
    {
        var (connect, state) = await Rung();
        CallerAct act = keys.Length > 0 ? new CallerAct.Presses(keys) : new CallerAct.StaysSilent();

        var first = await connect.Next(state, act, TestContext.Current.CancellationToken);
        await connect.Next(first.State, new CallerAct.Presses("9"), TestContext.Current.CancellationToken);
        var second = await connect.Next(state, act, TestContext.Current.CancellationToken);

        Assert.Equal(Rehearsal.InWords(first.Events), Rehearsal.InWords(second.Events));
        Assert.Equal(first.State, second.State);
        Assert.Equal(first.State.GetHashCode(), second.State.GetHashCode());
        Assert.NotEqual(state, first.State);
    }

    [Fact]
    public async Task Two_ways_to_the_same_place_give_the_same_state()
    {
        var one = await After("1");
        var two = await After("2");
        var silent = await After("");

        Assert.Equal(one, two);
        Assert.NotEqual(one, silent);
    }

    [Fact]
    public async Task A_round_of_a_loop_is_part_of_the_state()
    {
        var (_, state) = await Rung();

        Assert.NotEqual(state, await After(""));
    }

    [Fact]
    public async Task What_a_state_says_for_itself()
    {
        var state = await After("1");

        Assert.Equal("contact-1", state.ContactId);
        Assert.Equal(("Main", "menu"), (state.Flow, state.Action));
        Assert.Equal("yes", state.Attributes["answer"]);
        Assert.IsType<CallWaiting.ForKey>(state.Waiting);
    }

    static async Task<(LocalConnect Connect, CallState State)> Rung()
    {
        var connect = Line.Connect();
        var call = new IncomingCall("contact-1", "+819012345678", "+815012345678", "Main", Rehearsal.Noon);
        return (connect, (await connect.Ring(call, TestContext.Current.CancellationToken)).State);
    }

    static async Task<CallState> After(string keys)
    {
        var (connect, state) = await Rung();
        CallerAct act = keys.Length > 0 ? new CallerAct.Presses(keys) : new CallerAct.StaysSilent();
        return (await connect.Next(state, act, TestContext.Current.CancellationToken)).State;
    }
}
