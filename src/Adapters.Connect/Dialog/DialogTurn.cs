using System.Text.Json;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>One turn of a dialogue: what the caller did, and where the dialogue stood.</summary>
sealed class DialogTurn
{
    readonly string? confirmation;

    DialogTurn(LexEvent received, LexIntent intent, LineWords words)
    {
        Event = received.AsItCame;
        Received = intent;
        Intent = intent.Name ?? "";
        Words = words.In(words.LanguageOf(received.Bot?.LocaleId));
        Attributes = new DialogAttributes(received.Attributes);
        State = Attributes.State;
        Said = string.IsNullOrWhiteSpace(received.InputTranscript)
            ? received.RequestAttributes?.DtmfTranscript?.Trim() ?? ""
            : received.InputTranscript.Trim();
        IsTyped = received.InputMode == "Text";
        Keyed = received.InputMode == "DTMF" ? Said.TrimEnd('#') : "";
        IsFulfilment = received.InvocationSource == "FulfillmentCodeHook";
        confirmation = intent.Name == BotNames.ChangeDate ? intent.ConfirmationState : null;

        // When Lex takes an answer for none of its intents, the dialogue's own is among the interpretations only.
        Slots = (intent.Name == BotNames.ChangeDate
            ? intent.Slots
            : received.Interpretations?.Find(other => other?.Intent?.Name == BotNames.ChangeDate)?.Intent?.Slots) ?? LexMembers.None;
        Slot = Slots[BotNames.ShippingDate]?.Deserialize(LexJson.Default.LexSlot)?.Value;
    }

    /// <summary>The whole event as it came.</summary>
    public ReadOnlyMemory<byte> Event { get; }

    /// <summary>The intent as it came.</summary>
    public LexIntent Received { get; }

    public string Intent { get; }

    /// <summary>What is said to this caller.</summary>
    public PhraseBook Words { get; }

    public Language Language => Words.Language;

    public DialogAttributes Attributes { get; }

    public DialogState State { get; }

    /// <summary>The caller's words or keys; nothing when there were none.</summary>
    public string Said { get; }

    /// <summary>The keys that were pressed; nothing when the caller spoke.</summary>
    public string Keyed { get; }

    public bool IsTyped { get; }

    public bool IsFulfilment { get; }

    /// <summary>The slots of <see cref="BotNames.ChangeDate"/>, as they came.</summary>
    public LexMembers Slots { get; }

    public LexSlotValue? Slot { get; }

    /// <summary>What Lex newly put into the slot: not the day that the line itself put there to be confirmed.</summary>
    public string? NewDate => State is DialogState.Confirm(var day) && Slot?.InterpretedValue == LocalDatePattern.Iso.Format(day)
        ? null
        : Slot?.InterpretedValue;

    /// <summary>What the caller says to the day that was read back. Their own words outweigh what Lex made of them.</summary>
    public Answer Answer => (Keyed, YesOrNo.Read(Said, Words), confirmation) switch
    {
        ("1", _, _) or (_, Answer.Yes, _) => Answer.Yes,
        ("2", _, _) or (_, Answer.No, _) => Answer.No,
        (_, _, "Confirmed") => Answer.Yes,
        (_, _, "Denied") => Answer.No,
        _ => Answer.Neither,
    };

    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonException">It names no intent, or the slot or an attribute of the dialogue's has the wrong type.</exception>
    public static DialogTurn Read(LexEvent? received, LineWords words) =>
        received?.SessionState?.Intent is { IsNamed: true } intent
            ? new DialogTurn(received, intent, words)
            : throw new JsonException("The event names no intent in sessionState.intent: Lex always sends one.");
}
