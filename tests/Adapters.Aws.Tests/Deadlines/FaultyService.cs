using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>Reads requests as a service does, and answers each as a test will have it.</summary>
sealed class FaultyService : IAsyncDisposable
{
    readonly TcpListener listener;
    readonly Func<NetworkStream, CancellationToken, Task> answer;
    readonly CancellationTokenSource stopping = new();
    readonly Task accepting;
    int requests;

    /// <param name="answer">Answers a request that has begun to arrive, and need not come to an end. The connection ends with it,
    /// unless it sent a whole answer.</param>
    public FaultyService(Func<NetworkStream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        accepting = Accept();
    }

    public Uri Address => new($"http://{listener.LocalEndpoint}");

    public int Requests => requests;

    /// <summary>Sends something, and then nothing more, for ever.</summary>
    public static Func<NetworkStream, CancellationToken, Task> Stall(string after) => async (stream, stopped) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(after), stopped);
        await Task.Delay(Timeout.Infinite, stopped);
    };

    /// <summary>Sends something, and then the same again and again, for ever.</summary>
    public static Func<NetworkStream, CancellationToken, Task> Repeat(string begin, string piece, TimeSpan pause) => async (stream, stopped) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(begin), stopped);
        while (true)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(piece), stopped);
            await Task.Delay(pause, stopped);
        }
    };

    /// <summary>Sends something and resets the connection.</summary>
    public static Func<NetworkStream, CancellationToken, Task> Reset(string after) => async (stream, stopped) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(after), stopped);
        stream.Socket.Close(timeout: 0);
    };

    /// <summary>Sends something and ends the connection.</summary>
    public static Func<NetworkStream, CancellationToken, Task> End(string after) =>
        (stream, stopped) => stream.WriteAsync(Encoding.ASCII.GetBytes(after), stopped).AsTask();

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

    async Task Serve(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                if (await connection.GetStream().ReadAsync(new byte[64 * 1024], stopping.Token) > 0)
                {
                    Interlocked.Increment(ref requests);
                    await answer(connection.GetStream(), stopping.Token);
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // Whoever asked has given up, or the test is over.
            }
        }
    }
}
