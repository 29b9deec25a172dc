using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace OrderHotline.RuntimeApi;

/// <summary>The server's half of HTTP/1.1, one byte away from the wire so that it can misbehave on purpose.</summary>
sealed class HttpExchange(NetworkStream stream) : IDisposable
{
    readonly BufferedStream _input = new(stream);

    /// <returns>Null when the client has closed the connection.</returns>
    public async Task<Request?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await ReadLineAsync(cancellationToken) is not { Length: > 0 } requestLine)
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        if (headers.TryGetValue("Transfer-Encoding", out _))
        {
            body = await ReadChunksAsync(cancellationToken);
        }
        else
        {
            await _input.ReadExactlyAsync(body, cancellationToken);
        }

        var words = requestLine.Split(' ');
        return new Request(words[0], words[1], headers, body);
    }

    public async Task WriteAsync(int status, string headers, ReadOnlyMemory<byte> body, Delivery delivery, CancellationToken cancellationToken)
    {
        var framing = delivery switch
        {
            Delivery.Chunked => "transfer-encoding: chunked\r\n",
            Delivery.UntilClose => string.Empty,
            _ => $"content-length: {body.Length}\r\n",
        };
        var head = Encoding.UTF8.GetBytes($"HTTP/1.1 {status} Status\r\ncontent-type: application/json\r\n{headers}{framing}\r\n");
        byte[] whole = delivery switch
        {
            Delivery.Chunked => [.. head, .. Chunks(body)],
            Delivery.CutOff => [.. head, .. body[..(body.Length / 2)].Span],
            _ => [.. head, .. body.Span],
        };
        var step = delivery == Delivery.ByteByByte ? 1 : whole.Length;
        for (var sent = 0; sent < whole.Length; sent += step)
        {
            await stream.WriteAsync(whole.AsMemory(sent, step), cancellationToken);
        }
    }

    /// <summary>Whether the client has closed the connection while it waited for an answer.</summary>
    public bool IsAbandoned => stream.Socket.Poll(0, SelectMode.SelectRead) && stream.Socket.Available == 0;

    public void Dispose() => _input.Dispose();

    static byte[] Chunks(ReadOnlyMemory<byte> body) =>
    [
        .. body.ToArray().SelectMany(piece => (byte[])[.. "01;piece=1\r\n"u8, piece, .. "\r\n"u8]),
        .. "0\r\nX-Trailer: end\r\n\r\n"u8,
    ];

    async Task<byte[]> ReadChunksAsync(CancellationToken cancellationToken)
    {
        var body = new List<byte>();
        while (true)
        {
            var size = await ReadLineAsync(cancellationToken) ?? throw new EndOfStreamException();
            var chunk = new byte[int.Parse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture)];
            await _input.ReadExactlyAsync(chunk, cancellationToken);
            await ReadLineAsync(cancellationToken);
            if (chunk.Length == 0)
            {
                return [.. body];
            }

            body.AddRange(chunk);
        }
    }

    async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await _input.ReadAsync(one, cancellationToken) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }

    public sealed record Request(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);
}
