using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>HTTP/1.1 to the Runtime API of this one sandbox: one connection, kept alive, one request at a time.</summary>
/// <remarks>
/// Written by hand because the Runtime API is plain HTTP on the same machine and asks for none of what HttpClient brings (pool,
/// redirects, proxies, cookies, TLS): the loop over a socket spends about a quarter less CPU on a call than the one over
/// HttpClient, and a cold start does not load it at all when nothing else in the function uses it.
/// It waits by blocking its thread. A sandbox has one call at a time and nothing else to do meanwhile, and a thread that blocks needs no
/// other two to be woken by.
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
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public HttpReply Send(HttpRequest request, CancellationToken cancellationToken)
    {
        var kept = _reader;
        try
        {
            return ExchangeOrClose(request, cancellationToken);
        }
        catch (IOException) when (kept is { HasBegun: false })
        {
            return ExchangeOrClose(request, cancellationToken);
        }
    }

    public void Dispose() => Close();

    HttpReply ExchangeOrClose(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return Exchange(request, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            Close();
            throw new OperationCanceledException(cancellationToken);
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

    HttpReply Exchange(HttpRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _socket ??= NewSocket();

        // Nothing else ends a wait for a socket.
        using var ending = cancellationToken.UnsafeRegister(static socket => ((Socket)socket!).Dispose(), _socket);
        if (_reader is null)
        {
            _socket.Connect(endPoint);
            _reader = new HttpReplyReader(_socket);
        }

        _reader.Begin();
        Write(_socket, request);
        var reply = _reader.Read();
        if (!reply.Head.KeepsAlive || _reader.HasUnreadBytes)
        {
            Close();
        }

        return reply;
    }

    Socket NewSocket()
    {
        var socket = endPoint is IPEndPoint ip
            ? new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.NoDelay = true;
        return socket;
    }

    /// <remarks>Head and body leave in one piece: two small writes would be two packets.</remarks>
    void Write(Socket socket, HttpRequest request)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(request.HeadSize(hostHeader) + request.Body.Length);
        try
        {
            var length = request.WriteHead(bytes, hostHeader);
            request.Body.CopyTo(bytes.AsMemory(length));
            length += request.Body.Length;
            for (var sent = 0; sent < length;)
            {
                sent += socket.Send(bytes.AsSpan(sent, length - sent));
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
