using System.Globalization;
using System.Text;

namespace OrderHotline.FakeSns;

/// <summary>As much of HTTP/1.1 as AWS SDKs speak to SNS: requests with a Content-Length, connections that are kept.</summary>
sealed class HttpConnection(Stream stream)
{
    readonly byte[] buffer = new byte[8_192];
    int start;
    int end;

    /// <returns>Null when the client has closed the connection between two requests.</returns>
    public async Task<(IReadOnlyDictionary<string, string> Headers, byte[] Body)?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await ReadLineAsync(cancellationToken) is not { } requestLine)
        {
            return null;
        }

        if (requestLine != "POST / HTTP/1.1")
        {
            throw new NotSupportedException($"The query protocol posts to /, but this came: {requestLine}");
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            headers[name] = headers.TryGetValue(name, out var earlier) ? $"{earlier},{value}" : value;
        }

        var body = new byte[int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
        for (var i = 0; i < body.Length; i++)
        {
            body[i] = await ReadByteAsync(cancellationToken) ?? throw new IOException("The client hung up within a body.");
        }

        return (headers, body);
    }

    public async Task WriteAsync(SnsAnswer.Reply reply, string requestId, DateTimeOffset date, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(reply.BodyWithRequestId(requestId));
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {reply.Status} -\r\nx-amzn-RequestId: {requestId}\r\nContent-Type: text/xml\r\nContent-Length: {body.Length}\r\nDate: {date:R}\r\n\r\n");
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body], cancellationToken);
    }

    async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (await ReadByteAsync(cancellationToken) is { } next)
        {
            if (next == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)next);
        }

        return null;
    }

    async ValueTask<byte?> ReadByteAsync(CancellationToken cancellationToken)
    {
        if (start == end)
        {
            start = 0;
            end = await stream.ReadAsync(buffer, cancellationToken);
        }

        return start < end ? buffer[start++] : null;
    }
}
