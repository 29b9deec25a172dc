namespace OrderHotline.Bench.Floors;

/// <summary>The loop of a Lambda function over the Runtime API.</summary>
static class RuntimeLoop
{
    /// <summary>Answers one event.</summary>
    /// <param name="json">The event.</param>
    public delegate ReadOnlySpan<byte> Answer(ReadOnlySpan<byte> json);

    public static void Run(Answer answer)
    {
        using var runtime = new KeptConnection(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")!);
        var request = new RequestText();
        while (true)
        {
            runtime.Exchange("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: runtime\r\n\r\n"u8);
            var reply = answer(runtime.Body);
            request.Begin()
                .Add("POST /2018-06-01/runtime/invocation/"u8)
                .Add(runtime.Header("\r\nLambda-Runtime-Aws-Request-Id: "u8))
                .Add("/response HTTP/1.1\r\nHost: runtime\r\nContent-Type: application/json\r\nContent-Length: "u8)
                .Add(reply.Length)
                .Add("\r\n\r\n"u8)
                .Add(reply);
            runtime.Exchange(request.Bytes);
        }
    }
}
