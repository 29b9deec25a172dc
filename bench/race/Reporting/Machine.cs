using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace OrderHotline.Bench.Race;

/// <summary>Where a race was run: figures are compared within one, never between two.</summary>
sealed record Machine(
    string Processor, int Cores, string Kernel, string DotNet, string Node, string Commit, string When, double BusyBefore)
{
    public static Machine Here(RaceOptions options, int cores) => new(
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?
            .Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        cores,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        VersionOf(options.Node),
        options.Commit,
        DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
        Busy());

    /// <summary>The other runtimes of JavaScript that take part, with their versions.</summary>
    public IReadOnlyList<string> OtherRuntimes { get; init; } = [];

    /// <summary>Somebody else is at work: times that are measured now say little.</summary>
    public bool IsBusy => BusyBefore > 0.1;

    /// <summary>The same, with the versions of who takes part.</summary>
    public Machine With(IEnumerable<Contender> contenders) => this with
    {
        OtherRuntimes =
        [
            .. contenders.Where(one => one.Role == Role.OtherRuntime)
                .DistinctBy(one => one.Program)
                .Select(one => $"{Path.GetFileName(one.Program)} {VersionOf(one.Program)}"),
        ],
    };

    public override string ToString() =>
        $"{Processor}, {Cores} core(s); {Kernel}; {DotNet}; Node.js {Node}{string.Concat(OtherRuntimes.Select(other => $", {other}"))}; "
            + $"commit {Commit}; {When}";

    // The part of all cores' time that somebody used, over one second in which the race does nothing.
    static double Busy()
    {
        var (idleBefore, allBefore) = Ticks();
        Thread.Sleep(TimeSpan.FromSeconds(1));
        var (idle, all) = Ticks();
        return Math.Round(1 - ((idle - idleBefore) / (all - allBefore)), 2);
    }

    // user nice system idle iowait irq softirq steal; guests are within user.
    static (double Idle, double All) Ticks()
    {
        double[] ticks =
        [
            .. File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9]
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture)),
        ];
        return (ticks[3] + ticks[4], ticks.Sum());
    }

    static string VersionOf(string runtime)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(runtime, "--version") { UseShellExecute = false, RedirectStandardOutput = true })!;
            return process.StandardOutput.ReadToEnd().Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "missing";
        }
    }
}
