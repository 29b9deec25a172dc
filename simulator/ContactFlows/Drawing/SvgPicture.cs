using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;

namespace OrderHotline.ContactFlows;

/// <summary>Writes a picture as SVG, see https://www.w3.org/TR/SVG2/.</summary>
sealed class SvgPicture(XmlWriter svg, PictureLayout layout, IReadOnlyDictionary<FlowBranch, BranchUse> coverage)
{
    const string Style = """
        text{font-family:ui-sans-serif,system-ui,"Noto Sans JP","Hiragino Sans",sans-serif;font-size:11px;fill:#1f2328}
        .frame{fill:#f6f8fa;stroke:#8c959f}.title{font-size:18px;font-weight:bold}.box{fill:#ffffff;stroke:#57606a}
        .name{font-weight:bold;font-size:12px}.type,.to{fill:#57606a;font-size:10px}.words{fill:#0a3069}.to{text-anchor:end}
        .start{stroke-width:2.5}.arrow{fill:none;stroke:#57606a;stroke-width:1.1}.error{stroke-dasharray:5 4}
        .link{fill:none;stroke:#8250df;stroke-width:3;opacity:.3}.why{fill:#8250df;font-size:12px;font-weight:bold}
        .everywhere{stroke:#1a7f37}.partly{stroke:#bc4c00}.never{stroke:#cf222e;stroke-width:1.8}.impossible{stroke:#afb8c1}
        .everywhere-text{fill:#1a7f37}.partly-text{fill:#bc4c00}.never-text{fill:#cf222e}.impossible-text{fill:#8c959f}
        """;

    const string Tip = """

          <defs>
            <marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0L8 4L0 8z" fill="context-stroke"/>
            </marker>
          </defs>

        """;

    public static string Write(PictureLayout layout, IReadOnlyDictionary<FlowBranch, BranchUse> coverage)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true }))
        {
            new SvgPicture(writer, layout, coverage).Write();
        }

        return text.ToString();
    }

    void Write()
    {
        svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Attributes(("width", layout.Width), ("height", layout.Height));
        svg.WriteAttributeString("viewBox", $"0 0 {Number(layout.Width)} {Number(layout.Height)}");
        svg.WriteElementString("style", Style);
        svg.WriteRaw(Tip);
        if (coverage.Count > 0)
        {
            Legend();
        }

        foreach (var flow in layout.Flows)
        {
            Rectangle(flow.Area, "frame", round: 10);
            Text(flow.Area.X + BoxSize.FramePadding, flow.Area.Y + 26, "title", flow.Flow.Name);
        }

        foreach (var link in FrameLinks.Of(layout))
        {
            Path(link.Curve, "link");
            Text(link.Label.X, link.Label.Y, "why", $"{link.Link.Why} → {link.Link.To}");
        }

        foreach (var flow in layout.Flows)
        {
            foreach (var arrow in flow.Arrows)
            {
                Path(ArrowCurve.Of(arrow.Points), $"arrow{(arrow.Way.IsError ? " error" : "")}{Class(Best(arrow.Way.Branches))}");
            }

            foreach (var box in flow.Boxes)
            {
                Box(box, box.Action.Identifier == flow.Flow.StartAction);
            }
        }

        svg.WriteEndElement();
    }

    void Box(PlacedAction box, bool isStart)
    {
        var (area, action) = (box.Area, box.Action);
        svg.WriteStartElement("g");
        Rectangle(area, $"box{(isStart ? " start" : "")}{Class(Best(action.Ways.SelectMany(way => way.Branches)))}", round: 5);
        Text(area.X + 8, area.Y + 15, "name", action.Identifier);
        Text(area.X + 8, area.Y + 27, "type", action.Type);
        var line = area.Y + BoxSize.HeaderHeight + 10;
        foreach (var words in action.Words)
        {
            Text(area.X + 8, line, "words", words);
            line += BoxSize.LineHeight;
        }

        foreach (var way in action.Ways)
        {
            foreach (var row in way.Rows)
            {
                Names(area.X + 8, line, row);
                line += BoxSize.LineHeight;
            }

            Text(area.Right - 8, line - BoxSize.LineHeight, "to", Destination(way));
        }

        svg.WriteEndElement();
    }

    void Names(double x, double y, ImmutableArray<FlowBranch> branches)
    {
        svg.WriteStartElement("text");
        Attributes(("x", x), ("y", y));
        foreach (var branch in branches)
        {
            svg.WriteStartElement("tspan");
            if (Use(branch) is { } use)
            {
                svg.WriteAttributeString("class", $"{Name(use)}-text");
            }

            svg.WriteString(Writable(branch == branches[0] ? branch.Name : $", {branch.Name}"));
            svg.WriteEndElement();
        }

        svg.WriteEndElement();
    }

    // Names of many branches leave no room for where they lead; the arrow says it.
    static string Destination(DrawnWay way)
    {
        var room = ActionWords.LineWidth - way.Rows[^1].Sum(branch => branch.Name.Length + 2);
        var to = way.Next ?? way.Destination;
        return to.Length == 0 || room < 5 ? "" : $"→ {ActionWords.Shortened(to, room)}";
    }

    void Legend()
    {
        var x = 70d;
        foreach (var (use, words) in new[]
        {
            (BranchUse.Everywhere, "taken in every language"),
            (BranchUse.Partly, "taken in some"),
            (BranchUse.Never, "never taken"),
            (BranchUse.Impossible, "cannot be taken"),
        })
        {
            Rectangle(new(x, 18, 24, 16), $"box{Class(use)}", round: 3);
            Text(x + 32, 31, $"{Name(use)}-text", words);
            x += 190;
        }
    }

    BranchUse? Use(FlowBranch branch) => coverage.TryGetValue(branch, out var use) ? use : null;

    BranchUse? Best(IEnumerable<FlowBranch> branches) => branches.Select(Use).Min();

    static string Class(BranchUse? use) => use is { } known ? $" {Name(known)}" : "";

    static string Name(BranchUse use) => use switch
    {
        BranchUse.Everywhere => "everywhere",
        BranchUse.Partly => "partly",
        BranchUse.Never => "never",
        _ => "impossible",
    };

    void Rectangle(Area area, string style, double round)
    {
        svg.WriteStartElement("rect");
        svg.WriteAttributeString("class", style);
        Attributes(("x", area.X), ("y", area.Y), ("width", area.Width), ("height", area.Height), ("rx", round));
        svg.WriteEndElement();
    }

    void Text(double x, double y, string style, string text)
    {
        if (text.Length > 0)
        {
            svg.WriteStartElement("text");
            svg.WriteAttributeString("class", style);
            Attributes(("x", x), ("y", y));
            svg.WriteString(Writable(text));
            svg.WriteEndElement();
        }
    }

    void Path(string curve, string style)
    {
        svg.WriteStartElement("path");
        svg.WriteAttributeString("class", style);
        svg.WriteAttributeString("d", curve);
        svg.WriteAttributeString("marker-end", "url(#tip)");
        svg.WriteEndElement();
    }

    void Attributes(params ReadOnlySpan<(string Name, double Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            svg.WriteAttributeString(name, Number(value));
        }
    }

    static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    // XML has no way to write a control character, and a JSON text can hold any.
    static string Writable(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
}
