using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

public delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);

/// <summary>Runs once before the first event.</summary>
/// <returns>False to end the run without taking an event.</returns>
public delegate Task<bool> LambdaBootstrapInitializer();

/// <summary>Takes events from the Runtime API and hands them to the handler, one at a time.</summary>
public sealed class LambdaBootstrap : IDisposable
{
    readonly LambdaBootstrapHandler _handler;
    readonly LambdaBootstrapInitializer? _initializer;
    readonly LambdaBootstrapOptions _options;

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer = null)
        : this(handler, new LambdaBootstrapOptions(), initializer)
    {
    }

    public LambdaBootstrap(
        LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer? initializer = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(lambdaBootstrapOptions);
        _handler = handler;
        _initializer = initializer;
        _options = lambdaBootstrapOptions;
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer? initializer = null)
        : this(HandlerOf(handlerWrapper), initializer)
    {
    }

    public LambdaBootstrap(
        HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer? initializer = null)
        : this(HandlerOf(handlerWrapper), lambdaBootstrapOptions, initializer)
    {
    }

    /// <summary>Serves events until <paramref name="cancellationToken"/> is cancelled; on Lambda, until the process is stopped.
    /// A failure of the handler is reported to Lambda as the outcome of its event, and the next event is served. An event that is
    /// being handled when the token is cancelled is answered first.</summary>
    /// <remarks>Waits for events by blocking the thread it is called on.</remarks>
    /// <exception cref="InvalidOperationException">AWS_LAMBDA_RUNTIME_API is missing or is not <c>host:port</c>.</exception>
    /// <exception cref="RuntimeApiClientException">The Runtime API refused to give the next event.</exception>
    /// <exception cref="IOException">The Runtime API cannot be reached.</exception>
    /// <exception cref="Exception">Whatever the initializer threw, after it was reported to Lambda.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using var api = RuntimeApiClient.For(
            _options.RuntimeApiEndpoint ?? Environment.GetEnvironmentVariable(RuntimeApiAddress.Variable));
        if (!await InitializeAsync(api).ConfigureAwait(false))
        {
            return;
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            InvocationRequest invocation;
            try
            {
                invocation = api.Next(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            using (invocation)
            {
                await ServeAsync(api, invocation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Part of the official shape. Each run closes its own connection, so there is nothing left to release.</summary>
    public void Dispose()
    {
    }

    static LambdaBootstrapHandler HandlerOf(HandlerWrapper handlerWrapper)
    {
        ArgumentNullException.ThrowIfNull(handlerWrapper);
        return handlerWrapper.Handler;
    }

    async Task<bool> InitializeAsync(RuntimeApiClient api)
    {
        try
        {
            return _initializer is null || await _initializer().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            api.ReportInitializationFailure(failure);
            throw;
        }
    }

    async Task ServeAsync(RuntimeApiClient api, InvocationRequest invocation)
    {
        var requestId = invocation.LambdaContext.AwsRequestId;
        ReadOnlyMemory<byte> reply;
        try
        {
            // The X-Ray SDK and the AWS SDK read the trace of the event in hand from here.
            Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.LambdaContext.TraceId);
            var response = await _handler(invocation).ConfigureAwait(false);
            reply = await response.TakeReplyAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            invocation.LambdaContext.Logger.LogError(failure.ToString());
            api.ReportFailure(requestId, failure);
            return;
        }

        api.Respond(requestId, reply);
    }
}
