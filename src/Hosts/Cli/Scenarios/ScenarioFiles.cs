
namespace OrderHotline.Hosts.Cli;

/// <summary>The scenarios that a command line names.</summary>
static class ScenarioFiles
{
    /// <summary>Every file, and every <c>*.call</c> of every folder.</summary>
    /// <exception cref="InvalidDataException">There is no such file or folder, or no scenario in it.</exception>
    public static IReadOnlyList<ScenarioFile> At(IEnumerable<string> paths) =>
        [.. paths.SelectMany(Below).Distinct(StringComparer.Ordinal).Select(path => new ScenarioFile(path))];

    static IEnumerable<string> Below(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new InvalidDataException($"There is no file or folder {path}.");
        }

        var files = Directory.EnumerateFiles(path, "*.call", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new InvalidDataException($"There is no scenario in {path}: their names end in .call.");
    }
}

/// <summary>The file of a scenario.</summary>
sealed record ScenarioFile(string Path)
{
    public Task<string> Text(CancellationToken cancellation) => InputFile.Text(Path, cancellation);
}
