using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace OrderHotline.Bench.Race;

/// <summary>The Lambda Runtime API for one sandbox after the other. Ticks are read at the socket: after the last byte of a request was
/// read, before the first byte of an event is written.</summary>
sealed class RuntimeApi
{
    const string RequestIdBase = "8476a536-e9f4-11e8-9739-";

    readonly Listener listener;
    volatile Run? running;

    public RuntimeApi(Alarm alarm) => listener = new Listener("runtime api", Serve, alarm);

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{listener.Port}");

    /// <summary>From now on, whoever connects is this run's.</summary>
    public void Host(Run run) => running = run;

    void Serve(Stream connection)
    {
        var request = new HttpRequestReader(connection);
        var buffer = new byte[64 * 1024];
        var calls = 0L;
        var run = running;
        while (run is not null && request.Read())
        {
            var readAt = Stopwatch.GetTimestamp();
            var line = request.Head;
            line = line.IndexOf("\r\n"u8) is >= 0 and var end ? line[..end] : line;
            if (line.StartsWith("GET "u8) && line.IndexOf("/invocation/next "u8) > 0)
            {
                // With nothing left to serve the connection stays open, as that of a sandbox which waits for its next call.
                if (run.Next() is { } json)
                {
                    var length = WriteEvent(buffer, json, ++calls);
                    run.Serving();
                    connection.Write(buffer, 0, length);
                }
            }
            else if (line.IndexOf("/response "u8) > 0)
            {
                run.Answered(readAt, request.Body);
                connection.Write("HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n"u8
                    + "{\"status\":\"OK\"}\n"u8);
            }
            else
            {
                run.Fail($"it reported {Encoding.UTF8.GetString(line)}: {Encoding.UTF8.GetString(request.Body)}");
                connection.Write("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"u8);
            }
        }
    }

    static int WriteEvent(byte[] buffer, byte[] json, long call)
    {
        var length = 0;
        Append("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nLambda-Runtime-Aws-Request-Id: "u8);
        length += Encoding.ASCII.GetBytes(RequestIdBase, buffer.AsSpan(length));
        Number(call, "D12");
        Append("\r\nLambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:ap-northeast-1:123456789012:function:race"u8);
        Append("\r\nLambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0\r\nLambda-Runtime-Deadline-Ms: "u8);
        Number(DateTimeOffset.UtcNow.AddSeconds(8).ToUnixTimeMilliseconds(), "D");
        Append("\r\nContent-Length: "u8);
        Number(json.Length, "D");
        Append("\r\n\r\n"u8);
        Append(json);
        return length;

        void Append(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(buffer.AsSpan(length));
            length += bytes.Length;
        }

        void Number(long number, string format)
        {
            number.TryFormat(buffer.AsSpan(length), out var written, format, CultureInfo.InvariantCulture);
            length += written;
        }
    }
}
