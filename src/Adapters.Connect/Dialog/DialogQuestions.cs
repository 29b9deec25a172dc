using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>What is asked at each question, and how it is asked again of a caller who hesitates or is not understood.</summary>
/// <param name="words">The words of every language; those of the shop's own are for its operators, and read when a call goes to one.</param>
sealed class DialogQuestions(LineWords words)
{
    static readonly DialogState.More AnythingElse = new();

    /// <summary>Asks a question.</summary>
    public static DialogMove.Ask Ask(DialogResult result, DialogState state, DialogTurn turn, string lead = "") =>
        new(result, state, lead, Of(state, turn));

    /// <summary>Asks a question after "certainly".</summary>
    public static DialogMove.Ask Gladly(DialogResult result, DialogState state, DialogTurn turn) =>
        Ask(result, state, turn, turn.Words.Say(LinePhrases.Gladly));

    /// <summary>Tells something and asks whether there is anything else; whoever wants it repeated hears both.</summary>
    public static DialogMove.Ask Tell(DialogResult result, DialogTurn turn, string told) =>
        new(result, AnythingElse, Lead: "", LinePhrases.Join(told, Of(AnythingElse, turn), turn.Words));

    /// <summary>Asks the last question again.</summary>
    public static DialogMove.Ask Again(DialogResult result, DialogTurn turn) =>
        new(result, turn.State, Lead: "", Last(turn), turn.FailuresSoFar);

    /// <summary>Says what can be said, and by which keys.</summary>
    public static DialogMove.Ask Help(DialogResult result, DialogTurn turn, string lead = "", int failures = 0) => new(
        result, turn.State, lead, turn.Words.Say(turn.Order.MayBeChanged ? LinePhrases.Help : LinePhrases.OperatorOnly), failures)
    {
        TellsOfKeys = true,
    };

    /// <summary>Goes on to an operator.</summary>
    public DialogMove Operator(DialogResult result, Phrase reason, string said = "") =>
        new DialogMove.Leave(result, BotNames.Operator, said, words.In(words.Default).Say(reason));

    /// <summary>Goes on to an operator, because there is no day to choose.</summary>
    public DialogMove NoDay(DialogTurn turn) =>
        Operator(DialogResult.NoDayToChoose, LinePhrases.ForNoDay, turn.Words.Say(LinePhrases.NothingToChoose));

    /// <summary>Asks again, in another way each time; the third time in a row a person must help.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="days">Every day that can be had.</param>
    public DialogMove NotUnderstood(DialogTurn turn, ShippingDays days)
    {
        var failures = turn.FailuresSoFar + 1;
        if (failures >= DialogAttributes.MostFailures)
        {
            return Operator(DialogResult.GaveUp, LinePhrases.ForNotUnderstood);
        }

        var isSilent = turn.IsSilent;
        var result = isSilent ? DialogResult.Silence : DialogResult.NotUnderstood;
        var why = turn.Words.Say(isSilent ? LinePhrases.Silence : WhatWasWrong(turn));
        if (turn.State.IsOpen)
        {
            // Who says nothing at the first question hesitates.
            return turn.KeysWereTold
                ? new DialogMove.Ask(result, turn.State, why, Of(turn.State, turn), failures)
                : Help(result, turn, isSilent && turn.State is DialogState.Open ? "" : why, failures);
        }

        var tellsOfKeys = failures > 1 && !turn.KeysWereTold && !turn.IsTyped;
        return new DialogMove.Ask(
            result,
            turn.State,
            tellsOfKeys ? turn.Words.Say(ByKeypad(turn.State)) : why,
            failures > 1 ? Of(turn.State, turn)
                : turn.State is DialogState.Date && Last(turn) == Of(turn.State, turn) && days.Count > 0 ? new OutcomeWords(turn.Words).AskFor(days)
                : Last(turn),
            failures)
        {
            TellsOfKeys = tellsOfKeys,
        };
    }

    /// <summary>Why an operator is wished for; null when none is.</summary>
    public static Phrase? ReasonOf(string wish) => wish switch
    {
        BotNames.Operator => LinePhrases.ForOperator,
        BotNames.AnotherOrder => LinePhrases.ForAnotherOrder,
        BotNames.ReturnGoods => LinePhrases.ForReturn,
        BotNames.ChangeAddress => LinePhrases.ForAddress,
        BotNames.Payment => LinePhrases.ForPayment,
        BotNames.OtherBusiness => LinePhrases.ForOtherBusiness,
        _ => null,
    };

    static string Last(DialogTurn turn) => turn.Question is { Length: > 0 } question ? question : Of(turn.State, turn);

    static string Of(DialogState state, DialogTurn turn) => state switch
    {
        DialogState.Open => turn.Words.Say(LinePhrases.HowCanIHelp),
        DialogState.More => turn.Words.Say(LinePhrases.AnythingElse),
        DialogState.Date => turn.Words.Say(LinePhrases.AskForDay),
        DialogState.Confirm(var day) => new OutcomeWords(turn.Words).ReadBack(day, turn.Order.ShipsOn),
        DialogState.ConfirmCancel => new OutcomeWords(turn.Words).ReadBackOfCancelling,
        DialogState.CancelOrKeep => turn.Words.Say(LinePhrases.CancelOrKeep),
        _ => throw new NotSupportedException($"No question for {state.GetType().Name}."),
    };

    static Phrase WhatWasWrong(DialogTurn turn) => turn.State switch
    {
        DialogState.Date => LinePhrases.DateNotUnderstood,
        _ when turn.Keyed.Length > 0 => LinePhrases.WrongKey,
        { IsForYesOrNo: true } => LinePhrases.YesOrNo,
        _ => LinePhrases.NotUnderstood,
    };

    static Phrase ByKeypad(DialogState state) => state switch
    {
        DialogState.Date => LinePhrases.DateByKeypad,
        DialogState.CancelOrKeep => LinePhrases.CancelOrKeepByKeypad,
        _ => LinePhrases.YesOrNoByKeypad,
    };
}
