using System.Collections.Immutable;

namespace OrderHotline.ContactFlows;

/// <summary>
/// A reference to something that is known only during the call, such as <c>$.External.outcome</c>
/// (https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html).
/// </summary>
/// <param name="Path">The names, in turn: <c>External</c>, <c>outcome</c>.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is there.</param>
public sealed record FlowReference(ImmutableArray<string> Path, int Start, int Length)
{
    /// <summary>Everything that there is to refer to, by its first name.</summary>
    public static ImmutableArray<string> Namespaces { get; } = [.. ReferenceNamespaces.All.Order(StringComparer.Ordinal)];

    /// <summary>What it refers to: the first name, such as <c>External</c>.</summary>
    public string Namespace => Path[0];

    /// <summary>Every reference in a text, in turn.</summary>
    /// <remarks>Where a reference ends when the text goes on without a space is not documented. Here it ends at the first character
    /// that is no ASCII letter, digit, hyphen or underscore.</remarks>
    public static IEnumerable<FlowReference> In(string text)
    {
        for (var at = text.IndexOf('$', StringComparison.Ordinal); at >= 0; at = text.IndexOf('$', at + 1))
        {
            if (ReadAt(text, at) is { } reference)
            {
                yield return reference;
                at += reference.Length - 1;
            }

            if (at + 1 >= text.Length)
            {
                yield break;
            }
        }
    }

    /// <summary>The reference that the text is, and nothing but.</summary>
    /// <returns>Null when the text is something else, or more than that.</returns>
    public static FlowReference? Whole(string text) =>
        text.StartsWith('$') && ReadAt(text, 0) is { } reference && reference.Length == text.Length ? reference : null;

    /// <summary>The text with a value in the place of every reference.</summary>
    /// <param name="text">The text, with references in it or without.</param>
    /// <param name="valueOf">The value of a reference; empty when there is none.</param>
    public static string Fill(string text, Func<FlowReference, string> valueOf)
    {
        if (!text.Contains('$', StringComparison.Ordinal))
        {
            return text;
        }

        var filled = new System.Text.StringBuilder(text.Length);
        var copied = 0;
        foreach (var reference in In(text))
        {
            filled.Append(text, copied, reference.Start - copied).Append(valueOf(reference));
            copied = reference.Start + reference.Length;
        }

        return filled.Append(text, copied, text.Length - copied).ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => "$." + string.Join('.', Path);

    // $.Attributes.key, $.Attributes['a key'], $.Attributes.['a key'] and $['AwsRegion'].
    static FlowReference? ReadAt(string text, int start)
    {
        var path = ImmutableArray.CreateBuilder<string>();
        var at = start + 1;
        while (NameAt(text, at) is { } name)
        {
            path.Add(name.Name);
            at = name.End;
        }

        return path.Count == 0 ? null : new(path.ToImmutable(), start, at - start);
    }

    static (string Name, int End)? NameAt(string text, int at)
    {
        var dotted = at < text.Length && text[at] == '.';
        var from = dotted ? at + 1 : at;
        if (from + 1 < text.Length && text[from] == '[' && text[from + 1] is '\'' or '"')
        {
            var end = text.IndexOf($"{text[from + 1]}]", from + 2, StringComparison.Ordinal);
            return end <= from + 2 ? null : (text[(from + 2)..end], end + 2);
        }

        var to = from;
        while (dotted && to < text.Length && (char.IsAsciiLetterOrDigit(text[to]) || text[to] is '_' or '-'))
        {
            to++;
        }

        return to == from ? null : (text[from..to], to);
    }
}
