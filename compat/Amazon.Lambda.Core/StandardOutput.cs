using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Amazon.Lambda.Core;

/// <summary>Writes a record.</summary>
/// <returns>Whether all of it is written.</returns>
delegate bool TryWrite(ReadOnlySpan<byte> record);

/// <summary>Standard output as a function may use it: it never throws, and no reader keeps it waiting.</summary>
/// <remarks>
/// Whatever goes through Console prepares a terminal and a thread for signals first, which a cold start would pay for; and neither it nor a
/// FileStream can give up a write to a pipe that nobody reads. A function that waits there does not answer.
/// </remarks>
sealed unsafe partial class StandardOutput
{
    const int Descriptor = 1;
    const short Writable = 4; // POLLOUT
    const int Interrupted = 4; // EINTR

    // What a pipe that is writable takes without waiting: PIPE_BUF, https://man7.org/linux/man-pages/man7/pipe.7.html.
    const int Piece = 4096;

    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    bool isStuck;
    bool isTorn;

    /// <summary>Writes a record that ends with a line feed. A reader that is only slow is waited for, up to a tenth of a second in all;
    /// once it has let that pass, no more, until it reads again.</summary>
    /// <returns>False when the output is full, closed, or not read. Part of the record may be written; the next begins a new line.</returns>
    public bool TryWrite(ReadOnlySpan<byte> record)
    {
        if (OperatingSystem.IsWindows())
        {
            return TryWriteToTheConsole(record);
        }

        var began = Stopwatch.GetTimestamp();
        if (isTorn && !TryWriteAll("\n"u8, began, out _))
        {
            return false;
        }

        isTorn = false;
        if (TryWriteAll(record, began, out var written))
        {
            return true;
        }

        isTorn = written > 0;
        return false;
    }

    bool TryWriteAll(ReadOnlySpan<byte> bytes, long began, out int written)
    {
        written = 0;
        while (written < bytes.Length)
        {
            var left = Patience - Stopwatch.GetElapsedTime(began);
            var output = new PollDescriptor { Descriptor = Descriptor, Events = Writable };
            var ready = Poll(&output, 1, isStuck || left < TimeSpan.Zero ? 0 : (int)left.TotalMilliseconds);
            if (ready < 0 && Marshal.GetLastPInvokeError() == Interrupted)
            {
                continue;
            }

            isStuck = ready == 0;
            if (ready <= 0 || (output.Returned & Writable) == 0)
            {
                return false;
            }

            fixed (byte* next = bytes[written..])
            {
                var length = Write(Descriptor, next, (nuint)Math.Min(bytes.Length - written, Piece));
                if (length < 0 && Marshal.GetLastPInvokeError() != Interrupted)
                {
                    return false;
                }

                written += (int)Math.Max(length, 0);
            }
        }

        return true;
    }

    static bool TryWriteToTheConsole(ReadOnlySpan<byte> record)
    {
        try
        {
            using var output = Console.OpenStandardOutput();
            output.Write(record);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(PollDescriptor* descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int descriptor, byte* bytes, nuint length);

    [StructLayout(LayoutKind.Sequential)]
    struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
