using System.Globalization;

namespace OrderHotline.Bench.Race;

/// <summary>
/// Keeps both cores from falling asleep between two packets: on each a process spins that runs only when nobody else wants to. To wake a
/// sleeping core takes longer than the fastest contender's whole answer, most of all in a virtual machine, and differs from run to run.
/// </summary>
sealed class Wakefulness : IDisposable
{
    // Looks about once a second whether the race is still there, so that none is left behind by a race that was killed.
    const string Spin = "while [ -d /proc/{0} ]; do i=0; while [ $i -lt 1000000 ]; do i=$((i+1)); done; done";

    readonly Sandbox[] spinners;

    Wakefulness(Sandbox[] spinners) => this.spinners = spinners;

    /// <summary>Starts it, on cores that are claimed.</summary>
    public static Wakefulness Begin() => new([Cores.OnContendersCore(Start), Start()]);

    public void Dispose()
    {
        foreach (var spinner in spinners)
        {
            spinner.Dispose();
        }
    }

    static Sandbox Start()
    {
        var script = Spin.Replace("{0}", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var spinner = Sandbox.Start("/bin/sh", ["-c", script], [], "/", "/dev/null");
        spinner.RunOnlyWhenIdle();
        return spinner;
    }
}
