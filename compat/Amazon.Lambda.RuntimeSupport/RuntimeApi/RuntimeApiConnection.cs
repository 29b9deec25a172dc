using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>HTTP/1.1 to the Runtime API of this one sandbox: one connection, kept alive, one request at a time.</summary>
/// <remarks>
/// Written by hand because the Runtime API is plain HTTP on the same machine and asks for none of what HttpClient brings (pool,
/// redirects, proxies, cookies, TLS): the loop over a socket spends about a quarter less CPU on a call than the one over
/// HttpClient, and a cold start does not load it at all when nothing else in the function uses it.
/// </remarks>
sealed class RuntimeApiConnection(EndPoint endPoint, string hostHeader) : IDisposable
{
    Socket? _socket;
    HttpReplyReader? _reader;

    /// <summary>Sends one request and reads its whole reply. No time limit of its own: Lambda freezes a sandbox for hours while
    /// the request for the next event is under way.</summary>
    /// <exception cref="IOException">The Runtime API cannot be reached, or its reply ends too early or is not HTTP. A connection
    /// kept from an earlier request that turns out to be closed is replaced and the request sent once more first. Should the lost
    /// request have been a reply that did arrive, the Runtime API refuses the second one.</exception>
    public async Task<HttpReply> SendAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var kept = _reader;
        try
        {
            return await ExchangeOrCloseAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException) when (kept is { HasBegun: false })
        {
            return await ExchangeOrCloseAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => Close();

    async Task<HttpReply> ExchangeOrCloseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException failure)
        {
            Close();
            throw new IOException(
                $"The Lambda Runtime API at {hostHeader} cannot be reached for {request.Method} {request.Path}: {failure.Message}", failure);
        }
        catch
        {
            Close();
            throw;
        }
    }

    async Task<HttpReply> ExchangeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        reader.Begin();
        await WriteAsync(_socket!, request, cancellationToken).ConfigureAwait(false);
        var reply = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!reply.Head.KeepsAlive || reader.HasUnreadBytes)
        {
            Close();
        }

        return reply;
    }

    async ValueTask<HttpReplyReader> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_reader is not null)
        {
            return _reader;
        }

        _socket = endPoint is IPEndPoint ip
            ? new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        _socket.NoDelay = true;
        await _socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
        return _reader = new HttpReplyReader(_socket);
    }

    /// <remarks>Head and body leave in one piece: two small writes would be two packets.</remarks>
    async ValueTask WriteAsync(Socket socket, HttpRequest request, CancellationToken cancellationToken)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(request.HeadSize(hostHeader) + request.Body.Length);
        try
        {
            var length = request.WriteHead(bytes, hostHeader);
            request.Body.CopyTo(bytes.AsMemory(length));
            length += request.Body.Length;
            for (var sent = 0; sent < length;)
            {
                sent += await socket.SendAsync(bytes.AsMemory(sent, length - sent), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    void Close()
    {
        _socket?.Dispose();
        _socket = null;
        _reader = null;
    }
}
