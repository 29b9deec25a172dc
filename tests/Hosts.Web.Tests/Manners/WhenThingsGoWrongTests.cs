using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Web.Tests;

public sealed class WhenThingsGoWrongTests
{
    [Fact]
    public async Task A_store_that_is_out_of_reach_is_never_told_as_no_order_and_asking_again_is_safe()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        host.Store.Before = _ => throw new HttpRequestException("no route to +819012345678");

        Answer[] answers = [await client.LookUp(), await client.Read(new { said = "tomorrow" }), await client.Cancel("k1")];
        host.Store.Before = _ => Task.CompletedTask;

        Assert.All(answers, answer => Assert.Equal((503, "Unavailable", true), (answer.Status, answer.Name, answer.Message.Headers.RetryAfter is not null)));
        Assert.Equal("Cancelled", (await client.Cancel("k1")).Name);
        Assert.Contains(host.Log, line => line.Contains("\"level\":\"error\"", StringComparison.Ordinal) && line.Contains("HttpRequestException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_waited_for_no_longer_than_an_answer_may_take()
    {
        await using var host = await RunningHost.Start();
        host.Store.Before = cancellation => Task.Delay(Timeout.Infinite, cancellation);

        var answer = await host.Client().LookUp();

        Assert.Equal((503, "Unavailable"), (answer.Status, answer.Name));
        Assert.Equal("I'm sorry, I cannot reach your order right now.", answer.Told);
    }

    [Fact]
    public async Task A_request_that_is_under_way_is_answered_when_the_host_is_asked_to_stop()
    {
        await using var host = await RunningHost.Start();
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Store.Before = async _ =>
        {
            reached.TrySetResult();
            await goOn.Task;
        };

        var asking = host.Client().Cancel("k1");
        await reached.Task;
        var stopping = host.Stop();
        goOn.SetResult();
        await stopping;

        Assert.Equal("Cancelled", (await asking).Name);
        await Assert.ThrowsAsync<HttpRequestException>(() => host.Client().LookUp());
    }

    [Fact]
    public async Task It_is_ready_while_its_store_answers_and_alive_all_along()
    {
        await using var host = await RunningHost.Start();
        await using var cutOff = await RunningHost.Start();
        cutOff.Store.Before = _ => throw new HttpRequestException("out of reach");

        Assert.Equal(HttpStatusCode.OK, await Status(host, "/health/ready"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Status(cutOff, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await Status(cutOff, "/health/live"));
    }

    [Fact]
    public async Task A_client_that_goes_away_is_no_fault_of_the_line()
    {
        await using var host = await RunningHost.Start();
        var reached = new TaskCompletionSource();
        host.Store.Before = cancellation =>
        {
            reached.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellation);
        };
        using (var client = new TcpClient(host.Address.Host, host.Address.Port))
        {
            await client.GetStream().WriteAsync(
                Encoding.ASCII.GetBytes(RawRequest.Get(host, "/v1/order", $"Authorization: Bearer {Signer.TokenOf(SampleOrder.Customer)}\r\n")),
                TestContext.Current.CancellationToken);
            await reached.Task;
            client.LingerState = new(enable: true, seconds: 0);
        }

        var waited = Stopwatch.StartNew();
        while (!host.Log.Any(line => line.Contains("\"status\":499", StringComparison.Ordinal)))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), "Nothing was logged of the client within a minute.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain(host.Log, line => line.Contains("\"level\":\"error\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/v1/order")]
    [InlineData("/nothing")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_answer_tells_browsers_and_caches_to_leave_it_alone(string path)
    {
        await using var host = await RunningHost.Start();

        var headers = (await host.Anonymous.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).Headers;

        Assert.Equal("no-store", headers.CacheControl!.ToString());
        Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; frame-ancestors 'none'"], headers.GetValues("Content-Security-Policy"));
        Assert.False(headers.Contains("Server"));
        Assert.False(headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_log_has_a_line_a_request_by_which_the_change_is_found_in_the_orders_history()
    {
        await using var host = await RunningHost.Start();

        await host.Client().Cancel("k1");
        await host.Anonymous.GetAsync(new Uri("/+819012345678/kyoto", UriKind.Relative), TestContext.Current.CancellationToken);

        var contact = Assert.Single(host.Order.History).Contact.ToString();
        Assert.Contains(host.Log, line => line.Contains($"\"outcome\":\"Cancelled\",\"contactId\":\"{contact}\"", StringComparison.Ordinal));
        Assert.Contains(host.Log, line => line.Contains("\"request\":\"unknown\",\"status\":404", StringComparison.Ordinal));
    }

    static async Task<HttpStatusCode> Status(RunningHost host, string path) =>
        (await host.Anonymous.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode;
}
