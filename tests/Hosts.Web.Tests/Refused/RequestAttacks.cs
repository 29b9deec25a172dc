using System.Text;
using OrderHotline.Contracts;
using static OrderHotline.Hosts.Web.Tests.Attack;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>Requests of a customer who has logged in, and wants more than is theirs, or nothing good.</summary>
static class RequestAttacks
{
    const string Moving = "{\"orderId\":\"201\",\"date\":\"2026-12-04\"}";

    public static IEnumerable<Attack> All { get; } =
    [
        Post("somebody else's", "to cancel their order", "404 NoOrder", "/v1/order/cancel", "{\"orderId\":\"666\"}"),
        Post("somebody else's", "to move their order", "404 NoOrder", "/v1/order/reschedule", "{\"orderId\":\"666\",\"date\":\"2026-12-04\"}"),
        Post("somebody else's", "to cancel it on any tag", "404 NoOrder", "/v1/order/cancel", "{\"orderId\":\"666\"}", ("If-Match", "*")),
        Post("somebody else's", "their number in the body", "400 InvalidRequest", "/v1/order/cancel", "{\"orderId\":\"666\",\"phone_number\":\"+819087654321\"}"),
        Post("somebody else's", "their number in headers", "404 NoOrder", "/v1/order/cancel", "{\"orderId\":\"666\"}", ("X-Caller-ID", "+819087654321"), ("Forwarded", "for=\"+819087654321\"")),
        Request("somebody else's", "their number in the address", "400 InvalidRequest", () => new(HttpMethod.Get, "/v1/order?phone_number=%2B819087654321")),
        Request("somebody else's", "their order in the path", "404 NoSuchResource", () => new(HttpMethod.Get, "/v1/order/666")),
        Post("somebody else's", "an id that is none", "404 NoOrder", "/v1/order/cancel", "{\"orderId\":\"' OR 1=1 --\"}"),
        Post("somebody else's", "an id of ten thousand letters", "413 BodyTooLarge", "/v1/order/cancel", $"{{\"orderId\":\"{new string('6', 10_000)}\"}}"),

        Key("none", null),
        Key("an empty one", ""),
        Key("one of spaces", "a b"),
        Key("one that is too long", new string('k', 129)),
        Key("one with brackets", "k{1}"),
        Key("two with a comma", "k1, k2"),
        Request("keys", "two headers", "400 InvalidRequest", () =>
        {
            var request = Sending("/v1/order/reschedule", Moving);
            request.Headers.Add(WishKey.Header, "k1");
            request.Headers.Add(WishKey.Header, "k2");
            return request;
        }),
        Condition("no quotation marks", "abc"),
        Condition("nothing but a comma", ","),
        Condition("nonsense", "\"abc"),

        Body("not JSON", Moving, "415 NotJson", "text/plain"),
        Body("a form", "orderId=201&date=2026-12-04", "415 NotJson", "application/x-www-form-urlencoded"),
        Body("of no type", Moving, "415 NotJson", mediaType: null),
        Body("empty", ""),
        Body("cut off", Moving[..^5]),
        Body("an array", "[]"),
        Body("null", "null"),
        Body("no order", "{\"date\":\"2026-12-04\"}"),
        Body("a null for the order", "{\"orderId\":null,\"date\":\"2026-12-04\"}"),
        Body("a number for the order", "{\"orderId\":201,\"date\":\"2026-12-04\"}"),
        Body("a member twice", "{\"orderId\":\"201\",\"orderId\":\"666\",\"date\":\"2026-12-04\"}"),
        Body("a member in capitals", "{\"OrderId\":\"201\",\"date\":\"2026-12-04\"}"),
        Body("a member that nobody reads", "{\"orderId\":\"201\",\"date\":\"2026-12-04\",\"version\":7}"),
        Body("two roots", Moving + Moving),
        Body("as deep as it goes", string.Concat(Enumerable.Repeat("{\"orderId\":", 300))),
        Body("half a character", "{\"orderId\":\"201\",\"said\":\"\\ud83d\"}"),
        Body("bytes that are no UTF-8", "{\"orderId\":\"201\",\"said\":\"\u00ff\u00fe\"}"),
        Body("no day", "{\"orderId\":\"201\"}"),
        Body("two ways of a day", "{\"orderId\":\"201\",\"said\":\"tomorrow\",\"date\":\"2026-12-04\"}"),
        Body("a day that no calendar has", "{\"orderId\":\"201\",\"date\":\"2026-02-30\"}"),
        Body("a moment for a day", "{\"orderId\":\"201\",\"date\":\"2026-12-04T00:00:00Z\"}"),
        Body("words that never end", $"{{\"orderId\":\"201\",\"said\":\"{new string('a', 100)}\"}}"),
        Body("a NUL among the words", "{\"orderId\":\"201\",\"said\":\"\\u0000\"}", "422 DateNotUnderstood"),
        Body("a billion laughs", $"{{\"orderId\":\"201\",\"said\":\"{new string('a', 5_000)}\"}}", "413 BodyTooLarge"),
        Raw("bodies", "longer than announced to be allowed", "413", host => Begun(host, "Content-Length: 999999999\r\n\r\n")),
        Raw("bodies", "in pieces without end", "413", host => Begun(host, $"Transfer-Encoding: chunked\r\n\r\n2000\r\n{new string(' ', 0x2000)}\r\n")),
        Raw("bodies", "a length that is none", "400", host => Begun(host, "Content-Length: -1\r\n\r\n")),
        Raw("bodies", "two lengths", "400", host => Begun(host, "Content-Length: 3\r\nContent-Length: 4\r\n\r\n")),
        Raw("bodies", "a piece whose length is none", "400", host => Begun(host, "Transfer-Encoding: chunked\r\n\r\nxyz\r\n")),
        Raw("bodies", "one that never comes", "408", host => Begun(host, "Content-Length: 40\r\n\r\n{\"orderId\"")),

        Request("methods and paths", "DELETE", "405 MethodNotAllowed", () => new(HttpMethod.Delete, "/v1/order")),
        Request("methods and paths", "GET for a change", "405 MethodNotAllowed", () => new(HttpMethod.Get, "/v1/order/cancel")),
        Request("methods and paths", "another method by a header", "405 MethodNotAllowed", () => With(new(HttpMethod.Get, "/v1/order/cancel"), ("X-HTTP-Method-Override", "POST"))),
        Request("methods and paths", "another path by a header", "404 NoSuchResource", () => With(new(HttpMethod.Get, "/nothing"), ("X-Original-URL", "/v1/order"), ("X-Rewrite-URL", "/v1/order"))),
        Raw("methods and paths", "out of the folder and in again", "401", host => RawRequest.Get(host, "/v1/../v1/order")),
        Raw("methods and paths", "out of the folder, encoded", "401", host => RawRequest.Get(host, "/openapi/%2e%2e/v1/order")),
        Raw("methods and paths", "capitals", "401", host => RawRequest.Get(host, "/V1/Order")),
        Raw("methods and paths", "two strokes", "404", host => RawRequest.Get(host, "//v1/order")),
        Raw("methods and paths", "a stroke that is encoded", "404", host => RawRequest.Get(host, "/v1%2forder")),
        Raw("methods and paths", "a stroke the other way", "404", host => RawRequest.Get(host, "/v1\\order")),
        Raw("methods and paths", "parameters of a path", "404", host => RawRequest.Get(host, "/v1/order;admin=1")),
        Raw("methods and paths", "a NUL", "400", host => RawRequest.Get(host, "/v1/order%00")),
        Raw("methods and paths", "an address of another host", "400", host => RawRequest.Get(host, "http://evil.example/v1/order")),
        Raw("methods and paths", "a line that never ends", "414", host => RawRequest.Get(host, $"/{new string('a', 5_000)}")),

        Raw("headers", "another host's name", "400", host => "GET /v1/order HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
        Raw("headers", "no host", "400", host => "GET /v1/order HTTP/1.1\r\nConnection: close\r\n\r\n"),
        Raw("headers", "too many", "431", host => RawRequest.Get(host, "/v1/order", string.Concat(Enumerable.Range(0, 60).Select(i => $"X-{i}: 1\r\n")))),
        Raw("headers", "too long", "431", host => RawRequest.Get(host, "/v1/order", $"X-Long: {new string('a', 20_000)}\r\n")),
        Raw("headers", "a line break within", "400", host => RawRequest.Get(host, "/v1/order", "X-A: 1\rX-B: 2\r\n")),
        Raw("headers", "a name with a space", "400", host => RawRequest.Get(host, "/v1/order", "X A: 1\r\n")),
        Raw("headers", "a thousand languages", "401", host => RawRequest.Get(host, "/v1/order", $"Accept-Language: {string.Join(',', Enumerable.Repeat("xx", 1_000))}\r\n")),
    ];

    static string Begun(RunningHost host, string rest) => RawRequest.Beginning(host, Signer.TokenOf(SampleOrder.Customer), "/v1/order/reschedule", rest);

    static Attack Post(string kind, string name, string expected, string path, string body, params (string Name, string Value)[] headers) =>
        Request(kind, name, expected, () => With(With(Sending(path, body), (WishKey.Header, name.Replace(' ', '-').Replace("'", "", StringComparison.Ordinal))), headers));

    static Attack Key(string name, string? key) => Request("keys", name, "400 InvalidRequest", () =>
        key is null ? Sending("/v1/order/reschedule", Moving) : With(Sending("/v1/order/reschedule", Moving), (WishKey.Header, key)));

    static Attack Condition(string name, string tag) => Request(
        "conditions", name, "400 InvalidRequest", () => With(Sending("/v1/order/reschedule", Moving), (WishKey.Header, $"c-{tag.Length}"), ("If-Match", tag)));

    static HttpRequestMessage Sending(string path, string body) =>
        new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    static HttpRequestMessage With(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
