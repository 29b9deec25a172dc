using System.Runtime.InteropServices;

namespace OrderHotline.Bench.Race;

/// <summary>What .NET does not say about other processes: when exactly one began, on which core, and what it has used.</summary>
static unsafe partial class LibC
{
    public const int SigKill = 9;
    public const int WNoHang = 1;
    public const int SetSigDefault = 4;
    public const int SchedIdle = 5;
    public const int OpenForReading = 0;
    public const int WriteCreateTruncate = 0x241;

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int posix_spawn(out int pid, string path, void* actions, void* attributes, byte** argv, byte** envp);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_init(void* actions);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_destroy(void* actions);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int posix_spawn_file_actions_addopen(void* actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_adddup2(void* actions, int from, int to);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int posix_spawn_file_actions_addchdir_np(void* actions, string path);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_init(void* attributes);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setflags(void* attributes, short flags);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setsigdefault(void* attributes, void* signals);

    [LibraryImport("libc")]
    public static partial int sched_setaffinity(int thread, nuint size, ulong* mask);

    [LibraryImport("libc")]
    public static partial int sched_getaffinity(int thread, nuint size, ulong* mask);

    [LibraryImport("libc")]
    public static partial int sched_setscheduler(int pid, int policy, in int priority);

    [LibraryImport("libc")]
    public static partial int clock_getcpuclockid(int pid, out int clock);

    [LibraryImport("libc")]
    public static partial int clock_gettime(int clock, out TimeSpec time);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int waitpid(int pid, out int status, int options);

    [LibraryImport("libc")]
    public static partial int kill(int pid, int signal);

    /// <summary>What the C library calls <c>struct timespec</c>, on 64-bit machines.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly record struct TimeSpec(long Seconds, long Nanoseconds)
    {
        public double Milliseconds => (Seconds * 1e3) + (Nanoseconds / 1e6);
    }
}
