using System.Net;
using System.Text;
using NodaTime;
using OrderHotline.CallSimulator.Functions;

namespace OrderHotline.CallSimulator.Tests;

public sealed class LambdaEndpointTests
{
    static readonly FunctionCall Call =
        new("CancelOrder", Encoding.UTF8.GetBytes("""{"Details":{}}"""), Rehearsal.Noon, Duration.FromSeconds(8));

    [Theory]
    [InlineData("http://localhost:9001")]
    [InlineData("http://localhost:9001/")]
    public async Task A_function_is_invoked_as_Lambda_is(string endpoint)
    {
        string? sent = null;
        var answer = await Invoke(
            async (request, cancellation) =>
            {
                sent = $"{request.Method} {request.RequestUri} {request.Content!.Headers.ContentType} "
                    + await request.Content.ReadAsStringAsync(cancellation);
                return Response(HttpStatusCode.OK, """{"status":"Cancelled"}""");
            },
            endpoint);

        Assert.Equal(
            """POST http://localhost:9001/2015-03-31/functions/CancelOrder/invocations application/json {"Details":{}}""", sent);
        Assert.Equal(
            """{"status":"Cancelled"}""", Encoding.UTF8.GetString(Assert.IsType<FunctionAnswer.Replied>(answer).Payload.Span));
    }

    [Fact]
    public async Task A_function_that_throws_has_failed()
    {
        var answer = await Invoke((_, _) =>
        {
            var response = Response(HttpStatusCode.OK, """{"errorMessage":"no table"}""");
            response.Headers.Add("X-Amz-Function-Error", "Unhandled");
            return Task.FromResult(response);
        });

        Assert.Equal("""the function threw (Unhandled): {"errorMessage":"no table"}""", Reason(answer));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "404 Not Found: nothing here")]
    [InlineData(HttpStatusCode.InternalServerError, "500 Internal Server Error: nothing here")]
    [InlineData(HttpStatusCode.Accepted, "202 Accepted: nothing here")]
    public async Task Any_other_status_is_a_failure(HttpStatusCode status, string reason)
    {
        var answer = await Invoke((_, _) => Task.FromResult(Response(status, "nothing here")));

        Assert.Equal($"http://localhost:9001/2015-03-31/functions/ answered {reason}", Reason(answer));
    }

    [Fact]
    public async Task A_long_error_page_is_cut_short()
    {
        var answer = await Invoke((_, _) => Task.FromResult(Response(HttpStatusCode.BadGateway, new string('x', 10_000))));

        Assert.InRange(Reason(answer).Length, 500, 700);
    }

    [Fact]
    public async Task An_endpoint_that_cannot_be_reached_is_a_failure()
    {
        var answer = await Invoke((_, _) => throw new HttpRequestException("Connection refused."));

        Assert.Equal("http://localhost:9001/2015-03-31/functions/ cannot be reached: Connection refused.", Reason(answer));
    }

    [Fact]
    public async Task An_answer_is_not_waited_for_longer_than_the_limit()
    {
        var answer = await Invoke(Forever, call: Call with { Limit = Duration.FromMilliseconds(20) });

        Assert.Equal("no answer within 0.02 seconds.", Reason(answer));
        Assert.True(answer.Took >= Duration.FromMilliseconds(20));
    }

    [Fact]
    public async Task Whoever_gives_up_sooner_hears_of_it()
    {
        using var impatient = new CancellationTokenSource();
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Invoke(Forever, cancellation: impatient.Token));
    }

    static async Task<HttpResponseMessage> Forever(HttpRequestMessage request, CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        return new HttpResponseMessage();
    }

    static async Task<FunctionAnswer> Invoke(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer,
        string endpoint = "http://localhost:9001",
        FunctionCall? call = null,
        CancellationToken? cancellation = null)
    {
        using var http = new HttpClient(new Answering(answer));
        return await new LambdaEndpoint(http, new Uri(endpoint), TimeProvider.System)
            .Invoke(call ?? Call, cancellation ?? TestContext.Current.CancellationToken);
    }

    static string Reason(FunctionAnswer answer) => Assert.IsType<FunctionAnswer.Failed>(answer).Reason;

    static HttpResponseMessage Response(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body) };

    sealed class Answering(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(request, cancellationToken);
    }
}
