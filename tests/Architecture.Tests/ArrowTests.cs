namespace OrderHotline.Architecture.Tests;

/// <summary>Domain ← Application ← adapters ← hosts, and the simulator beside them, in the project files and in what was compiled of
/// them.</summary>
public sealed class ArrowTests
{
    // The framework of a web server: a project that may know it may know all of its parts.
    const string WebFramework = "Microsoft.AspNetCore.App";

    static readonly string[] Nothing = [];

    // What each project may know, and no more. The packages are the ones its own code names.
    static readonly Dictionary<string, (string[] Projects, string[] Packages)> MayKnow = new()
    {
        ["Domain"] = (Nothing, ["NodaTime"]),
        ["Application"] = (["Domain"], ["MediatR", "FluentValidation", "NodaTime"]),
        ["Adapters.Connect"] = (["Application", "Domain"], ["NodaTime", "System.Text.Json"]),
        ["Adapters.Aws"] = (
            ["Application", "Domain"],
            ["AWSSDK.Core", "AWSSDK.DynamoDBv2", "AWSSDK.SimpleNotificationService", "NodaTime"]),
        ["Adapters.InMemory"] = (["Application", "Domain"], ["NodaTime"]),
        ["Hosting"] = (["Application", "Domain"], ["Microsoft.Extensions.DependencyInjection.Abstractions", "NodaTime"]),
        ["Hosts/Lambda"] = (
            ["Adapters.Aws", "Adapters.Connect", "Application", "Domain"],
            ["Amazon.Lambda.Core", "Amazon.Lambda.RuntimeSupport", "AWSSDK.Core", "AWSSDK.DynamoDBv2", "AWSSDK.SimpleNotificationService", "MediatR", "NodaTime"]),
        ["Hosts/Cli"] = (
            [
                "Adapters.Aws", "Adapters.Connect", "Adapters.InMemory", "Application", "Domain", "simulator/CallSimulator",
                "simulator/ContactFlows",
            ],
            [WebFramework, "PublicHoliday", "YamlDotNet", "Spectre.Console", "Spectre.Console.Ansi", "System.CommandLine", "AWSSDK.Core", "AWSSDK.DynamoDBv2", "MediatR", "NodaTime", "NodaTime.Testing"]),
        ["Hosts/Web"] = (
            ["Adapters.Aws", "Adapters.Connect", "Adapters.InMemory", "Application", "Domain", "Hosting"],
            [
                WebFramework, "Microsoft.AspNetCore.Authentication.JwtBearer", "Microsoft.AspNetCore.OpenApi", "Microsoft.IdentityModel.JsonWebTokens",
                "Microsoft.IdentityModel.Tokens", "Microsoft.OpenApi", "ModelContextProtocol", "ModelContextProtocol.AspNetCore", "ModelContextProtocol.Core",
                "OpenTelemetry", "OpenTelemetry.Api", "OpenTelemetry.Api.ProviderBuilderExtensions", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "OpenTelemetry.Extensions.Hosting",
                "OpenTelemetry.Instrumentation.AspNetCore", "System.CommandLine", "AWSSDK.Core", "AWSSDK.DynamoDBv2", "MediatR", "NodaTime",
            ]),
        ["simulator/ContactFlows"] = (Nothing, Nothing),
        ["simulator/CallSimulator"] = (
            ["Adapters.Connect", "Adapters.InMemory", "Application", "Domain", "simulator/ContactFlows"], ["MediatR", "NodaTime", "NodaTime.Testing"]),
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
        Assert.Equal(
            ["Microsoft.AspNetCore.Http"], Strangers(domain, CompiledReferences(domain).Append("Microsoft.AspNetCore.Http"), MayKnow["Domain"]));
        Assert.Contains(
            "OrderHotline.Domain",
            Strangers(Solution.Projects["Application"], CompiledReferences(Solution.Projects["Application"]), (Nothing, Nothing)));
    }

    [Fact]
    public void Adapters_never_see_each_other() =>
        Assert.All(
            MayKnow.Where(place => place.Key.StartsWith("Adapters.", StringComparison.Ordinal)),
            place => Assert.DoesNotContain(place.Value.Projects, known => known.StartsWith("Adapters.", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Hosts_never_see_each_other_nor_does_anybody_else_see_one(string name) =>
        Assert.DoesNotContain(Solution.Projects[name].Projects, known => known.StartsWith("Hosts/", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Of_the_line_only_the_command_line_is_built_from_the_simulator(string name) =>
        Assert.Equal(
            name == "Hosts/Cli" || name.StartsWith("simulator/", StringComparison.Ordinal),
            BuiltFrom(name).Any(part => part.StartsWith("simulator/", StringComparison.Ordinal)));

    /// <summary>A project and all that it refers to, over however many others.</summary>
    static HashSet<string> BuiltFrom(string name)
    {
        var parts = new HashSet<string>();
        var waiting = new Queue<string>([name]);
        while (waiting.TryDequeue(out var part))
        {
            if (parts.Add(part) && Solution.Projects.TryGetValue(part, out var project))
            {
                foreach (var known in project.Projects)
                {
                    waiting.Enqueue(known);
                }
            }
        }

        return parts;
    }

    static IEnumerable<string> CompiledReferences(Project project) =>
        project.Assembly.MainModule.AssemblyReferences.Select(reference => reference.Name);

    static IEnumerable<string> Strangers(
        Project project, IEnumerable<string> compiled, (string[] Projects, string[] Packages) mayKnow) =>
    [
        .. project.Projects.Except(mayKnow.Projects),
        .. project.Packages.Except(mayKnow.Packages),
        .. compiled
            .Where(reference => !IsOfTheFramework(reference) && !(mayKnow.Packages.Contains(WebFramework) && IsOfTheWebFramework(reference)))
            .Except(mayKnow.Projects.Select(known => $"OrderHotline.{known.Split('/')[^1]}"))
            .Except(mayKnow.Packages),
    ];

    // A package that is called alike is in the project file, which may name only those of the list.
    static bool IsOfTheWebFramework(string assembly) =>
        assembly.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        || assembly is "Microsoft.AspNetCore" or "Microsoft.Net.Http.Headers";

    // The framework's own System.Text.Json is told from a package by the project file, which names only the package.
    static bool IsOfTheFramework(string assembly) =>
        assembly is "mscorlib" or "netstandard" or "Microsoft.Win32.Primitives"
        || (assembly.StartsWith("System.", StringComparison.Ordinal) && assembly != "System.CommandLine");
}
