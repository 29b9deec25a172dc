using System.Net;
using System.Text;

namespace OrderHotline.Softphone.Tests;

/// <summary>Who is not let in, and what is not read.</summary>
public sealed class GuardTests
{
    const string Take = "{\"language\":\"ja-JP\"}";

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1")]
    [InlineData("localhost:1")]
    [InlineData("127.0.0.1.evil.example")]
    public async Task A_name_that_is_not_this_machines_is_answered_nothing(string host)
    {
        await using var telephone = await Telephone.Rings();
        foreach (var path in new[] { "/", "/events", "/kept.call" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;

            using var answer = await telephone.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Another_page_may_do_nothing_and_see_nothing(string header, string value)
    {
        await using var telephone = await Telephone.Rings();
        foreach (var (method, path) in new[] { (HttpMethod.Post, "/calls"), (HttpMethod.Get, "/events"), (HttpMethod.Get, "/kept.call") })
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = method == HttpMethod.Post ? new StringContent(Take, Encoding.UTF8, "application/json") : null;
            request.Headers.Add(header, value);

            using var answer = await telephone.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal("ringing", (await telephone.Picture()).GetProperty("phase").GetString());
    }

    [Fact]
    public async Task The_page_itself_is_let_in_by_either_name()
    {
        await using var telephone = await Telephone.Rings();
        foreach (var name in new[] { "localhost", "127.0.0.1" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/broken") { Content = new StringContent("{\"broken\":[]}", Encoding.UTF8, "application/json") };
            request.Headers.Host = $"{name}:{telephone.Address.Port}";
            request.Headers.Add("Origin", $"http://{name}:{telephone.Address.Port}");

            using var answer = await telephone.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("text/plain", Take, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "language=ja-JP", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "{", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "null", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "[]", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"language\":null}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"language\":\"xx-XX\"}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"language\":\"ja-JP\",\"admin\":true}", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_read_is_refused_with_what_would_be_right(string type, string body, HttpStatusCode status)
    {
        await using var telephone = await Telephone.Rings();

        using var answer = await telephone.Client.PostAsync("/calls", new StringContent(body, Encoding.UTF8, type), TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("ja-JP", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("ringing", (await telephone.Picture()).GetProperty("phase").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_not_read(bool saysItsLength)
    {
        await using var telephone = await Telephone.Rings();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/acts")
        {
            Content = new StringContent($"{{\"after\":0,\"typed\":\"{new string('a', 100_000)}\"}}", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = !saysItsLength;

        using var answer = await telephone.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_said_is_no_longer_than_a_breath()
    {
        await using var telephone = await Telephone.Rings();
        await telephone.Call("ja-JP");

        using var answer = await telephone.Post("/acts", new { after = 2, typed = new string('あ', 201) });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_of_the_page_comes_from_elsewhere_and_no_script_or_style_stands_in_it()
    {
        await using var telephone = await Telephone.Rings();
        using var answer = await telephone.Client.GetAsync("/", TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        using var unknown = await telephone.Client.GetAsync("/..%2fhotline.dll", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }
}
