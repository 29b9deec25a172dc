namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

public sealed class LambdaBootstrapOptions
{
    /// <summary>Host and port of the Runtime API, instead of what <c>AWS_LAMBDA_RUNTIME_API</c> says: for tests and emulators.</summary>
    public string? RuntimeApiEndpoint { get; set; }
}
