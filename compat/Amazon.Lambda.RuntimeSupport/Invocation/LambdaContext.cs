using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the headers of one event and the environment of the function say.</summary>
sealed class LambdaContext(IReadOnlyDictionary<string, string> headers) : ILambdaContext
{
    public const string RequestIdHeader = "Lambda-Runtime-Aws-Request-Id";

    readonly long _deadline = NumberIn(headers.GetValueOrDefault("Lambda-Runtime-Deadline-Ms"));

    public string AwsRequestId { get; } = headers[RequestIdHeader];

    public IClientContext? ClientContext =>
        field ??= RuntimeSupport.ClientContext.FromJson(headers.GetValueOrDefault("Lambda-Runtime-Client-Context"));

    public string FunctionName => Setting("AWS_LAMBDA_FUNCTION_NAME");

    public string FunctionVersion => Setting("AWS_LAMBDA_FUNCTION_VERSION");

    public ICognitoIdentity? Identity =>
        field ??= CognitoIdentity.FromJson(headers.GetValueOrDefault("Lambda-Runtime-Cognito-Identity"));

    public string InvokedFunctionArn { get; } = headers.GetValueOrDefault("Lambda-Runtime-Invoked-Function-Arn", string.Empty);

    public ILambdaLogger Logger => field ??= new InvocationLogger(AwsRequestId);

    public string LogGroupName => Setting("AWS_LAMBDA_LOG_GROUP_NAME");

    public string LogStreamName => Setting("AWS_LAMBDA_LOG_STREAM_NAME");

    public int MemoryLimitInMB => checked((int)NumberIn(Setting("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")));

    public TimeSpan RemainingTime => DateTimeOffset.FromUnixTimeMilliseconds(_deadline) - DateTimeOffset.UtcNow;

    public string TraceId { get; } = headers.GetValueOrDefault("Lambda-Runtime-Trace-Id", string.Empty);

    static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? string.Empty;

    static long NumberIn(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
