using System.Text.Json;

namespace OrderHotline.Adapters.Connect;

/// <summary>Reads a shop's <c>shop.json</c>. docs/shop.md lists every setting; <c>shop.schema.json</c> beside it tells editors.</summary>
public static class ShopFile
{
    /// <summary>Its name in the folder that is deployed.</summary>
    public const string Name = "shop.json";

    const int Version = 1;

    /// <summary>Reads a shop's file, and the words in files beside it: <c>words.fr-FR.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="variable">Gives the value of an environment variable, which overrides the file.</param>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static ShopReading ReadFrom(string path, Func<string, string?> variable) =>
        Read(File.ReadAllBytes(path), variable, FilesBeside(path));

    /// <summary>Gives a file beside a shop's file by its name; null where there is none.</summary>
    /// <param name="path">The shop's file.</param>
    public static Func<string, ReadOnlyMemory<byte>?> FilesBeside(string path) => name =>
    {
        var beside = Path.Combine(Path.GetDirectoryName(path) ?? "", name);
        return File.Exists(beside) ? File.ReadAllBytes(beside) : default(ReadOnlyMemory<byte>?);
    };

    /// <summary>Reads a shop. Nothing is left out silently: what cannot be read is a problem, and so is what nobody reads.</summary>
    /// <param name="json">The file as it is: UTF-8, with or without a byte order mark, with or without comments.</param>
    /// <param name="variable">Gives the value of an environment variable, which overrides the file.</param>
    /// <param name="beside">Gives a file beside it by its name; null where there is none.</param>
    public static ShopReading Read(
        ReadOnlyMemory<byte> json, Func<string, string?> variable, Func<string, ReadOnlyMemory<byte>?> beside)
    {
        var problems = new List<string>();
        using var file = WrittenFile.Parse("The shop's file", "$", "{\"version\": 1, …}", json, problems.Add);
        return file is null ? new ShopReading.Unsound([.. problems]) : Read(file.RootElement, variable, beside, problems);
    }

    static ShopReading Read(
        JsonElement file, Func<string, string?> variable, Func<string, ReadOnlyMemory<byte>?> beside, List<string> found)
    {
        var read = new SettingReader(file, variable);
        read.Know("$schema");
        if (!HasThisVersion(file, read))
        {
            // Whatever another version calls its settings is no fault of the file.
            return new ShopReading.Unsound(read.Problems);
        }

        var shop = ShopSettings.Read(read, beside);
        read.FindUnknownKeys();
        string[] problems = [.. read.Problems, .. found];
        return problems.Length == 0 ? new ShopReading.Sound(shop, read.Settings) : new ShopReading.Unsound([.. problems]);
    }

    static bool HasThisVersion(JsonElement file, SettingReader read)
    {
        read.Know("version");
        if (!file.TryGetProperty("version", out var version))
        {
            read.Add($"$.version is missing: write \"version\": {Version}.");
            return false;
        }

        if (version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == Version)
        {
            return true;
        }

        read.Add($"$.version is {version.GetRawText()}: this line reads version {Version}, written without quotes.");
        return false;
    }
}
