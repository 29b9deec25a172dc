using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli;

/// <summary>A part of the template with <c>&lt;Names&gt;</c> in it, to be filled in. A name alone stands for whatever its value is: in a
/// list and as a key without a value, for all its items. Within a text it stands for a text.</summary>
/// <param name="file">Where the pattern is, for messages.</param>
/// <param name="values">What the names stand for.</param>
sealed partial class TemplatePattern(string file, IReadOnlyDictionary<string, YamlNode> values)
{
    /// <summary>The pattern, filled in. The values are taken as they are: what looks like a name in them is none.</summary>
    /// <exception cref="InvalidDataException">A name stands for nothing, or for what has no place there.</exception>
    public YamlNode Fill(YamlNode node) => node switch
    {
        YamlMappingNode mapping => Fill(mapping),
        YamlSequenceNode sequence => new YamlSequenceNode(sequence.SelectMany(Items)) { Tag = sequence.Tag },
        YamlScalarNode scalar when NameAlone(scalar) is { } name => Tagged(Value(name), scalar.Tag),
        YamlScalarNode scalar => new YamlScalarNode(Fill(scalar.Value!)) { Tag = scalar.Tag, Style = scalar.Style },
        _ => throw new NotSupportedException($"No pattern for {node.GetType().Name}."),
    };

    static string? NameAlone(YamlNode node) =>
        node is YamlScalarNode { Value: { } text } && Name().Match(text) is { Success: true } match && match.Length == text.Length
            ? match.Groups["name"].Value
            : null;

    YamlMappingNode Fill(YamlMappingNode mapping)
    {
        var filled = new YamlMappingNode { Tag = mapping.Tag };
        foreach (var (key, value) in mapping)
        {
            if (NameAlone(key) is { } name && value is YamlScalarNode { Value: "" })
            {
                foreach (var (givenKey, given) in Value(name) as YamlMappingNode ?? throw Misplaced(name, "names with values"))
                {
                    Add(filled, givenKey, given);
                }
            }
            else
            {
                Add(filled, Fill(key), Fill(value));
            }
        }

        return filled;
    }

    IEnumerable<YamlNode> Items(YamlNode item) =>
        NameAlone(item) is { } name && Value(name) is YamlSequenceNode several ? several : [Fill(item)];

    string Fill(string text) => Name().Replace(
        text,
        match => (Value(match.Groups["name"].Value) as YamlScalarNode ?? throw Misplaced(match.Groups["name"].Value, "a text")).Value!);

    void Add(YamlMappingNode mapping, YamlNode key, YamlNode value)
    {
        if (mapping.Children.ContainsKey(key))
        {
            throw new InvalidDataException($"{file}: {key} is there twice.");
        }

        mapping.Add(key, value);
    }

    static YamlNode Tagged(YamlNode value, TagName tag) =>
        !tag.IsEmpty && value is YamlScalarNode scalar ? new YamlScalarNode(scalar.Value) { Tag = tag, Style = scalar.Style } : value;

    YamlNode Value(string name) => values.TryGetValue(name, out var value)
        ? value
        : throw new InvalidDataException($"{file}: <{name}> stands for nothing here; there is {string.Join(", ", values.Keys.Order(StringComparer.Ordinal))}.");

    InvalidDataException Misplaced(string name, string wanted) => new($"{file}: <{name}> is where {wanted} must be, and stands for something else.");

    [GeneratedRegex("<(?<name>[A-Z][A-Za-z]*)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
