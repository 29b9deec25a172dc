using System.Globalization;
using System.Text.Json;

namespace OrderHotline.Bench.Race;

/// <summary>Results as the tables of <c>docs/performance.md</c>: what <c>--quote</c> prints, and what a test holds the page to.</summary>
static class QuotedResults
{
    /// <summary>Every contender, a row for each function.</summary>
    /// <param name="json">What a race wrote.</param>
    public static IEnumerable<string> Figures(string json)
    {
        using var result = JsonDocument.Parse(json);
        var races = result.RootElement.GetProperty("races").EnumerateArray().ToList();
        var isWarm = races[0].GetProperty("contenders")[0].GetProperty("warmCalls").GetInt32() > 0;
        yield return "| function | contender | cold ms | quartiles | init ms |"
            + (isWarm ? " p50 ms | p99 ms | CPU ms | calls/s | peak MiB |" : "");
        yield return "|---|---|--:|--:|--:|" + (isWarm ? "--:|--:|--:|--:|--:|" : "");
        foreach (var race in races)
        {
            foreach (var one in race.GetProperty("contenders").EnumerateArray())
            {
                var cold = one.GetProperty("coldTotalMs");
                var cells = new List<string>
                {
                    race.GetProperty("function").GetString()!,
                    one.GetProperty("title").GetString()!,
                    Number(cold, "median", "F1"),
                    $"{Number(cold, "q1", "F1")} to {Number(cold, "q3", "F1")}",
                    Number(one.GetProperty("initMs"), "median", "F1"),
                };
                if (isWarm)
                {
                    cells.AddRange(
                        Number(one.GetProperty("warmP50Ms"), "median", "F3"),
                        Number(one.GetProperty("warmP99Ms"), "median", "F2"),
                        Number(one.GetProperty("cpuMsPerCall"), "median", "F3"),
                        Number(one.GetProperty("callsPerSecond"), "median", "F0"),
                        Number(one.GetProperty("peakMiB"), "median", "F1"));
                }

                yield return $"| {string.Join(" | ", cells)} |";
            }
        }
    }

    /// <summary>How often our function goes into another, a row for each figure; what is missed is marked.</summary>
    /// <param name="json">What a race wrote.</param>
    public static IEnumerable<string> Verdicts(string json)
    {
        using var result = JsonDocument.Parse(json);
        var verdicts = result.RootElement.GetProperty("verdicts").EnumerateArray().ToList();
        var functions = verdicts.Select(verdict => verdict.GetProperty("function").GetString()!).Distinct().ToList();
        yield return $"| against | figure | must | aim | {string.Join(" | ", functions)} |";
        yield return $"|---|---|--:|--:|{string.Concat(functions.Select(_ => "--:|"))}";
        foreach (var row in verdicts.GroupBy(verdict => (
            Against: verdict.GetProperty("against").GetString()!, Figure: verdict.GetProperty("figure").GetString()!)))
        {
            var first = row.First();
            yield return $"| {row.Key.Against} | {row.Key.Figure} | {Number(first, "must", "0.#")} | {Number(first, "should", "0.#")} | "
                + $"{string.Join(" | ", row.Select(verdict => Number(verdict, "ratio", "F1") + (verdict.GetProperty("met").GetBoolean() ? "" : " missed")))} |";
        }
    }

    static string Number(JsonElement of, string name, string format) =>
        of.GetProperty(name).GetDouble().ToString(format, CultureInfo.InvariantCulture);
}
