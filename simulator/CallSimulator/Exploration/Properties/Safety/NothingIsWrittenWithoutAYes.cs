using NodaTime.Text;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.ContactFlows;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>
/// An order changes only in a step in which the caller says yes, or presses 1, and what they heard last was the question about that
/// very change: its last sentence, or the keys it repeats, named the new date and no other, or the cancellation. What is a yes to one
/// question alone, such as "cancel it", is one to that question. A 1 that was pressed ahead of its question is no yes. Where a proof is
/// asked for after the yes, the change may wait for the proof.
/// </summary>
public sealed class NothingIsWrittenWithoutAYes : CallProperty
{
    const string WaitsForProof = "proof ";

    readonly LastQuestions questions = new();

    /// <inheritdoc/>
    public override string Sentence => "Nothing is written without a yes to that very change";

    /// <inheritdoc/>
    public override string Remember(string before, ExploredStep step) =>
        IsAYes(before, step) && ProofRequests.AreHeardIn(step) ? $"{WaitsForProof}{before}"
        : IsAnsweredBefore(before) && step.After.Waiting is CallWaiting.ForDigits ? before
        : questions.After(before, step);

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step)
    {
        var (isAnswered, question) = IsAnsweredBefore(remembered) ? (true, remembered[WaitsForProof.Length..]) : (false, remembered);
        // What the call itself wrote is judged in the step in which nobody overtakes it.
        foreach (var change in step.TheShopChangedAnOrder ? [] : step.Changes)
        {
            if (change is not ({ } before, { } after))
            {
                return "An order came or went during the call.";
            }

            if (!isAnswered && !IsAYes(question, step))
            {
                return $"Order {after.Id} changed, and the caller said no yes: {step.Act}.";
            }

            if (after.State is OrderState.Cancelled && before.State is not OrderState.Cancelled
                && !LastQuestions.AreForTheCancellation(question))
            {
                return $"Order {after.Id} is cancelled, and the question was another.";
            }

            if (after.ShippingDate != before.ShippingDate && LastQuestions.Day(question) != after.ShippingDate)
            {
                return $"Order {after.Id} ships on {LocalDatePattern.Iso.Format(after.ShippingDate)}, and the question was another.";
            }
        }

        return null;
    }

    static bool IsAnsweredBefore(string remembered) => remembered.StartsWith(WaitsForProof, StringComparison.Ordinal);

    static bool IsAYes(string remembered, ExploredStep step) => step.Act.Act switch
    {
        CallerAct.Presses(['1', _, ..]) when step.Before?.Waiting is CallWaiting.ForKey => !HasAnsweredUnheard(step),
        CallerAct.Presses(var keys) => keys.TrimEnd('#') == "1",
        CallerAct.Says(var words) => LastQuestions.AreAnsweredWithAYes(remembered, words, step),
        _ => false,
    };

    // The first key is for what was heard. What is written after another question took the next one was not asked about.
    static bool HasAnsweredUnheard(ExploredStep step)
    {
        var events = step.Events.AsEnumerable();
        return events.Reverse()
            .SkipWhile(happened => happened is not CallEvent.Invoked invoked || !step.Writers.Contains(invoked.Function))
            .OfType<CallEvent.Ran>()
            .Count(ran => IsAQuestion(step.Deployment.Flows[ran.Flow].Find(ran.Action))) > 1;
    }

    static bool IsAQuestion(FlowAction? action) => action is { Type: ActionTypes.GetParticipantInput } && !KeyBuffer.IsSetBy(action);
}
