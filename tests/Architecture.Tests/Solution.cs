using System.Reflection;
using System.Xml.Linq;
using Mono.Cecil;

namespace OrderHotline.Architecture.Tests;

/// <summary>The solution as it is on disk and as it was compiled.</summary>
static class Solution
{
    public static string Folder { get; } = Path.GetFullPath(typeof(Solution).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryFolder").Value!);

    /// <summary>The projects under <c>src</c>, by the name of their folder: <c>Domain</c>, <c>Hosts/Lambda</c>.</summary>
    public static IReadOnlyDictionary<string, Project> Projects { get; } = Directory
        .EnumerateFiles(Path.Combine(Folder, "src"), "*.csproj", SearchOption.AllDirectories)
        .Select(Project.Read)
        .ToDictionary(project => project.Name);

    /// <summary>The libraries that others build on: everything under <c>src</c> but the hosts.</summary>
    public static IEnumerable<Project> Libraries =>
        Projects.Values.Where(project => !project.Name.StartsWith("Hosts/", StringComparison.Ordinal));

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
        var source = Path.Combine(Solution.Folder, "src");
        var name = Path.GetRelativePath(source, Path.GetDirectoryName(file)!).Replace('\\', '/');
        return new Project(
            name,
            xml.Descendants("AssemblyName").SingleOrDefault()?.Value ?? $"OrderHotline.{Path.GetFileNameWithoutExtension(file)}",
            Includes("ProjectReference")
                .Select(path => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path)))!)
                .Select(folder => Path.GetRelativePath(source, folder).Replace('\\', '/'))
                .ToHashSet(),
            Includes("PackageReference").Concat(Includes("AwsReference")).ToHashSet());

        IEnumerable<string> Includes(string item) => xml.Descendants(item).Select(element => element.Attribute("Include")!.Value);
    }
}
