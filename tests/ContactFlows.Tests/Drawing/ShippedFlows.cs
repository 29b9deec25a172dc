namespace OrderHotline.ContactFlows.Tests;

/// <summary>The flows that are deployed.</summary>
static class ShippedFlows
{
    public static IReadOnlyDictionary<string, Flow> Read() => Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "flows"), "*.json")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => Flow.Read(File.ReadAllBytes(file)));
}
