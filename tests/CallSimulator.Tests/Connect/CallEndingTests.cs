using NodaTime;
using OrderHotline.CallSimulator.Connect;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class CallEndingTests
{
    [Theory]
    [InlineData("+81311112222", "True", "next", CallEnd.LineHungUp, 0)]
    [InlineData("+81311112222", "False", "", CallEnd.TransferredOut, 0)]
    [InlineData("+81399999999", "True", "failed", CallEnd.LineHungUp, 20)]
    public async Task A_call_goes_to_another_number_if_somebody_answers(
        string number, string resumes, string heard, CallEnd end, int seconds)
    {
        var call = await new Rehearsal(
        [
            Action(
                "out",
                "TransferParticipantToThirdParty",
                $$"""
                {
                    "ThirdPartyPhoneNumber": "{{number}}",
                    "ThirdPartyConnectionTimeLimitSeconds": "20",
                    "ContinueFlowExecution": "{{resumes}}"
                }
                """,
                ("next", "next"),
                ("!CallFailed", "failed"),
                ("!NoMatchingError", "error")),
            .. End("next", "failed", "error"),
        ])
        {
            World = new() { AnsweredNumbers = ["+81311112222"] },
        }.Call();

        Assert.Equal(heard, string.Join(',', call.Heard));
        Assert.Equal(end, call.End);
        Assert.Equal(Duration.FromSeconds(seconds), call.Elapsed);
    }

    [Theory]
    [InlineData("1234", "invalid")]
    [InlineData("", "invalid")]
    [InlineData("+266696687", "invalid")]
    [InlineData("+817378742833", "invalid")]
    [InlineData("+819011112222", "next")]
    public async Task A_call_back_goes_to_a_number_in_E164(string number, string heard)
    {
        var call = await CallBack(number, """{"QueueId":"Desk"}""").Call();

        Assert.Equal([heard], call.Heard);
        Assert.Equal(
            heard == "next" ? [new CallEvent.CallbackPromised(Rehearsal.Noon, number, Duration.FromSeconds(99))] : [],
            call.Events.OfType<CallEvent.CallbackPromised>());
    }

    [Fact]
    public async Task A_call_back_without_a_queue_is_an_error()
    {
        var call = await CallBack("+819011112222", "{}").Call();

        Assert.Equal(["error"], call.Heard);
    }

    [Fact]
    public async Task Hanging_up_ends_a_call_wherever_it_waits_and_nothing_happens_after_that()
    {
        var call = await new Rehearsal(
            [Action("menu", "GetParticipantInput", """{"StoreInput":"False","Text":"?"}""", ("1", "one")), .. End("one")])
            .Call(new CallerAct.HangsUp(), new CallerAct.Presses("1"));

        Assert.Equal(CallEnd.CallerHungUp, call.End);
        Assert.Equal(["?"], call.Heard);
        Assert.Equal(new CallEvent.Ended(Rehearsal.Noon, CallEnd.CallerHungUp), Assert.Single(call.Events.OfType<CallEvent.Ended>()));
        Assert.Equal(["The call is over: nothing more can happen in it."], call.Notes);
    }

    static Rehearsal CallBack(string number, string queue) => new(
    [
        Action("queue", "UpdateContactTargetQueue", queue, ("next", "set"), ("!NoMatchingError", "set")),
        Action("set", "UpdateContactAttributes", $$"""{"Attributes":{"number":"{{number}}"} }""", ("next", "number")),
        Action(
            "number",
            "UpdateContactCallbackNumber",
            """{"CallbackNumber":"$.Attributes.number"}""",
            ("next", "create"),
            ("!InvalidCallbackNumber", "invalid"),
            ("!CallbackNumberNotDialable", "error")),
        Action(
            "create",
            "CreateCallbackContact",
            """{"InitialCallDelaySeconds":"99","MaximumConnectionAttempts":"1","RetryDelaySeconds":"60"}""",
            ("next", "next"),
            ("!NoMatchingError", "error")),
        .. End("next", "invalid", "error"),
    ]);
}
