using System.Collections.Immutable;

namespace OrderHotline.ContactFlows;

/// <summary>Draws flows as one picture: a frame for each flow, a box for each action, an arrow for each way on.</summary>
public static class FlowDrawing
{
    static readonly IReadOnlyDictionary<FlowBranch, BranchUse> NoCoverage = ImmutableDictionary<FlowBranch, BranchUse>.Empty;

    /// <summary>As an SVG image that needs nothing else to be shown.</summary>
    /// <param name="flows">The flows by their logical names, see <see cref="ResourceName"/>.</param>
    /// <param name="coverage">How much the branches were taken, to colour them; null for a picture without it.</param>
    public static string Svg(IReadOnlyDictionary<string, Flow> flows, IReadOnlyDictionary<FlowBranch, BranchUse>? coverage = null) =>
        SvgPicture.Write(PictureLayout.Of(Drawn(flows)), coverage ?? NoCoverage);

    /// <summary>As an HTML page with the SVG image in it.</summary>
    /// <param name="flows">The flows by their logical names.</param>
    /// <param name="coverage">How much the branches were taken; null for a picture without it.</param>
    public static string Html(IReadOnlyDictionary<string, Flow> flows, IReadOnlyDictionary<FlowBranch, BranchUse>? coverage = null) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"/><title>Contact flows</title></head>
        <body style="margin:0">
        {Svg(flows, coverage)}
        </body>
        </html>

        """;

    /// <summary>As a Mermaid flow chart, see https://mermaid.js.org/syntax/flowchart.html.</summary>
    /// <param name="flows">The flows by their logical names.</param>
    /// <param name="coverage">How much the branches were taken; null for a picture without it.</param>
    public static string Mermaid(IReadOnlyDictionary<string, Flow> flows, IReadOnlyDictionary<FlowBranch, BranchUse>? coverage = null) =>
        MermaidChart.Write(Drawn(flows), coverage ?? NoCoverage);

    static ImmutableArray<DrawnFlow> Drawn(IReadOnlyDictionary<string, Flow> flows) => DrawnFlow.InCallOrder(flows);
}
