using System.Globalization;
using System.Text;

namespace OrderHotline.ContactFlows;

/// <summary>Writes a chart in Graphviz' language, see https://graphviz.org/doc/info/lang.html.</summary>
static class DotGraph
{
    public static string Write(Chart chart)
    {
        var graph = new StringBuilder("digraph flows {\n")
            .Append("  rankdir=LR\n")
            .Append("  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=11]\n")
            .Append("  edge [fontname=\"sans-serif\", fontsize=9]\n");
        foreach (var box in chart.Boxes)
        {
            var lines = string.Join("\\n", box.Lines.Select(Escaped));
            graph.Append(CultureInfo.InvariantCulture, $"  \"{Escaped(box.Id)}\" [label=\"{lines}\"{Colour(box.Use)}]\n");
        }

        foreach (var arrow in chart.Arrows)
        {
            var dashed = arrow.IsError ? ", style=dashed" : "";
            graph.Append(
                CultureInfo.InvariantCulture,
                $"  \"{Escaped(arrow.From)}\" -> \"{Escaped(arrow.To)}\" [label=\"{Escaped(arrow.Label)}\"{dashed}{Colour(arrow.Use)}]\n");
        }

        return graph.Append("}\n").ToString();
    }

    static string Colour(BranchUse? use) => use is { } known ? $", color=\"{UseColours.For(known)}\", penwidth=2" : "";

    static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text)
        {
            escaped.Append(letter switch
            {
                '"' or '\\' => $"\\{letter}",
                _ when char.IsControl(letter) => " ",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }
}
