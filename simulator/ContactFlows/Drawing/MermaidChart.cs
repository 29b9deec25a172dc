using System.Globalization;
using System.Text;

namespace OrderHotline.ContactFlows;

/// <summary>Writes a chart in Mermaid's language, see https://mermaid.js.org/syntax/flowchart.html.</summary>
static class MermaidChart
{
    public static string Write(Chart chart)
    {
        var ids = chart.Boxes
            .Select((box, index) => (box.Id, Number: string.Create(CultureInfo.InvariantCulture, $"b{index}")))
            .ToDictionary(box => box.Id, box => box.Number);
        var text = new StringBuilder("flowchart LR\n");
        foreach (var box in chart.Boxes)
        {
            var use = box.Use is { } known ? $":::{Name(known)}" : "";
            text.Append(
                CultureInfo.InvariantCulture, $"  {ids[box.Id]}[\"{string.Join("<br/>", box.Lines.Select(Escaped))}\"]{use}\n");
        }

        foreach (var (index, arrow) in chart.Arrows.Index())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {ids[arrow.From]} {(arrow.IsError ? "-.->" : "-->")}|\"{Escaped(arrow.Label)}\"| {ids[arrow.To]}\n");
            if (arrow.Use is { } use)
            {
                text.Append(CultureInfo.InvariantCulture, $"  linkStyle {index} stroke:{UseColours.For(use)},stroke-width:2px\n");
            }
        }

        foreach (var use in chart.Boxes.Select(box => box.Use).OfType<BranchUse>().Distinct().Order())
        {
            text.Append(CultureInfo.InvariantCulture, $"  classDef {Name(use)} stroke:{UseColours.For(use)},stroke-width:2px\n");
        }

        return text.ToString();
    }

    static string Name(BranchUse use) => use.ToString().ToLowerInvariant();

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
