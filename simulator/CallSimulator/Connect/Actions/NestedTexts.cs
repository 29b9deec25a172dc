using System.Text.Json;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>JSON as flows read it: by the names that lead to a value, joined by dots.</summary>
static class NestedTexts
{
    /// <summary>Every text, number, true and false in an object, also deeper. What is in an array cannot be referred to, and null is
    /// as good as missing.</summary>
    /// <param name="prefix">What the names begin with; ends in a dot, or is empty.</param>
    /// <param name="json">The object.</param>
    /// <param name="fill">What a text means.</param>
    public static IEnumerable<KeyValuePair<string, string>> Read(string prefix, JsonElement json, Func<string, string> fill)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var property in json.EnumerateObject())
        {
            var name = prefix + property.Name;
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var nested in Read(name + ".", property.Value, fill))
                    {
                        yield return nested;
                    }

                    break;

                case JsonValueKind.String:
                    yield return KeyValuePair.Create(name, fill(property.Value.GetString()!));
                    break;

                case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                    yield return KeyValuePair.Create(name, property.Value.GetRawText());
                    break;
            }
        }
    }
}
