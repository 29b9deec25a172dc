using System.Diagnostics;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>Draws the moments at which processes are killed. The seed is printed, so that a run can be told from another.</summary>
sealed class KillMoment(int seed)
{
    // From a microsecond to a time by which even a process that does it for the first time, on a busy machine, has answered.
    const double Shortest = 1;
    const double Longest = 100_000;

    readonly Random chance = new(seed);

    public int Seed { get; } = seed;

    /// <summary>One of so many kinds of moment.</summary>
    public int Kind(int kinds) => chance.Next(kinds);

    /// <summary>Some of an answer, less than all of it.</summary>
    public ReadOnlyMemory<byte> PartOf(ReadOnlyMemory<byte> answer) => answer[..chance.Next(1, answer.Length)];

    /// <summary>Lets some time pass, short and long ones being as likely, to the microsecond: no timer is as fine.</summary>
    public void Pause()
    {
        var pause = TimeSpan.FromMicroseconds(Shortest * Math.Pow(Longest / Shortest, chance.NextDouble()));
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < pause;)
        {
            Thread.SpinWait(10);
        }
    }
}
