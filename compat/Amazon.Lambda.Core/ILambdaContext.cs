namespace Amazon.Lambda.Core;

/// <summary>What Lambda tells a handler about itself and about the event in hand.</summary>
/// <remarks>The official interface carries no nullability. Here a member that Lambda may leave out is nullable, which is the
/// stricter of the two: code that compiles against this one compiles against the official one.</remarks>
public interface ILambdaContext
{
    string AwsRequestId { get; }

    IClientContext? ClientContext { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    ICognitoIdentity? Identity { get; }

    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    int MemoryLimitInMB { get; }

    /// <summary>Until Lambda stops the function, read from the clock on every call; negative once the deadline has passed.</summary>
    TimeSpan RemainingTime { get; }

    /// <summary>The X-Ray tracing header of this event; empty when Lambda sent none.</summary>
    string TraceId => string.Empty;
}
