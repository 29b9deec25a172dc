using NodaTime;
using OrderHotline.CallSimulator.Connect;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class FlowControlTests
{
    [Fact]
    public async Task A_loop_goes_round_as_often_as_it_says_and_starts_anew_after_that()
    {
        var call = await new Rehearsal(
            Round("outer", "2", "inner", "bye"),
            Round("inner", "3", "say", "outer"),
            Say("say", "round", "inner"),
            Action("bye", "DisconnectParticipant")).Call();

        Assert.Equal(6, call.Heard.Count());
        Assert.Equal(CallEnd.LineHungUp, call.End);

        static string Round(string identifier, string times, string body, string done) => Action(
            identifier,
            "Loop",
            $$"""{"LoopCount":"{{times}}"}""",
            ("ContinueLooping", body),
            ("DoneLooping", done),
            ("next", done));
    }

    [Fact]
    public async Task Waiting_lets_time_pass()
    {
        var call = await new Rehearsal(
        [
            Action("wait", "Wait", """{"TimeLimitSeconds":"90"}""", ("WaitCompleted", "done"), ("!NoMatchingError", "error")),
            .. End("done", "error"),
        ]).Call();

        Assert.Equal(["done"], call.Heard);
        Assert.Equal(Duration.FromSeconds(90), call.Elapsed);
    }

    [Fact]
    public async Task Chance_is_the_same_for_the_same_contact_and_both_sides_for_many()
    {
        var connect = new Rehearsal(
        [
            Action("ab", "DistributeByPercentage", "{}", ("NumberLessThan 50", "a"), ("!NoMatchingCondition", "b")),
            .. End("a", "b"),
        ]).Connect();
        var calls = await Task.WhenAll(Enumerable.Range(0, 100).Select(contact => Branch($"contact-{contact}")));
        var again = await Task.WhenAll(Enumerable.Range(0, 100).Select(contact => Branch($"contact-{contact}")));

        Assert.Equal(calls, again);
        Assert.InRange(calls.Count(branch => branch == "a"), 30, 70);

        async Task<string> Branch(string contact)
        {
            var step = await connect.Ring(
                new IncomingCall(contact, From: null, "+815012345678", "Main", Rehearsal.Noon), TestContext.Current.CancellationToken);
            return step.Events.OfType<CallEvent.Heard>().Single().Words;
        }
    }

    [Fact]
    public async Task Another_flow_keeps_the_contact_and_loses_the_attributes_of_the_flow()
    {
        var call = await new Rehearsal(
            Action("flow", "UpdateFlowAttributes", """{"FlowAttributes":{"step":{"Value":"two"}}}""", ("next", "contact")),
            Action("contact", "UpdateContactAttributes", """{"Attributes":{"wish":"cancel"}}""", ("next", "go")),
            Action("go", "TransferToFlow", """{"ContactFlowId":"${Other.ContactFlowArn}"}""", ("next", "bye"), ("!NoMatchingError", "bye")),
            Action("bye", "DisconnectParticipant"))
            .With("Other", Say("say", "[$.FlowAttributes.step][$.Attributes.wish]", "bye"), Action("bye", "DisconnectParticipant"))
            .Call();

        Assert.Equal(["[][cancel]"], call.Heard);
        Assert.Equal("Other", call.State.Flow);
    }

    [Fact]
    public async Task A_flow_that_is_not_there_is_an_error()
    {
        var call = await new Rehearsal(
        [
            Action("go", "TransferToFlow", """{"ContactFlowId":"Gone"}""", ("next", "next"), ("!NoMatchingError", "error")),
            .. End("next", "error"),
        ]).Call();

        Assert.Equal(["error"], call.Heard);
        Assert.Equal(["There is no flow Gone here. The call goes on as after an error, NoMatchingError -> error."], call.Notes);
    }

    [Fact]
    public async Task Ending_the_flow_before_any_queue_hangs_up()
    {
        var call = await new Rehearsal(Action("end", "EndFlowExecution")).Call();

        Assert.Equal(CallEnd.LineHungUp, call.End);
        Assert.Equal(["end ends a flow before any queue, which hangs up."], call.Notes);
    }

    [Fact]
    public async Task A_number_that_leads_to_no_flow_is_a_mistake_of_the_caller_of_this_code()
    {
        var connect = new Rehearsal(Action("bye", "DisconnectParticipant")).Connect();
        var call = new IncomingCall("contact-1", From: null, "+815012345678", "Gone", Rehearsal.Noon);

        var mistake = await Assert.ThrowsAsync<ArgumentException>(() => connect.Ring(call, TestContext.Current.CancellationToken));

        Assert.StartsWith("There is no flow Gone: it must be one of Main.", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UpdateFlowLoggingBehavior", "next", false)]
    [InlineData("UpdateContactRecordingBehavior", "next", false)]
    [InlineData("UpdateContactMediaStreamingBehavior", "next", true)]
    [InlineData("CreateTask", "next", true)]
    [InlineData("GetCustomerProfile", "NoneFoundError", true)]
    [InlineData("GetCase", "NoneFound", true)]
    [InlineData("CheckVoiceId", "NotEnrolled", true)]
    [InlineData("ShowView", "NoMatchingError", true)]
    public async Task What_means_nothing_without_the_service_takes_a_stated_branch(string type, string branch, bool isNoted)
    {
        var call = await new Rehearsal(
        [
            Action(
                "x",
                type,
                "{}",
                ("NotEnrolled", "NotEnrolled"),
                ("next", "next"),
                ("!NoneFound", "NoneFound"),
                ("!NoneFoundError", "NoneFoundError"),
                ("!NoMatchingError", "NoMatchingError")),
            .. End("next", "NoneFound", "NoneFoundError", "NotEnrolled", "NoMatchingError"),
        ]).Call();

        Assert.Equal([branch], call.Heard);
        Assert.Equal(isNoted, call.Notes.Any(note => note.StartsWith(type, StringComparison.Ordinal)));
    }
}
