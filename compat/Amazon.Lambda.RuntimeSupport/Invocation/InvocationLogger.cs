using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The log of one event. Messages are written as they are, so that a host which logs JSON keeps its records parsable.</summary>
/// <remarks>As the official package writes them where <c>AWS_LAMBDA_HANDLER_LOG_FORMAT</c> is <c>Unformatted</c>.</remarks>
sealed class InvocationLogger : ILambdaLogger
{
    public void Log(string message) => LambdaLogger.Log(message);

    public void LogLine(string message) => LambdaLogger.Log(message);

    public void Log(string level, string message) => LambdaLogger.Log(message);
}
