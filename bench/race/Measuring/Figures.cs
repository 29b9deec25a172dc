using System.Runtime.InteropServices;

namespace OrderHotline.Bench.Race;

/// <summary>Everything that one contender did in one function's race, and what it comes to. Milliseconds and mebibytes.</summary>
/// <param name="Contender">Who.</param>
/// <param name="Function">Which function.</param>
/// <param name="Cold">Runs that end after their first answer.</param>
/// <param name="Warm">Runs with all their calls; none where only cold starts are raced.</param>
/// <param name="Requests">What one call asks of the backend; empty where nobody counts.</param>
/// <param name="RequestBytes">The bodies of those requests together.</param>
/// <param name="Size">What is uploaded.</param>
sealed record Figures(
    Contender Contender,
    Function Function,
    IReadOnlyList<ColdRun> Cold,
    IReadOnlyList<WarmRun> Warm,
    string Requests,
    double RequestBytes,
    PackageSize Size)
{
    public Spread Init => Spread.Of(Cold.Select(run => run.Init));

    public Spread First => Spread.Of(Cold.Select(run => run.First));

    public Spread ColdTotal => Spread.Of(Cold.Select(run => run.Total));

    public Spread ColdCpu => Spread.Of(Cold.Select(run => run.Cpu));

    /// <summary>Of all warm calls of all runs together.</summary>
    public Spread? P50 => OfWarm(() => Spread.Of(Warm.SelectMany(run => run.Latencies)));

    /// <summary>Of all warm calls of all runs together; the quartiles are those of the runs.</summary>
    public Spread? P99 => OfWarm(() =>
        Spread.Of(Warm.Select(run => Spread.Quantile(run.Latencies, 0.99))) with
        {
            Median = Spread.Quantile(Warm.SelectMany(run => run.Latencies), 0.99),
        });

    /// <summary>p50 and p99 of the second half of each run: of an instance that has been used for a while.</summary>
    public (double P50, double P99)? Settled => Warm.Count == 0
        ? null
        : (Spread.Quantile(SecondHalves, 0.5), Spread.Quantile(SecondHalves, 0.99));

    public Spread? CallsPerSecond => OfWarm(() => Spread.Of(Warm.Select(run => run.CallsPerSecond)));

    public Spread? CpuPerCall => OfWarm(() => Spread.Of(Warm.Select(run => run.CpuPerCall)));

    /// <summary>After all warm calls, or after the first answer where only cold starts are raced.</summary>
    public Spread PeakMebibytes => Warm.Count > 0 ? Spread.Of(Warm.Select(run => run.PeakMebibytes)) : PeakWhenCold;

    public Spread PeakWhenCold => Spread.Of(Cold.Select(run => run.PeakMebibytes));

    IEnumerable<double> SecondHalves => Warm.SelectMany(run => run.Latencies.Skip(run.Latencies.Count / 2));

    Spread? OfWarm(Func<Spread> figure) => Warm.Count > 0 ? figure() : null;
}

/// <summary>A fresh process until its first answer.</summary>
/// <param name="Init">From the start of the process to its first wish for an event.</param>
/// <param name="First">From the first event served to its answer received.</param>
/// <param name="Cpu">CPU time of the process until it asks for its second event.</param>
/// <param name="PeakMebibytes">The most memory it held.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct ColdRun(double Init, double First, double Cpu, double PeakMebibytes)
{
    public double Total => Init + First;
}

/// <summary>The calls after the first of a process, one after the other on one connection.</summary>
/// <param name="Latencies">From an event served to its answer received, of each call.</param>
/// <param name="CallsPerSecond">Calls over the time from the first of them to the wish for one more.</param>
/// <param name="CpuPerCall">CPU time of the process over all of them, its wishes for events included.</param>
/// <param name="PeakMebibytes">The most memory it held.</param>
sealed record WarmRun(IReadOnlyList<double> Latencies, double CallsPerSecond, double CpuPerCall, double PeakMebibytes);
