using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Cli;

/// <summary>A flow as its file is written: blocks in the file's order, and each as it stood there if it does what it did, so that a difference shows what was
/// edited and nothing else.</summary>
static class ImportedFlow
{
    const int Width = 140;
    const string Actions = "Actions";
    const string Metadata = "Metadata";
    const string Places = "ActionMetadata";
    const string Identifier = "Identifier";

    static readonly JsonSerializerOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="file">Its file until now; null where it has none.</param>
    public static string Text(JsonObject flow, string? file)
    {
        using var before = JsonDocument.Parse(file ?? "{}");
        var written = before.RootElement.TryGetProperty(Actions, out var actions) ? actions.EnumerateArray().ToDictionary(Name) : [];
        var order = written.Keys.Index().ToDictionary(known => known.Item, known => known.Index);
        var now = flow[Actions]!.AsArray().Select(action => action!.AsObject()).OrderBy(action => order.GetValueOrDefault(Name(action), int.MaxValue)).ToList();

        var text = new StringBuilder("{\n");
        text.Append($"  \"Version\": {Inline(flow["Version"])},\n  \"StartAction\": {Inline(flow["StartAction"])},\n");
        text.Append($"  \"{Metadata}\": {MetadataOf(flow, before.RootElement, now)},\n  \"{Actions}\": [\n");
        text.AppendJoin(",\n", now.Select(action =>
            $"    {(written.TryGetValue(Name(action), out var old) && IsSame(JsonNode.Parse(old.GetRawText()), action) ? old.GetRawText() : Write(InOrderOf(old, action), 2, Actions))}"));
        return text.Append("\n  ]\n}\n").ToString();
    }

    // What the file says of the flow stays; the console says where blocks lie that are new.
    static string MetadataOf(JsonObject flow, JsonElement before, List<JsonObject> now)
    {
        var metadata = (before.TryGetProperty(Metadata, out var known) ? JsonNode.Parse(known.GetRawText()) : flow[Metadata]?.DeepClone())?.AsObject() ?? [];
        var (there, console) = (metadata[Places] as JsonObject ?? [], flow[Metadata]?[Places] as JsonObject ?? []);
        var names = now.Select(Name).ToHashSet();
        metadata[Places] = new JsonObject(
            there.Where(place => names.Contains(place.Key)).Concat(console.Where(place => names.Contains(place.Key) && !there.ContainsKey(place.Key)))
                .Select(place => KeyValuePair.Create(place.Key, place.Value?.DeepClone())).ToList());
        var lines = metadata.Select(one => one.Key == Places && one.Value is JsonObject places && places.Count > 0
            ? $"    \"{Places}\": {{\n{string.Join(",\n", places.Select(place => $"      {Quoted(place.Key)}: {Inline(place.Value)}"))}\n    }}"
            : $"    {Quoted(one.Key)}: {Inline(one.Value)}");
        return $"{{\n{string.Join(",\n", lines)}\n  }}";
    }

    static JsonObject InOrderOf(JsonElement old, JsonObject action)
    {
        var order = old.ValueKind == JsonValueKind.Object ? old.EnumerateObject().Select(one => one.Name).ToList() : ["Identifier", "Type", "Parameters", "Transitions"];
        return new(action.OrderBy(one => order.IndexOf(one.Key) is >= 0 and var at ? at : int.MaxValue).Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())).ToList());
    }

    // Names may come in another order.
    static bool IsSame(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(one, other);

    static string Write(JsonNode? node, int depth, string name)
    {
        var (inner, outer) = (new string(' ', (depth + 1) * 2), new string(' ', depth * 2));
        return node switch
        {
            JsonObject { Count: > 0 } names when name is Actions or "Transitions" || (depth * 2) + name.Length + 4 + Inline(names).Length > Width || names.Any(one => one.Value is JsonArray and [JsonObject, ..]) =>
                $"{{\n{string.Join(",\n", names.Select(one => $"{inner}{Quoted(one.Key)}: {Write(one.Value, depth + 1, one.Key)}"))}\n{outer}}}",
            JsonArray and [JsonObject, ..] items => $"[\n{string.Join(",\n", items.Select(item => $"{inner}{Inline(item)}"))}\n{outer}]",
            _ => Inline(node),
        };
    }

    static string Inline(JsonNode? node) => node switch
    {
        JsonObject names => $"{{{string.Join(", ", names.Select(one => $"{Quoted(one.Key)}: {Inline(one.Value)}"))}}}",
        JsonArray items => $"[{string.Join(", ", items.Select(Inline))}]",
        null => "null",
        var value => value.ToJsonString(AsIs),
    };

    static string Quoted(string text) => JsonSerializer.Serialize(text, AsIs);

    static string Name(JsonElement action) => action.GetProperty(Identifier).GetString()!;

    static string Name(JsonObject action) => (string)action[Identifier]!;
}
