using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;

namespace OrderHotline.ContactFlows;

/// <summary>Whether what an action says is said in one way, and can be spoken.</summary>
static class PromptCheck
{
    const string Speak = "<speak";

    static readonly ImmutableArray<string> Ways = ["Text", "SSML", "PromptId", "Media"];

    public static IEnumerable<Found> Find(FlowAction action, ActionSchema sheet)
    {
        var prompts = sheet.Speaks ? [(action.Parameters, Name: "The prompt")]
            : action.ParameterAt("Messages") is { ValueKind: JsonValueKind.Array } messages
                ? messages.EnumerateArray().Select((message, index) => (message, Name: $"Message {index + 1}"))
            : [];
        return prompts
            .Where(prompt => prompt.Item1.ValueKind == JsonValueKind.Object)
            .SelectMany(prompt => OnePrompt(prompt.Item1, prompt.Name))
            .Select(found => found with { Action = action.Identifier });
    }

    static IEnumerable<Found> OnePrompt(JsonElement prompt, string name)
    {
        var given = Ways.Where(way => prompt.TryGetProperty(way, out _)).ToList();
        if (given.Count != 1)
        {
            yield return new(
                FlowFault.NotOnePrompt,
                null,
                $"{name} is given {(given.Count == 0 ? "in no way" : $"as {string.Join(" and ", given)}")}: "
                    + $"exactly one of {string.Join(", ", Ways)} must be given.");
        }

        if (TextOf(prompt, "Text") is { } text && text.Contains(Speak, StringComparison.Ordinal))
        {
            yield return new(
                FlowFault.SsmlUnderText, null, $"{name} is SSML under Text, and its tags would be read out: put it under SSML.");
        }

        if (TextOf(prompt, "SSML") is { } ssml && WhatIsWrongWith(ssml) is { } wrong)
        {
            yield return new(FlowFault.MalformedSsml, null, $"{name} is SSML that cannot be spoken: {wrong}.");
        }
    }

    // A reference alone is a document that comes from elsewhere.
    static string? WhatIsWrongWith(string ssml)
    {
        var document = ssml.Trim();
        if (document.Length == 0 || FlowReference.Whole(document) is not null)
        {
            return null;
        }

        if (!document.StartsWith(Speak, StringComparison.Ordinal))
        {
            return "it must begin with <speak>";
        }

        try
        {
            // Polly's own tags have a prefix that is not declared.
            using var reader = new XmlTextReader(new StringReader(document)) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit };
            while (reader.Read())
            {
            }

            return null;
        }
        catch (XmlException malformed)
        {
            return $"at line {malformed.LineNumber}, position {malformed.LinePosition}, it is no well-formed XML";
        }
    }

    static string? TextOf(JsonElement prompt, string name) =>
        prompt.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
