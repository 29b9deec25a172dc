using Microsoft.Win32.SafeHandles;

namespace Amazon.Lambda.Core;

/// <summary>Writes to the log where no context is at hand: during start-up, and in code below the handler.</summary>
public static class LambdaLogger
{
    static LogRecords records = new(StandardOutput());

    /// <summary>Writes one log record to standard output, which Lambda sends to CloudWatch.</summary>
    public static void Log(string message) => records.Write(message);

    // Whatever goes through Console prepares a terminal and a thread for signals first, which a cold start would pay for.
    static Stream StandardOutput() => OperatingSystem.IsLinux()
        ? new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0)
        : Console.OpenStandardOutput();

    // A test runner talks over standard output itself, and loses the results of tests that write between its messages.
    internal static void WriteTo(Stream output) => records = new LogRecords(output);
}
