namespace Amazon.Lambda.Core;

/// <summary>Writes to the log where no context is at hand: during start-up, and in code below the handler.</summary>
public static class LambdaLogger
{
    static LogRecords records = new(new StandardOutput().TryWrite);

    /// <summary>Writes one log record to standard output, which Lambda sends to CloudWatch. A record that cannot be written is
    /// dropped.</summary>
    public static void Log(string message) => records.Write(message);

    // A test runner talks over standard output itself, and loses the results of tests that write between its messages.
    internal static void WriteTo(Stream output) => records = new LogRecords(record =>
    {
        output.Write(record);
        return true;
    });
}
