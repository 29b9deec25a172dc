using System.Collections.Immutable;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.ContactFlows;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class FailingActionTests
{
    static readonly string[] Flow =
    [
        Action("one", "MessageParticipant", """{"Text":"one"}""", ("next", "two"), ("!NoMatchingError", "two")),
        Action(
            "two",
            "GetParticipantInput",
            """{"StoreInput":"False","Text":"two"}""",
            ("next", "next"),
            ("!Rare", "rare"),
            ("!NoMatchingError", "error")),
        .. End("next", "rare", "error"),
    ];

    [Theory]
    [InlineData("Main/two", FlowErrors.NoMatchingError, "one", "error")]
    [InlineData("Main/two", "Rare", "one", "rare")]
    [InlineData("GetParticipantInput", FlowErrors.NoMatchingError, "one", "error")]
    [InlineData("Main/one", FlowErrors.NoMatchingError, "two")]
    [InlineData("Other/one", FlowErrors.NoMatchingError, "one", "two")]
    public async Task An_action_that_is_told_to_fail_does_nothing_and_takes_its_error_branch(
        string action, string error, params string[] heard)
    {
        var call = await new Rehearsal(Flow) { World = Failing((action, error)) }.Call();

        Assert.Equal(heard, call.Heard);
    }

    [Fact]
    public async Task What_one_action_is_told_counts_before_what_its_type_is_told()
    {
        var call = await new Rehearsal(Flow)
        {
            World = Failing(("GetParticipantInput", FlowErrors.NoMatchingError), ("Main/two", "Rare")),
        }.Call();

        Assert.Equal(["one", "rare"], call.Heard);
        Assert.Equal(["two was told to fail."], call.Notes);
    }

    [Fact]
    public async Task An_action_that_is_told_to_fail_and_has_no_branch_for_it_cuts_the_caller_off()
    {
        var call = await new Rehearsal(Flow) { World = Failing(("DisconnectParticipant", FlowErrors.NoMatchingError)) }
            .Call(new CallerAct.StaysSilent());

        Assert.Equal(CallEnd.CutOff, call.End);
    }

    static ConnectWorld Failing(params (string Action, string Error)[] failing) =>
        new() { FailingActions = failing.ToImmutableDictionary(one => one.Action, one => one.Error) };
}
