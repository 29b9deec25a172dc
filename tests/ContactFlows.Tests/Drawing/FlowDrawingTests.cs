using System.Text;

namespace OrderHotline.ContactFlows.Tests;

public sealed class FlowDrawingTests
{
    const string One = "Conversation";

    static readonly IReadOnlyDictionary<string, Flow> Shipped = ShippedFlows.Read();

    public static TheoryData<string> Flows => [.. Shipped.Keys];

    [Fact]
    public void The_overview_has_a_box_for_every_flow_and_an_arrow_for_every_transfer()
    {
        var lines = FlowDrawing.Dot(Shipped).Split('\n');

        Assert.Equal(Shipped.Keys.Order(StringComparer.Ordinal), Boxes(lines).Select(line => line.Split('"')[1]));
        Assert.Contains(lines, line => line.StartsWith("  \"Reception\" -> \"Conversation\" [label=\"transfer\"", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("-> \"OperatorWhisper\" [label=\"AgentWhisper\"", StringComparison.Ordinal));
        Assert.Equal(4, lines.Count(line => line.Contains("-> \"Operator\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_transfer_through_an_attribute_is_an_arrow_to_whatever_flow_the_attribute_is_given()
    {
        const string Greets = """
            {"Version":"2019-10-30","StartAction":"keep","Actions":[
            {"Identifier":"keep","Type":"UpdateContactAttributes","Parameters":{"Attributes":{"back":"${Menu.ContactFlowArn}"},"TargetContact":"Current"},
            "Transitions":{"NextAction":"keep"}}]}
            """;
        const string Ends = """
            {"Version":"2019-10-30","StartAction":"again","Actions":[
            {"Identifier":"again","Type":"TransferToFlow","Parameters":{"ContactFlowId":"$.Attributes.back"},"Transitions":{}}]}
            """;
        const string Asks = """{"Version":"2019-10-30","StartAction":"end","Actions":[{"Identifier":"end","Type":"DisconnectParticipant","Transitions":{}}]}""";
        var flows = new Dictionary<string, Flow>
        {
            ["Reception"] = Flow.Read(Encoding.UTF8.GetBytes(Greets)),
            ["Menu"] = Flow.Read(Encoding.UTF8.GetBytes(Asks)),
            ["Closing"] = Flow.Read(Encoding.UTF8.GetBytes(Ends)),
        };

        Assert.Contains(
            FlowDrawing.Dot(flows).Split('\n'),
            line => line.StartsWith("  \"Closing\" -> \"Menu\" [label=\"transfer\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void One_flow_has_a_box_for_every_action_and_an_arrow_for_every_way_on_dashed_where_it_is_an_error(string flow)
    {
        var lines = FlowDrawing.Dot(Shipped, flow).Split('\n');
        var ways = Shipped[flow].Actions
            .SelectMany(action => FlowBranch.From(flow, action))
            .Where(branch => branch.Next is not null)
            .Select(branch => (branch.Action, branch.Next, IsError: branch.Kind == BranchKind.Error))
            .Distinct()
            .ToList();

        Assert.Equal(
            Shipped[flow].Actions.Select(action => action.Identifier),
            Boxes(lines).Select(line => line.Split('"')[1]).Where(id => !id.StartsWith("flow:", StringComparison.Ordinal)));
        Assert.All(ways, way => Assert.Contains(lines, line =>
            line.StartsWith($"  \"{way.Action}\" -> \"{way.Next}\" ", StringComparison.Ordinal)
                && line.Contains("dashed", StringComparison.Ordinal) == way.IsError));
        Assert.Equal(ways.Count, Arrows(lines).Count(line => !line.Contains("-> \"flow:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(One)]
    public void Mermaid_has_the_same_boxes_and_arrows(string? only)
    {
        var dot = FlowDrawing.Dot(Shipped, only).Split('\n');
        var mermaid = FlowDrawing.Mermaid(Shipped, only).Split('\n');

        Assert.Equal("flowchart LR", mermaid[0]);
        Assert.Equal(Boxes(dot).Count, mermaid.Count(line => line.Contains("[\"", StringComparison.Ordinal)));
        Assert.Equal(Arrows(dot).Count, mermaid.Count(line => line.Contains(">|\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_could_be_markup_is_text()
    {
        const string nasty = """
            {"Version":"2019-10-30","StartAction":"<a>","Actions":[
            {"Identifier":"<a>","Type":"MessageParticipant","Parameters":{"Text":"<b>\"&\u0001|`#;\\</b>"},
            "Transitions":{"NextAction":"<a>",
            "Conditions":[{"NextAction":"<a>","Condition":{"Operator":"Equals","Operands":["\"]; x"]}}]}}]}
            """;
        var flows = new Dictionary<string, Flow> { ["<Main>"] = Flow.Read(Encoding.UTF8.GetBytes(nasty)) };

        var mermaid = FlowDrawing.Mermaid(flows, "<Main>");
        Assert.DoesNotContain("<b>", mermaid, StringComparison.Ordinal);
        Assert.Contains("#60;b#62;#34;#38;#1;#124;#96;#35;;", mermaid, StringComparison.Ordinal);

        var dot = FlowDrawing.Dot(flows, "<Main>");
        Assert.Contains("\\n<b>\\\"& |`#;\\\\</b>\"", dot, StringComparison.Ordinal);
        Assert.Contains("[label=\"\\\"]; x, next\"]", dot, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MessageParticipant", """{"SSML":"<speak><prosody rate=\"<<rate>>\" volume='>'>Hello,</prosody><break time=\"1s\"/>who calls?</speak>"}""")]
    [InlineData("MessageParticipantIteratively", """{"Messages":[{"SSML":"<speak>Hello,</speak>"},{"Text":"who calls?"}]}""")]
    public void A_box_has_the_words_of_SSML_and_not_its_tags(string type, string parameters)
    {
        var flow = Flow.Read(Encoding.UTF8.GetBytes(
            $$$"""{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"{{{type}}}","Parameters":{{{parameters}}},"Transitions":{}}]}"""));

        Assert.Contains(
            $"[\"a<br/>{type}<br/>Hello, who calls?\"]",
            FlowDrawing.Mermaid(new Dictionary<string, Flow> { ["Main"] = flow }, "Main"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_colours_boxes_and_arrows()
    {
        var coverage = Shipped["Operator"].Actions
            .SelectMany(action => FlowBranch.From("Operator", action))
            .ToDictionary(branch => branch, branch => branch.Kind == BranchKind.Error ? BranchUse.Never : BranchUse.Everywhere);

        Assert.Single(
            Boxes(FlowDrawing.Dot(Shipped, null, coverage).Split('\n')),
            line => line.StartsWith("  \"Operator\"", StringComparison.Ordinal) && line.Contains(UseColours.For(BranchUse.Never), StringComparison.Ordinal));
        var arrows = Arrows(FlowDrawing.Dot(Shipped, "Operator", coverage).Split('\n'));
        Assert.All(
            arrows.Where(arrow => !arrow.Contains("flow:", StringComparison.Ordinal)),
            arrow => Assert.Contains(
                UseColours.For(arrow.Contains("dashed", StringComparison.Ordinal) ? BranchUse.Never : BranchUse.Everywhere),
                arrow,
                StringComparison.Ordinal));
        Assert.Contains(":::never", FlowDrawing.Mermaid(Shipped, "Operator", coverage), StringComparison.Ordinal);
        Assert.Contains("linkStyle 0 stroke:", FlowDrawing.Mermaid(Shipped, "Operator", coverage), StringComparison.Ordinal);
        Assert.DoesNotContain("stroke", FlowDrawing.Mermaid(Shipped, "Operator"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(One)]
    public void The_same_flows_give_the_same_chart(string? only) =>
        Assert.Equal(
            FlowDrawing.Dot(Shipped, only),
            FlowDrawing.Dot(Shipped.Reverse().ToDictionary(flow => flow.Key, flow => flow.Value), only));

    [Fact]
    public void A_branch_to_nowhere_and_a_flow_without_actions_are_drawn_all_the_same()
    {
        const string broken = """
            {"Version":"2019-10-30","StartAction":"gone","Actions":[
            {"Identifier":"a","Type":"Wait","Transitions":{"NextAction":"b"}}]}
            """;
        const string empty = """{"Version":"2019-10-30","StartAction":"gone","Actions":[]}""";
        var flows = new Dictionary<string, Flow>
        {
            ["Broken"] = Flow.Read(Encoding.UTF8.GetBytes(broken)),
            ["Empty"] = Flow.Read(Encoding.UTF8.GetBytes(empty)),
        };

        Assert.Equal(2, Boxes(FlowDrawing.Dot(flows).Split('\n')).Count);
        Assert.Single(Boxes(FlowDrawing.Dot(flows, "Broken").Split('\n')));
        Assert.Empty(Boxes(FlowDrawing.Dot(flows, "Empty").Split('\n')));
    }

    static List<string> Boxes(string[] lines) =>
        [.. lines.Where(line => line.StartsWith("  \"", StringComparison.Ordinal) && !line.Contains(" -> ", StringComparison.Ordinal))];

    static List<string> Arrows(string[] lines) =>
        [.. lines.Where(line => line.StartsWith("  \"", StringComparison.Ordinal) && line.Contains("\" -> \"", StringComparison.Ordinal))];
}
