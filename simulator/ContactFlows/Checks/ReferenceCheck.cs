using System.Text.Json;

namespace OrderHotline.ContactFlows;

/// <summary>Whether the references and placeholders in an action's texts can be read at all.</summary>
static class ReferenceCheck
{
    public static IEnumerable<Found> Find(FlowAction action) =>
        TextsIn(action.Parameters)
            .SelectMany(text => References(text).Concat(Placeholders(text)))
            .Select(found => found with { Action = action.Identifier });

    /// <summary>Every text there is under a value, names of a map included.</summary>
    public static IEnumerable<string> TextsIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => TextsIn(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.String => [value.GetString()!],
        _ => [],
    };

    static IEnumerable<Found> References(string text)
    {
        var references = FlowReference.In(text).ToList();
        for (var at = text.IndexOf("$.", StringComparison.Ordinal); at >= 0; at = text.IndexOf("$.", at + 1, StringComparison.Ordinal))
        {
            if (references.TrueForAll(reference => reference.Start != at))
            {
                yield return Found(
                    FlowFault.MalformedReference,
                    $"\"{text.Substring(at, Math.Min(20, text.Length - at))}\" begins like a reference and is none: "
                        + "write $. and names, such as $.External.message.");
            }
        }

        foreach (var reference in references)
        {
            var end = reference.Start + reference.Length;
            if (!ReferenceNamespaces.Contain(reference.Namespace))
            {
                yield return Found(
                    FlowFault.UnknownReference,
                    $"{reference} refers to {reference.Namespace}, and there is no such thing: names are known by their exact case.");
            }
            else if (!ReferenceNamespaces.HaveLeaf(reference))
            {
                yield return Found(
                    FlowFault.MalformedReference, $"{reference} refers to a whole group of values: add the name of the one that is meant.");
            }

            if (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                yield return Found(
                    FlowFault.LetterAfterReference,
                    $"\"{text[end]}\" follows {reference} at once and could be taken for a part of its name: put a space between them.");
            }
        }
    }

    static IEnumerable<Found> Placeholders(string text) =>
        Placeholder.In(text).Where(placeholder => !placeholder.IsWellFormed).Select(placeholder => placeholder switch
        {
            { Content: null } => Found(FlowFault.MalformedPlaceholder, "A placeholder ${ is never closed: it must end with a brace."),
            { IsAnExpression: true } => Found(
                FlowFault.ForeignPlaceholder,
                $"${{{placeholder.Content}}} is an expression, which CloudFormation does not fill in: another tool, such as Terraform, must."),
            _ => Found(
                FlowFault.MalformedPlaceholder,
                $"${{{placeholder.Content}}} is no placeholder: between the braces there must be a name, with . for an attribute."),
        });

    static Found Found(FlowFault fault, string reason) => new(fault, null, reason);
}
