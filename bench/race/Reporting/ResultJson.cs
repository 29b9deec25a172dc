using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrderHotline.Bench.Race;

/// <summary>The race for programs, and for docs that quote it.</summary>
static class ResultJson
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(Machine machine, string backend, IEnumerable<Standing> standings, IEnumerable<Verdict> verdicts) =>
        Document(machine, backend, standings, verdicts).ToJsonString(Indented) + "\n";

    static JsonObject Document(Machine machine, string backend, IEnumerable<Standing> standings, IEnumerable<Verdict> verdicts) => new()
    {
        ["machine"] = new JsonObject
        {
            ["processor"] = machine.Processor,
            ["cores"] = machine.Cores,
            ["pinned"] = Cores.ArePinned,
            ["kernel"] = machine.Kernel,
            ["dotnet"] = machine.DotNet,
            ["node"] = machine.Node,
            ["otherRuntimes"] = new JsonArray([.. machine.OtherRuntimes.Select(other => (JsonNode)other)]),
            ["busyBefore"] = machine.BusyBefore,
        },
        ["commit"] = machine.Commit,
        ["when"] = machine.When,
        ["backend"] = backend,
        ["verdicts"] = new JsonArray([.. verdicts.Select(verdict => new JsonObject
        {
            ["against"] = verdict.Against.Name,
            ["figure"] = verdict.Goal.What,
            ["function"] = verdict.Function.ToString(),
            ["ratio"] = Rounded(verdict.Ratio),
            ["must"] = verdict.Goal.Must,
            ["should"] = verdict.Goal.Should,
            ["met"] = verdict.IsMet,
        })]),
        ["races"] = new JsonArray([.. standings.Select(standing => new JsonObject
        {
            ["function"] = standing.Function.ToString(),
            ["contenders"] = new JsonArray([.. standing.Figures.Select(Of)]),
        })]),
    };

    static JsonObject Of(Figures figures) => new()
    {
        ["name"] = figures.Contender.Name,
        ["title"] = figures.Contender.Title,
        ["coldRuns"] = figures.Cold.Count,
        ["initMs"] = Of(figures.Init),
        ["firstAnswerMs"] = Of(figures.First),
        ["coldTotalMs"] = Of(figures.ColdTotal),
        ["coldCpuMs"] = Of(figures.ColdCpu),
        ["peakMiBWhenCold"] = Of(figures.PeakWhenCold),
        ["warmCalls"] = figures.Warm.Sum(run => run.Latencies.Count),
        ["warmP50Ms"] = Of(figures.P50),
        ["warmP99Ms"] = Of(figures.P99),
        ["settledP50Ms"] = Rounded(figures.Settled?.P50),
        ["settledP99Ms"] = Rounded(figures.Settled?.P99),
        ["callsPerSecond"] = Of(figures.CallsPerSecond),
        ["cpuMsPerCall"] = Of(figures.CpuPerCall),
        ["peakMiB"] = Of(figures.PeakMebibytes),
        ["requests"] = figures.Requests,
        ["requestBytes"] = Rounded(figures.RequestBytes),
        ["unzippedBytes"] = figures.Size.Unzipped,
        ["zippedBytes"] = figures.Size.Zipped,
    };

    static JsonObject? Of(Spread? spread) => spread is not { } there ? null : new JsonObject
    {
        ["median"] = Rounded(there.Median),
        ["q1"] = Rounded(there.LowerQuartile),
        ["q3"] = Rounded(there.UpperQuartile),
    };

    static JsonValue? Rounded(double? value) => value is { } there ? JsonValue.Create(Math.Round(there, 4)) : null;
}
