using System.Text;
using System.Xml.Linq;

namespace OrderHotline.ContactFlows.Tests;

public sealed class FlowDrawingTests
{
    static readonly IReadOnlyDictionary<string, Flow> Shipped = ShippedFlows.Read();

    [Fact]
    public void Every_action_of_every_flow_is_in_the_image()
    {
        var words = Words(XDocument.Parse(FlowDrawing.Svg(Shipped)));

        Assert.All(Shipped.Keys, name => Assert.Contains(name, words));
        Assert.All(Shipped.Values.SelectMany(flow => flow.Actions), action => Assert.Contains(action.Identifier, words));
        Assert.Equal(Shipped.Values.Sum(flow => flow.Actions.Length), words.Count(word => IsAType(word)));
    }

    [Fact]
    public void Every_branch_of_every_action_is_named_in_its_box()
    {
        var boxes = Elements(XDocument.Parse(FlowDrawing.Svg(Shipped)), "g").ToList();
        var all = Shipped.SelectMany(flow => flow.Value.Actions.Select(action => (flow.Key, action))).ToList();

        Assert.Equal(all.Count, boxes.Count);
        Assert.All(all, flowAndAction =>
        {
            var branches = FlowBranch.Of(flowAndAction.Key, flowAndAction.action).Select(branch => branch.Name).Order().ToList();
            Assert.Contains(boxes, box => Elements(box, "text").First().Value == flowAndAction.action.Identifier
                && Elements(box, "tspan").Select(name => name.Value.TrimStart(',', ' ')).Order().SequenceEqual(branches));
        });
    }

    [Fact]
    public void Every_way_from_action_to_action_is_an_arrow_and_those_of_errors_are_dashed()
    {
        var arrows = Elements(XDocument.Parse(FlowDrawing.Svg(Shipped)), "path").Select(Class).ToList();
        var ways = Shipped
            .SelectMany(flow => flow.Value.Actions.SelectMany(action => FlowBranch.Of(flow.Key, action)))
            .Where(branch => branch.Next is not null)
            .Select(branch => (branch.Flow, branch.Action, branch.Next, IsError: branch.Kind == BranchKind.Error))
            .Distinct()
            .ToList();

        Assert.Equal(ways.Count(way => way.IsError), arrows.Count(arrow => arrow == "arrow error"));
        Assert.Equal(ways.Count(way => !way.IsError), arrows.Count(arrow => arrow == "arrow"));
    }

    [Fact]
    public void Flows_that_lead_to_each_other_are_joined_by_arrows_even_through_an_attribute()
    {
        var words = Words(XDocument.Parse(FlowDrawing.Svg(Shipped)));

        Assert.Contains("transfer → OrderLookUp", words);
        Assert.Contains("AgentWhisper → OperatorWhisper", words);
        Assert.Equal(2, words.Count(word => word == "transfer → OrderMenu"));
    }

    [Fact]
    public void No_box_stands_on_another_or_outside_its_frame()
    {
        var image = XDocument.Parse(FlowDrawing.Svg(Shipped));
        var frames = Areas(image, "frame");
        var boxes = Areas(image, "box");

        Assert.Equal(Shipped.Count, frames.Count);
        AssertApart(frames);
        AssertApart(boxes);
        Assert.All(boxes, box => Assert.Contains(frames, frame => Contains(frame, box)));
        Assert.True(Contains(new(0, 0, Number(image.Root!, "width"), Number(image.Root!, "height")), frames[^1]));
    }

    [Fact]
    public void No_row_of_a_box_is_wider_than_the_box()
    {
        var boxes = Elements(XDocument.Parse(FlowDrawing.Svg(Shipped)), "g");

        Assert.All(boxes.SelectMany(box => Elements(box, "text")), text => Assert.InRange(WidthOf(text.Value), 1, 40));
    }

