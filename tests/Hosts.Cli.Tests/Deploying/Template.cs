using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>A CloudFormation template as tests look at it.</summary>
sealed partial class Template(YamlMappingNode root)
{
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Source(), "..", "..", "..", ".."));

    /// <summary>The one in the repository.</summary>
    public static Template Committed { get; } = Of(File.ReadAllText(Path.Combine(Repository, "deploy", DeploymentTemplate.Name)));

    public YamlMappingNode Root => root;

    public IReadOnlyDictionary<string, TemplateResource> Resources { get; } = Section(root, "Resources").ToDictionary(
        entry => $"{entry.Key}", entry => new TemplateResource($"{entry.Key}", (YamlMappingNode)entry.Value));

    public IReadOnlyCollection<string> Parameters => [.. Section(root, "Parameters").Select(entry => $"{entry.Key}")];

    public IReadOnlyCollection<string> Conditions => [.. Section(root, "Conditions").Select(entry => $"{entry.Key}")];

    public static Template Of(string yaml) => new(YamlText.Read("template", yaml));

    public IEnumerable<TemplateResource> OfType(string type) => Resources.Values.Where(resource => resource.Type == type);

    /// <summary>What a node refers to: short forms only, which a test of its own holds the template to.</summary>
    public static IEnumerable<TemplateReference> ReferencesIn(YamlNode node, string path = "")
    {
        switch (node)
        {
            case YamlScalarNode { Value: { } value } scalar:
                return (scalar.Tag.IsEmpty ? "" : scalar.Tag.Value) switch
                {
                    "" => [],
                    "!Ref" => [new(path, value, "Ref")],
                    "!GetAtt" => [new(path, value.Split('.')[0], value[(value.IndexOf('.', StringComparison.Ordinal) + 1)..])],
                    "!Sub" => Placeholder().Matches(value).Select(match => match.Groups["name"].Value.Split('.', 2)).Select(
                        halves => new TemplateReference(path, halves[0], halves is [_, var attribute] ? attribute : "Ref")),
                    "!Condition" => [],
                    var tag => throw new NotSupportedException($"{path} has {tag}."),
                };
            case YamlSequenceNode sequence:
                // A part of an ARN is none.
                var within = !sequence.Tag.IsEmpty && sequence.Tag.Value != "!If" ? $"{path} {sequence.Tag.Value}" : path;
                return sequence.SelectMany(item => ReferencesIn(item, within));
            case YamlMappingNode mapping:
                return mapping.SelectMany(entry => ReferencesIn(entry.Value, $"{path}.{entry.Key}"));
            default:
                throw new NotSupportedException($"{path} is a {node.GetType().Name}.");
        }
    }

    /// <summary>The conditions that a node names.</summary>
    public static IEnumerable<string> ConditionsIn(YamlNode node) => node switch
    {
        YamlScalarNode scalar => !scalar.Tag.IsEmpty && scalar.Tag.Value == "!Condition" ? [scalar.Value!] : [],
        YamlSequenceNode sequence => sequence.SelectMany(ConditionsIn).Concat(
            !sequence.Tag.IsEmpty && sequence.Tag.Value == "!If" ? [$"{sequence[0]}"] : []),
        YamlMappingNode mapping => mapping.SelectMany(entry => ConditionsIn(entry.Value)),
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    /// <summary>What a node has under a name; null where it has no such name.</summary>
    public static YamlNode? Child(YamlNode? node, string name) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null;

    static YamlMappingNode Section(YamlMappingNode root, string name) =>
        root.Children.TryGetValue(new YamlScalarNode(name), out var section) ? (YamlMappingNode)section : [];

    static string Source([CallerFilePath] string file = "") => file;

    [GeneratedRegex(@"\$\{(?<name>[^!}][^}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Placeholder();
}

/// <summary>One resource of a template.</summary>
sealed record TemplateResource(string Id, YamlMappingNode Node)
{
    public string Type => $"{Node["Type"]}";

    public YamlMappingNode Properties => this["Properties"] as YamlMappingNode ?? [];

    public IReadOnlyList<string> DependsOn => this["DependsOn"] switch
    {
        YamlSequenceNode several => [.. several.Select(one => $"{one}")],
        { } one => [$"{one}"],
        null => [],
    };

    public YamlNode? this[string name] => Template.Child(Node, name);

    /// <summary>A property by its path, <c>Environment.Variables</c>; null where there is none.</summary>
    public YamlNode? At(string path) => path.Split('.').Aggregate(
        (YamlNode?)Properties, Template.Child);
}

/// <summary>A reference: where it stands, what it names, and what of it: an attribute, or Ref.</summary>
sealed record TemplateReference(string Path, string Target, string Attribute)
{
    public bool IsPseudo => Target.StartsWith("AWS::", StringComparison.Ordinal);
}
