namespace OrderHotline.Architecture.Tests;

/// <summary>Domain ← Application ← adapters ← hosts, in the project files and in what was compiled of them.</summary>
public sealed class ArrowTests
{
    static readonly string[] Nothing = [];

    // What each project may know, and no more. The packages are the ones its own code names.
    static readonly Dictionary<string, (string[] Projects, string[] Packages)> MayKnow = new()
    {
        ["Domain"] = (Nothing, ["NodaTime"]),
        ["Application"] = (["Domain"], ["MediatR", "FluentValidation", "NodaTime"]),
        ["Adapters.Connect"] = (["Application", "Domain"], ["MediatR", "NodaTime", "System.Text.Json"]),
        ["Adapters.Aws"] = (
            ["Application", "Domain"],
            ["AWSSDK.Core", "AWSSDK.DynamoDBv2", "AWSSDK.SimpleNotificationService", "NodaTime"]),
        ["Adapters.Local"] = (["Application", "Adapters.Connect", "Domain"], ["MediatR", "NodaTime"]),
        ["Hosts/Lambda"] = (
            ["Adapters.Aws", "Adapters.Connect", "Application", "Domain"],
            ["Amazon.Lambda.Core", "Amazon.Lambda.RuntimeSupport", "AWSSDK.Core", "AWSSDK.DynamoDBv2", "AWSSDK.SimpleNotificationService", "MediatR", "NodaTime"]),
        ["Hosts/Cli"] = (
            ["Adapters.Aws", "Adapters.Connect", "Adapters.Local", "Application", "Domain"],
            ["Spectre.Console", "Spectre.Console.Ansi", "System.CommandLine", "AWSSDK.Core", "AWSSDK.DynamoDBv2", "MediatR", "NodaTime"]),
    };

    public static TheoryData<string> Projects => [.. Solution.Projects.Keys];

    [Fact]
    public void Every_project_has_its_place() =>
        Assert.Equal(MayKnow.Keys.Order(StringComparer.Ordinal), Solution.Projects.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_what_its_place_allows(string name) =>
        Assert.Empty(Strangers(Solution.Projects[name], CompiledReferences(Solution.Projects[name]), MayKnow[name]));

    [Fact]
    public void A_planted_reference_to_an_adapter_is_found_in_the_project_file_and_in_the_assembly()
    {
        var domain = Solution.Projects["Domain"];

        Assert.Equal(
            ["Adapters.Aws"],
            Strangers(domain with { Projects = new HashSet<string> { "Adapters.Aws" } }, CompiledReferences(domain), MayKnow["Domain"]));
        Assert.Equal(
            ["Dapper"],
            Strangers(domain with { Packages = new HashSet<string> { "NodaTime", "Dapper" } }, CompiledReferences(domain), MayKnow["Domain"]));
        Assert.Equal(
            ["MediatR"], Strangers(domain, CompiledReferences(domain).Append("MediatR"), MayKnow["Domain"]));
        Assert.Contains(
            "OrderHotline.Domain",
            Strangers(Solution.Projects["Application"], CompiledReferences(Solution.Projects["Application"]), (Nothing, Nothing)));
    }

    [Fact]
    public void Adapters_never_see_each_other_except_the_local_one_that_plays_Connect() =>
        Assert.All(
            MayKnow.Where(place => place.Key.StartsWith("Adapters.", StringComparison.Ordinal)),
            place => Assert.Empty(place.Value.Projects
                .Where(known => known.StartsWith("Adapters.", StringComparison.Ordinal))
                .Except(place.Key == "Adapters.Local" ? ["Adapters.Connect"] : Nothing)));

    static IEnumerable<string> CompiledReferences(Project project) =>
        project.Assembly.MainModule.AssemblyReferences.Select(reference => reference.Name);

    static IEnumerable<string> Strangers(
        Project project, IEnumerable<string> compiled, (string[] Projects, string[] Packages) mayKnow) =>
    [
        .. project.Projects.Except(mayKnow.Projects),
        .. project.Packages.Except(mayKnow.Packages),
        .. compiled
            .Where(reference => !IsOfTheFramework(reference))
            .Except(mayKnow.Projects.Select(known => $"OrderHotline.{known}"))
            .Except(mayKnow.Packages),
    ];

    // The framework's own System.Text.Json is told from a package by the project file, which names only the package.
    static bool IsOfTheFramework(string assembly) =>
        assembly is "mscorlib" or "netstandard" or "Microsoft.Win32.Primitives"
        || (assembly.StartsWith("System.", StringComparison.Ordinal) && assembly != "System.CommandLine");
}
