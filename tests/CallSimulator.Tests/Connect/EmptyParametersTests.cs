using OrderHotline.CallSimulator.Connect;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class EmptyParametersTests
{
    [Theory]
    [InlineData("UpdateContactTargetQueue", """{"QueueId":"$.Attributes.none"}""", "queue")]
    [InlineData("UpdateContactTargetQueue", """{"AgentId":"$.Attributes.none"}""", "queue")]
    [InlineData("UpdateContactEventHooks", """{"EventHooks":{"CustomerQueue":"$.Attributes.none"}}""", "flow for CustomerQueue")]
    [InlineData("UpdateContactTextToSpeechVoice", """{"TextToSpeechVoice":"$.Attributes.none"}""", "voice")]
    [InlineData("TransferToFlow", """{"ContactFlowId":"$.Attributes.none"}""", "flow")]
    [InlineData("TransferParticipantToThirdParty", """{"ThirdPartyPhoneNumber":"$.Attributes.none"}""", "telephone number")]
    [InlineData("InvokeFlowModule", """{"FlowModuleId":"$.Attributes.none"}""", "module")]
    [InlineData("InvokeLambdaFunction", """{"LambdaFunctionARN":"$.Attributes.none"}""", "function")]
    [InlineData("ConnectParticipantWithLexBot", """{"Text":"Yes?","LexV2Bot":{"AliasArn":"$.Attributes.none"}}""", "bot")]
    [InlineData("ConnectParticipantWithLexBot", """{"Text":"Yes?","LexBot":{"Name":"$.Attributes.none"}}""", "bot")]
    [InlineData("Loop", """{"LoopCount":"$.Attributes.none"}""", "number of rounds")]
    [InlineData("Wait", """{"TimeLimitSeconds":"$.Attributes.none"}""", "time to wait")]
    public async Task The_reference_that_left_an_action_without_what_it_needs_is_told(string type, string parameters, string what)
    {
        var call = await Once(type, parameters).Call();

        Assert.Equal(["error"], call.Heard);
        Assert.Equal(
            [$"$.Attributes.none, which gives the {what}, has no value. The call goes on as after an error, NoMatchingError -> error."],
            call.Events.OfType<CallEvent.Noted>().Where(noted => noted.IsOfSomethingMissing).Select(noted => noted.Note));
    }

    [Theory]
    [InlineData("UpdateContactTargetQueue", "{}", "it has no queue.")]
    [InlineData("TransferToFlow", "{}", "it has no flow.")]
    [InlineData("Loop", """{"LoopCount":"many"}""", "it goes \"many\" rounds, which is no number.")]
    [InlineData("Wait", """{"TimeLimitSeconds":"long"}""", "it waits \"long\" seconds, which is no number.")]
    public async Task An_action_without_what_it_needs_fails_for_its_own_reason(string type, string parameters, string why)
    {
        var call = await Once(type, parameters).Call();

        Assert.Equal(["error"], call.Heard);
        Assert.Equal([why], call.Notes);
    }

    [Fact]
    public async Task A_caller_leaves_a_queue_for_none_that_has_no_name()
    {
        var call = await new Rehearsal(
                Action("queue", "UpdateContactTargetQueue", """{"QueueId":"Desk"}""", ("next", "hook"), ("!NoMatchingError", "bye")),
                Action(
                    "hook",
                    "UpdateContactEventHooks",
                    """{"EventHooks":{"CustomerQueue":"Waiting"}}""",
                    ("next", "wait"),
                    ("!NoMatchingError", "bye")),
                Action("wait", "TransferContactToQueue", "{}", ("next", "bye"), ("!NoMatchingError", "bye"), ("!QueueAtCapacity", "bye")),
                Action("bye", "DisconnectParticipant"))
            .With(
                "Waiting",
                [
                    Action(
                        "leave",
                        "DequeueContactAndTransferToQueue",
                        """{"QueueId":"$.Attributes.none"}""",
                        ("next", "error"),
                        ("!NoMatchingError", "error"),
                        ("!QueueAtCapacity", "bye")),
                    .. End("error"),
                ])
            .Call();

        Assert.Equal(["error"], call.Heard);
        Assert.Contains(call.Notes, note => note.StartsWith("$.Attributes.none, which gives the queue, has no value.", StringComparison.Ordinal));
    }

    static Rehearsal Once(string type, string parameters) => new(
    [
        Action("it", type, parameters, ("next", "next"), ("!NoMatchingError", "error"), ("ContinueLooping", "next"), ("DoneLooping", "next")),
        .. End("next", "error"),
    ]);
}
