using OrderHotline.CallSimulator.Connect;

using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class FlowModuleTests
{
    [Theory]
    [InlineData("yes", "yes")]
    [InlineData("no", "no")]
    [InlineData("perhaps", "none")]
    public async Task The_result_of_a_module_chooses_the_branch(string result, string branch)
    {
        var call = await Asking(Action("end", "EndFlowModuleExecution", $$"""{"Result":"{{result}}"}""")).Call();

        Assert.Equal([branch], call.Heard);
    }

    [Fact]
    public async Task A_module_without_a_result_goes_on()
    {
        var call = await Asking(Action("end", "EndFlowModuleExecution")).Call();

        Assert.Equal(["next"], call.Heard);
        Assert.Equal(
            ["Module end end", "Main ask next"],
            call.Events.OfType<CallEvent.Ran>().Take(2).Select(ran => $"{ran.Flow} {ran.Action} {ran.Branch}"));
    }

    [Fact]
    public async Task A_module_can_ask_the_caller()
    {
        var call = await Asking(
            Action("key", "GetParticipantInput", """{"StoreInput":"False","Text":"1 is yes."}""", ("1", "yes"), ("!NoMatchingError", "no")),
            Action("yes", "EndFlowModuleExecution", """{"Result":"yes"}"""),
            Action("no", "EndFlowModuleExecution", """{"Result":"no"}""")).Call(new CallerAct.Presses("1"));

        Assert.Equal(["1 is yes.", "yes"], call.Heard);
    }

    [Fact]
    public async Task A_module_shares_the_contact_and_has_its_own_flow_data()
    {
        var call = await new Rehearsal(
        [
            Action("contact", "UpdateContactAttributes", """{"Attributes":{"wish":"cancel"}}""", ("next", "flow")),
            Action("flow", "UpdateFlowAttributes", """{"FlowAttributes":{"step":{"Value":"two"}}}""", ("next", "function")),
            Action("function", "InvokeLambdaFunction", """{"LambdaFunctionARN":"F"}""", ("next", "ask")),
            Action(
                "ask", "InvokeFlowModule", """{"FlowModuleId":"Module:$LATEST","Input":{"item":"$.External.item"}}""", ("next", "after")),
            Say("after", "[$.FlowAttributes.step][$.External.item][$.Modules.ResultData.said][$.Attributes.wish]", "bye"),
            .. End(),
        ])
        {
            Functions = Rehearsal.Answering("""{"item":"hoodie"}"""),
        }.With(
            "Module",
            Say("in", "[$.FlowAttributes.step][$.External.item][$.Modules.Input.item][$.Attributes.wish]", "set"),
            Action("set", "UpdateContactAttributes", """{"Attributes":{"wish":"move"}}""", ("next", "end")),
            Action("end", "EndFlowModuleExecution", """{"ResultData":{"said":"$.Modules.Input.item"}}"""),
            Action("bye", "DisconnectParticipant")).Call();

        Assert.Equal(["[][][hoodie][cancel]", "[two][hoodie][hoodie][move]"], call.Heard);
    }

    [Fact]
    public async Task A_module_that_is_not_there_is_an_error()
    {
        var call = await new Rehearsal(
        [
            Action("ask", "InvokeFlowModule", """{"FlowModuleId":"Gone"}""", ("next", "next"), ("!NoMatchingError", "error")),
            .. End("next", "error"),
        ]).Call();

        Assert.Equal(["error"], call.Heard);
    }

    static Rehearsal Asking(params string[] module) => new Rehearsal(
    [
        Action(
            "ask",
            "InvokeFlowModule",
            """{"FlowModuleId":"${Module.ContactFlowModuleArn}"}""",
            ("yes", "yes"),
            ("no", "no"),
            ("next", "next"),
            ("!NoMatchingCondition", "none"),
            ("!NoMatchingError", "error")),
        .. End("yes", "no", "next", "none", "error"),
    ]).With("Module", module);
}
