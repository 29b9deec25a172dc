using OrderHotline.ContactFlows;

namespace OrderHotline.Hosts.Cli;

/// <summary>The files of one command line that belong together.</summary>
static class FlowFiles
{
    public const string Help = "One or more flows as JSON, or folders of them.";

    /// <summary>Every file, by the logical name of its flow.</summary>
    /// <exception cref="InvalidDataException">Two files have the same name, and a placeholder could mean either.</exception>
    public static IReadOnlyDictionary<string, string> At(IEnumerable<string> paths)
    {
        var files = new Dictionary<string, string>();
        foreach (var file in paths.SelectMany(FilesAt).Distinct())
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (!files.TryAdd(name, file))
            {
                throw new InvalidDataException($"{files[name]} and {file} are both called {name}: take them one by one.");
            }
        }

        return files;
    }

    /// <summary>Every flow, by its logical name.</summary>
    /// <exception cref="InvalidDataException">A file holds no flow; the message names it and says what is wrong.</exception>
    public static async Task<IReadOnlyDictionary<string, Flow>> Read(IEnumerable<string> paths, CancellationToken cancellation)
    {
        var flows = new Dictionary<string, Flow>();
        foreach (var (name, file) in At(paths))
        {
            flows.Add(name, await Read(file, json => Flow.Read(json), cancellation));
        }

        return flows;
    }

    /// <summary>Reads one file, and names it where it holds no flow.</summary>
    /// <exception cref="InvalidDataException">It holds none; the message says why.</exception>
    public static async Task<T> Read<T>(string file, Func<byte[], T> read, CancellationToken cancellation)
    {
        var json = await InputFile.Bytes(file, cancellation);
        try
        {
            return read(json);
        }
        catch (FlowFormatException malformed)
        {
            throw new InvalidDataException($"{file}: {malformed.Message}", malformed);
        }
    }

    static IEnumerable<string> FilesAt(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var files = Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new InvalidDataException($"There is no flow in {path}: their names end in .json.");
    }
}
