using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The four requests a runtime makes: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html.</summary>
sealed class RuntimeApiClient(RuntimeApiConnection connection) : IDisposable
{
    const string Root = "/2018-06-01/runtime/";

    static readonly HttpRequest NextEvent = new("GET", Root + "invocation/next");

    /// <param name="address">What <c>AWS_LAMBDA_RUNTIME_API</c> says.</param>
    /// <exception cref="InvalidOperationException">The address is missing or is not <c>host:port</c>.</exception>
    public static RuntimeApiClient For(string? address) =>
        new(new RuntimeApiConnection(RuntimeApiAddress.Parse(address), address!));

    /// <summary>Waits for the next event, for as long as it takes.</summary>
    /// <exception cref="RuntimeApiClientException">The Runtime API refused. It asks a runtime to exit then; Lambda starts a new
    /// process.</exception>
    /// <exception cref="IOException">The Runtime API cannot be reached.</exception>
    public InvocationRequest Next(CancellationToken cancellationToken)
    {
        var reply = connection.Send(NextEvent, cancellationToken);
        return reply.Status != 200
            ? throw new RuntimeApiClientException("The Lambda Runtime API refused to give the next event.", reply)
            : reply.Head.RequestId is { } requestId
                ? new InvocationRequest(EventIn(reply.Body), new LambdaContext(requestId, reply.Head))
                : throw new RuntimeApiClientException("The Lambda Runtime API sent an event without Lambda-Runtime-Aws-Request-Id.", reply);
    }

    public void Respond(string requestId, ReadOnlyMemory<byte> body) =>
        Post(new HttpRequest("POST", InvocationPath(requestId, "response")) { Body = body, ContentType = "application/json" });

    public void ReportFailure(string requestId, Exception failure) =>
        Post(ErrorReport(InvocationPath(requestId, "error"), failure) with { ErrorType = FailureReport.HeaderValue(failure) });

    public void ReportInitializationFailure(Exception failure) => Post(ErrorReport(Root + "init/error", failure));

    public void Dispose() => connection.Dispose();

    // Whoever knows a MemoryStream can read the event without another copy of it.
    static MemoryStream EventIn(byte[] body) => new(body, 0, body.Length, writable: false, publiclyVisible: true);

    static string InvocationPath(string requestId, string what) => $"{Root}invocation/{Uri.EscapeDataString(requestId)}/{what}";

    static HttpRequest ErrorReport(string path, Exception failure) => new("POST", path)
    {
        Body = FailureReport.Json(failure),
        ContentType = "application/vnd.aws.lambda.error+json",
    };

    /// <remarks>A refusal concerns one event, most often one whose time is over; the next event may be served all the same. When
    /// the Runtime API is gone for good, the request for the next event says so.</remarks>
    void Post(HttpRequest request)
    {
        try
        {
            var reply = connection.Send(request, CancellationToken.None);
            if (reply.Status is < 200 or > 299)
            {
                LambdaLogger.Log($"The Lambda Runtime API answered {reply.Status} to {request.Method} {request.Path}: {reply.Excerpt}");
            }
        }
        catch (IOException failure)
        {
            LambdaLogger.Log($"{request.Method} {request.Path} did not reach the Lambda Runtime API: {failure}");
        }
    }
}
