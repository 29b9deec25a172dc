using System.Text;

namespace OrderHotline.ContactFlows.Tests;

public sealed class FlowTests
{
    const string OneAction = """
        {"Version":"2019-10-30","StartAction":"a","Actions":[
        {"Identifier":"a","Type":"Wait","Parameters":{"TimeLimitSeconds":"5","Events":["CustomerReturned"],"Deep":{"er":"x"}},
        "Transitions":{"NextAction":"b","Errors":[{"NextAction":"c","ErrorType":"NoMatchingError"}],
        "Conditions":[{"NextAction":"b","Condition":{"Operator":"Equals","Operands":["WaitCompleted"]}}]}}]}
        """;

    [Fact]
    public void What_the_reader_has_no_name_for_is_kept_to_the_last_byte()
    {
        const string flow = """
            { "Version" :"2019-10-30",
            	"StartAction":"a",  "Actions":[ ],"Metadata":{"snapToGrid":false,"name":"\u6ce8文"} }
            """;
        Assert.Equal(flow, Encoding.UTF8.GetString(Flow.Read(Encoding.UTF8.GetBytes(flow)).ToJson()));
        Assert.Equal("注文", Read(flow).Name);
    }

    [Fact]
    public void An_action_says_what_it_does_and_where_it_leads()
    {
        var action = Read(OneAction).Find("a")!;
        Assert.Equal(("Wait", "5", "x"), (action.Type, action.Parameter("TimeLimitSeconds"), action.Parameter("Deep", "er")));
        Assert.Null(action.Parameter("Events"));
        Assert.Equal(["c", "b"], action.Targets);
        Assert.Equal("c", action.After("SomethingElse"));
        Assert.Equal("WaitCompleted", Assert.Single(Assert.Single(action.Conditions).Operands));
        Assert.Equal([KeyValuePair.Create("er", "x")], action.Map("Deep"));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_a_flow() =>
        Assert.Equal("a", Flow.Read(Encoding.UTF8.GetBytes("\uFEFF" + OneAction)).StartAction);

    [Fact]
    public void An_action_can_do_without_parameters_and_transitions()
    {
        var action = Assert.Single(Read("""{"Version":"1","StartAction":"a","Actions":[{"Identifier":"a","Type":"T"}]}""").Actions);
        Assert.Empty(action.Targets);
        Assert.Null(action.Parameter("Text"));
    }

    [Theory]
    [InlineData("agentWhisper", FlowType.AgentWhisper)]
    [InlineData("AGENT_WHISPER", FlowType.AgentWhisper)]
    [InlineData("contactFlow", FlowType.ContactFlow)]
    [InlineData("CUSTOMER_QUEUE", FlowType.CustomerQueue)]
    [InlineData("somethingNew", null)]
    public void The_kind_of_flow_is_read_by_either_of_its_names(string name, FlowType? type) => Assert.Equal(
        type, Read($$$"""{"Version":"1","StartAction":"a","Actions":[],"Metadata":{"type":"{{{name}}}"}}""").Type);

    [Fact]
    public void Only_a_module_has_settings() =>
        Assert.Equal(FlowType.Module, Read("""{"Version":"1","StartAction":"a","Actions":[],"Settings":{}}""").Type);

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("{", "no JSON")]
    [InlineData("""{"Version":"1","Version":"1"}""", "given twice")]
    [InlineData("[]", "must be an object")]
    [InlineData("""{"modules":[],"version":"1"}""", "old export")]
    [InlineData("""{"StartAction":"a","Actions":[]}""", "\"Version\"")]
    [InlineData("""{"Version":"1","Actions":[]}""", "\"StartAction\"")]
    [InlineData("""{"Version":"1","StartAction":"a"}""", "\"Actions\"")]
    [InlineData("""{"Version":"1","StartAction":"a","Actions":{}}""", "\"Actions\"")]
    [InlineData("""{"Version":"1","StartAction":"a","Actions":[7]}""", "Action 1")]
    [InlineData("""{"Version":"1","StartAction":"a","Actions":[{"Type":"T"}]}""", "\"Identifier\"")]
    [InlineData("""{"Version":"1","StartAction":"a","Actions":[{"Identifier":"a"}]}""", "\"Type\"")]
    [InlineData("""{"Version":"1","StartAction":"a","Actions":[{"Identifier":"a","Type":"T","Parameters":[]}]}""", "parameters of action")]
    [InlineData("""{"Version":"1","StartAction":"a","Actions":[{"Identifier":"a","Type":"T","Transitions":7}]}""", "transitions of action")]
    public void A_document_that_is_no_flow_is_refused_with_what_is_missing(string json, string says)
    {
        var malformed = Assert.Throws<FlowFormatException>(() => Read(json));
        Assert.Contains(says, malformed.Message, StringComparison.Ordinal);
    }

    static Flow Read(string json) => Flow.Read(Encoding.UTF8.GetBytes(json));
}
