namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>AWS's own validator, which knows every type and property, needs no account.</summary>
public sealed class ValidatorTests
{
    // A value that is none of the allowed ones is but a warning to it.
    const string UnknownValue = "W3030";

    [Fact]
    public async Task AWS_finds_nothing_wrong_with_the_template_and_finds_what_is_planted()
    {
        var committed = Path.Combine(Template.Repository, "deploy", DeploymentTemplate.Name);
        using var desk = new Desk();
        desk.Put(
            "planted.yaml",
            File.ReadAllText(committed)
                .Replace("BillingMode: PAY_PER_REQUEST", "BilingMode: PAY_PER_REQUEST", StringComparison.Ordinal)
                .Replace("Runtime: provided.al2023", "Runtime: provided.al2525", StringComparison.Ordinal));
        var found = (await Findings(committed, desk.PathOf("planted.yaml"))).ToLookup(finding => finding.StartsWith(committed, StringComparison.Ordinal));

        Assert.Empty(found[true]);
        var planted = found[false].ToList();
        Assert.Contains(planted, finding => finding.Contains("BilingMode", StringComparison.Ordinal));
        Assert.Contains(planted, finding => finding.Contains("provided.al2525", StringComparison.Ordinal));
    }

    static async Task<IReadOnlyList<string>> Findings(params string[] templates)
    {
        var findings = await AwsLists.Run("validate.js", templates);
        Assert.NotEmpty(findings); // hints there are always
        return
        [
            .. from finding in findings
               let columns = finding.Split('\t')
               where columns[1] is "FATAL" or "ERROR" || columns[2] == UnknownValue
               select finding,
        ];
    }
}
