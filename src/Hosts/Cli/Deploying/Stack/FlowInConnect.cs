using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OrderHotline.Hosts.Cli;

/// <summary>A flow of a stack as it now stands in Connect, with the template's names where Connect has ARNs.</summary>
/// <param name="Name">Its logical name.</param>
/// <param name="Content">The flow.</param>
/// <param name="Unnamed">ARNs in it of things that the stack did not make, which no name stands for.</param>
/// <param name="Hash">What it does, see <see cref="FlowContent.Hash"/>.</param>
/// <param name="Deployed">What it did when it was deployed, as its description says; empty where that says nothing.</param>
sealed partial record FlowInConnect(string Name, JsonObject Content, ImmutableArray<string> Unnamed, string Hash, string Deployed)
{
    const string Type = "AWS::Connect::ContactFlow";

    // https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeContactFlow.html
    const string AsSaved = ":$SAVED";

    /// <summary>The logical names of a stack's flows.</summary>
    public static IEnumerable<string> NamesIn(CloudStack stack) =>
        stack.Resources.Where(one => one.Value.Type == Type).Select(one => one.Key).Order(StringComparer.Ordinal);

    /// <summary>Reads a flow: as callers hear it, and as it was saved last, which may be a draft that nobody published yet.</summary>
    public static async Task<(FlowInConnect Published, FlowInConnect Saved)> Read(AwsCommand aws, CloudStack stack, string name, CancellationToken cancellation)
    {
        var published = Read(await aws.Ask(Describe(""), cancellation), stack, name);
        return (published, await aws.AskForWhatMayLack(Describe(AsSaved), ["ResourceNotFoundException"], cancellation) is { } saved ? Read(saved, stack, name) : published);

        string[] Describe(string version) =>
            ["connect", "describe-contact-flow", "--instance-id", stack.InstanceId!, "--contact-flow-id", stack.Resources[name].PhysicalId.Split('/')[^1] + version];
    }

    static FlowInConnect Read(JsonNode described, CloudStack stack, string name)
    {
        var flow = described["ContactFlow"]!;
        var unnamed = new HashSet<string>();
        var content = Named(JsonNode.Parse((string)flow[nameof(Content)]!)!.AsObject(), Names(stack), unnamed)!.AsObject();
        return new(name, content, [.. unnamed.Order(StringComparer.Ordinal)], FlowContent.Hash(content.ToJsonString()), HashInDescription().Match($"{flow["Description"]}").Groups["hash"].Value);
    }

    // What the template's !GetAtt gives of each, and the name for it in deploy/flows.
    static Dictionary<string, string> Names(CloudStack stack)
    {
        var home = stack.Outputs["Instance"].Split(':'); // arn:aws:connect:region:account:instance/id
        string Arn(string service, string rest) => $"{home[0]}:{home[1]}:{service}:{home[3]}:{home[4]}:{rest}";
        return stack.Resources.Select(one => (one.Value.Type, one.Value.PhysicalId.Split('|')) switch
        {
            (Type, [var arn]) => (arn, $"{one.Key}.ContactFlowArn"),
            ("AWS::Connect::Queue", [var arn]) => (arn, $"{one.Key}.QueueArn"),
            ("AWS::Connect::HoursOfOperation", [var arn]) => (arn, $"{one.Key}.HoursOfOperationArn"),
            ("AWS::Lambda::Function", [var function]) => (Arn("lambda", $"function:{function}"), $"{one.Key}.Arn"),
            ("AWS::Lex::BotAlias", [var alias, var bot]) => (Arn("lex", $"bot-alias/{bot}/{alias}"), $"{one.Key}.Arn"),
            _ => ("", ""),
        }).Where(name => name.Item1.Length > 0).ToDictionary(name => name.Item1, name => $"${{{name.Item2}}}");
    }

    static JsonNode? Named(JsonNode? node, Dictionary<string, string> names, HashSet<string> unnamed)
    {
        switch (node)
        {
            case JsonObject inner:
                return new JsonObject(inner.Select(one => KeyValuePair.Create(one.Key, Named(one.Value, names, unnamed))));
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Named(item, names, unnamed))]);
            case JsonValue value when value.TryGetValue(out string? text) && names.TryGetValue(text, out var name):
                return name;
            case JsonValue value:
                if (value.TryGetValue(out string? other) && other.StartsWith("arn:", StringComparison.Ordinal))
                {
                    unnamed.Add(other);
                }

                return value.DeepClone();
            default:
                return null;
        }
    }

    [GeneratedRegex(@"\((?<hash>[0-9a-f]{12}) [^() ]*\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HashInDescription();
}
