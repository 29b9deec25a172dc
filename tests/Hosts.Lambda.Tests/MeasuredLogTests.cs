using System.Text.Json;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.FakeSns;
using static OrderHotline.Hosts.Lambda.Tests.DeliveryEvents;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class MeasuredLogTests(Dynalite dynalite)
{
    [Fact]
    public void Only_the_first_line_of_a_process_is_a_cold_start()
    {
        var lines = new List<string>();
        var log = new MeasuredLog("OrderHotline", lines.Add);
        foreach (var id in new[] { "a", "b" })
        {
            log.Begin(id);
            log.WriteAnswer(new LogLine(Fields, "", null));
        }

        Assert.Equal(
            [("a", 1), ("b", 0)],
            lines.Select(line => JsonDocument.Parse(line).RootElement).Select(line => (line.GetProperty("requestId").GetString()!, line.GetProperty("coldStarts").GetInt32())));
    }

    [Fact]
    public void What_happened_before_any_idhas_no_request()
    {
        var lines = new List<string>();
        new MeasuredLog("OrderHotline", lines.Add).Write(new LogLine(Fields, "", null));

        Assert.Contains("\"requestId\":\"none\"", Assert.Single(lines), StringComparison.Ordinal);
        Assert.DoesNotContain("duration", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"function":"F","outcomes":1,"_aws":{"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[["function","outcome"]],"Metrics":[{"Name":"outcomes","Unit":"Count"}]}]}}""", "outcome is no text")]
    [InlineData("""{"outcomes":"1","_aws":{"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[],"Metrics":[{"Name":"outcomes","Unit":"Count"}]}]}}""", "outcomes is no number")]
    [InlineData("""{"contactId":"c","outcomes":1,"_aws":{"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[["contactId"]],"Metrics":[{"Name":"outcomes","Unit":"Count"}]}]}}""", "contactId is no dimension")]
    public void A_line_that_CloudWatch_would_not_count_or_would_count_by_customers_is_found(string line, string found)
    {
        using var json = JsonDocument.Parse(line);
        Assert.Contains(found, Problems(json.RootElement));
    }

    // tests/Hosts.Cli.Tests holds alarms and dashboard to this text.
    [Fact]
    public async Task What_is_measured_is_approved()
    {
        var lines = await Lines("OrderTableRead", [], "{}");
        lines.AddRange(await Lines("OrderDialog", [], "{}"));
        lines.AddRange(await LinesOfDeliveries());

        Assert.All(lines, line => Assert.Empty(Problems(line)));
        Assert.All(lines, line => Assert.Equal("1-00000000-000000000000000000000000", line.GetProperty("traceId").GetString()));
        Assert.All(lines, line => Assert.True(line.TryGetProperty("contactId", out _) || line.GetProperty("outcome").GetString() is "SweepEnded" or "Failed", $"{line}"));
        Approved.Holds(
            "metrics",
            string.Join('\n', lines.SelectMany(Measured).Concat(lines.Where(IsOfDeliveries).Select(line => $"outcome {line.GetProperty("outcome")}")).Distinct().Order(StringComparer.Ordinal)),
            "Every metric, function and outcome costs each month that it is counted in: docs/operations.md says how much.");
    }

    static void Fields(LogFields fields)
    {
        fields.WriteString("function", "F");
        fields.WriteString("outcome", "O");
    }

    static bool IsOfDeliveries(JsonElement line) => line.GetProperty("function").GetString() == "DeliverTexts";

    static IEnumerable<string> Measured(JsonElement line) =>
        from metrics in line.GetProperty("_aws").GetProperty("CloudWatchMetrics").EnumerateArray()
        from dimensions in metrics.GetProperty("Dimensions").EnumerateArray()
        from metric in metrics.GetProperty("Metrics").EnumerateArray()
        select $"{metric.GetProperty("Name")} in {metric.GetProperty("Unit")} by {string.Join(" and ", dimensions.EnumerateArray())}";

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
    static List<string> Problems(JsonElement line)
    {
        var metrics = line.GetProperty("_aws").GetProperty("CloudWatchMetrics").EnumerateArray().ToList();
        var dimensions = metrics.SelectMany(metric => metric.GetProperty("Dimensions").EnumerateArray()).SelectMany(set => set.EnumerateArray()).Select(name => name.GetString()!).ToList();
        return
        [
            .. dimensions.Where(name => name is not ("function" or "outcome")).Select(name => $"{name} is no dimension"),
            .. dimensions.Where(name => !line.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String).Select(name => $"{name} is no text"),
            .. metrics.SelectMany(metric => metric.GetProperty("Metrics").EnumerateArray()).Select(metric => metric.GetProperty("Name").GetString()!)
                .Where(name => !line.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Number).Select(name => $"{name} is no number"),
        ];
    }

    // Everything that can become of a message.
    async Task<List<JsonElement>> LinesOfDeliveries()
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        foreach (var id in new[] { "100", "101" })
        {
            await table.Put(SampleOrder.Of(SampleOrder.Customer, id).Cancel());
        }

        await table.Put(new Item(Owing("102")) { ["isCancel"] = new("Maybe") });
        await table.Put(new Item(Owing("103")) { ["dueAt"] = new("1 Nov 2026") });
        sns.Answer(SnsAnswer.Error(500, "InternalFailure", "Not now."));
        var lines = await Lines(
            "DeliverTexts", [.. table.Variables, ("HOTLINE_SNS_URL", sns.Url), ("HOTLINE_FIXED_NOW", "2026-11-25T01:30:00Z")], Schedule, "{}");

        // Of four orders one is told of; the oldest of the others has waited since it was cancelled, half an hour before.
        var sweep = Assert.Single(lines, line => line.GetProperty("outcome").GetString() == "SweepEnded");
        Assert.Equal((3, 1800), (sweep.GetProperty("owing").GetInt32(), sweep.GetProperty("oldestOwed").GetInt32()));
        Assert.Equal("call-1", Assert.Single(lines, line => line.GetProperty("outcome").GetString() == "Postponed").GetProperty("contactId").GetString());
        return lines;

        static Item Owing(string id) => new(TestTable.ItemOf(SampleOrder.Of(SampleOrder.Customer, id)))
        {
            ["outboxPartition"] = new("8"),
            ["dueAt"] = new("2026-11-25T00:00:00Z"),
        };
    }

    static async Task<List<JsonElement>> Lines(string function, IEnumerable<(string Name, string Value)> variables, params string[] events)
    {
        await using var lambda = RunningLambda.Start(function, variables);
        foreach (var json in events)
        {
            await lambda.Send(json);
        }

        return [.. (await lambda.Stop()).Split('\n').Where(line => line.Contains("\"function\"", StringComparison.Ordinal)).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
