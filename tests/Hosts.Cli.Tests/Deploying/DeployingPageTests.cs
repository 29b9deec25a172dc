using System.Text.RegularExpressions;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>docs/deploying.md says of each step of the workshop where the template does it.</summary>
public sealed partial class DeployingPageTests
{
    const string Not = "not in the template";

    // What the workshop clicked together, and what a step must be done by.
    static readonly string[] Types =
    [
        "AWS::Connect::", "AWS::Lex::Bot", "AWS::Lambda::Function", "AWS::DynamoDB::Table", "AWS::S3::", "AWS::KMS::",
    ];

    static readonly string Page = File.ReadAllText(Path.Combine(Template.Repository, "docs", "deploying.md"));

    static readonly IReadOnlyList<(string Step, string Where)> Steps =
        [.. Row().Matches(Page).Select(row => (row.Groups["step"].Value, row.Groups["where"].Value)).Where(row => row.Item2 is not "in the template" && !row.Item2.StartsWith("---", StringComparison.Ordinal))];

    [Fact]
    public void It_begins_with_what_was_not_tried() => Assert.StartsWith(
        "**Nothing on this page was tried on AWS.**", Page.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1], StringComparison.Ordinal);

    [Fact]
    public void Every_step_is_done_by_something_in_the_template_or_says_that_it_is_not()
    {
        Assert.InRange(Steps.Count, 20, 40);
        Assert.All(Steps, row => Assert.True(
            row.Where == Not || (Named(row.Where).Any() && Named(row.Where).All(Template.Committed.Resources.ContainsKey)), $"{row.Step}: {row.Where}"));
    }

    [Fact]
    public void Everything_of_the_call_centre_in_the_template_has_its_step()
    {
        var named = Steps.SelectMany(row => Named(row.Where)).ToHashSet();
        Assert.Equal(
            ["DeliverTexts"],
            Template.Committed.Resources.Values
                .Where(resource => Types.Any(type => resource.Type.StartsWith(type, StringComparison.Ordinal)) && resource.Type != "AWS::Lex::BotVersion")
                .Select(resource => resource.Id).Where(id => !named.Contains(id)));
    }

    [Fact]
    public void Every_parameter_that_a_command_gives_is_the_templates() => Assert.All(
        Given().Matches(Page).Select(given => given.Groups["name"].Value), name => Assert.Contains(name, Template.Committed.Parameters));

    static IEnumerable<string> Named(string where) => Code().Matches(where).Select(code => code.Groups["name"].Value);

    [GeneratedRegex(@"^\| (?<step>[^|]+) \| (?<where>[^|]+) \|", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(" (?<name>[A-Z][A-Za-z]+)=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Given();
}
