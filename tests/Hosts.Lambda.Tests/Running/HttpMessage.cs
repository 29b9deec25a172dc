using System.Globalization;
using System.Text;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>A request or an answer, byte for byte as it came. Both sides of the wire always say how long a body is.</summary>
sealed record HttpMessage(string Head, byte[] Body)
{
    public ReadOnlyMemory<byte> Bytes => (byte[])[.. Encoding.Latin1.GetBytes(Head), .. Body];

    public static HttpMessage Answer(int status, string body) =>
        new($"HTTP/1.1 {status} -\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: {body.Length}\r\n\r\n", Encoding.ASCII.GetBytes(body));

    public string Header(string name) => Head.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim() ?? "";

    /// <returns>Null when the other side has closed the connection.</returns>
    public static async Task<HttpMessage?> Read(Stream stream, CancellationToken cancellation)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!EndsTheHead(head))
        {
            if (await stream.ReadAsync(one, cancellation) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var message = new HttpMessage(head.ToString(), []);
        var body = new byte[int.Parse(message.Header("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cancellation);
        return message with { Body = body };
    }

    static bool EndsTheHead(StringBuilder head) =>
        head.Length >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r';
}
