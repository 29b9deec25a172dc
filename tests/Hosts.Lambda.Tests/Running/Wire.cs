using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>Passes bytes on to DynamoDB, and keeps those of the requests so that they can be counted.</summary>
sealed partial class Wire : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, port: 0);
    readonly CancellationTokenSource stopping = new();
    readonly StringBuilder requests = new();
    readonly Uri target;
    readonly Task accepting;

    public Wire(Uri target)
    {
        this.target = target;
        listener.Start();
        accepting = Accept();
    }

    public string Url => $"http://{listener.LocalEndpoint}";

    /// <summary>The operations asked for since the last look, in order.</summary>
    public IReadOnlyList<string> TakeOperations()
    {
        lock (requests)
        {
            var seen = Target().Matches(requests.ToString()).Select(match => match.Groups["operation"].Value).ToList();
            requests.Clear();
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
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(target.Host, target.Port, stopping.Token);
            await Task.WhenAny(Pass(near, far, keep: true), Pass(far, near, keep: false));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    async Task Pass(TcpClient from, TcpClient to, bool keep)
    {
        var buffer = new byte[16 * 1024];
        while (await from.GetStream().ReadAsync(buffer, stopping.Token) is > 0 and var read)
        {
            if (keep)
            {
                lock (requests)
                {
                    requests.Append(Encoding.Latin1.GetString(buffer, 0, read));
                }
            }

            await to.GetStream().WriteAsync(buffer.AsMemory(0, read), stopping.Token);
        }
    }

    [GeneratedRegex(
        @"^X-Amz-Target: DynamoDB_[0-9]+\.(?<operation>\w+)",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Target();
}
