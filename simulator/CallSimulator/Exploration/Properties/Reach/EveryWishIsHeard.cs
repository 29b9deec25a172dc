using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>
/// At every question of the bot a caller may wish to change the date, to cancel, or for an operator: what follows is the question of that
/// wish, the reason why it cannot be, or the operator. The key 0 is the operator wherever the line listens, until an operator was sought;
/// 1 and 2 are the two wishes where the bot may be asked for any. A code hook that fails hears nothing, so it is judged as it is.
/// </summary>
public sealed class EveryWishIsHeard : CallProperty
{
    const string Open = "open";

    readonly HeardPhrases openly = new("order.found", "dialogue.howCanIHelp", "dialogue.anythingElse", "dialogue.help", "dialogue.operatorOnly");
    readonly WishHearing hearing = new();

    /// <inheritdoc/>
    public override string Sentence => "Every wish is heard at every question";

    /// <inheritdoc/>
    public override string Remember(string before, ExploredStep step) => step.Heard.LastOrDefault() is { } last
        ? openly.In(last.Words, step.Deployment.Shop) ? Open : ""
        : before;

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step) =>
        step.Act.Faults.IsEmpty && step.Before is { } before && Wish(remembered, before, step) is { } wish && !hearing.Hears(wish, step)
            ? $"The caller wishes {InWords(wish)}, and the line goes on as if not."
            : null;

    static CallerWish? Wish(string remembered, CallState before, ExploredStep step) => (before.Waiting, step.Act.Act) switch
    {
        (CallWaiting.ForAnswer, CallerAct.Says(var words)) => WishInWords(words, step.Deployment.Shop.Words.LanguageOf(before.Language)),
        (CallWaiting.ForAnswer, CallerAct.Presses("1#")) when remembered == Open => CallerWish.AnotherDay,
        (CallWaiting.ForAnswer, CallerAct.Presses("2#")) when remembered == Open => CallerWish.Cancellation,
        (CallWaiting.ForAnswer, CallerAct.Presses("0#")) => CallerWish.Operator,
        (CallWaiting.ForKey or CallWaiting.ForDigits, CallerAct.Presses("0" or "0#"))
            when before is { Queue: null, KeyBuffer: null or "" } && FlowPhrases.AreFor(before.Flow) => CallerWish.Operator,
        _ => null,
    };

    static CallerWish? WishInWords(string words, Language language) =>
        !Utterances.AreIn(language) ? null
        : words == Utterances.ChangeDate(language) ? CallerWish.AnotherDay
        : words == Utterances.Cancel(language) ? CallerWish.Cancellation
        : words == Utterances.Operator(language) ? CallerWish.Operator
        : null;

    static string InWords(CallerWish wish) => wish switch
    {
        CallerWish.AnotherDay => "to change the date",
        CallerWish.Cancellation => "to cancel",
        _ => "for an operator",
    };
}
