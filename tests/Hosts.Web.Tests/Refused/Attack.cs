using System.Globalization;
using System.Text;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>Something that nobody may get through with.</summary>
/// <param name="Kind">What it is one of.</param>
/// <param name="Name">What is tried.</param>
/// <param name="Expected">The status and the name that it must be answered with.</param>
/// <param name="Try">Tries it.</param>
sealed record Attack(string Kind, string Name, string Expected, Func<RunningHost, Task<string>> Try)
{
    /// <summary>A token, used for a look-up.</summary>
    public static Attack Token(string name, Func<string> token, string expected = "401 NotSignedIn", string kind = "tokens") =>
        new(kind, name, expected, async host => Said(await host.ClientWith(token()).LookUp()));

    /// <summary>A body, sent by the customer to move their order.</summary>
    public static Attack Body(string name, string body, string expected = "400 InvalidRequest", string? mediaType = "application/json", string path = "/v1/order/reschedule") =>
        new("bodies", name, expected, host =>
        {
            var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
            if (mediaType is not null)
            {
                content.Headers.ContentType = new(mediaType);
            }

            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
            request.Headers.Add(WishKey.Header, name.Replace(' ', '-'));
            return AsCustomer(host, request);
        });

    /// <summary>A request of the customer's own, with headers or to a path that it should not have.</summary>
    public static Attack Request(string kind, string name, string expected, Func<HttpRequestMessage> request) =>
        new(kind, name, expected, host => AsCustomer(host, request()));

    /// <summary>Bytes.</summary>
    public static Attack Raw(string kind, string name, string expected, Func<RunningHost, string> bytes) =>
        new(kind, name, expected, async host => (await RawRequest.StatusOf(host, bytes(host))).ToString(CultureInfo.InvariantCulture));

    static async Task<string> AsCustomer(RunningHost host, HttpRequestMessage request)
    {
        using var client = host.Client();
        return Said(await Answer.To(client, request));
    }

    static string Said(Answer answer)
    {
        var text = answer.Body.ValueKind == System.Text.Json.JsonValueKind.Undefined ? "" : answer.Body.GetRawText();
        Assert.DoesNotContain("teapot", text, StringComparison.Ordinal); // of somebody else's order
        Assert.Equal("no-store", answer.Message.Headers.CacheControl?.ToString());
        return $"{answer.Status} {answer.Name}".TrimEnd();
    }
}
