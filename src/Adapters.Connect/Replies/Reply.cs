using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OrderHotline.Application;

namespace OrderHotline.Adapters.Connect;

/// <summary>
/// A function's answer to a flow: a flat map in which every value is a non-empty string, as Connect's <c>STRING_MAP</c>
/// validation demands. A key without a value carries <c>none</c>, because a flow cannot compare with empty.
/// </summary>
public sealed class Reply
{
    /// <summary>What a key without a value carries.</summary>
    public const string None = "none";

    // Only a flow reads this, never a browser: letters stay letters, and Japanese is half as long.
    static readonly JsonWriterOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly List<KeyValuePair<string, string>> pairs = new(20);

    internal Reply(Outcome outcome) => Outcome = outcome;

    /// <summary>What happened.</summary>
    public Outcome Outcome { get; }

    /// <summary>Every key and its value, in the order in which they are written.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs => pairs;

    /// <summary>The reply as UTF-8 JSON.</summary>
    public byte[] ToJson()
    {
        var json = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(json, AsIs))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in pairs)
            {
                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
        }

        return json.WrittenSpan.ToArray();
    }

    internal Reply With(string key, string value)
    {
        pairs.Add(new(key, value.Length == 0 ? None : value));
        return this;
    }
}
