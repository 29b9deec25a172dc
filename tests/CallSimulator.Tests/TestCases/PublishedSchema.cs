using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>A schema that lies beside the export.</summary>
sealed class PublishedSchema
{
    static readonly EvaluationOptions EveryFault = new() { OutputFormat = OutputFormat.List };

    readonly JsonSchema schema;

    PublishedSchema(string name)
    {
        using var file = new StreamReader(typeof(PublishedSchema).Assembly.GetManifestResourceStream(name)!);
        Text = file.ReadToEnd();
        schema = JsonSchema.FromText(Text);
    }

    /// <summary>Of a test's content.</summary>
    public static PublishedSchema OfContent { get; } = new("connect-test-case.schema.json");

    /// <summary>Of what <c>CreateTestCase</c> takes.</summary>
    public static PublishedSchema OfInput { get; } = new("create-test-case.schema.json");

    public string Text { get; }

    /// <summary>What is wrong with the JSON, each with its place; empty when it is valid.</summary>
    public IReadOnlyList<string> FaultsOf(JsonNode? json)
    {
        using var document = JsonDocument.Parse(json?.ToJsonString() ?? "null");
        var results = schema.Evaluate(document.RootElement, EveryFault);
        return results.IsValid
            ? []
            : ["not valid", .. results.Details!.Where(detail => detail.Errors is not null).SelectMany(detail =>
                detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Key}: {error.Value}"))];
    }
}
