namespace Amazon.Lambda.Core;

/// <summary>Writes to the log where no context is at hand: during start-up, and in code below the handler.</summary>
public static class LambdaLogger
{
    static readonly LogRecords StandardOutput = new(Console.OpenStandardOutput());

    /// <summary>Writes one log record to standard output, which Lambda sends to CloudWatch.</summary>
    public static void Log(string message) => StandardOutput.Write(message);
}
