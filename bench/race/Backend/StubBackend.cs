using System.Net.Security;
using System.Text;

namespace OrderHotline.Bench.Race;

/// <summary>
/// DynamoDB and SNS that answer in constant time: the one order of the call contract, always as it was placed, whatever was written.
/// It verifies no signature. Like DynamoDB it sends a checksum with every reply, which clients may verify.
/// </summary>
sealed class StubBackend
{
    const string DynamoDb = "application/x-amz-json-1.0";

    readonly byte[] found;
    readonly byte[] got;
    readonly byte[] updated;
    readonly byte[] updatedAll;
    readonly byte[] published;
    readonly SslStreamCertificateContext? certificate;
    readonly Listener listener;

    /// <param name="order">The item of the one order, in DynamoDB's JSON.</param>
    /// <param name="certificate">Null serves plain HTTP.</param>
    /// <param name="alarm">Told of a request that nobody taught it.</param>
    public StubBackend(string order, SslStreamCertificateContext? certificate, Alarm alarm)
    {
        this.certificate = certificate;
        found = Reply(DynamoDb, $$"""{"Count":1,"Items":[{{order}}],"ScannedCount":1}""");
        got = Reply(DynamoDb, $$"""{"Item":{{order}}}""");
        updated = Reply(DynamoDb, "{}");
        updatedAll = Reply(DynamoDb, $$"""{"Attributes":{{order}}}""");
        published = Reply(
            "text/xml",
            "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
            + "<MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult><ResponseMetadata>"
            + "<RequestId>d74b8436-ae13-5ab4-a9ff-ce54dfea72a0</RequestId></ResponseMetadata></PublishResponse>");
        listener = new Listener("backend", Serve, alarm);
    }

    public string Address => $"{(certificate is null ? "http" : "https")}://127.0.0.1:{listener.Port}";

    /// <summary>What has been asked of it since it was last told to forget.</summary>
    public Requests Requests { get; } = new();

    /// <summary>Takes every request as it came, head and body, while it is set.</summary>
    public Action<string>? Witness { get; set; }

    void Serve(Stream connection)
    {
        if (certificate is null)
        {
            Answer(connection);
            return;
        }

        using var tls = new SslStream(connection);
        tls.AuthenticateAsServer(new SslServerAuthenticationOptions { ServerCertificateContext = certificate });
        Answer(tls);
    }

    void Answer(Stream connection)
    {
        var request = new HttpRequestReader(connection);
        while (request.Read())
        {
            var target = request.Header("x-amz-target");
            var reply =
                target.EndsWith(".Query"u8) ? Count(Requests.Kind.Query, found)
                : target.EndsWith(".GetItem"u8) ? Count(Requests.Kind.GetItem, got)
                : target.EndsWith(".UpdateItem"u8) ? Count(
                    Requests.Kind.UpdateItem, request.Body.IndexOf("\"ALL_NEW\""u8) < 0 ? updated : updatedAll)
                : target.IsEmpty && request.Body.IndexOf("Action=Publish"u8) >= 0 ? Count(Requests.Kind.Publish, published)
                : throw new RaceException($"Nobody taught the backend to answer {Encoding.UTF8.GetString(request.Head)}");
            Requests.Bytes += request.Body.Length;
            Witness?.Invoke($"{Encoding.UTF8.GetString(request.Head)}\n\n{Encoding.UTF8.GetString(request.Body)}\n");
            WriteDate(reply);
            connection.Write(reply);
        }
    }

    byte[] Count(Requests.Kind kind, byte[] reply)
    {
        Requests.Add(kind);
        return reply;
    }

    // The SDKs set their clocks by this header, so it has to be true. It comes first, at a place that is known.
    static readonly byte[] BeforeDate = "HTTP/1.1 200 OK\r\nDate: "u8.ToArray();

    static void WriteDate(byte[] reply) => DateTime.UtcNow.TryFormat(reply.AsSpan(BeforeDate.Length), out _, "R");

    static byte[] Reply(string type, string body) => Encoding.UTF8.GetBytes(
        $"{Encoding.ASCII.GetString(BeforeDate)}{DateTime.UnixEpoch:R}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n"
        + "x-amzn-RequestId: 5BV8K9VJ2Q1HBQ1FC1H6NP7OBVVV4KQNSO5AEMVJF66Q9ASUAAJG\r\n"
        + $"x-amz-crc32: {Crc32.Of(Encoding.UTF8.GetBytes(body))}\r\n\r\n{body}");
}
