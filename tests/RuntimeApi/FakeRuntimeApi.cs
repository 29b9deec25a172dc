using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace OrderHotline.RuntimeApi;

/// <summary>
/// Lambda's Runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html) on a free loopback port: start it, give
/// <see cref="Address"/> to a function as <c>AWS_LAMBDA_RUNTIME_API</c>, and send events.
/// </summary>
/// <remarks>Like Lambda it hands out one event at a time and waits for its outcome. Unlike Lambda it gives an event up at its deadline
/// only where <see cref="LambdaEvent.TimesOut"/> says so, ends no process for it, and it keeps no function from asking for the next event
/// before the last one is answered.</remarks>
public sealed class FakeRuntimeApi : IAsyncDisposable
{
    const string Root = "/2018-06-01/runtime/";

    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly Channel<Pending> _events = Channel.CreateUnbounded<Pending>();
    readonly ConcurrentDictionary<string, Pending> _handedOut = new();
    readonly ConcurrentQueue<string> _requestIds = [];
    readonly ConcurrentBag<Task> _connections = [];
    readonly TaskCompletionSource<Outcome> _initializationError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _firstNext = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Task _accepting;
    int _connectionCount;
    int _initializationErrorCount;

    FakeRuntimeApi()
    {
        _listener.Start();
        Address = _listener.LocalEndpoint.ToString()!;
        _accepting = AcceptAsync();
    }

    /// <summary>The value of <c>AWS_LAMBDA_RUNTIME_API</c>: host and port, without a scheme.</summary>
    public string Address { get; }

    /// <summary>Completes when the function reports that it cannot start.</summary>
    public Task<Outcome> InitializationError => _initializationError.Task;

    /// <summary>Completes when the function has asked for an event for the first time: its start-up is over.</summary>
    public Task Ready => _firstNext.Task;

    /// <summary>The ids of the events handed out so far.</summary>
    public IReadOnlyCollection<string> RequestIds => _requestIds;

    /// <summary>Connections accepted so far.</summary>
    public int ConnectionCount => Volatile.Read(ref _connectionCount);

    public int InitializationErrorCount => Volatile.Read(ref _initializationErrorCount);

    public static FakeRuntimeApi Start() => new();

    /// <summary>Queues an event.</summary>
    /// <returns>What the function made of it. Fails when the server is stopped first, and with a <see cref="TimeoutException"/> when the
    /// event timed out.</returns>
    public Task<Outcome> SendAsync(LambdaEvent lambdaEvent)
    {
        var pending = new Pending(lambdaEvent);
        _events.Writer.TryWrite(pending);
        return pending.Outcome.Task;
    }

    /// <inheritdoc cref="SendAsync(LambdaEvent)"/>
    public Task<Outcome> SendAsync(string body) => SendAsync(new LambdaEvent(body));

    /// <summary>Queues a refusal: the request for an event that meets it is answered with this status.</summary>
    public void Refuse(int status, string body) =>
        _events.Writer.TryWrite(new Pending(new LambdaEvent(body)) { RefusalStatus = status });

    /// <summary>Stops the server; every connection is closed and every outcome still awaited fails.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting; // before the listener stops: accepting on a stopped one is an error of its own
        _listener.Stop();
        await Task.WhenAll(_connections);
        _events.Writer.Complete();
        await foreach (var pending in _events.Reader.ReadAllAsync())
        {
            pending.Outcome.TrySetException(Stopped());
        }

        foreach (var pending in _handedOut.Values)
        {
            pending.Outcome.TrySetException(Stopped());
        }

