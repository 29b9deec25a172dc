using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The log of one event.</summary>
/// <remarks>A message without a level is written as it is, so that a host which logs JSON keeps its records parsable. A message
/// with a level follows the request id and the level, separated by tabs.</remarks>
sealed class InvocationLogger(string requestId) : ILambdaLogger
{
    public void Log(string message) => LambdaLogger.Log(message);

    public void LogLine(string message) => LambdaLogger.Log(message);

    public void Log(string level, string message) => LambdaLogger.Log($"{requestId}\t{level}\t{message}");
}
