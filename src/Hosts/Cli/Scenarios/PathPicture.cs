using System.Globalization;
using System.Text;
using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.Hosts.Cli;

/// <summary>The way of a call through the flows as SVG: a lane for every flow, the actions from top to bottom as they ran.</summary>
static class PathPicture
{
    const int LaneWidth = 206;
    const int RowHeight = 34;
    const int BoxWidth = 190;
    const int BoxHeight = 22;
    const int Head = 30;

    // What fits into a box; a tooltip has the rest.
    const int LongestLabel = 26;

    public static string Draw(IReadOnlyList<CallEvent.Ran> path)
    {
        var lanes = path.Select(ran => ran.Flow).Distinct(StringComparer.Ordinal).ToList();
        var (width, height) = (Math.Max(1, lanes.Count) * LaneWidth, Head + path.Count * RowHeight);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" height="{height}" viewBox="0 0 {width} {height}">

            """);
        for (var lane = 0; lane < lanes.Count; lane++)
        {
            var (left, shade) = (lane * LaneWidth, lane % 2 == 0 ? "#f4f6f8" : "#eaeef2");
            svg.Append(CultureInfo.InvariantCulture, $"""
                <rect x="{left + 2}" y="0" width="{LaneWidth - 4}" height="{height}" fill="{shade}"/>
                <text x="{left + LaneWidth / 2}" y="18" text-anchor="middle" font-weight="600">{TranscriptPage.Encode(lanes[lane])}</text>

                """);
        }

        for (var row = 0; row + 1 < path.Count; row++)
        {
            var (from, to) = (Middle(row), Middle(row + 1));
            svg.Append(CultureInfo.InvariantCulture, $"""
                <line x1="{from.X}" y1="{from.Y + BoxHeight / 2}" x2="{to.X}" y2="{to.Y - BoxHeight / 2}" stroke="#667"/>

                """);
        }

        for (var row = 0; row < path.Count; row++)
        {
            var (ran, at) = (path[row], Middle(row));
            var label = ran.Branch is "next" or "end" ? ran.Action : $"{ran.Action}: {ran.Branch}";
            var (left, top) = (at.X - BoxWidth / 2, at.Y - BoxHeight / 2);
            svg.Append(CultureInfo.InvariantCulture, $"""
                <g><title>{TranscriptPage.Encode($"{row + 1}. {ran.Flow} / {ran.Action} ({ran.Type}): {ran.Branch}")}</title>
                <rect x="{left}" y="{top}" width="{BoxWidth}" height="{BoxHeight}" rx="4" fill="#fff" stroke="#667"/>
                <text x="{at.X}" y="{at.Y + 4}" text-anchor="middle">{TranscriptPage.Encode(Short(label))}</text></g>

                """);
        }

        return svg.Append("</svg>\n").ToString();

        (int X, int Y) Middle(int row) =>
            (lanes.IndexOf(path[row].Flow) * LaneWidth + LaneWidth / 2, Head + row * RowHeight + RowHeight / 2);
    }

    static string Short(string label) => label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)] + "…";
}
