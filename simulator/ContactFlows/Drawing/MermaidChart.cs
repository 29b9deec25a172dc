using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace OrderHotline.ContactFlows;

/// <summary>Writes a flow chart in Mermaid's text, see https://mermaid.js.org/syntax/flowchart.html.</summary>
static class MermaidChart
{
    const string Colours = """
        classDef everywhere stroke:#1a7f37,stroke-width:2px
        classDef partly stroke:#bc4c00,stroke-width:2px
        classDef never stroke:#cf222e,stroke-width:2px
        classDef impossible stroke:#afb8c1

        """;

    public static string Write(ImmutableArray<DrawnFlow> flows, IReadOnlyDictionary<FlowBranch, BranchUse> coverage)
    {
        var ids = flows.SelectMany((flow, index) => flow.Actions.Select((action, number) =>
                ((flow.Name, action.Identifier), Id: string.Create(CultureInfo.InvariantCulture, $"f{index}a{number}"))))
            .ToDictionary(entry => entry.Item1, entry => entry.Id);
        var chart = new StringBuilder("flowchart LR\n");
        foreach (var (flow, index) in flows.Select((flow, index) => (flow, index)))
        {
            chart.Append(CultureInfo.InvariantCulture, $"subgraph f{index}[{Quoted(flow.Name)}]\n");
            foreach (var action in flow.Actions)
            {
                var id = ids[(flow.Name, action.Identifier)];
                chart.Append(CultureInfo.InvariantCulture, $"  {id}[{Box(action)}]{Class(action, coverage)}\n");
            }

            foreach (var (action, way) in flow.Actions.SelectMany(action => action.Ways.Select(way => (action, way))))
            {
                if (way.Next is { } next && ids.TryGetValue((flow.Name, next), out var to))
                {
                    chart.Append(
                        CultureInfo.InvariantCulture,
                        $"  {ids[(flow.Name, action.Identifier)]} {(way.IsError ? "-.->" : "-->")}|{Label(way, coverage)}| {to}\n");
                }
            }

            chart.Append("end\n");
        }

        var order = flows.Select((flow, index) => (flow.Name, index)).ToDictionary(flow => flow.Name, flow => flow.index);
        foreach (var link in flows.SelectMany(flow => flow.Links))
        {
            chart.Append(CultureInfo.InvariantCulture, $"f{order[link.From]} ==>|{Quoted(link.Why)}| f{order[link.To]}\n");
        }

        return (coverage.Count == 0 ? chart : chart.Append(Colours)).ToString();
    }

    static string Box(DrawnAction action) =>
        $"\"{string.Join("<br/>", action.Words.Prepend(action.Type).Prepend(action.Identifier).Select(Escaped))}\"";

    // Mermaid numbers its arrows and colours them by number; a mark at the name says the same and outlives an edit.
    static string Label(DrawnWay way, IReadOnlyDictionary<FlowBranch, BranchUse> coverage) =>
        Quoted(string.Join(", ", way.Branches.Select(branch =>
            coverage.TryGetValue(branch, out var use) ? branch.Name + Mark(use) : branch.Name)));

    static string Mark(BranchUse use) => use switch
    {
        BranchUse.Everywhere => "",
        BranchUse.Partly => " (partly)",
        BranchUse.Never => " (never)",
        _ => " (impossible)",
    };

    static string Class(DrawnAction action, IReadOnlyDictionary<FlowBranch, BranchUse> coverage)
    {
        var uses = action.Ways.SelectMany(way => way.Branches).Where(coverage.ContainsKey).Select(branch => coverage[branch]).ToList();
        return uses.Count == 0
            ? ""
            : uses.Min() switch
            {
                BranchUse.Everywhere => ":::everywhere",
                BranchUse.Partly => ":::partly",
                BranchUse.Never => ":::never",
                _ => ":::impossible",
            };
    }

    static string Quoted(string text) => $"\"{Escaped(text)}\"";

    // Everything that could end a text or mean something in it, as its number.
    static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text)
        {
            if (letter is '"' or '#' or '&' or '<' or '>' or '`' or '|' || char.IsControl(letter))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{(int)letter};");
            }
            else
            {
                escaped.Append(letter);
            }
        }

        return escaped.ToString();
    }
}
