using System.Text.Json;

namespace OrderHotline.Hosts.Web.Tests;

public sealed class ChatMannersTests
{
    const string Shop = "https://shop.example";

    [Fact]
    public async Task A_turn_more_than_the_host_takes_on_is_told_to_come_again()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        var goOn = new TaskCompletionSource();
        var underWay = 0;
        var full = new TaskCompletionSource();
        host.Store.Before = _ =>
        {
            if (Interlocked.Increment(ref underWay) == ChatGate.MostTurns)
            {
                full.SetResult();
            }

            return goOn.Task;
        };
        var turns = Enumerable.Range(0, ChatGate.MostTurns).Select(_ => Answer.To(client, new(HttpMethod.Post, "/v1/chat"))).ToList();
        await full.Task;

        var refused = await Answer.To(client, new(HttpMethod.Post, "/v1/chat"));
        goOn.SetResult();

        Assert.Equal((503, "Busy", true), (refused.Status, refused.Name, refused.Message.Headers.RetryAfter is not null));
        Assert.All(await Task.WhenAll(turns), answer => Assert.Equal(200, answer.Status));
        Assert.Equal(200, (await Answer.To(client, new(HttpMethod.Post, "/v1/chat"))).Status);
    }

    [Fact]
    public async Task A_turn_that_is_under_way_is_answered_when_the_host_is_asked_to_stop_and_no_other_begins()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        var chat = await Chat.Begun(client);
        await chat.Say("cancel it");
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Store.Before = async _ =>
        {
            reached.TrySetResult();
            await goOn.Task;
        };

        var underWay = chat.Say("yes");
        await reached.Task;
        var stopping = host.Stop();
        goOn.SetResult();
        await Task.WhenAll(underWay, stopping);

        Assert.StartsWith("I have cancelled your order.", chat.Told, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => Chat.Begun(client));
    }

    [Fact]
    public async Task Only_a_page_of_a_shop_that_is_named_may_send_messages()
    {
        await using var host = await RunningHost.Start(chatOrigins: [Shop]);

        var (named, other) = (await Preflight(host, Shop), await Preflight(host, "https://evil.example"));

        Assert.Equal(Shop, Assert.Single(named.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(named.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_page_reads_why_it_was_refused_and_how_long_to_wait()
    {
        await using var host = await RunningHost.Start(chatOrigins: [Shop], requestsAMinute: 1);
        using var client = host.Client();
        client.DefaultRequestHeaders.Add("Origin", Shop);
        var answers = new List<Answer>();
        for (var asked = 0; asked < 3; asked++)
        {
            answers.Add(await Answer.To(client, new(HttpMethod.Post, "/v1/chat")));
        }

        var refused = answers.First(answer => answer.Status == 429).Message;

        Assert.Equal((Shop, "Retry-After"), (
            Assert.Single(refused.Headers.GetValues("Access-Control-Allow-Origin")), Assert.Single(refused.Headers.GetValues("Access-Control-Expose-Headers"))));
    }

    [Fact]
    public async Task The_files_are_for_every_page_and_for_caches_and_all_else_is_for_nobody()
    {
        await using var host = await RunningHost.Start();

        var script = await host.Anonymous.GetAsync(new Uri("/chat/chat.js", UriKind.Relative), TestContext.Current.CancellationToken);
        var again = new HttpRequestMessage(HttpMethod.Get, "/chat/chat.js");
        again.Headers.IfNoneMatch.Add(script.Headers.ETag!);

        Assert.Equal(
            ("text/javascript", "*", "cross-origin", "public, max-age=300"),
            (script.Content.Headers.ContentType?.MediaType, script.Headers.GetValues("Access-Control-Allow-Origin").Single(),
                script.Headers.GetValues("Cross-Origin-Resource-Policy").Single(), script.Headers.CacheControl?.ToString()));
        Assert.Equal(304, (int)(await host.Anonymous.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("no-store", (await Chat.Begun(host.Client())).Last.Message.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/desk/token")]
    [InlineData("/chat/desk.css")]
    public async Task A_host_that_works_for_a_shop_has_no_page_and_signs_nothing(string path)
    {
        await using var host = await RunningHost.Start();

        Assert.Equal(404, (int)(await host.Anonymous.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_log_names_the_wish_that_stands_in_the_history_and_nothing_that_was_said()
    {
        await using var host = await RunningHost.Start();
        var chat = await Chat.Begun(host.Client());
        await chat.Say("December 4th for Kyoto Blend 200g, my number is +819012345678");
        await chat.Say("December 4th");
        await chat.Say("yes");

        Assert.Contains(host.Log, line => JsonDocument.Parse(line).RootElement.GetProperty("contactId").GetString() == host.Order.History[0].Contact.ToString());
        Assert.DoesNotContain(host.Log, line => line.Contains("December", StringComparison.Ordinal));
    }

    static Task<HttpResponseMessage> Preflight(RunningHost host, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/v1/chat/messages");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,accept-language");
        return host.Anonymous.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
