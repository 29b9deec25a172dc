using System.Diagnostics;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>What is logged of one request: enough to find a fault by, and nothing about the customer.</summary>
sealed class RequestRecord
{
    /// <summary>What was answered; empty where nothing was decided.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>The wish, as it stands in the history of the order that it changed.</summary>
    public ContactId? Contact { get; set; }

    /// <summary>What was wrong with the request; no value of it.</summary>
    public string Problem { get; set; } = "";

    /// <summary>What went wrong in the line.</summary>
    public Exception? Fault { get; set; }

    /// <summary>The record of a request.</summary>
    public static RequestRecord Of(HttpContext http) => http.Features.Get<RequestRecord>() ?? throw new InvalidOperationException("UseRequestLog comes first.");
}

/// <summary>Logs a line a request. A path that the host does not know is not repeated: anybody can write anything into one.</summary>
static class RequestLog
{
    public static void UseRequestLog(this WebApplication app, Action<string> log) => app.Use(async (http, next) =>
    {
        var record = new RequestRecord();
        http.Features.Set(record);
        var began = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            log(new LogLine(
                line =>
                {
                    line.WriteString("request", (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unknown");
                    line.WriteNumber("status", http.Response.StatusCode);
                    line.WriteString("outcome", record.Outcome.Length > 0 ? record.Outcome : "none");
                    line.WriteString("contactId", record.Contact is { } contact ? contact.ToString() : "none");
                    line.WriteNumber("milliseconds", (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    line.WriteString("trace", Activity.Current?.TraceId.ToString() ?? "none");
                },
                record.Problem,
                record.Fault?.ToString()).ToString());
        }
    });
}
