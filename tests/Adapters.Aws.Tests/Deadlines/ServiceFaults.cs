using static OrderHotline.Adapters.Aws.Tests.FaultyService;
using Answer = System.Func<System.Net.Sockets.NetworkStream, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>How a service can fail to answer, by name.</summary>
static class ServiceFaults
{
    static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    // Heads and bodies of what the services answer: JSON or XML, an outcome or an error.
    static readonly (string Name, string Head, string Body)[] Answers =
    [
        ("an outcome", "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\n", "{\"Item\":{}}"),
        ("a refusal", "HTTP/1.1 400 -\r\nContent-Type: application/x-amz-json-1.0\r\n", "{\"__type\":\"ValidationException\"}"),
        ("a fault", "HTTP/1.1 500 -\r\nContent-Type: text/xml\r\n", "<ErrorResponse><Error><Code>InternalError</Code></Error></ErrorResponse>"),
    ];

    /// <summary>What never comes to an end by itself.</summary>
    public static IReadOnlyDictionary<string, Answer> Stalls { get; } = new (string, Answer)[]
    {
        ("silence", Stall("")),
        ("half a status line", Stall("HTTP/1.")),
        ("headers that dribble", Repeat("HTTP/1.1 200 OK\r\nX-Header: ", "x", Soon)),
        ("a flood of 100 Continue", Repeat("", "HTTP/1.1 100 Continue\r\n\r\n", TimeSpan.FromMilliseconds(1))),
    }.Concat(Answers.SelectMany(StallsOf)).ToDictionary();

    /// <summary>What ends without an answer.</summary>
    public static IReadOnlyDictionary<string, Answer> Breaks { get; } = new Dictionary<string, Answer>
    {
        ["a reset"] = Reset(""),
        ["a reset within the headers"] = Reset("HTTP/1.1 200 OK\r\n"),
        ["a reset within the answer"] = Reset("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"),
        ["an end"] = End(""),
        ["an end within the answer"] = End("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"),
        ["a fault"] = End("HTTP/1.1 500 -\r\nContent-Length: 2\r\n\r\n{}"),
        ["a cut fault"] = End("HTTP/1.1 500 -\r\nContent-Length: 20\r\n\r\n{}"),
        ["overload"] = End("HTTP/1.1 503 -\r\nContent-Length: 0\r\n\r\n"),
        ["throttling"] = End("HTTP/1.1 400 -\r\nContent-Length: 33\r\n\r\n{\"__type\":\"ThrottlingException\"} "),
        ["no HTTP"] = End("SSH-2.0-OpenSSH_9.2\r\n"),
    };

    static IEnumerable<(string, Answer)> StallsOf((string Name, string Head, string Body) answer)
    {
        var (name, head, body) = answer;
        foreach (var length in new[] { 0, body.Length / 2, body.Length - 1 })
        {
            yield return ($"{name} that stalls after {length} bytes", Stall($"{head}Content-Length: {body.Length}\r\n\r\n{body[..length]}"));
        }

        yield return ($"{name} in a chunk that stalls", Stall($"{head}Transfer-Encoding: chunked\r\n\r\nff\r\n{body}"));
        yield return ($"{name} without its last chunk", Stall($"{head}Transfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n"));
        yield return ($"{name} without a length that stalls", Stall($"{head}Connection: close\r\n\r\n{body}"));
        yield return ($"{name} that dribbles", Repeat($"{head}Content-Length: 9000\r\n\r\n", " ", Soon));
        yield return ($"{name} in chunks that dribble", Repeat($"{head}Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n", Soon));
        yield return ($"{name}, compressed, that stalls", Stall($"{head}Content-Encoding: gzip\r\nContent-Length: 90\r\n\r\n\u001f"));
    }
}
