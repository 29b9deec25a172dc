using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderHotline.Adapters.Connect;

/// <summary>
/// What Lex V2 sends to a code hook, as far as the line reads it
/// (https://docs.aws.amazon.com/lexv2/latest/dg/lambda-input-format.html). Everything can be missing or null, and what the line
/// does not read is free to change.
/// </summary>
sealed record LexEvent(
    string? InvocationSource,
    string? InputMode,
    string? SessionId,
    string? InputTranscript,
    LexBot? Bot,
    LexSessionState? SessionState,
    LexRequestAttributes? RequestAttributes,
    List<LexInterpretation?>? Interpretations)
{
    /// <summary>Far more than a dialogue can carry.</summary>
    const int MaxBytes = 256 * 1024;

    /// <summary>The event as it came; what is read of it has U+FFFD for half a character, and the same length.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> AsItCame { get; private init; }

    /// <summary>The session attributes; none when there are none.</summary>
    public LexMembers Attributes => SessionState?.SessionAttributes ?? LexMembers.None;

    /// <summary>Reads an event as UTF-8 JSON.</summary>
    /// <exception cref="JsonException">It is no JSON, or a field that is read has the wrong type or is given twice; the message
    /// says where and repeats no value.</exception>
    public static LexEvent? Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaxBytes)
        {
            throw new JsonException($"The event has {json.Length} bytes; the line reads at most {MaxBytes}.");
        }

        try
        {
            return JsonSerializer.Deserialize(HalfCharacters.Replaced(json).Span, LexJson.Default.LexEvent) is { } received
                ? received with { AsItCame = json }
                : null;
        }
        catch (JsonException malformed)
        {
            // The reader's own message quotes the event.
            throw new JsonException(
                $"The event is not what Lex sends (line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}): "
                    + "no JSON, a value of the wrong type, or a field that is given twice.",
                malformed);
        }
    }

    /// <summary>The session attributes of an event that cannot be read as a whole; none when they are what cannot be read.</summary>
    public static LexMembers AttributesIn(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(HalfCharacters.Replaced(json).Span);
        try
        {
            return reader.Read() && Goes(ref reader, "sessionState"u8) && Goes(ref reader, "sessionAttributes"u8)
                ? LexMembersJson.Read(ref reader)
                : LexMembers.None;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException) // no JSON, or no UTF-8
        {
            return LexMembers.None;
        }

        static bool Goes(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
        {
            while (reader.TokenType != JsonTokenType.None && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isIt = reader.ValueTextEquals(name);
                reader.Read();
                if (isIt)
                {
                    return reader.TokenType == JsonTokenType.StartObject;
                }

                reader.Skip();
            }

            return false;
        }
    }
}

sealed record LexBot(string? LocaleId);

sealed record LexSessionState(LexMembers? SessionAttributes, LexIntent? Intent);

/// <summary>An intent of the bot. An unfilled slot is null, and slots that are not the line's can have any shape.</summary>
sealed record LexIntent(string? Name, string? State, string? ConfirmationState, LexMembers? Slots)
{
    /// <summary>Whether the intent has a name such as a bot's intent can have.</summary>
    public bool IsNamed => Name is { Length: >= 1 and <= 100 } && Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
}

sealed record LexInterpretation(LexIntent? Intent);

sealed record LexRequestAttributes([property: JsonPropertyName("x-amz-lex:dtmf-transcript")] string? DtmfTranscript);

/// <summary>A slot with one value; of a list the value is null.</summary>
sealed record LexSlot(string? Shape, LexSlotValue? Value);

sealed record LexSlotValue(string? OriginalValue, string? InterpretedValue, List<string?>? ResolvedValues);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    GenerationMode = JsonSourceGenerationMode.Metadata)] // only read
[JsonSerializable(typeof(LexEvent))]
[JsonSerializable(typeof(LexSlot))]
sealed partial class LexJson : JsonSerializerContext;
