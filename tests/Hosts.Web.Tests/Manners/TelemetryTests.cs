using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrderHotline.Hosts.Web.Tests;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_that_is_named_gets_what_was_answered_and_nothing_about_the_customer()
    {
        await using var collector = new FakeCollector();
        string sent;
        IEnumerable<string> personal;
        await using (var host = await RunningHost.Start(collector: collector.Address))
        {
            using var client = host.Client();
            client.DefaultRequestHeaders.UserAgent.ParseAdd("agent-of-9012345678");
            await client.LookUp();
            await client.Cancel("key-1");
            await client.GetAsync(new Uri("/nowhere/9012345678", UriKind.Relative), TestContext.Current.CancellationToken);
            await host.Anonymous.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
            await host.Stop();
            await host.DisposeAsync();
            sent = collector.Text;
            personal = [.. host.PersonalDataIn(sent)];
        }

        Assert.Equal(["/v1/metrics", "/v1/traces"], collector.Paths.Distinct().Order(StringComparer.Ordinal));
        Assert.All(
            ["order-hotline-web", "/v1/order/cancel", "OrderFound", "Cancelled", "http.server.request.duration"],
            told => Assert.Contains(told, sent, StringComparison.Ordinal));
        Assert.Empty(personal);
        Assert.DoesNotContain("GET /health/live", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_is_gone_hurts_nobody()
    {
        var collector = new FakeCollector();
        await collector.DisposeAsync();
        await using var host = await RunningHost.Start(collector: collector.Address);

        Assert.Equal("OrderFound", (await host.Client().LookUp()).Name);
    }

    /// <summary>Takes what a host sends to a collector.</summary>
    sealed class FakeCollector : IAsyncDisposable
    {
        readonly HttpListener listener = new();
        readonly ConcurrentQueue<(string Path, string Body)> taken = [];
        readonly Task serving;

        public FakeCollector()
        {
            using var free = new TcpListener(IPAddress.Loopback, port: 0);
            free.Start();
            Address = new($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
            free.Stop();
            listener.Prefixes.Add($"{Address}");
            listener.Start();
            serving = Serve();
        }

        public Uri Address { get; }

        public IEnumerable<string> Paths => taken.Select(request => request.Path);

        public string Text => string.Join('\n', taken.Select(request => request.Body));

        public async ValueTask DisposeAsync()
        {
            listener.Close();
            await serving;
        }

        async Task Serve()
        {
            while (true)
            {
                try
                {
                    var context = await listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    taken.Enqueue((context.Request.Url!.AbsolutePath, Encoding.UTF8.GetString(body.ToArray())));
                    context.Response.Close();
                }
                catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
