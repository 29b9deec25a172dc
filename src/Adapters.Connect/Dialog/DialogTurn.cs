using System.Text.Json;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>One turn of a dialogue: what the caller did, and where the dialogue stood.</summary>
sealed class DialogTurn
{
    readonly string? confirmation;
    KnownOrder? order;
    string? wish;

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
        confirmation = intent.Name == (State is DialogState.ConfirmCancel ? BotNames.CancelOrder : BotNames.ChangeDate) ? intent.ConfirmationState : null;

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

    /// <summary>What is known of the order.</summary>
    public KnownOrder Order => order ??= Attributes.Order(Words);

    /// <summary>The last question, or nothing.</summary>
    public string Question => Attributes.Question(Words);

    /// <summary>How many times in a row the caller was not understood.</summary>
    public int FailuresSoFar => Attributes.FailuresSoFar;

    /// <summary>Whether the keypad was explained in this call.</summary>
    public bool KeysWereTold => Attributes.KeysWereTold;

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

    /// <summary>What the caller wishes, by the name of an intent: their keys and their own yes or no outweigh what the bot took it for.
    /// </summary>
    public string Wish => wish ??= Keyed.Length > 0 ? WishInKeys : (State, Answer) switch
    {
        (DialogState.Confirm, _) when MayBeAnAnswer && YesOrNo.Mentions(Said, LinePhrases.AnotherDay, Words) => BotNames.No,
        ({ IsForYesOrNo: true }, Answer.Yes) => BotNames.Yes,
        ({ IsForYesOrNo: true }, _) when YesOrNo.Mentions(Said, LinePhrases.StopIt, Words) => BotNames.Stop,
        ({ IsForYesOrNo: true }, Answer.No) when MayBeAnAnswer => BotNames.No,
        (DialogState.More, _) when SaysThatNothingIsLeft => BotNames.No,
        ({ IsOpen: true }, Answer.Yes) when Intent is BotNames.FallbackIntent or BotNames.No => BotNames.Yes,
        ({ IsOpen: true }, Answer.No) when Intent is BotNames.FallbackIntent or BotNames.Yes => BotNames.No,
        _ => Intent,
    };

    // "結構です" is a yes to some questions and a no to others; here it can only mean one.
    bool SaysThatNothingIsLeft =>
        YesOrNo.Mentions(Said, LinePhrases.NothingMore, Words) && YesOrNo.Read(Said, Words, LinePhrases.NothingMore) is Answer.Yes;

    // Lex takes much for the intent that it has asked about.
    bool MayBeAnAnswer => Intent is BotNames.FallbackIntent or BotNames.Yes || Intent == PendingIntent;

    string PendingIntent => State is DialogState.ConfirmCancel ? BotNames.CancelOrder : BotNames.ChangeDate;

    // A digit means one thing at a question.
    string WishInKeys => (State, Keyed) switch
    {
        (_, "0") => BotNames.Operator,
        (_, "9") => BotNames.Repeat,
        ({ IsOpen: true }, "1") => BotNames.ChangeDate,
        ({ IsOpen: true }, "2") => BotNames.CancelOrder,
        ({ IsOpen: true }, "3") => BotNames.Operator,
        (DialogState.CancelOrKeep, "1") => BotNames.CancelOrder,
        (DialogState.CancelOrKeep, "2") => BotNames.KeepOrder,
        // No day is written with one digit: from here the other wishes are in reach, too.
        (DialogState.Date, "2") => BotNames.CancelOrder,
        (DialogState.Date, "3") => BotNames.Operator,
        ({ IsForYesOrNo: true }, "1") => BotNames.Yes,
        ({ IsForYesOrNo: true }, "2") => BotNames.No,
        _ => BotNames.FallbackIntent,
    };

    Answer Answer => (YesOrNo.Read(Said, Words, AlsoYes), confirmation) switch
    {
        (Answer.Neither, "Confirmed") => Answer.Yes,
        (Answer.Neither, "Denied") => Answer.No,
        var (own, _) => own,
    };

    Phrase? AlsoYes => State switch
    {
        DialogState.Confirm => LinePhrases.YesToMoving,
        DialogState.ConfirmCancel => LinePhrases.YesToCancelling,
        _ => null,
    };

    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonException">It names no intent, or the slot or an attribute of the dialogue's has the wrong type.</exception>
    public static DialogTurn Read(LexEvent? received, LineWords words) =>
        received?.SessionState?.Intent is { IsNamed: true } intent
            ? new DialogTurn(received, intent, words)
            : throw new JsonException("The event names no intent in sessionState.intent: Lex always sends one.");
}
