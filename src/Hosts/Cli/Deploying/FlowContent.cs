using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Cli;

/// <summary>What a flow does, apart from how it is written.</summary>
static class FlowContent
{
    static readonly JsonSerializerOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Twelve letters and digits that change with what a flow does. Where its blocks lie in the console's picture, the order of names and
    /// what is between them are none of it.</summary>
    public static string Hash(string flow) => DeployedBot.Hash(Ordered(JsonNode.Parse(flow), isWhole: true)?.ToJsonString(AsIs) ?? "");

    static JsonNode? Ordered(JsonNode? node, bool isWhole = false) => node switch
    {
        JsonObject names => new JsonObject(
            names.Where(name => !isWhole || name.Key != "Metadata").OrderBy(name => name.Key, StringComparer.Ordinal)
                .Select(name => KeyValuePair.Create(name.Key, Ordered(name.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => Ordered(item))]),
        null => null,
        var value => value.DeepClone(),
    };
}
