using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>A request byte by byte, as no client library would send it.</summary>
static class RawRequest
{
    /// <summary>Sends bytes, waits, and reads the status of the answer; 0 where the connection is closed without one.</summary>
    /// <param name="host">Whom to ask.</param>
    /// <param name="text">The request, in Latin-1.</param>
    public static async Task<int> StatusOf(RunningHost host, string text)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
            var answer = new byte[64];
            var length = await stream.ReadAtLeastAsync(answer, 12, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
            return length >= 12 && int.TryParse(Encoding.Latin1.GetString(answer, 9, 3), CultureInfo.InvariantCulture, out var status) ? status : 0;
        }
        catch (IOException)
        {
            return 0; // reset
        }
    }

    /// <summary>A request with a body that the client announces and does not send all of.</summary>
    public static string Beginning(RunningHost host, string token, string path, string rest) =>
        $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{host.Address.Port}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nIdempotency-Key: raw-1\r\n{rest}";

    public static string Get(RunningHost host, string target, string headers = "") =>
        $"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{host.Address.Port}\r\nConnection: close\r\n{headers}\r\n";
}
