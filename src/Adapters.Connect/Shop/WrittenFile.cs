using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using OrderHotline.Application;

namespace OrderHotline.Adapters.Connect;

/// <summary>A JSON file that a person wrote: UTF-8, with or without a byte order mark, comments and trailing commas.</summary>
static class WrittenFile
{
    /// <summary>Reads the file, an object in which every text can be read. A key that stands twice is wrong, and the rest can be
    /// used.</summary>
    /// <param name="name">What it is called, at the start of a sentence.</param>
    /// <param name="root">What the place of a value in it begins with.</param>
    /// <param name="example">What it holds, for a person.</param>
    /// <param name="json">The file as it is.</param>
    /// <param name="add">Takes what is wrong, a sentence each.</param>
    /// <returns>Null when it cannot be used at all, which was said.</returns>
    public static JsonDocument? Parse(string name, string root, string example, ReadOnlyMemory<byte> json, Action<string> add)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        if (json.Span.Trim(" \r\n\t"u8).IsEmpty)
        {
            add($"{name} is empty: it must be an object, such as {example}.");
            return null;
        }

        if (!Utf8.IsValid(json.Span))
        {
            add($"{name} is not UTF-8: save it as that.");
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(json, WordFile.Options);
            if (WhatCannotBeUsed(name, root, example, document.RootElement).ToList() is not { Count: > 0 } problems)
            {
                KeysThatStandTwice(document.RootElement, root).ToList().ForEach(add);
                return document;
            }

            problems.ForEach(add);
            document.Dispose();
        }
        catch (JsonException malformed)
        {
            add(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is not JSON: line {malformed.LineNumber + 1}, column {malformed.BytePositionInLine + 1}: {Reason(malformed)}"));
        }

        return null;
    }

    static IEnumerable<string> WhatCannotBeUsed(string name, string root, string example, JsonElement file) => file.ValueKind == JsonValueKind.Object
        ? UnreadableTexts.In(file, root)
        : [$"{name} holds no object: it must be one, such as {example}."];

    static IEnumerable<string> KeysThatStandTwice(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .GroupBy(member => member.Name, StringComparer.Ordinal)
            .SelectMany(same => same.Skip(1).Take(1).Select(_ => $"{path}.{same.Key} stands there twice: keep one of them.")
                .Concat(same.SelectMany(member => KeysThatStandTwice(member.Value, $"{path}.{member.Name}")))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((member, number) => KeysThatStandTwice(member, $"{path}[{number}]")),
        _ => [],
    };

    // What the exception says ends in the place, counted from 0.
    static string Reason(JsonException malformed)
    {
        var place = malformed.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? malformed.Message : malformed.Message[..place];
    }
}
