using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OrderHotline.Hosts.Web;

/// <summary>Traces and metrics of the requests, sent to a collector where one is named. A trace has the number that the log has, what was answered by its
/// name, and nothing about the customer.</summary>
static class Telemetry
{
    /// <summary>The variable of OpenTelemetry's own specification: https://opentelemetry.io/docs/specs/otel/protocol/exporter/.</summary>
    public const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    const string Outcome = "order_hotline.outcome";

    /// <summary>Adds them.</summary>
    /// <param name="collector">Takes OTLP over HTTP; null switches all of it off.</param>
    public static void AddTelemetry(this IServiceCollection services, Uri? collector)
    {
        if (collector is null)
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("order-hotline-web"))
            .WithTracing(traces => traces.AddOtlpExporter(exporter => SendTo(collector, "v1/traces", exporter)).AddAspNetCoreInstrumentation(requests =>
            {
                // A probe comes every few seconds and tells nothing.
                requests.Filter = http => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
                requests.EnrichWithHttpResponse = (trace, response) =>
                {
                    // Whoever calls chooses these: they can hold anything.
                    trace.SetTag("user_agent.original", null);
                    trace.SetTag("url.path", null);
                    trace.SetTag(Outcome, RequestRecord.Of(response.HttpContext).Outcome);
                };
            }))
            .WithMetrics(metrics => metrics.AddOtlpExporter(exporter => SendTo(collector, "v1/metrics", exporter)).AddAspNetCoreInstrumentation());
    }

    // One by one: all at once would send the framework's own log as well, which can repeat what a client wrote.
    static void SendTo(Uri collector, string signal, OtlpExporterOptions exporter) =>
        (exporter.Protocol, exporter.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new(new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/"), signal));
}
