using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace OrderHotline.Adapters.Connect;

/// <summary>Reads a shop's <c>shop.json</c>. docs/shop.md lists every setting; <c>shop.schema.json</c> beside it tells editors.</summary>
public static class ShopFile
{
    /// <summary>Its name in the folder that is deployed.</summary>
    public const string Name = "shop.json";

    const int Version = 1;

    // Nested deeper than any setting, and far less deep than a stack.
    const int Deepest = 16;

    static readonly JsonDocumentOptions WithComments =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = Deepest };

    /// <summary>Reads a shop. Nothing is left out silently: what cannot be read is a problem, and so is what nobody reads.</summary>
    /// <param name="json">The file as it is: UTF-8, with or without a byte order mark, with or without comments.</param>
    /// <param name="variable">Gives the value of an environment variable, which overrides the file.</param>
    public static ShopReading Read(ReadOnlyMemory<byte> json, Func<string, string?> variable)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        if (json.Span.Trim(" \r\n\t"u8).IsEmpty)
        {
            return Unsound("The shop's file is empty: it must be an object, such as {\"version\": 1, …}.");
        }

        if (!Utf8.IsValid(json.Span))
        {
            return Unsound("The shop's file is not UTF-8: save it as that.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, WithComments);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement, variable)
                : Unsound("The shop's file holds no object: it must be one, such as {\"version\": 1, …}.");
        }
        catch (JsonException malformed)
        {
            return Unsound(string.Create(
                CultureInfo.InvariantCulture,
                $"The shop's file is not JSON: line {malformed.LineNumber + 1}, column {malformed.BytePositionInLine + 1}: {Reason(malformed)}"));
        }
    }

    static ShopReading Read(JsonElement file, Func<string, string?> variable)
    {
        if (UnreadableTexts.In(file, "$").ToList() is { Count: > 0 } unreadable)
        {
            return new ShopReading.Unsound([.. unreadable]);
        }

        var read = new SettingReader(file, variable);
        read.Know("$schema");
        if (!HasThisVersion(file, read))
        {
            // Whatever another version calls its settings is no fault of the file.
            return new ShopReading.Unsound(read.Problems);
        }

        var shop = ShopSettings.Read(read);
        read.FindUnknownKeys();
        string[] problems = [.. read.Problems, .. KeysThatStandTwice(file, "$")];
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

    static IEnumerable<string> KeysThatStandTwice(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .GroupBy(member => member.Name, StringComparer.Ordinal)
            .SelectMany(same => same.Skip(1).Take(1).Select(_ => $"{path}.{same.Key} stands there twice: keep one of them.")
                .Concat(same.SelectMany(member => KeysThatStandTwice(member.Value, $"{path}.{member.Name}")))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((member, number) => KeysThatStandTwice(member, $"{path}[{number}]")),
        _ => [],
    };

    static ShopReading.Unsound Unsound(string problem) => new([problem]);

    // What the exception says ends in the place, counted from 0.
    static string Reason(JsonException malformed)
    {
        var place = malformed.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? malformed.Message : malformed.Message[..place];
    }
}
