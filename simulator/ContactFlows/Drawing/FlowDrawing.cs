namespace OrderHotline.ContactFlows;

/// <summary>Writes flows as charts for tools that lay them out. The same flows give the same text.</summary>
public static class FlowDrawing
{
    /// <summary>For Mermaid, see https://mermaid.js.org/syntax/flowchart.html.</summary>
    /// <param name="flows">The flows by their logical names, see <see cref="ResourceName"/>.</param>
    /// <param name="only">The flow whose actions are drawn; null for the overview, a box a flow and an arrow a transfer.</param>
    /// <param name="coverage">How much the branches were taken, to colour them; null for a chart without it.</param>
    /// <exception cref="KeyNotFoundException">There is no flow <paramref name="only"/>.</exception>
    public static string Mermaid(
        IReadOnlyDictionary<string, Flow> flows, string? only = null, IReadOnlyDictionary<FlowBranch, BranchUse>? coverage = null) =>
        MermaidChart.Write(Chart(flows, only, coverage));

    /// <summary>For Graphviz, whose <c>dot -Tsvg</c> makes a picture of it.</summary>
    /// <inheritdoc cref="Mermaid"/>
    public static string Dot(
        IReadOnlyDictionary<string, Flow> flows, string? only = null, IReadOnlyDictionary<FlowBranch, BranchUse>? coverage = null) =>
        DotGraph.Write(Chart(flows, only, coverage));

    static Chart Chart(
        IReadOnlyDictionary<string, Flow> flows, string? only, IReadOnlyDictionary<FlowBranch, BranchUse>? coverage) =>
        only is null ? ContactFlows.Chart.Overview(flows, coverage) : ContactFlows.Chart.OneFlow(only, flows, coverage);
}
