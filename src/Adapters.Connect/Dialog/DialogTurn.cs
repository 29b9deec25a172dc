using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>What a caller did, as it was heard.</summary>
/// <param name="Intent">The intent that it was taken for.</param>
/// <param name="Said">The caller's words or keys; nothing when there were none.</param>
sealed record CallerInput(string Intent, string Said)
{
    /// <summary>The keys that were pressed; nothing when the caller spoke.</summary>
    public string Keyed { get; init; } = "";

    public bool IsTyped { get; init; }

    /// <summary>Whether the intent, and a day with it, was chosen among what was offered: there are no words, and nothing is to be heard.</summary>
    public bool IsChosen { get; init; }

    public bool IsFulfilment { get; init; }

    /// <summary>What a bot made of an answer to the question whether its intent is meant.</summary>
    public string? Confirmation { get; init; }

    /// <summary>The day that was chosen, or that a bot put into its slot.</summary>
    public string? Date { get; init; }
}

/// <summary>One turn of a dialogue: what the caller did, and where the dialogue stood.</summary>
/// <param name="input">What the caller did.</param>
/// <param name="state">Where the dialogue stood.</param>
/// <param name="failuresSoFar">How many times in a row the caller was not understood.</param>
/// <param name="keysWereTold">Whether it was explained what can be asked for, and by which keys.</param>
/// <param name="words">What is said to this caller.</param>
/// <param name="order">Gives what is known of the order; asked once at most.</param>
/// <param name="question">Gives the last question, or nothing.</param>
sealed class DialogTurn(
    CallerInput input, DialogState state, int failuresSoFar, bool keysWereTold, PhraseBook words, Func<KnownOrder> order, Func<string> question)
{
    KnownOrder? known;
    string? wish;

    public string Intent => input.Intent;

    /// <inheritdoc cref="CallerInput.Said"/>
    public string Said => input.Said;

    /// <inheritdoc cref="CallerInput.Keyed"/>
    public string Keyed => input.Keyed;

    public bool IsTyped => input.IsTyped;

    public bool IsFulfilment => input.IsFulfilment;

    /// <summary>Whether the caller did nothing at all.</summary>
    public bool IsSilent => Said.Length == 0 && !input.IsChosen;

    /// <summary>What is said to this caller.</summary>
    public PhraseBook Words => words;

    public Language Language => words.Language;

    public DialogState State => state;

    /// <summary>What is known of the order.</summary>
    public KnownOrder Order => known ??= order();

    /// <summary>The last question, or nothing.</summary>
    public string Question => question();

    /// <summary>How many times in a row the caller was not understood.</summary>
    public int FailuresSoFar => failuresSoFar;

    /// <summary>Whether the keypad was explained in this call.</summary>
    public bool KeysWereTold => keysWereTold;

    /// <summary>A day that was newly named: not the one that the line itself put there to be confirmed.</summary>
    public string? NewDate => State is DialogState.Confirm(var day) && input.Date == LocalDatePattern.Iso.Format(day) ? null : input.Date;

    /// <summary>What the caller wishes, by the name of an intent: their keys and their own yes or no outweigh what the bot took it for.
    /// </summary>
    public string Wish => wish ??= input.IsChosen ? Intent : Keyed.Length > 0 ? WishInKeys : (State, Answer) switch
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

    Answer Answer => (YesOrNo.Read(Said, Words, AlsoYes), Intent == PendingIntent ? input.Confirmation : null) switch
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
}
