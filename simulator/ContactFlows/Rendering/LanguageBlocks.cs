using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrderHotline.ContactFlows;

/// <summary>Gives a flow the blocks of a language that it has none of, after those of one that it has: beside <c>words-en</c> comes
/// <c>words-fr</c>, and wherever a condition leads to the one, another leads to the other: at <c>fr-FR</c>, or at the next key that is free.</summary>
static class LanguageBlocks
{
    const int Below = 240;

    static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How the names of a language's blocks end.</summary>
    public static string Suffix(FlowLanguage language) => $"-{language.Tag.Split('-')[0]}";

    /// <summary>The key of a block that leads to a language; null where none does.</summary>
    public static string? KeyAt(FlowAction action, FlowLanguage language) => action.Conditions
        .FirstOrDefault(condition => condition.NextAction.EndsWith(Suffix(language), StringComparison.Ordinal))?.Operands.FirstOrDefault();

    /// <summary>The flow with blocks for each language; the same bytes when it lacks none, or no condition chooses one.</summary>
    public static ReadOnlyMemory<byte> Completed(ReadOnlyMemory<byte> json, IReadOnlyList<FlowLanguage> languages)
    {
        var read = Flow.Read(json);
        var blocks = read.Actions.Select(action => action.Identifier).ToList();
        int BlocksOf(FlowLanguage language) => blocks.Count(block => block.EndsWith(Suffix(language), StringComparison.Ordinal));
        var lacking = languages.Where(language => BlocksOf(language) == 0).ToList();
        if (lacking.Count == 0 || lacking.Count == languages.Count)
        {
            return json;
        }

        // Of those that it has, the one that had to be chosen has all that choosing takes.
        var model = languages.Except(lacking).Index().OrderBy(known => BlocksOf(known.Item)).ThenBy(known => known.Index).Last().Item;
        if (!LeadsTo(read, Suffix(model)))
        {
            return json;
        }

        using var document = JsonText.Parse(json);
        var flow = JsonObject.Create(document.RootElement)!;
        foreach (var (number, language) in lacking.Index())
        {
            Add(flow, new(model.Tag, Suffix(model)), new(language.Tag, Suffix(language)), (number + 1) * Below);
        }

        using var written = new MemoryStream();
        using (var writer = new Utf8JsonWriter(written, Readable))
        {
            flow.WriteTo(writer);
        }

        written.WriteByte((byte)'\n');
        return written.ToArray();
    }

    // Where nobody comes by a choice, there is none to add.
    static bool LeadsTo(Flow flow, string suffix) => flow.Actions
        .SelectMany(action => action.Conditions)
        .Any(condition => condition.NextAction.EndsWith(suffix, StringComparison.Ordinal));

    static void Add(JsonObject flow, Named model, Named added, int lower)
    {
        var actions = flow["Actions"]!.AsArray();
        var places = flow["Metadata"]?["ActionMetadata"] as JsonObject;
        foreach (var action in actions.Select(action => action!.AsObject()).ToList())
        {
            var name = (string)action["Identifier"]!;
            if (!name.EndsWith(model.Suffix, StringComparison.Ordinal))
            {
                LeadTo(action, model, added);
                continue;
            }

            var copy = action.DeepClone().AsObject();
            Rename(copy, model, added);
            actions.Insert(actions.IndexOf(action) + 1, copy);
            if (places?[name] is JsonObject place)
            {
                var below = place.DeepClone().AsObject();
                if (below["position"]?["y"] is JsonValue y && y.TryGetValue<double>(out var height))
                {
                    below["position"]!["y"] = height + lower;
                }

                places[InPlaceOf(name, model, added)] = below;
            }
        }
    }

    // Without a free key there is none: the flow check tells of the language that nobody can choose.
    static void LeadTo(JsonObject action, Named model, Named added)
    {
        if (action["Transitions"]?["Conditions"] is not JsonArray conditions)
        {
            return;
        }

        var taken = conditions.SelectMany(condition => Operands(condition!)).ToHashSet(StringComparer.Ordinal);
        foreach (var condition in conditions.Select(condition => condition!.AsObject()).ToList())
        {
            var own = Operands(condition).FirstOrDefault() switch
            {
                var tag when tag == model.Tag => added.Tag,
                [>= '1' and <= '9' and var key] => Enumerable.Range(key - '0', 10 - (key - '0')).Select(free => $"{free}").FirstOrDefault(free => !taken.Contains(free)),
                _ => null,
            };
            if (((string?)condition["NextAction"])?.EndsWith(model.Suffix, StringComparison.Ordinal) == true && own is not null && taken.Add(own))
            {
                var copy = condition.DeepClone().AsObject();
                copy["NextAction"] = InPlaceOf((string)copy["NextAction"]!, model, added);
                copy["Condition"]!["Operands"] = new JsonArray(own);
                conditions.Insert(conditions.IndexOf(condition) + 1, copy);
            }
        }
    }

    static IEnumerable<string> Operands(JsonNode condition) =>
        (condition["Condition"]?["Operands"] as JsonArray ?? []).Select(operand => operand!.ToString());

    // Every name of a block of its own, and the language itself.
    static void Rename(JsonNode node, Named model, Named added)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (value is JsonValue && value.GetValueKind() == JsonValueKind.String)
                    {
                        var text = (string)value!;
                        members[name] = text == model.Tag ? added.Tag
                            : name is "Identifier" or "NextAction" ? InPlaceOf(text, model, added)
                            : text;
                    }
                    else if (value is not null)
                    {
                        Rename(value, model, added);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items.OfType<JsonNode>())
                {
                    Rename(item, model, added);
                }

                break;
        }
    }

    static string InPlaceOf(string block, Named model, Named added) =>
        block.EndsWith(model.Suffix, StringComparison.Ordinal) ? block[..^model.Suffix.Length] + added.Suffix : block;

    readonly record struct Named(string Tag, string Suffix);
}
