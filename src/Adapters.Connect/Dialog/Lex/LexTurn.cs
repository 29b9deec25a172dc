using System.Text.Json;
using OrderHotline.Application;

namespace OrderHotline.Adapters.Connect;

/// <summary>A turn of the dialogue as Lex V2 sent it, with all that goes back.</summary>
sealed class LexTurn
{
    LexTurn(LexEvent received, LexIntent intent, LineWords words)
    {
        (Event, Received) = (received.AsItCame, intent);
        Attributes = new DialogAttributes(received.Attributes);

        // When Lex takes an answer for none of its intents, the dialogue's own is among the interpretations only.
        Slots = (intent.Name == BotNames.ChangeDate
            ? intent.Slots
            : received.Interpretations?.Find(other => other?.Intent?.Name == BotNames.ChangeDate)?.Intent?.Slots) ?? LexMembers.None;
        Slot = Slots[BotNames.ShippingDate]?.Deserialize(LexJson.Default.LexSlot)?.Value;

        var said = string.IsNullOrWhiteSpace(received.InputTranscript)
            ? received.RequestAttributes?.DtmfTranscript?.Trim() ?? ""
            : received.InputTranscript.Trim();
        var book = words.In(words.LanguageOf(received.Bot?.LocaleId));
        Dialogue = new DialogTurn(
            new CallerInput(intent.Name ?? "", said)
            {
                Keyed = received.InputMode == "DTMF" ? said.TrimEnd('#') : "",
                IsTyped = received.InputMode == "Text",
                IsFulfilment = received.InvocationSource == "FulfillmentCodeHook",
                Confirmation = intent.ConfirmationState,
                Date = Slot?.InterpretedValue,
            },
            Attributes.State,
            Attributes.FailuresSoFar,
            Attributes.KeysWereTold,
            book,
            () => Attributes.Order(book),
            () => Attributes.Question(book));
    }

    /// <summary>The whole event as it came.</summary>
    public ReadOnlyMemory<byte> Event { get; }

    /// <summary>The intent as it came.</summary>
    public LexIntent Received { get; }

    public DialogAttributes Attributes { get; }

    /// <summary>The slots of <see cref="BotNames.ChangeDate"/>, as they came.</summary>
    public LexMembers Slots { get; }

    public LexSlotValue? Slot { get; }

    /// <summary>What it is to the dialogue.</summary>
    public DialogTurn Dialogue { get; }

    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonException">It names no intent, or the slot or an attribute of the dialogue's has the wrong type.</exception>
    public static LexTurn Read(LexEvent? received, LineWords words) =>
        received?.SessionState?.Intent is { IsNamed: true } intent
            ? new LexTurn(received, intent, words)
            : throw new JsonException("The event names no intent in sessionState.intent: Lex always sends one.");
}
