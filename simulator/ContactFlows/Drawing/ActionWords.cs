using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace OrderHotline.ContactFlows;

/// <summary>What an action says or does, in lines that fit in a box.</summary>
static class ActionWords
{
    /// <summary>How wide a line can be, in narrow letters. A letter of Chinese or Japanese is two of them.</summary>
    public const int LineWidth = 38;

    const int MostLines = 2;

    /// <summary>The lines; none when there is nothing to say.</summary>
    public static ImmutableArray<string> For(FlowAction action) => Lines(All(action));

    /// <summary>A text that is no wider than this, with an ellipsis in the place of what was cut off.</summary>
    public static string Shortened(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        var kept = Begin(text, width - 1);
        return text[..kept].TrimEnd() + "…";
    }

    // The first words of an action say what it is for; a list of forty texts does not.
    static string All(FlowAction action) => action.Type switch
    {
        ActionTypes.ConnectParticipantWithLexBot or ActionTypes.GetParticipantInput or ActionTypes.MessageParticipant =>
            Heard(action.Parameter("Text") ?? action.Parameter("SSML") ?? action.Parameter("PromptId") ?? ""),
        ActionTypes.MessageParticipantIteratively => string.Join(" ", Messages(action)),
        ActionTypes.UpdateFlowAttributes => string.Join(" / ", FlowAttributes(action)),
        _ => string.Join(", ", action.Parameters.EnumerateObject().Select(Setting)),
    };

    static string Setting(JsonProperty parameter) => parameter.Value.ValueKind switch
    {
        JsonValueKind.String => Reference(parameter.Value.GetString()!),
        JsonValueKind.Object => string.Join(", ", parameter.Value.EnumerateObject().Select(entry =>
            $"{entry.Name} = {(entry.Value.ValueKind == JsonValueKind.String ? Reference(entry.Value.GetString()!) : "…")}")),
        _ => parameter.Name,
    };

    static string Reference(string text) => text.StartsWith("${", StringComparison.Ordinal) ? ResourceName.From(text) : text;

    static IEnumerable<string> Messages(FlowAction action) =>
        action.ParameterAt("Messages") is { ValueKind: JsonValueKind.Array } messages
            ? messages.EnumerateArray()
                .Where(message => message.ValueKind == JsonValueKind.Object)
                .SelectMany(message => message.EnumerateObject())
                .Where(words => words.Value.ValueKind == JsonValueKind.String)
                .Select(words => Heard(words.Value.GetString()!))
            : [];

    // The words of SSML are what a box has room for. A bracket in a quoted value, as templates have them, ends no tag.
    static string Heard(string words)
    {
        if (!words.AsSpan().TrimStart().StartsWith("<speak", StringComparison.Ordinal))
        {
            return words;
        }

        var heard = new StringBuilder(words.Length);
        var (inTag, quote) = (false, '\0');
        foreach (var letter in words)
        {
            if (!inTag)
            {
                inTag = letter == '<';
                heard.Append(inTag ? ' ' : letter);
            }
            else if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else
            {
                inTag = letter != '>';
                quote = letter is '"' or '\'' ? letter : '\0';
            }
        }

        return string.IsNullOrWhiteSpace(heard.ToString()) ? words : heard.ToString();
    }

    static IEnumerable<string> FlowAttributes(FlowAction action) =>
        action.ParameterAt("FlowAttributes") is { ValueKind: JsonValueKind.Object } attributes
            ? attributes.EnumerateObject()
                .Where(attribute => attribute.Value.ValueKind == JsonValueKind.Object)
                .Select(attribute => attribute.Value.TryGetProperty("Value", out var value) && value.ValueKind == JsonValueKind.String
                    ? value.GetString()!
                    : attribute.Name)
            : [];

    static ImmutableArray<string> Lines(string text)
    {
        var rest = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var lines = ImmutableArray.CreateBuilder<string>();
        while (rest.Length > 0 && lines.Count < MostLines)
        {
            if (lines.Count == MostLines - 1 || Width(rest) <= LineWidth)
            {
                lines.Add(Shortened(rest, LineWidth));
                break;
            }

            var end = Begin(rest, LineWidth);
            var space = rest.LastIndexOf(' ', end - 1);
            end = space > end / 2 ? space : end;
            lines.Add(rest[..end]);
            rest = rest[end..].TrimStart();
        }

        return lines.ToImmutable();
    }

    static int Width(string text) => text.EnumerateRunes().Sum(Width);

    static int Width(Rune letter) => letter.Value >= 0x1100 ? 2 : 1;

    static int Begin(string text, int width)
    {
        var (end, used) = (0, 0);
        foreach (var letter in text.EnumerateRunes())
        {
            used += Width(letter);
            if (used > width)
            {
                break;
            }

            end += letter.Utf16SequenceLength;
        }

        return end;
    }
}
