using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace OrderHotline.Bench.Floors;

/// <summary>HTTP/1.1 on one connection, kept alive: a request out in one piece, a reply in, and nothing more.</summary>
sealed class KeptConnection : IDisposable
{
    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] buffer = new byte[64 * 1024];
    int headEnd;
    int length;

    /// <param name="address">An address and a port, such as <c>127.0.0.1:9001</c>.</param>
    public KeptConnection(string address) => socket.Connect(IPEndPoint.Parse(address));

    public ReadOnlySpan<byte> Body => buffer.AsSpan(headEnd, length - headEnd);

    /// <summary>Sends a request and reads its reply, which stands until the next.</summary>
    /// <exception cref="IOException">The reply is no success, or there is none.</exception>
    public void Exchange(ReadOnlySpan<byte> request)
    {
        while (!request.IsEmpty)
        {
            request = request[socket.Send(request)..];
        }

        length = 0;
        do
        {
            Fill();
            headEnd = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) + 4;
        }
        while (headEnd < 4);

        if (buffer[9] != (byte)'2')
        {
            throw new IOException("The reply is no success.");
        }

        var whole = headEnd + (Utf8Parser.TryParse(Header("\r\nContent-Length: "u8), out int body, out _) ? body : 0);
        while (length < whole)
        {
            Fill();
        }
    }

    /// <summary>The value of a header that is written like this.</summary>
    public ReadOnlySpan<byte> Header(ReadOnlySpan<byte> start)
    {
        var head = buffer.AsSpan(0, headEnd);
        var at = head.IndexOf(start);
        if (at < 0)
        {
            return [];
        }

        var value = head[(at + start.Length)..];
        return value[..value.IndexOf("\r\n"u8)];
    }

    public void Dispose() => socket.Dispose();

    void Fill()
    {
        var count = socket.Receive(buffer.AsSpan(length));
        length += count > 0 ? count : throw new IOException("The connection was closed.");
    }
}