    [Fact]
    public void What_could_be_markup_is_text()
    {
        const string nasty = """
            {"Version":"2019-10-30","StartAction":"<a>","Actions":[
            {"Identifier":"<a>","Type":"MessageParticipant","Parameters":{"Text":"<b>\"&\u0001|`#;</b>"},
            "Transitions":{"NextAction":"<a>",
            "Conditions":[{"NextAction":"<a>","Condition":{"Operator":"Equals","Operands":["</svg>"]}}]}}]}
            """;
        var flows = new Dictionary<string, Flow> { ["<Main>"] = Flow.Read(Encoding.UTF8.GetBytes(nasty)) };

        var words = Words(XDocument.Parse(FlowDrawing.Svg(flows)));
        Assert.Contains("<a>", words);
        Assert.Contains("<b>\"&|`#;</b>", words);
        Assert.Contains("</svg>, next", words);

        var chart = FlowDrawing.Mermaid(flows);
        Assert.DoesNotContain("<b>", chart, StringComparison.Ordinal);
        Assert.Contains("#60;b#62;#34;#38;#1;#124;#96;#35;;", chart, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chart_has_a_box_for_every_action_and_an_arrow_for_every_way()
    {
        var lines = FlowDrawing.Mermaid(Shipped).Split('\n');

        Assert.Equal(
            Shipped.Values.Sum(flow => flow.Actions.Length),
            lines.Count(line => line.StartsWith("  f", StringComparison.Ordinal) && line.Contains("[\"", StringComparison.Ordinal)));
        Assert.Contains("  f0a0 -->|\"next\"| f0a1", lines);
        Assert.Equal(Shipped.Count, lines.Count(line => line == "end"));
        Assert.Single(lines, line => line.Contains(" ==>|\"CustomerQueue\"| f", StringComparison.Ordinal));
    }

    [Fact]
    public void Coverage_colours_branches_and_boxes()
    {
        var branches = Shipped["Closing"].Actions.SelectMany(action => FlowBranch.Of("Closing", action)).ToList();
        var coverage = branches.ToDictionary(
            branch => branch, branch => branch.Kind == BranchKind.Error ? BranchUse.Never : BranchUse.Everywhere);
        var flows = new Dictionary<string, Flow> { ["Closing"] = Shipped["Closing"] };

        var image = XDocument.Parse(FlowDrawing.Svg(flows, coverage));
        var names = Elements(image, "tspan").ToLookup(Class);
        Assert.Equal(branches.Count(branch => branch.Kind == BranchKind.Error), names["never-text"].Count());
        Assert.Contains("never taken", Words(image));
        Assert.Contains("(never)", FlowDrawing.Mermaid(flows, coverage), StringComparison.Ordinal);
        Assert.DoesNotContain("never", FlowDrawing.Mermaid(flows), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_flows_give_the_same_picture()
    {
        var turned = Shipped.Reverse().ToDictionary(flow => flow.Key, flow => flow.Value);

        Assert.Equal(FlowDrawing.Svg(Shipped), FlowDrawing.Svg(turned));
        Assert.Contains(FlowDrawing.Svg(Shipped), FlowDrawing.Html(Shipped), StringComparison.Ordinal);
    }

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

        Assert.Equal(2, Areas(XDocument.Parse(FlowDrawing.Svg(flows)), "frame").Count);
    }

    static bool IsAType(string word) => Shipped.Values.SelectMany(flow => flow.Actions).Any(action => action.Type == word);

    static int WidthOf(string text) => text.Sum(letter => letter >= 0x1100 ? 2 : 1);

    static List<string> Words(XDocument image) => [.. Elements(image, "text").Select(text => text.Value)];

    static IEnumerable<XElement> Elements(XContainer of, string name) =>
        of.Descendants().Where(element => element.Name.LocalName == name);

    static string Class(XElement element) => (string?)element.Attribute("class") ?? "";

    static List<Rectangle> Areas(XDocument image, string style) =>
    [
        .. Elements(image, "rect")
            .Where(rectangle => Class(rectangle).Split(' ')[0] == style)
            .Select(rectangle => new Rectangle(
                Number(rectangle, "x"), Number(rectangle, "y"), Number(rectangle, "width"), Number(rectangle, "height"))),
    ];

    static double Number(XElement element, string name) => (double)element.Attribute(name)!;

    static void AssertApart(List<Rectangle> areas) => Assert.Empty(
        from one in areas
        from other in areas
        where one != other
            && one.X < other.X + other.Width && other.X < one.X + one.Width
            && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height
        select (one, other));

    static bool Contains(Rectangle outer, Rectangle inner) =>
        inner.X >= outer.X && inner.Y >= outer.Y
        && inner.X + inner.Width <= outer.X + outer.Width && inner.Y + inner.Height <= outer.Y + outer.Height;

    sealed record Rectangle(double X, double Y, double Width, double Height);
}
