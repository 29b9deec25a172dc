using System.Globalization;
using System.Text;

namespace OrderHotline.Bench.Race;

/// <summary>The race as text: a table of cold starts and one of warm calls for each function, then what was to be reached.</summary>
static class Tables
{
    public static string Of(Standing standing, string backend)
    {
        var text = new StringBuilder();
        var any = standing.Figures[0];
        Append(text, $"\n{standing.Function}, backend: {backend}; {any.Cold.Count} cold runs");
        Append(text, any.Warm.Count > 0 ? $", {any.Warm.Count} x {any.Warm[0].Latencies.Count} warm calls\n" : "\n");
        Write(
            text,
            ["cold", "init ms", "first answer ms", "cold total ms", "[quartiles]", "Node/x", "CPU ms", "unzipped MiB", "zipped"],
            standing.Figures.Select(figures => (string[])
            [
                figures.Contender.Title,
                Ms(figures.Init.Median),
                Ms(figures.First.Median),
                Ms(figures.ColdTotal.Median),
                Quartiles(figures.ColdTotal, "F1"),
                Ratio(standing, figures, one => one.ColdTotal.Median),
                Ms(figures.ColdCpu.Median),
                Number(figures.Size.Unzipped / 1048576.0, "F2"),
                Number(figures.Size.Zipped / 1048576.0, "F2"),
            ]));
        if (any.Warm.Count > 0)
        {
            Write(
                text,
                [
                    "warm", "p50 ms", "[quartiles]", "Node/x", "p99 ms", "Node/x", "calls/s", "CPU ms/call", "Node/x", "peak MiB", "Node/x",
                    "requests of a call",
                ],
                standing.Figures.Select(figures => (string[])
                [
                    figures.Contender.Title,
                    Number(figures.P50!.Value.Median, "F3"),
                    Quartiles(figures.P50.Value, "F3"),
                    Ratio(standing, figures, one => one.P50?.Median),
                    Number(figures.P99!.Value.Median, "F2"),
                    Ratio(standing, figures, one => one.P99?.Median),
                    Number(figures.CallsPerSecond!.Value.Median, "F0"),
                    Number(figures.CpuPerCall!.Value.Median, "F3"),
                    Ratio(standing, figures, one => one.CpuPerCall?.Median),
                    Ms(figures.PeakMebibytes.Median),
                    Ratio(standing, figures, one => one.PeakMebibytes.Median),
                    figures.Requests.Length > 0 ? figures.Requests : figures.Contender.MakesRequests ? "not counted" : "none",
                ]));
        }

        return text.ToString();
    }

    /// <summary>What has to be known to read the tables.</summary>
    public static string Notes(IReadOnlyList<Standing> standings)
    {
        var text = new StringBuilder("\n");
        if (standings[0].Yardstick is { } node)
        {
            Append(text, $"Node/x: {node.Contender.Title}, divided by the row. ");
        }

        text.Append(
            """
            Medians; p50 and p99 are those of all warm calls, from the second call of
            a process on. Init is from the start of the process to its first wish for an event, the first answer from that event served to
            its reply. Loading a package into a sandbox is not measured. Node.js publishes its message while the caller waits; ours owes it
            with the change and delivers it apart from the call, and reads the order first, to refuse what must be refused: compare what
            a caller waits for, and the requests beside it. The packages of JavaScript are without its runtime.

            """);
        return text.ToString();
    }

    public static string Of(IEnumerable<Verdict> verdicts)
    {
        var text = new StringBuilder("\n");
        Write(
            text,
            ["ours against", "figure", "function", "ratio", "must", "should", ""],
            verdicts.Select(verdict => (string[])
            [
                verdict.Against.Title,
                verdict.Goal.What,
                verdict.Function.ToString(),
                Number(verdict.Ratio, "F1"),
                (verdict.Goal.Against == Role.Floor ? "<= " : ">= ") + Number(verdict.Goal.Must, "0.#"),
                (verdict.Goal.Against == Role.Floor ? "<= " : ">= ") + Number(verdict.Goal.Should, "0.#"),
                verdict.Word,
            ]));
        return text.ToString();
    }

    static string Ratio(Standing standing, Figures figures, Func<Figures, double?> figure) =>
        standing.Yardstick is { } node && figure(node) / figure(figures) is { } ratio ? Number(ratio, "F1") : "";

    static string Ms(double value) => Number(value, "F1");

    static string Quartiles(Spread spread, string format) =>
        $"[{Number(spread.LowerQuartile, format)} {Number(spread.UpperQuartile, format)}]";

    static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    static void Append(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));

    static void Append(StringBuilder text, string line) => text.Append(line);

    static void Write(StringBuilder text, string[] heads, IEnumerable<string[]> rows)
    {
        string[][] lines = [heads, .. rows];
        int[] widths = [.. heads.Select((_, column) => lines.Max(line => line[column].Length))];
        text.Append('\n');
        foreach (var line in lines)
        {
            var cells = line.Select((cell, column) => IsText(column) ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
            if (line == heads)
            {
                text.Append('-', widths.Sum() + (2 * (widths.Length - 1))).Append('\n');
            }
        }

        bool IsText(int column) => column == 0 || heads[column] is "" or "figure" or "function" or "requests of a call";
    }
}
