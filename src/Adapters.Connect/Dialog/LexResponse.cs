using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OrderHotline.Adapters.Connect;

/// <summary>What a code hook answers to Lex V2 (https://docs.aws.amazon.com/lexv2/latest/dg/lambda-response-format.html). What is
/// null is left out.</summary>
sealed record LexResponse(LexNextState SessionState, List<LexMessage>? Messages)
{
    const string InProgress = "InProgress";
    const string Fulfilled = "Fulfilled";
    const string Failed = "Failed";
    const string NotConfirmed = "None";

    // Only Lex reads this, never a browser: letters stay letters, and Japanese is half as long.
    static readonly JsonWriterOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly JsonElement Unfilled = JsonSerializer.SerializeToElement(null, LexJson.Default.LexSlot!);

    public static LexResponse To(DialogTurn turn, DialogMove move)
    {
        var attributes = turn.Attributes.After(move);
        return move switch
        {
            DialogMove.AskForDay ask => Answer(
                new("ElicitSlot", BotNames.ShippingDate),
                ChangeDate(InProgress, NotConfirmed, Unfilled),
                ask.Lead + ask.Question),
            DialogMove.AskForYes ask => Answer(
                new("ConfirmIntent", null), ChangeDate(InProgress, NotConfirmed, Filled(ask.Day)), ask.Lead + ask.Question),
            DialogMove.Fulfil(_, var day) => Answer(
                new("Close", null), ChangeDate(Fulfilled, "Confirmed", Filled(day)), words: ""),
            DialogMove.Leave(_, var intent) => Answer(
                new("Close", null),
                new(intent, Fulfilled, NotConfirmed, intent == turn.Intent ? turn.Received.Slots ?? [] : []),
                words: ""),
            DialogMove.Fail(_, var words) => Answer(new("Close", null), ChangeDate(Failed, NotConfirmed, Unfilled), words),
            _ => Answer(new("Delegate", null), turn.Received with { State = turn.Received.State ?? InProgress }, words: ""),
        };

        LexResponse Answer(LexDialogAction action, LexIntent intent, string words) =>
            new(new(action, intent, attributes), words.Length == 0 ? null : [new("PlainText", words)]);

        LexIntent ChangeDate(string state, string confirmation, JsonElement slot) =>
            new(BotNames.ChangeDate, state, confirmation, new(turn.Slots) { [BotNames.ShippingDate] = slot });

        JsonElement Filled(LocalDate day)
        {
            var date = LocalDatePattern.Iso.Format(day);
            var slot = new LexSlot("Scalar", new(OriginalOf(turn, date), date, [date]));
            return JsonSerializer.SerializeToElement(slot, LexJson.Default.LexSlot);
        }
    }

    /// <summary>Ends a dialogue that cannot go on, whatever is known of it.</summary>
    public static LexResponse Failure(LexEvent? received, DialogResult result, string words)
    {
        var intent = received?.SessionState?.Intent is { Name.Length: > 0 } known ? known.Name : BotNames.FallbackIntent;
        var attributes = new DialogAttributes(received?.Attributes ?? []).After(new DialogMove.Fail(result, words));
        return new(
            new(new("Close", null), new(intent, Failed, NotConfirmed, []), attributes), [new("PlainText", words)]);
    }

    public byte[] ToJson()
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, AsIs))
        {
            JsonSerializer.Serialize(writer, this, LexJson.Default.LexResponse);
        }

        return json.ToArray();
    }

    // What Lex heard for this day, if it heard it, or all that was said.
    static string OriginalOf(DialogTurn turn, string date)
    {
        var heard = turn.Slot?.OriginalValue ?? "";
        var isForThisDay = turn.Slot?.InterpretedValue == date || turn.Said.Contains(heard, StringComparison.Ordinal);
        return heard.Length > 0 && isForThisDay ? heard
            : turn.Said.Length > 0 && turn.Answer == Connect.Answer.Neither ? turn.Said
            : date;
    }
}

sealed record LexNextState(LexDialogAction DialogAction, LexIntent Intent, Dictionary<string, string> SessionAttributes);

sealed record LexDialogAction(string Type, string? SlotToElicit);

sealed record LexMessage(string ContentType, string Content);
