using System.Text.Json;
using System.Text.Json.Serialization;
using OrderHotline.Domain;

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

    /// <summary>The session attributes; none when there are none.</summary>
    public Dictionary<string, string?> Attributes => SessionState?.SessionAttributes ?? [];

    /// <summary>Reads an event as UTF-8 JSON.</summary>
    /// <exception cref="JsonException">It is no JSON, or a field that is read has the wrong type or is given twice; the message
    /// says where and repeats no value.</exception>
    public static LexEvent? Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxBytes)
        {
            throw new JsonException($"The event has {json.Length} bytes; the line reads at most {MaxBytes}.");
        }

        try
        {
            return JsonSerializer.Deserialize(json, LexJson.Default.LexEvent);
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

    /// <summary>The language of the bot's locale, or the shop's.</summary>
    public Language LanguageOr(Language shopLanguage) => Locale.LanguageOf(Bot?.LocaleId, shopLanguage);
}

sealed record LexBot(string? LocaleId);

sealed record LexSessionState(Dictionary<string, string?>? SessionAttributes, LexIntent? Intent);

/// <summary>An intent of the bot. An unfilled slot is null, and slots that are not the line's can have any shape.</summary>
sealed record LexIntent(string? Name, string? State, string? ConfirmationState, Dictionary<string, JsonElement>? Slots);

sealed record LexInterpretation(LexIntent? Intent);

sealed record LexRequestAttributes([property: JsonPropertyName("x-amz-lex:dtmf-transcript")] string? DtmfTranscript);

/// <summary>A slot with one value; of a list the value is null.</summary>
sealed record LexSlot(string? Shape, LexSlotValue? Value);

sealed record LexSlotValue(string? OriginalValue, string? InterpretedValue, List<string?>? ResolvedValues);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(LexEvent), GenerationMode = JsonSourceGenerationMode.Metadata)] // only read
[JsonSerializable(typeof(LexSlot))]
[JsonSerializable(typeof(LexResponse))]
sealed partial class LexJson : JsonSerializerContext;
