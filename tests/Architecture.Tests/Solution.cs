using System.Reflection;
using System.Xml.Linq;
using Mono.Cecil;

namespace OrderHotline.Architecture.Tests;

/// <summary>The solution as it is on disk and as it was compiled.</summary>
static class Solution
{
    public static string Folder { get; } = Path.GetFullPath(typeof(Solution).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryFolder").Value!);

    /// <summary>The projects of the line and of its simulator, by the name of their folder: <c>Domain</c>, <c>Hosts/Lambda</c>,
    /// <c>simulator/ContactFlows</c>.</summary>
    public static IReadOnlyDictionary<string, Project> Projects { get; } = new[] { "src", "simulator" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.csproj", SearchOption.AllDirectories))
        .Select(Project.Read)
        .ToDictionary(project => project.Name);

    /// <summary>The libraries that others build on: everything but the hosts.</summary>
    public static IEnumerable<Project> Libraries =>
        Projects.Values.Where(project => !project.Name.StartsWith("Hosts/", StringComparison.Ordinal));

    /// <summary>The libraries that are published as packages: the simulator is not, for now.</summary>
    public static IEnumerable<Project> Packages =>
        Libraries.Where(project => !project.Name.StartsWith("simulator/", StringComparison.Ordinal));

    public static IEnumerable<string> SourceFiles(string folder) => Directory
        .EnumerateFiles(Path.Combine(Folder, folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal));
}

/// <summary>One project: what its file asks for, and the assembly that was made of it.</summary>
sealed record Project(string Name, string AssemblyName, IReadOnlySet<string> Projects, IReadOnlySet<string> Packages)
{
    public AssemblyDefinition Assembly =>
        AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, $"{AssemblyName}.dll"));

    /// <summary>Every type, nested ones included, without what the compiler and the measuring of coverage add.</summary>
    public IEnumerable<TypeDefinition> Types => TypesOf(Assembly);

    public static IEnumerable<TypeDefinition> TypesOf(AssemblyDefinition assembly) =>
        assembly.MainModule.GetTypes().Where(type => !type.FullName.Contains('<', StringComparison.Ordinal)
            && !type.FullName.StartsWith("Coverlet.", StringComparison.Ordinal));

    public static Project Read(string file)
    {
        var xml = XDocument.Load(file);
        var name = NameOf(Path.GetDirectoryName(file)!);
        return new Project(
            name,
            xml.Descendants("AssemblyName").SingleOrDefault()?.Value ?? $"OrderHotline.{Path.GetFileNameWithoutExtension(file)}",
            Includes("ProjectReference")
                .Select(path => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path)))!)
                .Select(NameOf)
                .ToHashSet(),
            Includes("PackageReference").Concat(Includes("AwsReference")).Concat(Includes("FrameworkReference")).ToHashSet());

        static string NameOf(string folder)
        {
            var path = Path.GetRelativePath(Solution.Folder, folder).Replace('\\', '/');
            return path.StartsWith("src/", StringComparison.Ordinal) ? path["src/".Length..] : path;
        }

        IEnumerable<string> Includes(string item) => xml.Descendants(item).Select(element => element.Attribute("Include")!.Value);
    }
}