        _stop.Dispose();
    }

    static ObjectDisposedException Stopped() => new(nameof(FakeRuntimeApi), "The server was stopped before the function had answered.");

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connectionCount);
                _connections.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Stopping is the one way out of the loop.
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        client.NoDelay = true;
        using var http = new HttpExchange(client.GetStream());
        try
        {
            while (await http.ReadAsync(_stop.Token) is { } request && await AnswerAsync(http, request))
            {
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException)
        {
            // The function went away, or the server stops: either way this connection is over.
        }
    }

    /// <returns>False to close the connection.</returns>
    async Task<bool> AnswerAsync(HttpExchange http, HttpExchange.Request request)
    {
        var path = request.Path.StartsWith(Root, StringComparison.Ordinal) ? request.Path[Root.Length..].Split('/') : [];
        return (request.Method, path) switch
        {
            ("GET", ["invocation", "next"]) => await HandOutAsync(http),
            ("POST", ["invocation", var id, "response"]) => await TakeAsync(http, id, new Outcome(false, request.Body, null)),
            ("POST", ["invocation", var id, "error"]) => await TakeAsync(http, id, Error(request)),
            ("POST", ["init", "error"]) => await TakeInitializationErrorAsync(http, Error(request)),
            _ => await SayAsync(http, 404, """{"errorType":"NotFound"}"""),
        };
    }

    static Outcome Error(HttpExchange.Request request) =>
        new(true, request.Body, request.Headers.GetValueOrDefault("Lambda-Runtime-Function-Error-Type"));

    async Task<bool> HandOutAsync(HttpExchange http)
    {
        _firstNext.TrySetResult();
        var pending = await _events.Reader.ReadAsync(_stop.Token);
        if (http.IsAbandoned)
        {
            _events.Writer.TryWrite(pending);
            return false;
        }

        if (pending.Event.Drop == Drop.BeforeEvent)
        {
            _events.Writer.TryWrite(pending with { Event = pending.Event with { Drop = Drop.Never } });
            return false;
        }

        if (pending.RefusalStatus is { } status)
        {
            return await SayAsync(http, status, pending.Event.Body);
        }

        var (sent, delivery) = (pending.Event, pending.Event.Delivery);
        _handedOut[sent.RequestId] = pending;
        _requestIds.Enqueue(sent.RequestId);
        if (sent.TimesOut)
        {
            _connections.Add(GiveUpAtTheDeadlineAsync(pending));
        }

        await http.WriteAsync(200, HeadersOf(sent), Encoding.UTF8.GetBytes(sent.Body), delivery, _stop.Token);
        return delivery is not (Delivery.UntilClose or Delivery.CutOff);
    }

    static string HeadersOf(LambdaEvent sent)
    {
        (string Name, string? Value)[] headers =
        [
            ("lambda-runtime-aws-request-id", sent.RequestId),
            ("Lambda-Runtime-Deadline-Ms", $"{sent.Deadline.ToUnixTimeMilliseconds()}"),
            ("Lambda-Runtime-Invoked-Function-Arn", sent.InvokedFunctionArn),
            ("Lambda-Runtime-Trace-Id", sent.TraceId),
            ("Lambda-Runtime-Client-Context", sent.ClientContext),
            ("Lambda-Runtime-Cognito-Identity", sent.CognitoIdentity),
        ];
        return string.Concat(headers.Where(header => header.Value is not null).Select(header => $"{header.Name}: {header.Value}\r\n"));
    }

    async Task<bool> TakeAsync(HttpExchange http, string requestId, Outcome outcome)
    {
        if (!_handedOut.TryRemove(Uri.UnescapeDataString(requestId), out var pending))
        {
            return await SayAsync(http, 400, """{"errorType":"InvalidRequestID"}""");
        }

        pending.Outcome.TrySetResult(outcome);
        await SayAsync(http, pending.Event.AnswerStatus, """{"status":"OK"}""");
        return pending.Event.Drop != Drop.AfterReply;
    }

    async Task GiveUpAtTheDeadlineAsync(Pending pending)
    {
        var left = pending.Event.Deadline - DateTimeOffset.UtcNow;
        var over = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, _stop.Token);
        await Task.WhenAny(over, pending.Outcome.Task);
        if (!_stop.IsCancellationRequested && _handedOut.TryRemove(pending.Event.RequestId, out _))
        {
            pending.Outcome.TrySetException(new TimeoutException("Task timed out: the function gave no answer by its deadline."));
        }
    }

    async Task<bool> TakeInitializationErrorAsync(HttpExchange http, Outcome outcome)
    {
        Interlocked.Increment(ref _initializationErrorCount);
        _initializationError.TrySetResult(outcome);
        return await SayAsync(http, 202, """{"status":"OK"}""");
    }

    async Task<bool> SayAsync(HttpExchange http, int status, string body)
    {
        await http.WriteAsync(status, string.Empty, Encoding.UTF8.GetBytes(body), Delivery.Whole, _stop.Token);
        return true;
    }

    sealed record Pending(LambdaEvent Event)
    {
        public int? RefusalStatus { get; init; }

        public TaskCompletionSource<Outcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
