using System.Diagnostics;
using System.Text.Json;
using OrderHotline.Application;

namespace OrderHotline.Hosts.Lambda;

/// <summary>The log of a function, of whose lines CloudWatch makes metrics: each line says what is measured in it, in the embedded metric
/// format (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html), and by which ids it is
/// found elsewhere. No metric is kept by what is a customer's, or by a call's id: only by function and outcome.</summary>
/// <param name="metricsNamespace">What the metrics are kept under.</param>
/// <param name="write">Takes one line at a time.</param>
sealed class MeasuredLog(string metricsNamespace, Action<string> write)
{
    const string Outcomes = "outcomes";

    static readonly string[][] ByOutcome = [["function", "outcome"], ["outcome"]];
    static readonly string[][] ByFunction = [["function"]];
    static readonly LogMeasure[] OneOutcome = [new(Outcomes, MeasureUnit.Count)];

    long began;
    string requestId = "none";
    int coldStarts = 1;

    /// <summary>An event is at hand, and what is written from now on is of it.</summary>
    /// <param name="id">Lambda's id of it, by which Lambda's own lines are found.</param>
    public void Begin(string id) => (requestId, began) = (id, Stopwatch.GetTimestamp());

    /// <summary>Writes a line of which there may be several for an event.</summary>
    public void Write(LogLine line) => write(line.With(AddMeasures));

    /// <summary>Writes the line that an answer is told by, when it is ready.</summary>
    public void WriteAnswer(LogLine line) => write(line.With(AddMeasuresOfAnAnswer));

    void AddMeasuresOfAnAnswer(LogFields fields)
    {
        fields.WriteMeasure("duration", Math.Round(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 1), MeasureUnit.Milliseconds);
        AddMeasures(fields);
    }

    void AddMeasures(LogFields fields)
    {
        fields.WriteMeasure("coldStarts", coldStarts, MeasureUnit.Count);
        coldStarts = 0;
        fields.WriteNumber(Outcomes, 1);
        fields.WriteString("requestId", requestId);
        if (TraceId() is { } trace)
        {
            fields.WriteString("traceId", trace);
        }

        var measures = fields.Measures;
        fields.WriteObject("_aws", json =>
        {
            json.WriteNumber("Timestamp", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
            json.WriteStartArray("CloudWatchMetrics");
            WriteMetrics(json, ByOutcome, OneOutcome);
            WriteMetrics(json, ByFunction, measures);
            json.WriteEndArray();
        });
    }

    void WriteMetrics(Utf8JsonWriter json, string[][] dimensions, IReadOnlyList<LogMeasure> measures)
    {
        json.WriteStartObject();
        json.WriteString("Namespace", metricsNamespace);
        json.WriteStartArray("Dimensions");
        foreach (var set in dimensions)
        {
            json.WriteStartArray();
            foreach (var dimension in set)
            {
                json.WriteStringValue(dimension);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var measure in measures)
        {
            json.WriteStartObject();
            json.WriteString("Name", measure.Name);
            json.WriteString("Unit", UnitOf(measure));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static string UnitOf(LogMeasure measure) => measure.Unit switch
    {
        MeasureUnit.Count => "Count",
        MeasureUnit.Seconds => "Seconds",
        MeasureUnit.Milliseconds => "Milliseconds",
        _ => throw new NotSupportedException($"No unit of CloudWatch for {measure}."),
    };

    // Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1: the runtime puts it there before each event, and X-Ray finds
    // the call by the first of them (https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader).
    static string? TraceId()
    {
        const string Root = "Root=";
        var header = Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID") ?? "";
        var at = header.IndexOf(Root, StringComparison.Ordinal);
        var end = at < 0 ? -1 : header.IndexOf(';', at);
        return at < 0 ? null : header[(at + Root.Length)..(end < 0 ? header.Length : end)];
    }
}
