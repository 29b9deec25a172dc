using System.Collections.Concurrent;
using System.Globalization;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>
/// A key that a prompt names does what the prompt says: it changes the date or says why not, cancels or asks whether to, leads to an
/// operator, takes what was read back or lets it be, or asks for a proof first. Prompts in Japanese and English are read; words that are not known promise nothing.
/// Steps in which a function goes wrong are not judged.
/// </summary>
public sealed class TheKeysThatAreNamedWork : CallProperty
{
    readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);
    readonly WishHearing hearing = new();
    readonly HeardPhrases kept = new("dialogue.kept", "flows.Keypad.kept");
    readonly HeardPhrases refused = new(
        "day.inThePast", "day.tooSoon", "day.tooFar", "day.notAShippingDay", "day.nothingToChoose", "day.didYouMean", "day.notUnderstood",
        "order.rescheduled", "order.unchanged", "order.changedMeanwhile", "order.alreadyCancelled", "order.cancelledCannotMove", "order.tooLate",
        "order.tooLateShipped");

    readonly HeardPhrases asksForDigits = new("flows.Keypad.askDate", "flows.Callback.askNumber");
    readonly HeardPhrases asksForANumber = new("flows.Callback.askNumber");
    readonly HeardPhrases noCallBack = new("flows.Callback.goodbye");

    /// <inheritdoc/>
    public override string Sentence => "The keys that are named do what was said";

    /// <inheritdoc/>
    public override string Remember(string before, ExploredStep step)
    {
        var heard = step.Events.Reverse().TakeWhile(happened => !HasAsked(happened)).OfType<CallEvent.Heard>()
            .Where(words => words.By == Audience.Caller)
            .Select(words => known.GetOrAdd(words.Words, prompt => string.Join(' ', NamedKeys.In(prompt).Select(named => $"{named.Key}{(int)named.Meaning}"))))
            .ToList();
        return heard.Count == 0 ? before : string.Join(' ', heard.AsEnumerable().Reverse().Where(named => named.Length > 0));
    }

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step) =>
        step.Act is { Faults.IsEmpty: true, Act: CallerAct.Presses(var keys) }
        && keys.TrimEnd('#') is [var key]
        && step.Before?.Waiting is CallWaiting.ForKey or CallWaiting.ForAnswer
        && remembered.Split(' ').LastOrDefault(named => named.StartsWith(key)) is [_, .. var does]
        && (KeyMeaning)int.Parse(does, CultureInfo.InvariantCulture) is var meaning
        && !Does(meaning, step)
        && !ProofRequests.AreHeardIn(step)
            ? $"Key {key} was said to mean {meaning}, and does something else."
            : null;

    bool Does(KeyMeaning meaning, ExploredStep step) => meaning switch
    {
        KeyMeaning.AnotherDay => hearing.Hears(CallerWish.AnotherDay, step),
        KeyMeaning.Cancellation => hearing.Hears(CallerWish.Cancellation, step),
        KeyMeaning.Operator => WishHearing.IsOnTheWayToAnOperator(step),
        KeyMeaning.Yes => step.Changes.Any() || refused.In(step) || IsACallBack(step) || WishHearing.IsOnTheWayToAnOperator(step),
        KeyMeaning.No => !step.Changes.Any() && (hearing.AsksForADay(step) || kept.In(step)),
        KeyMeaning.Keep => !step.Changes.Any() && kept.In(step),
        KeyMeaning.KeyAgain => asksForDigits.In(step),
        KeyMeaning.CallBack => IsACallBack(step) || asksForANumber.In(step),
        KeyMeaning.NoCallBack => noCallBack.In(step),
        KeyMeaning.OtherNumber => asksForANumber.In(step),
        KeyMeaning.More => step.End is null && step.Heard.Any(),
        _ => true,
    };

    static bool IsACallBack(ExploredStep step) => step.Events.Any(happened => happened is CallEvent.CallbackPromised);

    // What was said before a question that has been answered was answered, too.
    static bool HasAsked(CallEvent happened) =>
        happened is CallEvent.Ran { Type: ActionTypes.GetParticipantInput or ActionTypes.ConnectParticipantWithLexBot };
}
