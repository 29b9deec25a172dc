using System.Reflection;

namespace OrderHotline.Softphone.Tests;

/// <summary>The files beside the code.</summary>
static class Repository
{
    public static string Folder { get; } = Path.GetFullPath(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryFolder").Value!);
}
