using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace OrderHotline.Bench.Race;

/// <summary>One process of a contender, as Lambda starts a sandbox: fresh, with the function's environment and nothing of ours.</summary>
sealed unsafe class Sandbox : IDisposable
{
    readonly int pid;
    bool isReaped;

    Sandbox(int pid, long startedAt) => (this.pid, StartedAt) = (pid, startedAt);

    /// <summary>The tick just before the process was asked for.</summary>
    public long StartedAt { get; }

    /// <summary>CPU time of all its threads so far, from the scheduler's own clock.</summary>
    public double CpuMilliseconds =>
        LibC.clock_getcpuclockid(pid, out var clock) == 0 && LibC.clock_gettime(clock, out var time) == 0
            ? time.Milliseconds
            : throw new RaceException($"The CPU clock of process {pid} cannot be read.");

    /// <summary>The most memory it ever held.</summary>
    public double PeakMebibytes
    {
        get
        {
            foreach (var line in File.ReadLines($"/proc/{pid}/status"))
            {
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                {
                    return double.Parse(line.AsSpan(6, line.Length - 6 - 2).Trim(), CultureInfo.InvariantCulture) / 1024;
                }
            }

            throw new RaceException($"/proc/{pid}/status has no VmHWM.");
        }
    }

    /// <summary>True once the process has ended of itself.</summary>
    public bool HasEnded => isReaped = isReaped || LibC.waitpid(pid, out _, LibC.WNoHang) == pid;

    public static Sandbox Start(
        string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment, string folder, string log)
    {
        // The C library's own structures; their sizes are below these on every platform it knows.
        var actions = stackalloc byte[512];
        var attributes = stackalloc byte[1024];
        var signals = stackalloc byte[128];
        new Span<byte>(signals, 128).Clear();
        signals[1] = 1 << 4; // SIGPIPE, which .NET ignores and children would inherit as ignored

        Demand(LibC.posix_spawnattr_init(attributes));
        Demand(LibC.posix_spawnattr_setsigdefault(attributes, signals));
        Demand(LibC.posix_spawnattr_setflags(attributes, LibC.SetSigDefault));
        Demand(LibC.posix_spawn_file_actions_init(actions));
        Demand(LibC.posix_spawn_file_actions_addopen(actions, 0, "/dev/null", LibC.OpenForReading, 0));
        Demand(LibC.posix_spawn_file_actions_addopen(actions, 1, log, LibC.WriteCreateTruncate, 0b110_100_100));
        Demand(LibC.posix_spawn_file_actions_adddup2(actions, 1, 2));
        Demand(LibC.posix_spawn_file_actions_addchdir_np(actions, folder));

        using var argv = new CStrings([program, .. arguments]);
        using var envp = new CStrings(environment.Select(variable => $"{variable.Key}={variable.Value}"));
        var startedAt = Stopwatch.GetTimestamp();
        var error = LibC.posix_spawn(out var pid, program, actions, attributes, argv.Pointer, envp.Pointer);
        Demand(LibC.posix_spawn_file_actions_destroy(actions));
        return error == 0
            ? new Sandbox(pid, startedAt)
            : throw new RaceException($"{program} cannot be started: error {error}.");

        static void Demand(int error)
        {
            if (error != 0)
            {
                throw new RaceException($"A process cannot be prepared: error {error}.");
            }
        }
    }

    /// <summary>From now on it has a core only while nobody else wants it.</summary>
    public void RunOnlyWhenIdle()
    {
        if (LibC.sched_setscheduler(pid, LibC.SchedIdle, 0) != 0)
        {
            throw new RaceException("A process cannot be made to run only when idle: race with --let-sleep.");
        }
    }

    /// <summary>Ends the process, as Lambda does, without asking.</summary>
    public void Dispose()
    {
        if (!isReaped)
        {
            _ = LibC.kill(pid, LibC.SigKill);
            isReaped = LibC.waitpid(pid, out _, 0) == pid;
        }
    }

    sealed class CStrings : IDisposable
    {
        readonly List<nint> strings;

        public CStrings(IEnumerable<string> texts)
        {
            strings = [.. texts.Select(Marshal.StringToCoTaskMemUTF8)];
            Pointer = (byte**)NativeMemory.Alloc((nuint)(strings.Count + 1), (nuint)sizeof(byte*));
            for (var index = 0; index < strings.Count; index++)
            {
                Pointer[index] = (byte*)strings[index];
            }

            Pointer[strings.Count] = null;
        }

        public byte** Pointer { get; }

        public void Dispose()
        {
            strings.ForEach(Marshal.FreeCoTaskMem);
            NativeMemory.Free(Pointer);
        }
    }
}

/// <summary>The race cannot go on: a contender failed, or something it needs is missing.</summary>
sealed class RaceException(string message) : Exception(message);
