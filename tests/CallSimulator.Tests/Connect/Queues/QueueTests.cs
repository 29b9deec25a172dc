using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class QueueTests
{
    static readonly CallerAct Silence = new CallerAct.StaysSilent();
    static readonly CallerAct Answered = new CallerAct.OperatorAnswers();

    [Theory]
    [InlineData(0, "ForOperator")]
    [InlineData(2, "ForOperator")]
    [InlineData(3, "full")]
    [InlineData(4, "full")]
    public async Task A_queue_takes_as_many_callers_as_fit(int waiting, string outcome)
    {
        var call = await new Rehearsal(ToTheQueue()) { World = Desk(new() { Waiting = waiting, Capacity = 3 }) }.Call();

        Assert.Equal(outcome, call.State.Waiting is CallWaiting.ForOperator ? "ForOperator" : call.Heard.Last());
    }

    [Fact]
    public async Task Without_a_target_queue_the_transfer_is_an_error()
    {
        var call = await new Rehearsal([Transfer(), .. End("full", "error")]).Call();

        Assert.Equal(["error"], call.Heard);
    }

    [Fact]
    public async Task Announcements_go_round_until_they_are_interrupted()
    {
        var call = await new Rehearsal(ToTheQueue())
            .With(
                "Waiting",
                Action(
                    "round",
                    "MessageParticipantIteratively",
                    """
                    {
                        "InterruptFrequencySeconds": "20",
                        "Messages": [{"Text":"Please wait."}, {"SSML":"<speak>Soon.</speak>"}, {"PromptId":"Music"}]
                    }
                    """,
                    ("MessagesInterrupted", "still"),
                    ("!NoMatchingError", "end")),
                Say("still", "Still here?", "round"),
                Action("end", "EndFlowExecution"))
            .Call(Silence);

        string[] round = ["Please wait.", "<speak>Soon.</speak>", "(prompt Music)"];
        Assert.Equal([.. round, "Still here?", .. round], call.Heard);
        Assert.Equal(Duration.FromSeconds(20), call.Elapsed);
        Assert.Equal(new CallWaiting.ForOperator(Duration.FromSeconds(20)), call.State.Waiting);
    }

    [Fact]
    public async Task Announcements_that_nothing_interrupts_are_heard_again()
    {
        var call = await new Rehearsal(ToTheQueue())
            .With(
                "Waiting",
                Action("round", "MessageParticipantIteratively", """{"Messages":[{"Text":"Please wait."}]}""", ("!NoMatchingError", "end")),
                Action("end", "EndFlowExecution"))
            .Call(Silence);

        Assert.Equal(["Please wait.", "Please wait."], call.Heard);
        Assert.Equal(Duration.FromSeconds(30), call.Elapsed);
    }

    [Fact]
    public async Task A_caller_keeps_waiting_when_the_flow_of_the_queue_is_over()
    {
        var call = await new Rehearsal(ToTheQueue())
            .With("Waiting", Say("once", "Please wait.", "end"), Action("end", "EndFlowExecution"))
            .Call(Silence, new CallerAct.Says("Hello?"), Silence);

        Assert.Equal(["Please wait."], call.Heard);
        Assert.Equal(Duration.FromSeconds(60), call.Elapsed);
        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
    }

    [Fact]
    public async Task An_operator_hears_the_whisper_then_the_caller_and_then_they_hear_each_other()
    {
        var call = await new Rehearsal(ToTheQueue())
            .With("Waiting", Say("once", "Please wait.", "end"), Action("end", "EndFlowExecution"))
            .With("ToOperator", Say("tell", "$.Attributes.wish for $.Agent.UserName", "end"), Action("end", "EndFlowExecution"))
            .With("ToCaller", Action("tell", "MessageParticipant", """{"Text":"Here is somebody."}"""))
            .Call(Silence, Answered);

        Assert.Equal(
            ["Please wait. Caller", "cancel for operator Operator", "Here is somebody. Caller"],
            call.Events.OfType<CallEvent.Heard>().Select(heard => $"{heard.Words} {heard.By}"));
        Assert.Equal("cancel", Assert.Single(call.Events.OfType<CallEvent.HandedOver>()).Attributes["wish"]);
        Assert.Equal(CallEnd.WithOperator, call.End);
    }

    [Theory]
    [InlineData("GetParticipantInput", """{"StoreInput":"False","Text":"Key?"}""", "Nobody can answer a whisper.")]
    [InlineData("DisconnectParticipant", "{}", "A whisper cannot hang up.")]
    [InlineData("TransferToFlow", """{"ContactFlowId":"Main"}""", "A call in a queue, or in a whisper, cannot go to another flow.")]
    [InlineData("TransferContactToQueue", "{}", "The call is in a queue already: DequeueContactAndTransferToQueue takes it to another.")]
    public async Task A_whisper_can_only_tell(string type, string parameters, string note)
    {
        var call = await new Rehearsal(ToTheQueue())
            .With("Waiting", Action("end", "EndFlowExecution"))
            .With(
                "ToOperator",
                Action("x", type, parameters, ("next", "end"), ("!NoMatchingError", "say")),
                Say("say", "error", "end"),
                Action("end", "EndFlowExecution"))
            .With("ToCaller", Action("end", "EndFlowExecution"))
            .Call(Answered);

        Assert.Equal("error", call.Heard.Last());
        Assert.Contains(note, call.Notes);
        Assert.Equal(CallEnd.WithOperator, call.End);
    }

    [Fact]
    public async Task Without_whispers_an_operator_hears_the_name_of_the_queue()
    {
        var call = await new Rehearsal(
        [
            Action("queue", "UpdateContactTargetQueue", """{"QueueId":"${Desk.QueueArn}"}""", ("next", "go")),
            Transfer(),
            .. End("full", "error"),
        ]).Call(Answered);

        var heard = Assert.Single(call.Events.OfType<CallEvent.Heard>());
        Assert.Equal(("Desk", Audience.Operator), (heard.Words, heard.By));
        Assert.Equal(CallEnd.WithOperator, call.End);
        Assert.Equal(
            [
                "Nothing here is known of the queue Desk: 1 operator is there, and nobody waits.",
                "No flow is set for the queue: Connect plays its own.",
            ],
            call.Notes);
    }

    [Theory]
    [InlineData("\"EventHooks\":{\"AgentWhisper\":\"Main\"},")]
    [InlineData("")]
    public async Task A_whisper_that_is_off_is_not_heard(string hooks)
    {
        var call = await new Rehearsal(
        [
            Action("queue", "UpdateContactTargetQueue", """{"QueueId":"Desk"}""", ("next", "off")),
            Action(
                "off",
                "UpdateContactEventHooks",
                "{ " + hooks + """ "EventHooksConfiguration":{"AgentWhisper":{"DisableExecution":"true"}}} """,
                ("next", "go")),
            Transfer(),
            .. End("full", "error"),
        ]).Call(Answered);

        Assert.Empty(call.Heard);
        Assert.Equal(CallEnd.WithOperator, call.End);
    }

    [Fact]
    public async Task An_operator_cannot_answer_a_call_that_is_in_no_queue()
    {
        var call = await new Rehearsal(
            [Action("menu", "GetParticipantInput", """{"StoreInput":"False","Text":"?"}""", ("1", "one")), .. End("one")])
            .Call(Answered, new CallerAct.Presses("1"));

        Assert.Equal(["?", "one"], call.Heard);
        Assert.Equal(["No operator can answer: the call is in no queue."], call.Notes);
    }

    [Fact]
    public async Task A_caller_can_be_taken_to_another_queue()
    {
        var call = await new Rehearsal(ToTheQueue())
            .With(
                "Waiting",
                Action("key", "GetParticipantInput", """{"StoreInput":"False","Text":"$.Queue.Name: 1 for another."}""", ("1", "next")),
                Action("next", "DequeueContactAndTransferToQueue", """{"QueueId":"${Other.QueueArn}"}""", ("!NoMatchingError", "end")),
                Action("end", "EndFlowExecution"))
            .Call(new CallerAct.Presses("1"));

        Assert.Equal(["Desk: 1 for another.", "Other: 1 for another."], call.Heard);
    }

    [Fact]
    public async Task A_caller_in_a_queue_can_be_answered_in_the_middle_of_a_question()
    {
        var call = await new Rehearsal(ToTheQueue())
            .With("Waiting", Action("key", "GetParticipantInput", """{"StoreInput":"False","Text":"Call back?"}""", ("1", "end")))
            .With("ToOperator", Action("end", "EndFlowExecution"))
            .With("ToCaller", Action("end", "EndFlowExecution"))
            .Call(Answered);

        Assert.Equal(CallEnd.WithOperator, call.End);
    }

    static string Transfer() =>
        Action("go", "TransferContactToQueue", "{}", ("next", "error"), ("!QueueAtCapacity", "full"), ("!NoMatchingError", "error"));

    static ConnectWorld Desk(QueueState state) =>
        new() { Queues = ImmutableDictionary<string, QueueState>.Empty.Add("Desk", state) };

    static string[] ToTheQueue() =>
    [
        Action("queue", "UpdateContactTargetQueue", """{"QueueId":"${Desk.QueueArn}"}""", ("next", "wish")),
        Action("wish", "UpdateContactAttributes", """{"Attributes":{"wish":"cancel"}}""", ("next", "hook1")),
        Hook("hook1", "CustomerQueue", "Waiting", "hook2"),
        Hook("hook2", "AgentWhisper", "ToOperator", "hook3"),
        Hook("hook3", "CustomerWhisper", "ToCaller", "go"),
        Transfer(),
        .. End("full", "error"),
    ];

    static string Hook(string identifier, string hook, string flow, string next) => Action(
        identifier,
        "UpdateContactEventHooks",
        $$$"""{"EventHooks":{"{{{hook}}}":"${{{{flow}}}.ContactFlowArn}"} }""",
        ("next", next),
        ("!NoMatchingError", next));
}
