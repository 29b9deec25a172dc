using OrderHotline.Contracts;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public void Every_reference_leads_to_something_that_is_there() => Assert.Empty(Dangling(Template.Committed));

    [Theory]
    [InlineData("Resources: {A: {Type: T, Properties: {X: !Ref B}}}", "A.Properties.X: B")]
    [InlineData("Resources: {A: {Type: T, Properties: {X: [!GetAtt B.Arn]}}}", "A.Properties.X: B")]
    [InlineData("Resources: {A: {Type: T, Properties: {X: !Sub '${!B} ${AWS::Region} ${B.Arn}'}}}", "A.Properties.X: B")]
    [InlineData("Resources: {A: {Type: T, DependsOn: [B]}}", "A depends on B")]
    [InlineData("Resources: {A: {Type: T, Condition: B}}", "A: condition B")]
    [InlineData("Resources: {A: {Type: T, Properties: {X: !If [B, 1, 2]}}}", "A: condition B")]
    public void One_that_leads_nowhere_is_found(string yaml, string found) => Assert.Equal([found], Dangling(Template.Of(yaml)));

    // Every kind of reference, once: an ARN where a name must be is seen here, and nowhere before AWS says so.
    [Fact]
    public void What_is_referred_to_where_is_approved() => Approved.Holds(
        "references",
        string.Join('\n', Kinds(Template.Committed)),
        "Look up what the property takes, a name, an id or an ARN, before you approve a new line.");

    [Fact]
    public void Nothing_waits_for_itself() => Assert.Null(Cycle(Template.Committed));

    [Fact]
    public void What_waits_for_itself_is_found() => Assert.Equal(
        "A, B, A",
        Cycle(Template.Of("Resources: {A: {Type: T, Properties: {X: !Ref B}}, B: {Type: T, DependsOn: A}, C: {Type: T, Properties: {X: !Ref A}}}")));

    // The other tests look at short forms only.
    [Fact]
    public void References_are_written_in_one_way() => Assert.DoesNotContain(
        Keys(Template.Committed.Root), key => key is "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal));

    internal static IEnumerable<string> Kinds(Template template) => (
        from resource in template.Resources.Values
        from reference in Template.ReferencesIn(resource.Properties)
        where !reference.IsPseudo && template.Resources.ContainsKey(reference.Target)
        select $"{resource.Type}{reference.Path} <- {template.Resources[reference.Target].Type} {reference.Attribute}")
        .Distinct().Order(StringComparer.Ordinal);

    internal static List<string> Dangling(Template template)
    {
        var known = template.Resources.Keys.Concat(template.Parameters).ToHashSet();
        return
        [
            .. from resource in template.Resources.Values
               from found in Template.ReferencesIn(resource.Node).Where(reference => !reference.IsPseudo && !known.Contains(reference.Target))
                   .Select(reference => $"{resource.Id}{reference.Path}: {reference.Target}")
                   .Concat(resource.DependsOn.Where(other => !template.Resources.ContainsKey(other)).Select(other => $"{resource.Id} depends on {other}"))
                   .Concat(Template.ConditionsIn(resource.Node).Concat(resource["Condition"] is { } condition ? [$"{condition}"] : [])
                       .Where(other => !template.Conditions.Contains(other)).Select(other => $"{resource.Id}: condition {other}"))
               select found,
            .. from section in new[] { "Conditions", "Outputs" }
               where template.Root.Children.ContainsKey(section)
               from found in Template.ReferencesIn(template.Root[section], section).Where(reference => !reference.IsPseudo && !known.Contains(reference.Target))
               select $"{found.Path}: {found.Target}",
        ];
    }

    internal static string? Cycle(Template template)
    {
        var done = new HashSet<string>();
        return template.Resources.Keys.Select(id => From(id, [])).FirstOrDefault(cycle => cycle is not null);

        string? From(string id, List<string> way)
        {
            if (way.Contains(id))
            {
                return string.Join(", ", way.Skip(way.IndexOf(id)).Append(id));
            }

            var resource = template.Resources[id];
            var found = done.Contains(id)
                ? null
                : Template.ReferencesIn(resource.Properties).Select(reference => reference.Target).Concat(resource.DependsOn)
                    .Where(template.Resources.ContainsKey).Select(next => From(next, [.. way, id])).FirstOrDefault(cycle => cycle is not null);
            done.Add(id);
            return found;
        }
    }

    static IEnumerable<string> Keys(YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.SelectMany(entry => Keys(entry.Value).Prepend($"{entry.Key}")),
        YamlSequenceNode sequence => sequence.SelectMany(Keys),
        _ => [],
    };
}
