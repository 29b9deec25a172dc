using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the headers of one event and the environment of the function say.</summary>
sealed class LambdaContext(string requestId, HttpReplyHead head) : ILambdaContext
{
    public string AwsRequestId => requestId;

    public IClientContext? ClientContext => field ??= RuntimeSupport.ClientContext.FromJson(head.ClientContext);

    public string FunctionName => Setting("AWS_LAMBDA_FUNCTION_NAME");

    public string FunctionVersion => Setting("AWS_LAMBDA_FUNCTION_VERSION");

    public ICognitoIdentity? Identity => field ??= CognitoIdentity.FromJson(head.CognitoIdentity);

    public string InvokedFunctionArn => head.InvokedFunctionArn;

    public ILambdaLogger Logger => field ??= new InvocationLogger();

    public string LogGroupName => Setting("AWS_LAMBDA_LOG_GROUP_NAME");

    public string LogStreamName => Setting("AWS_LAMBDA_LOG_STREAM_NAME");

    public int MemoryLimitInMB => checked((int)NumberIn(Setting("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")));

    public TimeSpan RemainingTime => DateTimeOffset.FromUnixTimeMilliseconds(head.Deadline) - DateTimeOffset.UtcNow;

    public string TraceId => head.TraceId;

    static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? string.Empty;

    static long NumberIn(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
