using System.Net;
using System.Net.Sockets;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>The wire between a function and a service of AWS. It passes on what is asked and what is answered, keeps count, and lets a test
/// treat an exchange otherwise.</summary>
sealed class Wire : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, port: 0);
    readonly CancellationTokenSource stopping = new();
    readonly List<string> operations = [];
    readonly Uri target;
    readonly Task accepting;

    public Wire(Uri target)
    {
        this.target = target;
        listener.Start();
        accepting = Accept();
    }

    public string Url => $"http://{listener.LocalEndpoint}";

    /// <summary>What becomes of an exchange. May be called for several at once.</summary>
    public Func<WireExchange, Task> Treat { get; set; } = exchange => exchange.Pass();

    /// <summary>The operations asked for since the last look, in order.</summary>
    public IReadOnlyList<string> TakeOperations()
    {
        lock (operations)
        {
            var seen = operations.ToList();
            operations.Clear();
            return seen;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        listener.Dispose();
        stopping.Dispose();
    }

    async Task Accept()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(Serve(await listener.AcceptTcpClientAsync(stopping.Token)));
            }
        }
        finally
        {
            await Task.WhenAll(connections);
        }
    }

    async Task Serve(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        try
        {
            await far.ConnectAsync(target.Host, target.Port, stopping.Token);
            await using var requests = new BufferedStream(near.GetStream());
            await using var answers = new BufferedStream(far.GetStream());
            var goesOn = true;
            while (goesOn && await HttpMessage.Read(requests, stopping.Token) is { } request)
            {
                var exchange = new WireExchange(request, near.GetStream(), answers, stopping.Token);
                lock (operations)
                {
                    operations.Add(exchange.Operation);
                }

                await Treat(exchange);
                goesOn = !exchange.IsBroken;
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The function has given up or was ended, or the test is over.
        }
    }
}
