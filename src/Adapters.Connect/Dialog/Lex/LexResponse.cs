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
    const string Confirmed = "Confirmed";
    const string NotConfirmed = "None";

    /// <summary>Whether the words are said slowly.</summary>
    public bool IsSlow { get; init; }

    public static LexResponse To(LexTurn turn, DialogMove move)
    {
        var attributes = turn.Attributes.After(move, turn.Event);
        return move switch
        {
            DialogMove.Ask { State: var state } ask => Asks(state, LinePhrases.Join(ask.Lead, ask.Question, turn.Dialogue.Words)) with
            {
                IsSlow = ask.Slows || turn.Attributes.IsSlow,
            },
            DialogMove.Fulfil(_, var day) => ChangeDate("Close", Fulfilled, Confirmed, day, words: ""),
            DialogMove.Leave leave => Intent("Close", leave.Intent, Fulfilled, NotConfirmed, leave.Words) with { IsSlow = turn.Attributes.IsSlow },
            _ => new(
                "Delegate",
                turn.Dialogue.Intent,
                turn.Received.State is Failed or Fulfilled or "FulfillmentInProgress" or "ReadyForFulfillment" or "Waiting"
                    ? turn.Received.State
                    : InProgress,
                turn.Received.ConfirmationState is Confirmed or "Denied" or NotConfirmed ? turn.Received.ConfirmationState : null,
                Passed(turn.Received.Slots),
                attributes,
                Words: ""),
        };

        LexResponse Asks(DialogState state, string words) => state switch
        {
            DialogState.Date => ChangeDate("ElicitSlot", InProgress, NotConfirmed, day: null, words),
            DialogState.Confirm(var day) => ChangeDate("ConfirmIntent", InProgress, NotConfirmed, day, words),
            DialogState.ConfirmCancel => Intent("ConfirmIntent", BotNames.CancelOrder, InProgress, NotConfirmed, words),
            _ => Intent("ElicitIntent", turn.Dialogue.Intent, InProgress, NotConfirmed, words),
        };

        LexResponse Intent(string action, string intent, string state, string confirmation, string words) =>
            new(action, intent, state, confirmation, Passed(intent == turn.Dialogue.Intent ? turn.Received.Slots : null), attributes, words);

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

    /// <summary>Ends a dialogue that cannot go on, whatever is known of it, without words: the flow goes on by keys. What others keep in the
    /// session is kept.</summary>
    public static LexResponse Failure(ReadOnlyMemory<byte> json, LexEvent? received, DialogResult result)
    {
        var intent = received?.SessionState?.Intent is { IsNamed: true } known ? known.Name! : BotNames.FallbackIntent;
        var attributes = DialogAttributes.After(
            new DialogMove.Leave(result, intent), received?.Attributes ?? LexEvent.AttributesIn(json), json);
        return new("Close", intent, Failed, NotConfirmed, new LexObject(json), attributes, Words: "");
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
                writer.WriteString("contentType", IsSlow ? "SSML" : "PlainText");
                writer.WriteString("content", IsSlow ? $"<speak><prosody rate=\"80%\">{Words}</prosody></speak>" : Words);
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

    static void WriteSlot(Utf8JsonWriter writer, LexTurn turn, LocalDate? day)
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
    static string OriginalOf(LexTurn turn, string date)
    {
        var heard = turn.Slot?.OriginalValue ?? "";
        var isForThisDay = turn.Slot?.InterpretedValue == date || turn.Dialogue.Said.Contains(heard, StringComparison.Ordinal);
        return heard.Length > 0 && isForThisDay ? heard
            : turn.Dialogue.Said.Length > 0 && turn.Dialogue.Wish is not (BotNames.Yes or BotNames.No) ? turn.Dialogue.Said
            : date;
    }
}
