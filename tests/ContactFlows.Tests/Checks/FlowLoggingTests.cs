using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace OrderHotline.ContactFlows.Tests;

/// <summary>The flow log of Connect carries replies and keyed numbers: it is off wherever a call is personal.</summary>
public sealed class FlowLoggingTests
{
    const string Behaviour = "UpdateFlowLoggingBehavior";

    [Fact]
    public void The_shipped_flows_log_nothing() => Assert.Empty(InTheLog(ShippedFlows.Read()));

    [Fact]
    public void A_shop_may_log_how_callers_are_greeted_and_no_more_gets_into_the_log() =>
        Assert.Empty(InTheLog(With("Reception", "flow-log", "Enabled")));

    [Theory]
    [InlineData("Conversation", "Keypad")]
    [InlineData("Operator", "Callback")]
    public void A_flow_that_turns_it_on_is_found_with_the_flows_that_it_leads_to(string flow, string next)
    {
        var found = InTheLog(With(flow, "log-nothing", "Enabled")).Select(finding => finding.Flow).Distinct().ToList();

        Assert.Contains(flow, found);
        Assert.Contains(next, found);
    }

    [Fact]
    public void A_word_that_only_the_call_will_tell_may_turn_it_on() =>
        Assert.NotEmpty(InTheLog(With("Conversation", "log-nothing", "$.Attributes.logging")));

    static IEnumerable<FlowFinding> InTheLog(IReadOnlyDictionary<string, Flow> flows) =>
        FlowCheck.Check(flows, contract: null).Where(finding => finding.Fault == FlowFault.PersonalDataInTheFlowLog);

    static ImmutableDictionary<string, Flow> With(string flow, string action, string behaviour)
    {
        var flows = ShippedFlows.Read().ToImmutableDictionary();
        var json = JsonNode.Parse(flows[flow].ToJson().ToArray())!;
        var changed = json["Actions"]!.AsArray().Single(node => (string?)node!["Identifier"] == action)!;
        Assert.Equal(Behaviour, (string?)changed["Type"]);
        changed["Parameters"]!["FlowLoggingBehavior"] = behaviour;
        return flows.SetItem(flow, Flow.Read(Encoding.UTF8.GetBytes(json.ToJsonString())));
    }
}
