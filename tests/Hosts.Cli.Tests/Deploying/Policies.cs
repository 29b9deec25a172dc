using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>What a template allows, a line for each role or resource, action and resource: <c>CancelOrder may dynamodb:GetItem OrderTable.Arn</c>.</summary>
static class Policies
{
    public static IEnumerable<string> Of(Template template) =>
        from resource in template.Resources.Values
        from document in Documents(resource.Properties)
        from statement in (YamlSequenceNode)document["Statement"]
        let lines = (YamlMappingNode)statement
        let who = resource.Type == "AWS::IAM::Role" ? resource.Id[..^"Role".Length] : resource.Id
        let verb = $"{lines["Effect"]}" switch { "Allow" => "may", "Deny" => "may not", var other => other }
        from action in Texts(lines, "Action")
        from what in Texts(lines, "Resource").DefaultIfEmpty("itself")
        select $"{who} {verb} {action} {what}{Condition(lines)}{Principal(lines)}";

    public static IEnumerable<YamlMappingNode> Documents(YamlNode node) => node switch
    {
        YamlMappingNode mapping when mapping.Children.ContainsKey("Statement") => [mapping],
        YamlMappingNode mapping => mapping.Children.Values.SelectMany(Documents),
        YamlSequenceNode sequence => sequence.SelectMany(Documents),
        _ => [],
    };

    static IEnumerable<string> Texts(YamlMappingNode statement, string name) => Template.Child(statement, name) switch
    {
        null => [],
        YamlSequenceNode { Tag.IsEmpty: true } several => several.Select(one => $"{one}"),
        var one => [$"{one}"],
    };

    static string Condition(YamlMappingNode statement) =>
        statement.Children.TryGetValue("Condition", out var condition) ? $" if {Flat(condition)}" : "";

    static string Principal(YamlMappingNode statement) =>
        statement.Children.TryGetValue("Principal", out var principal) ? $" by {Flat(principal)}" : "";

    /// <summary>All of a node on one line.</summary>
    public static string Flat(YamlNode node) => node switch
    {
        YamlMappingNode mapping => string.Join(" and ", mapping.Select(entry => $"{entry.Key} {Flat(entry.Value)}")),
        YamlSequenceNode sequence => string.Join(' ', sequence.Select(Flat)),
        _ => $"{node}",
    };
}
