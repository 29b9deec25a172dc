using OrderHotline.CallSimulator.Connect;

using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class BranchTests
{
    static readonly (string, string)[] Nowhere = [("next", "next"), ("!NoMatchingCondition", "none"), ("!NoMatchingError", "error")];

    [Theory]
    [InlineData("Equals cancel", "cancel", "it")]
    [InlineData("Equals cancel", "Cancel", "none")]
    [InlineData("TextStartsWith can", "cancel", "it")]
    [InlineData("TextStartsWith cel", "cancel", "none")]
    [InlineData("TextEndsWith cel", "cancel", "it")]
    [InlineData("TextEndsWith can", "cancel", "none")]
    [InlineData("TextContains nce", "cancel", "it")]
    [InlineData("TextContains NCE", "cancel", "none")]
    [InlineData("NumberGreaterThan 2", "10", "it")]
    [InlineData("NumberGreaterThan 2", "2", "none")]
    [InlineData("NumberGreaterOrEqualTo 2", "2", "it")]
    [InlineData("NumberGreaterOrEqualTo 2", "1.5", "none")]
    [InlineData("NumberLessThan 10", "9", "it")]
    [InlineData("NumberLessThan 10", "10", "none")]
    [InlineData("NumberLessOrEqualTo 10", "10", "it")]
    [InlineData("NumberLessOrEqualTo 10", "many", "none")]
    [InlineData("KeyExists wish", "cancel", "it")]
    [InlineData("KeyExists wish", "", "none")]
    [InlineData("TextContains cancel", "", "none")]
    [InlineData("Sounds cancel", "cancel", "none")]
    public async Task A_condition_holds_or_not(string condition, string value, string branch) =>
        Assert.Equal(branch, await Compared(value, [(condition, "it"), .. Nowhere]));

    [Fact]
    public async Task The_first_condition_that_holds_counts() =>
        Assert.Equal("it", await Compared("7", [("NumberGreaterThan 3", "it"), ("Equals 7", "error"), .. Nowhere]));

    [Theory]
    [InlineData("none", "!NoMatchingCondition", "none", "!NoMatchingError", "error", "next", "next")]
    [InlineData("error", "!NoMatchingError", "error", "next", "next")]
    [InlineData("next", "next", "next")]
    public async Task Without_a_match_the_error_branches_come_before_the_next_action(string branch, params string[] goes) =>
        Assert.Equal(branch, await Compared("x", [("y", "it"), .. goes.Chunk(2).Select(go => (go[0], go[1]))]));

    [Fact]
    public async Task An_error_has_its_own_branch_or_the_one_for_all()
    {
        string[] menu = End("own", "error", "next");
        var own = await Menu(("!InputTimeLimitExceeded", "own"), ("!NoMatchingError", "error"), ("next", "next"));
        var any = await Menu(("!NoMatchingError", "error"), ("next", "next"));

        Assert.Equal("own", own.Heard.Last());
        Assert.Equal("error", any.Heard.Last());

        Task<Rehearsal> Menu(params (string, string)[] goes) => new Rehearsal(
            [Action("menu", "GetParticipantInput", """{"StoreInput":"False","Text":"?"}""", goes), .. menu])
            .Call(new CallerAct.StaysSilent());
    }

    [Fact]
    public async Task Without_any_branch_the_caller_is_cut_off()
    {
        var call = await new Rehearsal(Action("hello", "MessageParticipant", """{"Text":"Hello."}""")).Call();

        Assert.Equal(CallEnd.CutOff, call.End);
        Assert.Equal(["hello has no branch for \"next\"."], call.Notes);
    }

    [Fact]
    public async Task A_branch_to_an_action_that_is_not_there_cuts_the_caller_off()
    {
        var call = await new Rehearsal(Say("hello", "Hello.", "gone")).Call();

        Assert.Equal(CallEnd.CutOff, call.End);
        Assert.Equal(["There is no action gone in Main."], call.Notes);
    }

    [Fact]
    public async Task A_flow_that_goes_round_for_ever_is_stopped()
    {
        var call = await new Rehearsal(Say("a", "A", "b"), Say("b", "B", "a")).Call();

        Assert.Equal(CallEnd.CutOff, call.End);
        Assert.Equal(1000, call.Events.OfType<CallEvent.Ran>().Count());
    }

    [Fact]
    public async Task An_action_that_nobody_knows_takes_the_error_branch()
    {
        var call = await new Rehearsal(
            [Action("x", "PlayPrompt", "{}", ("next", "next"), ("!NoMatchingError", "error")), .. End("next", "error")]).Call();

        Assert.Equal(["error"], call.Heard);
        Assert.Equal(["PlayPrompt is no action that Connect is known to have."], call.Notes);
    }

    [Fact]
    public async Task Every_action_is_told_of_with_the_branch_it_took()
    {
        var call = await new Rehearsal(Say("hello", "Hello.", "bye"), Action("bye", "DisconnectParticipant")).Call();

        Assert.Equal(
            [
                new CallEvent.Ran(Rehearsal.Noon, "Main", "hello", "MessageParticipant", "next", "bye"),
                new CallEvent.Ran(Rehearsal.Noon, "Main", "bye", "DisconnectParticipant", "end", null),
            ],
            call.Events.OfType<CallEvent.Ran>());
    }

    static async Task<string> Compared(string value, (string, string)[] goes)
    {
        var call = await new Rehearsal(
        [
            Action(
                "set",
                "UpdateContactAttributes",
                $$"""{"Attributes":{"wish":"{{value}}"} }""",
                ("next", "compare"),
                ("!NoMatchingError", "bye")),
            Action("compare", "Compare", """{"ComparisonValue":"$.Attributes.wish"}""", goes),
            .. End("it", "none", "error", "next"),
        ]).Call();
        return call.Heard.Single();
    }
}
