using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace OrderHotline.ContactFlows;

/// <summary>JSON that somebody else wrote, read so strictly that nothing in it can fail later: it is UTF-8, and every text in it is made of
/// whole characters. A byte order mark is passed over.</summary>
public static class JsonText
{
    static readonly JsonDocumentOptions EveryNameOnce = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a document.</summary>
    /// <param name="json">The document as it came.</param>
    /// <param name="namesMayRepeat">Whether a name may be given twice, as services allow; the last one counts.</param>
    /// <exception cref="JsonException">It cannot be read. The message says what is wrong and where, as in "it is no JSON, at line 1, byte 3".
    /// </exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json, bool namesMayRepeat = false)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        if (!Utf8.IsValid(json.Span))
        {
            throw Wrong("it is not UTF-8: save it as that");
        }

        try
        {
            CheckTexts(json.Span);
        }
        catch (JsonException malformed) when (malformed.LineNumber is { } line)
        {
            throw Wrong(string.Create(
                CultureInfo.InvariantCulture, $"it is no JSON, at line {line + 1}, byte {malformed.BytePositionInLine + 1}"), malformed);
        }

        try
        {
            return JsonDocument.Parse(json, namesMayRepeat ? default : EveryNameOnce);
        }
        catch (JsonException twice)
        {
            throw Wrong($"a name is given twice: {twice.Message.TrimEnd('.')}", twice);
        }
    }

    // JSON can spell half a character, and no text can hold it: it would fail where it is read.
    static void CheckTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        Span<char> room = stackalloc char[256];
        while (reader.Read())
        {
            if (!reader.ValueIsEscaped)
            {
                continue;
            }

            try
            {
                reader.CopyString(reader.ValueSpan.Length <= room.Length ? room : new char[reader.ValueSpan.Length]);
            }
            catch (InvalidOperationException half)
            {
                var before = json[..(int)reader.TokenStartIndex];
                throw Wrong(string.Create(
                    CultureInfo.InvariantCulture,
                    $"a text holds half a character, such as \\ud800 without its other half, at line {before.Count((byte)'\n') + 1}, byte {before.Length - before.LastIndexOf((byte)'\n')}"), half);
            }
        }
    }

    static JsonException Wrong(string what, Exception? inner = null) => new(what, inner);
}
