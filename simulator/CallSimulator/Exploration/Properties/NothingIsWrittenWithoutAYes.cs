using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.ContactFlows;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>
/// An order changes only in a step in which the caller says yes, or presses 1, and what they heard last was the question about that
/// very change: it named the new date and no other, or the cancellation. A 1 that was pressed ahead of its question is no yes.
/// </summary>
public sealed class NothingIsWrittenWithoutAYes : CallProperty
{
    const string Cancellation = "cancel";
    const string AskedByTheLine = "flows.Cancellation.confirm";

    // The same few questions are heard in a great many calls.
    readonly ConcurrentDictionary<(string Words, LocalDate Today, int Days), string> subjects = new();

    /// <inheritdoc/>
    public override string Sentence => "Nothing is written without a yes to that very change";

    /// <inheritdoc/>
    public override string Remember(string before, ExploredStep step) => step.Heard.LastOrDefault() is { } last
        ? subjects.GetOrAdd(
            (last.Words, step.World.Today, step.World.Policy.LatestDaysAhead),
            static (heard, shop) => SubjectOf(heard.Words, heard.Today, heard.Days, shop),
            step.Deployment.Shop)
        : before;

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step)
    {
        // What the call itself wrote is judged in the step in which nobody overtakes it.
        foreach (var change in step.TheShopChangedAnOrder ? [] : step.Changes)
        {
            if (change is not ({ } before, { } after))
            {
                return "An order came or went during the call.";
            }

            if (!IsAYes(step))
            {
                return $"Order {after.Id} changed, and the caller said no yes: {step.Act}.";
            }

            if (after.State is OrderState.Cancelled && before.State is not OrderState.Cancelled
                && !remembered.Contains(Cancellation, StringComparison.Ordinal))
            {
                return $"Order {after.Id} is cancelled, and the question was another.";
            }

            if (after.ShippingDate != before.ShippingDate
                && !remembered.Split(' ').Contains(LocalDatePattern.Iso.Format(after.ShippingDate)))
            {
                return $"Order {after.Id} ships on {LocalDatePattern.Iso.Format(after.ShippingDate)}, and the question was another.";
            }
        }

        return null;
    }

    static bool IsAYes(ExploredStep step) => step.Act.Act switch
    {
        CallerAct.Presses(['1', _, ..]) when step.Before?.Waiting is CallWaiting.ForKey => !HasAnsweredUnheard(step),
        CallerAct.Presses(var keys) => keys.TrimEnd('#') == "1",
        CallerAct.Says(var words) when step.Deployment.Shop.Words is var spoken =>
            YesOrNo.Read(words, spoken.In(spoken.LanguageOf(step.Before?.Language))) == Answer.Yes,
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

    // What a yes to these words would be a yes to: one day, the cancellation, or nothing in particular.
    static string SubjectOf(string words, LocalDate today, int daysAhead, Shop shop)
    {
        var (spoken, inFlows) = (shop.Words, shop.FlowWords);
        var days = Enumerable.Range(-1, daysAhead + 2)
            .Select(today.PlusDays)
            .Where(day => spoken.Offered.Any(language => words.Contains(new DateWords(spoken.In(language)).Day(day), StringComparison.Ordinal)))
            .ToList();
        var cancels = words.Contains("キャンセル", StringComparison.Ordinal) || words.Contains("cancel", StringComparison.OrdinalIgnoreCase)
            || inFlows.Offered.Any(language => inFlows.In(language).Find(AskedByTheLine) is { } asked && words.Contains(asked, StringComparison.Ordinal));
        return $"{(days is [var day] ? LocalDatePattern.Iso.Format(day) : "")} {(cancels ? Cancellation : "")}".Trim();
    }
}
