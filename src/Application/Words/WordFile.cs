using System.Text.Json;

namespace OrderHotline.Application;

/// <summary>Reads words: an object of sections, whose members are texts, lists of texts, or sections again. Comments and trailing
/// commas are allowed.</summary>
public static class WordFile
{
    /// <summary>How a word file is written.</summary>
    public static JsonDocumentOptions Options { get; } =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 };

    /// <summary>Every text with its path; null where something else stands than a text.</summary>
    /// <param name="sections">The sections.</param>
    public static IEnumerable<(string Path, string? Text)> TextsIn(JsonElement sections) => TextsIn(sections, "");

    /// <summary>The words of an embedded file.</summary>
    /// <param name="json">The file; it was checked when it was built.</param>
    public static Dictionary<string, string> Read(Stream json)
    {
        using var document = JsonDocument.Parse(json, Options);
        var words = new Dictionary<string, string>(128, StringComparer.Ordinal);
        foreach (var (path, text) in TextsIn(document.RootElement))
        {
            words.Add(path, text!);
        }

        return words;
    }

    static IEnumerable<(string Path, string? Text)> TextsIn(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .SelectMany(member => TextsIn(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((member, number) => TextsIn(member, Vocabulary.Member(path, number))),
        JsonValueKind.String => [(path, element.GetString())],
        _ => [(path, null)],
    };
}
