using System.Reflection;

namespace OrderHotline.Hosts.Lambda.Deployment.Tests;

/// <summary>The files this was built from.</summary>
static class Repository
{
    public static string Folder { get; } = Path.GetFullPath(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "RepositoryFolder").Value!);

    public static string Roots => Path.Combine(Folder, "deploy", "trust", "amazon-roots.pem");

    public static string Notice => Path.Combine(Folder, "NOTICE");

    /// <summary>What the function's environment says of trust, by name.</summary>
    public static IReadOnlyDictionary<string, string> TrustVariables => File
        .ReadLines(Path.Combine(Folder, "deploy", "trust", "variables.env"))
        .Select(line => line.Split('=', 2))
        .ToDictionary(parts => parts[0], parts => parts[1]);
}
