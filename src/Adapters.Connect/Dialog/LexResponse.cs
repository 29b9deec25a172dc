using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OrderHotline.Adapters.Connect;

/// <summary>What a code hook answers to Lex V2 (https://docs.aws.amazon.com/lexv2/latest/dg/lambda-response-format.html).</summary>
sealed record LexResponse(
    string Action, string Intent, string State, string? Confirmation, LexObject Slots, LexObject Attributes, string Words)
{
    /// <summary>Only Lex reads this, never a browser: letters stay letters, and Japanese is half as long.</summary>
    public static readonly JsonWriterOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    const string InProgress = "InProgress";
    const string Fulfilled = "Fulfilled";
    const string Failed = "Failed";
    const string NotConfirmed = "None";

    public static LexResponse To(DialogTurn turn, DialogMove move)
    {
        var attributes = turn.Attributes.After(move, turn.Event);
        return move switch
        {
            DialogMove.AskForDay ask => ChangeDate("ElicitSlot", InProgress, NotConfirmed, day: null, LinePhrases.Join(ask.Lead, ask.Question, turn.Words)),
            DialogMove.AskForYes ask => ChangeDate("ConfirmIntent", InProgress, NotConfirmed, ask.Day, LinePhrases.Join(ask.Lead, ask.Question, turn.Words)),
            DialogMove.Fulfil(_, var day) => ChangeDate("Close", Fulfilled, "Confirmed", day, words: ""),
            DialogMove.Leave(_, var intent) => new(
                "Close",
                intent,
                Fulfilled,
                NotConfirmed,
                Passed(intent == turn.Intent ? turn.Received.Slots : null),
                attributes,
                Words: ""),
            DialogMove.Fail(_, var words) => ChangeDate("Close", Failed, NotConfirmed, day: null, words),
            _ => new(
                "Delegate",
                turn.Intent,
                turn.Received.State is Failed or Fulfilled or "FulfillmentInProgress" or "ReadyForFulfillment" or "Waiting"
                    ? turn.Received.State
                    : InProgress,
                turn.Received.ConfirmationState is "Confirmed" or "Denied" or NotConfirmed ? turn.Received.ConfirmationState : null,
                Passed(turn.Received.Slots),
                attributes,
                Words: ""),
        };

        LexResponse ChangeDate(string action, string state, string confirmation, LocalDate? day, string words) => new(
            action,
            BotNames.ChangeDate,
            state,
            confirmation,
            Passed(turn.Slots, but: BotNames.ShippingDate).Add(BotNames.ShippingDate, writer => WriteSlot(writer, turn, day)),
            attributes,
            words);

        // A slot is an object, or null while it is not filled; Lex takes nothing else back.
        LexObject Passed(LexMembers? received, string but = "") => new LexObject(turn.Event).Pass(
            (received ?? LexMembers.None).All.Where(slot =>
                slot.Name != but && slot.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Null));
    }

    /// <summary>Ends a dialogue that cannot go on, whatever is known of it. What others keep in the session is kept.</summary>
    public static LexResponse Failure(ReadOnlyMemory<byte> json, LexEvent? received, DialogResult result, string words)
    {
        var intent = received?.SessionState?.Intent is { IsNamed: true } known ? known.Name! : BotNames.FallbackIntent;
        var attributes = DialogAttributes.After(
            new DialogMove.Fail(result, words), received?.Attributes ?? LexEvent.AttributesIn(json), json);
        return new("Close", intent, Failed, NotConfirmed, new LexObject(json), attributes, words);
    }

    public byte[] ToJson()
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, AsIs))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("sessionState");
            WriteAction(writer);
            WriteIntent(writer);
            writer.WritePropertyName("sessionAttributes");
            Attributes.WriteTo(writer);
            writer.WriteEndObject();
            if (Words.Length > 0)
            {
                writer.WriteStartArray("messages");
                writer.WriteStartObject();
                writer.WriteString("contentType", "PlainText");
                writer.WriteString("content", Words);
                writer.WriteEndObject();
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return json.ToArray();
    }

    void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("dialogAction");
        writer.WriteString("type", Action);
        if (Action == "ElicitSlot")
        {
            writer.WriteString("slotToElicit", BotNames.ShippingDate);
        }

        writer.WriteEndObject();
    }

    void WriteIntent(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("intent");
        writer.WriteString("name", Intent);
        writer.WriteString("state", State);
        if (Confirmation is not null)
        {
            writer.WriteString("confirmationState", Confirmation);
        }

        writer.WritePropertyName("slots");
        Slots.WriteTo(writer);
        writer.WriteEndObject();
    }

    static void WriteSlot(Utf8JsonWriter writer, DialogTurn turn, LocalDate? day)
    {
        if (day is not { } chosen)
        {
            writer.WriteNullValue();
            return;
        }

        var date = LocalDatePattern.Iso.Format(chosen);
        writer.WriteStartObject();
        writer.WriteString("shape", "Scalar");
        writer.WriteStartObject("value");
        writer.WriteString("originalValue", OriginalOf(turn, date));
        writer.WriteString("interpretedValue", date);
        writer.WriteStartArray("resolvedValues");
        writer.WriteStringValue(date);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // What Lex heard for this day, if it heard it, or all that was said.
    static string OriginalOf(DialogTurn turn, string date)
    {
        var heard = turn.Slot?.OriginalValue ?? "";
        var isForThisDay = turn.Slot?.InterpretedValue == date || turn.Said.Contains(heard, StringComparison.Ordinal);
        return heard.Length > 0 && isForThisDay ? heard
            : turn.Said.Length > 0 && turn.Answer == Answer.Neither ? turn.Said
            : date;
    }
}
