using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace OrderHotline.FakeSns;

/// <summary>
/// Takes HTTP/1.1 over loopback as Amazon SNS would. Each request gets the next queued answer, in order of arrival; with none
/// queued it is accepted under a message id of its own. Safe for concurrent clients. It checks nothing: the test looks at
/// <see cref="Requests"/>.
/// </summary>
public sealed class FakeSnsEndpoint : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, port: 0);
    readonly CancellationTokenSource stopping = new();
    readonly Lock gate = new();
    readonly Queue<SnsAnswer> answers = [];
    readonly List<ReceivedRequest> requests = [];
    readonly Channel<ReceivedRequest> arrivals = Channel.CreateUnbounded<ReceivedRequest>();
    readonly ConcurrentBag<Task> connections = [];
    readonly TimeProvider clock;
    readonly Task accepting;

    FakeSnsEndpoint(TimeProvider clock)
    {
        this.clock = clock;
        listener.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        accepting = AcceptAsync();
    }

    /// <summary>What to set as ServiceURL: http, 127.0.0.1 and a free port, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>Everything read in full so far, in order of arrival, retries included.</summary>
    public IReadOnlyList<ReceivedRequest> Requests
    {
        get
        {
            lock (gate)
            {
                return [.. requests];
            }
        }
    }

    /// <param name="clock">
    /// Says the Date header of the answers; the system's clock unless given. AWS SDKs believe that header rather than their
    /// own clock after some errors, so any other clock makes them retry with corrected signatures.
    /// </param>
    public static FakeSnsEndpoint Start(TimeProvider? clock = null) => new(clock ?? TimeProvider.System);

    /// <summary>Queues answers for the next requests.</summary>
    public void Answer(params ReadOnlySpan<SnsAnswer> next)
    {
        lock (gate)
        {
            foreach (var answer in next)
            {
                answers.Enqueue(answer);
            }
        }
    }

    /// <summary>Waits for the next request that no earlier call has returned; its answer may not have gone out yet.</summary>
    public ValueTask<ReceivedRequest> NextRequestAsync(CancellationToken cancellationToken) =>
        arrivals.Reader.ReadAsync(cancellationToken);

    /// <summary>Closes every connection, those kept silent too.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await accepting;
        listener.Dispose();
        await Task.WhenAll(connections);
        stopping.Dispose();
    }

    async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var connection = new HttpConnection(client.GetStream());
            try
            {
                while (await connection.ReadAsync(stopping.Token) is { } message)
                {
                    var (request, answer) = Record(message.Headers, message.Body);
                    if (!await AnswerAsync(client, connection, request, answer))
                    {
                        return;
                    }
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // The client hung up or the test is over: either way nobody is left to answer.
            }
        }
    }

    (ReceivedRequest Request, SnsAnswer Answer) Record(IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        lock (gate)
        {
            var request = new ReceivedRequest(requests.Count + 1, headers, body);
            requests.Add(request);
            arrivals.Writer.TryWrite(request);
            return (request, answers.TryDequeue(out var queued) ? queued : SnsAnswer.Ok($"fake-message-{request.Number}"));
        }
    }

    /// <returns>Whether the connection goes on.</returns>
    async Task<bool> AnswerAsync(TcpClient client, HttpConnection connection, ReceivedRequest request, SnsAnswer answer)
    {
        switch (answer)
        {
            case SnsAnswer.Reply reply:
                await connection.WriteAsync(reply, request.AnswerId, clock.GetUtcNow(), stopping.Token);
                return true;
            case SnsAnswer.Hangup { Reset: true }:
                client.Client.Close(timeout: 0);
                return false;
            case SnsAnswer.Hangup:
                return false;
            default:
                await connection.ReadAsync(stopping.Token);
                return false;
        }
    }
}
