using System.Text.Json;

namespace OrderHotline.ContactFlows;

/// <summary>The shapes that every document of the flow language has, whatever it says.</summary>
static class FlowShape
{
    public static JsonElement Object(JsonElement value, string what) =>
        value.ValueKind == JsonValueKind.Object ? value : throw new FlowFormatException($"{Capital(what)} must be an object.");

    public static string Text(JsonElement owner, string name, string what) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FlowFormatException($"{Capital(what)} must have a text \"{name}\".");

    public static IEnumerable<JsonElement> Array(JsonElement owner, string name, string what) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : throw new FlowFormatException($"{Capital(what)} must have an array \"{name}\".");

    /// <summary>An array that may be left out or null.</summary>
    public static IEnumerable<JsonElement> OptionalArray(JsonElement owner, string name, string what) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Array(owner, name, what) : [];

    /// <summary>A text that may be left out or null.</summary>
    public static string? OptionalText(JsonElement owner, string name, string what) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Text(owner, name, what) : null;

    static string Capital(string what) => char.ToUpperInvariant(what[0]) + what[1..];
}
