using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrderHotline.CallSimulator.Lex;

/// <summary>Writes what Lex V2 sends to a code hook under Connect
/// (https://docs.aws.amazon.com/lexv2/latest/dg/lambda-input-format.html), the nulls included.</summary>
static class CodeHookEvent
{
    public const string Dialog = "DialogCodeHook";
    public const string Fulfillment = "FulfillmentCodeHook";

    static readonly JsonWriterOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the event as UTF-8 JSON.</summary>
    /// <param name="bot">The bot's name.</param>
    /// <param name="source">Why the hook is asked.</param>
    /// <param name="turn">What the caller did, and what the bot takes it for.</param>
    /// <param name="intent">The intent as it now stands.</param>
    /// <param name="attributes">The session attributes as they now stand.</param>
    /// <param name="proposed">What the bot itself would do next; null when nothing is left to do.</param>
    public static byte[] Write(
        string bot,
        string source,
        BotTurn turn,
        BotIntent intent,
        ImmutableDictionary<string, string> attributes,
        ProposedStep? proposed)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, AsIs))
        {
            writer.WriteStartObject();
            writer.WriteString("messageVersion", "1.0");
            writer.WriteString("invocationSource", source);
            writer.WriteString("inputMode", turn.Input is BotInput.Keyed ? "DTMF" : "Speech");
            writer.WriteString("responseContentType", "text/plain; charset=utf-8");
            writer.WriteString("sessionId", turn.Session.Id);
            writer.WriteString("inputTranscript", turn.Transcript);
            writer.WriteNull("invocationLabel");
            WriteBot(writer, bot, turn.Locale.Id);
            WriteInterpretations(writer, turn, intent);
            WriteProposed(writer, proposed, intent);
            WriteRequestAttributes(writer, turn.Input);
            WriteSessionState(writer, turn.Session.Id, intent, attributes);
            WriteTranscriptions(writer, turn, intent);
            writer.WriteEndObject();
        }

        return json.ToArray();
    }

    static void WriteBot(Utf8JsonWriter writer, string bot, string locale)
    {
        writer.WriteStartObject("bot");
        writer.WriteString("id", "LOCALBOTID");
        writer.WriteString("name", bot);
        writer.WriteString("localeId", locale);
        writer.WriteString("version", "1");
        writer.WriteString("aliasId", "LOCALALIAS");
        writer.WriteString("aliasName", "local");
        writer.WriteEndObject();
    }

    static void WriteInterpretations(Utf8JsonWriter writer, BotTurn turn, BotIntent intent)
    {
        writer.WriteStartArray("interpretations");
        foreach (var interpretation in turn.Interpretations)
        {
            writer.WriteStartObject();
            writer.WriteString("interpretationSource", "Lex");
            WriteIntent(writer, interpretation.Intent.Name == intent.Name ? intent : interpretation.Intent);
            if (interpretation.Confidence is { } confidence)
            {
                writer.WriteNumber("nluConfidence", Math.Round(confidence, 2));
            }
            else
            {
                writer.WriteNull("nluConfidence");
            }

            writer.WriteNull("sentimentResponse");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void WriteIntent(Utf8JsonWriter writer, BotIntent intent)
    {
        writer.WriteStartObject("intent");
        writer.WriteString("name", intent.Name);
        writer.WriteString("state", intent.State);
        writer.WriteString("confirmationState", intent.Confirmation);
        writer.WriteStartObject("slots");
        foreach (var (name, slot) in intent.Slots)
        {
            WriteSlot(writer, name, slot);
        }

        writer.WriteEndObject();
        writer.WriteNull("kendraResponse");
        writer.WriteEndObject();
    }

    static void WriteSlot(Utf8JsonWriter writer, string name, BotSlot? slot)
    {
        if (slot is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("shape", "Scalar");
        writer.WriteStartObject("value");
        writer.WriteString("originalValue", slot.Original);
        writer.WriteString("interpretedValue", slot.Interpreted);
        writer.WriteStartArray("resolvedValues");
        writer.WriteStringValue(slot.Interpreted);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static void WriteProposed(Utf8JsonWriter writer, ProposedStep? proposed, BotIntent intent)
    {
        if (proposed is null)
        {
            writer.WriteNull("proposedNextState");
            return;
        }

        writer.WriteStartObject("proposedNextState");
        writer.WriteStartObject("dialogAction");
        writer.WriteString("type", proposed.Action);
        writer.WriteString("slotToElicit", proposed.Slot);
        writer.WriteEndObject();
        WriteIntent(writer, intent);
        writer.WriteStartObject("prompt");
        writer.WriteString("attempt", proposed.Attempt == 0 ? "Initial" : $"Retry{proposed.Attempt}");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // Connect cannot set others: these two are what a real event carries, and the keys when there were any.
    static void WriteRequestAttributes(Utf8JsonWriter writer, BotInput input)
    {
        writer.WriteStartObject("requestAttributes");
        writer.WriteString("x-amz-lex:accept-content-types", "PlainText,SSML");
        writer.WriteString("x-amz-lex:channels:platform", "Connect");
        if (input is BotInput.Keyed(var keys))
        {
            writer.WriteString("x-amz-lex:dtmf-transcript", keys);
        }

        writer.WriteEndObject();
    }

    static void WriteSessionState(
        Utf8JsonWriter writer, string sessionId, BotIntent intent, ImmutableDictionary<string, string> attributes)
    {
        writer.WriteStartObject("sessionState");
        writer.WriteStartObject("sessionAttributes");
        foreach (var (name, value) in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
        writer.WriteNull("activeContexts");
        writer.WriteNull("runtimeHints");
        writer.WriteNull("dialogAction");
        WriteIntent(writer, intent);
        writer.WriteString("originatingRequestId", sessionId);
        writer.WriteEndObject();
    }

    static void WriteTranscriptions(Utf8JsonWriter writer, BotTurn turn, BotIntent intent)
    {
        writer.WriteStartArray("transcriptions");
        if (turn.Transcript.Length > 0)
        {
            writer.WriteStartObject();
            writer.WriteString("transcription", turn.Transcript);
            writer.WriteNumber("transcriptionConfidence", 1.0);
            writer.WriteStartObject("resolvedContext");
            writer.WriteString("intent", intent.Name);
            writer.WriteEndObject();
            writer.WriteStartObject("resolvedSlots");
            foreach (var (name, slot) in intent.Slots.Where(slot => slot.Value is not null))
            {
                WriteSlot(writer, name, slot);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

/// <summary>What a bot would do next by itself.</summary>
/// <param name="Action"><c>ElicitSlot</c> or <c>ConfirmIntent</c>.</param>
/// <param name="Slot">The slot to ask for, or null.</param>
/// <param name="Attempt">How often it was asked already.</param>
sealed record ProposedStep(string Action, string? Slot, int Attempt);
