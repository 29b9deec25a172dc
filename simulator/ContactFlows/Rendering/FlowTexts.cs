using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrderHotline.ContactFlows;

/// <summary>One text in the parameters of a block that may be said, or the voice that says it.</summary>
/// <param name="Block">The block's identifier.</param>
/// <param name="FlowAttribute">The flow attribute that it becomes; null for what is said at once, and for a contact attribute.</param>
/// <param name="Text">The text.</param>
sealed record FlowText(string Block, string? FlowAttribute, string Text);

/// <summary>Finds the texts of a flow's file where they stand in it.</summary>
static class FlowTexts
{
    const int DepthOfParameters = 4;

    /// <summary>The file with some of its texts replaced; all else stays byte for byte.</summary>
    /// <param name="json">The file, which reads as a flow.</param>
    /// <param name="blocks">The identifiers of its actions, in the order of the file.</param>
    /// <param name="replacement">Gives the text in its place; null where it stays.</param>
    public static byte[] Replace(ReadOnlySpan<byte> json, IReadOnlyList<string> blocks, Func<FlowText, string?> replacement)
    {
        var rendered = new ArrayBufferWriter<byte>(json.Length);
        var reader = new Utf8JsonReader(json);
        var path = new List<string>();
        var (copied, name, block) = (0, "", -1);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    path.Add(name);
                    name = "";
                    block += path is [_, "Actions", _] ? 1 : 0;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    path.RemoveAt(path.Count - 1);
                    break;
                case JsonTokenType.String when path is [_, "Actions", _, "Parameters", ..] && MayBeSaid(path[DepthOfParameters..], name, out var attribute)
                    && replacement(new(blocks[block], attribute, reader.GetString()!)) is { } words:
                    rendered.Write(json[copied..(int)reader.TokenStartIndex]);
                    rendered.Write("\""u8);
                    rendered.Write(JsonEncodedText.Encode(words, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
                    rendered.Write("\""u8);
                    copied = (int)reader.BytesConsumed;
                    break;
            }
        }

        rendered.Write(json[copied..]);
        return rendered.WrittenSpan.ToArray();
    }

    static bool MayBeSaid(List<string> within, string name, out string? attribute)
    {
        attribute = within is ["FlowAttributes", var own] && name == "Value" ? own : null;
        return attribute is not null || name is "Text" or "SSML" or "TextToSpeechVoice" or "FlowLoggingBehavior" || within is ["Attributes"];
    }
}
