using System.Text.Json;

namespace OrderHotline.Adapters.Connect;

/// <summary>A place in a definition. Whatever is asked for and not there is an error that names the place.</summary>
readonly record struct DefinitionNode(JsonElement Json, string Place)
{
    /// <summary>Refuses every property but these: one that is passed over would make the bot that is read here another than the real one.</summary>
    public DefinitionNode Knowing(params ReadOnlySpan<string> properties)
    {
        if (Json.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("must be an object");
        }

        foreach (var property in Json.EnumerateObject())
        {
            if (!properties.Contains(property.Name))
            {
                throw Wrong($"{property.Name} is no property that is read here");
            }
        }

        return this;
    }

    public DefinitionNode At(string property) => Find(property) ?? throw Wrong($"{property} is missing");

    public DefinitionNode? Find(string property) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(property, out var value) ? new(value, $"{Place}.{property}") : null;

    /// <summary>The items of a list; none when the property is missing. An item is called by its name where it has one.</summary>
    public IEnumerable<DefinitionNode> Items(string property)
    {
        if (Find(property) is not { } list)
        {
            yield break;
        }

        if (list.Json.ValueKind != JsonValueKind.Array)
        {
            throw list.Wrong("must be a list");
        }

        var index = 0;
        foreach (var item in list.Json.EnumerateArray())
        {
            var name = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("Name", out var named) ? $"{named}" : $"{index}";
            yield return new(item, $"{list.Place}[{name}]");
            index++;
        }
    }

    public string Text() => Json.ValueKind == JsonValueKind.String && Json.GetString() is { Length: > 0 } text
        ? text
        : throw Wrong("must be a text");

    public bool Flag() => Json.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? Json.GetBoolean()
        : throw Wrong("must be true or false");

    public int Whole(int from, int to) =>
        Json.ValueKind == JsonValueKind.Number && Json.TryGetInt32(out var number) && number >= from && number <= to
            ? number
            : throw Wrong($"must be a whole number from {from} to {to}");

    public InvalidDataException Wrong(string what) => new($"{Place}: {what}.");
}
