using System.Text.Json;
using System.Text.RegularExpressions;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>Alarms and dashboard look at what the functions measure, by the names that they measure it by. What those are, tests of the functions
/// themselves have written down.</summary>
public sealed partial class MetricsTests
{
    const string Ours = "OrderHotline/${AWS::StackName}";

    // "oldestOwed in Seconds by function", and "outcome Failed" for each that a delivery can come to.
    static readonly string[] Measured = File.ReadAllLines(Path.Combine(Template.Repository, "tests", "Hosts.Lambda.Tests", "metrics.approved.txt"));

    static readonly HashSet<string> OutcomesOfCalls = Enum.GetNames<Outcome>().ToHashSet();

    static readonly HashSet<string> KnownOutcomes = OutcomesOfCalls.Concat(Enum.GetNames<DialogResult>())
        .Concat(Measured.Where(line => line.StartsWith("outcome ", StringComparison.Ordinal)).Select(line => line["outcome ".Length..])).ToHashSet();

    static readonly HashSet<string> Functions = Enum.GetNames<ConnectFunction>().Append(OrderDialogHandler.FunctionName).Append(MessageDeliveryHandler.FunctionName).ToHashSet();

    internal Template Template { get; init; } = Template.Committed;

    [Fact]
    public void What_an_alarm_counts_is_measured_by_somebody() => Assert.Empty(
        from alarm in Template.OfType("AWS::CloudWatch::Alarm")
        where $"{alarm.At("Namespace")}" is var name && !name.StartsWith("AWS/", StringComparison.Ordinal)
        let dimensions = (alarm.At("Dimensions") as YamlSequenceNode ?? []).Select(one => ($"{one["Name"]}", $"{one["Value"]}")).ToList()
        from problem in $"{alarm.At("Namespace")}" == Ours ? Problems($"{alarm.At("MetricName")}", dimensions) : ["the namespace is not the stack's"]
        select $"{alarm.Id}: {problem}");

    [Fact]
    public void What_the_dashboard_shows_is_measured_by_somebody()
    {
        var shown = Rows(Body()).ToList();
        Assert.Empty(
            from row in shown.Where(row => row[0] == Ours)
            from problem in Problems(row[1], [.. row.Skip(2).Chunk(2).Select(pair => (pair[0], pair[1]))])
            select $"{string.Join(' ', row)}: {problem}");
        Assert.Empty(shown.Where(row => row[0] == "AWS/Lambda" && !Functions.Contains(row[3][2..^1])).Select(row => string.Join(' ', row)));
        Assert.Empty(
            from search in Searches(Body())
            let found = Search().Match(search)
            where !found.Success || !Measured.Any(line => line.StartsWith($"{found.Groups["metric"]} in ", StringComparison.Ordinal)
                && line.EndsWith($" by {found.Groups["by"].Value.Replace(",", " and ", StringComparison.Ordinal)}", StringComparison.Ordinal))
            select search);
    }

    [Fact]
    public void The_dashboard_shows_everything_that_is_measured_and_every_reason_to_refuse_a_caller()
    {
        var text = Body();
        Assert.All(
            Measured.Where(line => !line.StartsWith("outcome ", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]),
            metric => Assert.Contains($"\"{metric}", text.Replace("\\\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal));
        var successes = new[] { "OrderFound", "Cancelled", "AlreadyCancelled", "Rescheduled", "Unchanged", "WhichDay", "DateNotUnderstood", "CodeRequested", "Verified", "InvalidRequest", "Unavailable" };
        Assert.Equal(
            OutcomesOfCalls.Except(successes).Order(StringComparer.Ordinal),
            Rows(text).Where(row => row is [Ours, "outcomes", "outcome", _]).Select(row => row[3]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("oldestOwned", "function", "DeliverTexts", "oldestOwned is not measured by function")]
    [InlineData("oldestOwed", "outcome", "SweepEnded", "oldestOwed is not measured by outcome")]
    [InlineData("oldestOwed", "function", "DeliverText", "there is no function DeliverText")]
    [InlineData("outcomes", "outcome", "Unavailabel", "there is no outcome Unavailabel")]
    public void A_wrong_name_is_found(string metric, string dimension, string value, string found) => Assert.Contains(found, Problems(metric, [(dimension, value)]));

    // What a filter finds in the text of the log is counted without a dimension.
    IEnumerable<string> Problems(string metric, List<(string Name, string Value)> dimensions)
    {
        var by = string.Join(" and ", dimensions.Select(dimension => dimension.Name));
        var isFiltered = dimensions.Count == 0 && Template.OfType("AWS::Logs::MetricFilter").Select(filter => ((YamlSequenceNode)filter.At("MetricTransformations")!).Single())
            .Any(counted => ($"{counted["MetricNamespace"]}", $"{counted["MetricName"]}") == (Ours, metric));
        return
        [
            .. isFiltered || Measured.Any(line => line.StartsWith($"{metric} in ", StringComparison.Ordinal) && line.EndsWith($" by {by}", StringComparison.Ordinal))
                ? Array.Empty<string>()
                : [$"{metric} is not measured by {by}"],
            .. dimensions.Where(dimension => dimension.Name == "function" && !Functions.Contains(dimension.Value)).Select(dimension => $"there is no function {dimension.Value}"),
            .. dimensions.Where(dimension => dimension.Name == "outcome" && !KnownOutcomes.Contains(dimension.Value)).Select(dimension => $"there is no outcome {dimension.Value}"),
        ];
    }

    string Body() => $"{Template.OfType("AWS::CloudWatch::Dashboard").Single().At("DashboardBody")}";

    static IEnumerable<JsonElement> Metrics(string body) =>
        from widget in JsonDocument.Parse(body).RootElement.GetProperty("widgets").EnumerateArray()
        where widget.GetProperty("type").GetString() == "metric"
        from metric in widget.GetProperty("properties").GetProperty("metrics").EnumerateArray()
        select metric;

    static IEnumerable<string[]> Rows(string body) =>
        Metrics(body).Where(metric => metric[0].ValueKind == JsonValueKind.String).Select(metric => metric.EnumerateArray().Select(part => $"{part}").ToArray());

    static IEnumerable<string> Searches(string body) =>
        Metrics(body).Where(metric => metric[0].ValueKind == JsonValueKind.Object).Select(metric => metric[0].GetProperty("expression").GetString()!);

    [GeneratedRegex("""^SEARCH\('\{"OrderHotline/\$\{AWS::StackName\}",(?<by>[a-z,]+)\} MetricName="(?<metric>[A-Za-z]+)"[^']*', '[A-Za-z0-9]+', [0-9]+\)$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Search();
}
