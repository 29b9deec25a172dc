using System.Text.Json;
using Microsoft.AspNetCore.Http.Timeouts;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;

namespace OrderHotline.Hosts.Web;

/// <summary>The edge: whatever goes wrong, the client gets a problem that names it, and the log the whole of it.</summary>
static class Failures
{
    // A client that has gone away reads no status; the log does. 499 is what proxies write for it.
    const int ClientIsGone = 499;

    /// <summary>How long an answer may take. A store that has not answered by then will not.</summary>
    public static RequestTimeoutPolicy LongestAnswer { get; } = new()
    {
        Timeout = TimeSpan.FromSeconds(7),
        TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        WriteTimeoutResponse = http =>
        {
            RequestRecord.Of(http).Fault = new TimeoutException("The store did not answer in time.");
            return Unavailable(http);
        },
    };

    public static void UseFailures(this WebApplication app) => app.Use(async (http, next) =>
    {
        var left = http.RequestAborted;
        try
        {
            await next(http);
        }
        catch (RefusedException refused) when (!http.Response.HasStarted)
        {
            await Refusals.Write(http, refused.Refusal, refused.Message);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            var refusal = Enum.IsDefined((Refusal)bad.StatusCode) ? (Refusal)bad.StatusCode : Refusal.InvalidRequest;
            await Refusals.Write(http, refusal, bad.InnerException is JsonException json ? InWords(json) : Refusals.Detail(refusal));
        }
        catch (Exception) when (left.IsCancellationRequested)
        {
            http.Response.StatusCode = ClientIsGone;
        }
#pragma warning disable CA1031 // The edge.
        catch (Exception fault) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            RequestRecord.Of(http).Fault = fault;
            await Unavailable(http);
        }
    });

    // Where it is wrong, and not what stands there.
    static string InWords(JsonException json) =>
        $"The body is not what is read here: see {json.Path ?? "$"}, line {(json.LineNumber ?? 0) + 1}. Each member may be there once, and no other.";

    static Task Unavailable(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "2";
        var customer = Customer.Of(http);
        var words = new OutcomeWords(http.RequestServices.GetRequiredService<LineWords>().In(customer.Language));
        return OrderResult.Refused(Outcome.Unavailable, words.Unavailable, customer.Language).ExecuteAsync(http);
    }
}
