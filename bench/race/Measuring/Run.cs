using System.Diagnostics;
using System.Text;

namespace OrderHotline.Bench.Race;

/// <summary>One sandbox on its way: the first event, and then so many more, one after the other. What the Runtime API sees of it is
/// noted here.</summary>
sealed class Run(Contender contender, Function function, Events events, int warmCalls)
{
    readonly TaskCompletionSource<Sandbox> started = new();
    readonly TaskCompletionSource end = new();
    readonly byte[][] expected = contender.Expected(function);
    readonly long[] latencies = new long[warmCalls];
    int served;
    int answered;
    long initialisedAt;
    long servedAt;
    long firstLatency;
    long warmSince;
    long endedAt;

    /// <summary>The sandbox. It may ask for events a little before the one who started it says so; whoever reads this waits.</summary>
    public Sandbox Sandbox
    {
        get => started.Task.Result;
        set => started.SetResult(value);
    }

    /// <summary>CPU time when the first answer was given and the next event asked for.</summary>
    public double ColdCpu { get; private set; }

    /// <summary>CPU time of all warm calls.</summary>
    public double WarmCpu { get; private set; }

    public double PeakMebibytes { get; private set; }

    /// <summary>Why the run does not count, and the race ends.</summary>
    public string? Fault { get; private set; }

    public double InitMilliseconds => Milliseconds(initialisedAt - Sandbox.StartedAt);

    public double FirstMilliseconds => Milliseconds(firstLatency);

    public double WarmMilliseconds => Milliseconds(endedAt - warmSince);

    public IEnumerable<double> WarmLatencies => latencies.Select(Milliseconds);

    /// <summary>The sandbox asks for its next event.</summary>
    /// <returns>Null when it has had them all.</returns>
    public byte[]? Next()
    {
        var now = Stopwatch.GetTimestamp();
        if (served == 0)
        {
            initialisedAt = now;
        }
        else if (served == 1)
        {
            ColdCpu = Sandbox.CpuMilliseconds;
        }

        if (served > warmCalls)
        {
            endedAt = now;
            WarmCpu = Sandbox.CpuMilliseconds - ColdCpu;
            PeakMebibytes = Sandbox.PeakMebibytes;
            end.TrySetResult();
            return null;
        }

        return events.Next(served);
    }

    /// <summary>An event leaves now.</summary>
    public void Serving()
    {
        served++;
        servedAt = Stopwatch.GetTimestamp();
        if (served == 2)
        {
            warmSince = servedAt;
        }
    }

    /// <summary>A reply has arrived, at a tick that was read as soon as it had.</summary>
    public void Answered(long at, ReadOnlySpan<byte> reply)
    {
        foreach (var part in expected)
        {
            if (reply.IndexOf(part) < 0)
            {
                Fail($"call {answered + 1} was answered {Encoding.UTF8.GetString(reply)}");
                return;
            }
        }

        if (answered++ == 0)
        {
            firstLatency = at - servedAt;
        }
        else
        {
            latencies[answered - 2] = at - servedAt;
        }
    }

    public void Fail(string why)
    {
        Fault ??= why;
        end.TrySetResult();
    }

    /// <summary>Waits until the sandbox has answered everything.</summary>
    /// <exception cref="RaceException">It failed, ended, answered something else, or hangs.</exception>
    public void WaitForEnd(Alarm alarm, TimeSpan longest, string log)
    {
        var since = Stopwatch.GetTimestamp();
        while (!end.Task.Wait(TimeSpan.FromMilliseconds(250)))
        {
            alarm.ThrowIfRaised();
            if (Sandbox.HasEnded)
            {
                Fail("its process ended");
            }
            else if (Stopwatch.GetElapsedTime(since) > longest)
            {
                Fail($"it had answered {answered} of {warmCalls + 1} calls after {longest.TotalSeconds:F0} s");
            }
        }

        alarm.ThrowIfRaised();
        if (Fault is not null)
        {
            throw new RaceException($"{contender.Name}, {function}: {Fault}\n{File.ReadAllText(log)}");
        }
    }

    static double Milliseconds(long ticks) => ticks * 1e3 / Stopwatch.Frequency;
}
