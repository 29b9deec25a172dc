using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace OrderHotline.ContactFlows;

/// <summary>Arrows as paths of SVG.</summary>
static class ArrowCurve
{
    const double Turn = 34;

    /// <summary>Through these points: a curve to the first lane, straight along it, a curve to the next.</summary>
    public static string Of(ImmutableArray<Point> points)
    {
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{points[0].X:0.#} {points[0].Y:0.#}");
        for (var at = 1; at < points.Length; at++)
        {
            if (at % 2 == 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"L{points[at].X:0.#} {points[at].Y:0.#}");
            }
            else
            {
                var forwards = points[at - 1].X < points[at].X;
                Curve(path, points[at - 1], points[at], forwards || at == 1, forwards || at == points.Length - 1);
            }
        }

        return path.ToString();
    }

    // A box is left to the right and entered from the left, also on the way back.
    static void Curve(StringBuilder path, Point from, Point to, bool leavesRight, bool entersRight)
    {
        var bend = Math.Max(Math.Abs(to.X - from.X) / 2, Turn);
        var (first, second) = (from.X + (leavesRight ? bend : -bend), to.X + (entersRight ? -bend : bend));
        path.Append(
            CultureInfo.InvariantCulture, $"C{first:0.#} {from.Y:0.#} {second:0.#} {to.Y:0.#} {to.X:0.#} {to.Y:0.#}");
    }
}

/// <summary>An arrow from frame to frame.</summary>
sealed record FrameLink(FlowLink Link, string Curve, Point Label);

/// <summary>The arrows from frame to frame.</summary>
static class FrameLinks
{
    public static IEnumerable<FrameLink> Of(PictureLayout layout)
    {
        var frames = layout.Flows.ToDictionary(flow => flow.Flow.Name, flow => flow.Area, StringComparer.Ordinal);
        foreach (var flow in layout.Flows)
        {
            // Words side by side along the bottom of the frame, each above the beginning of its arrow.
            var links = flow.Flow.Links;
            for (var index = 0; index < links.Length; index++)
            {
                var from = flow.Area;
                var to = frames[links[index].To];
                var x = from.X + (from.Width * (index + 0.5) / links.Length);
                yield return new(links[index], Curve(new(x, from.Bottom), to), new(x + 8, from.Bottom + 16 + (index % 2 * 16)));
            }
        }
    }

    static string Curve(Point from, Area to)
    {
        var end = new Point(Math.Clamp(from.X, to.X + 120, to.Right - 20), to.Y);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"M{from.X:0.#} {from.Y:0.#}C{from.X:0.#} {from.Y + 70:0.#} {end.X:0.#} {end.Y - 70:0.#} {end.X:0.#} {end.Y:0.#}");
    }
}
