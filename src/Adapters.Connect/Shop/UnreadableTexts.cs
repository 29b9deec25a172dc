using System.Text.Json;

namespace OrderHotline.Adapters.Connect;

/// <summary>JSON can write half a character as an escape, which no text holds and no reader gives back.</summary>
static class UnreadableTexts
{
    /// <summary>Every such key and value, a sentence each.</summary>
    /// <param name="element">Where to look, all the way down.</param>
    /// <param name="path">Where that stands.</param>
    public static IEnumerable<string> In(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when Text(element.GetString) is null:
                yield return $"{path} is {element.GetRawText()}: an escape in it stands for half a character. Write the character itself.";
                break;
            case JsonValueKind.Array:
                foreach (var problem in element.EnumerateArray().SelectMany((member, number) => In(member, $"{path}[{number}]")))
                {
                    yield return problem;
                }

                break;
            case JsonValueKind.Object:
                foreach (var problem in element.EnumerateObject().SelectMany(member => InMember(member, path)))
                {
                    yield return problem;
                }

                break;
        }
    }

    static IEnumerable<string> InMember(JsonProperty member, string path) => Text(() => member.Name) is { } name
        ? In(member.Value, $"{path}.{name}")
        : [$"{path} has a key in which an escape stands for half a character. Write the character itself."];

    static string? Text(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
