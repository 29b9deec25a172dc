using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>A change is offered or asked about only while the shop of that world would grant it, and so is every day that is named in an
/// offer. What a caller keyed in and hears again is their own offer.</summary>
public sealed class NothingIsOfferedThatWouldBeRefused : CallProperty
{
    readonly HeardPhrases change = new(
        "dialogue.help", "dialogue.cancel", "dialogue.cancelOrKeep", "dialogue.cancelOrKeepByKeypad", "dialogue.alreadyShipsOn",
        "flows.Keypad.menu", "flows.Keypad.askDate", "flows.Keypad.orAnother", "flows.Keypad.confirmCancel");

    readonly HeardPhrases anyDay = new("dialogue.whichDay");
    readonly HeardPhrases days = new("dialogue.readBack", "day.choose", "day.soonest", "day.instead");

    // The same few offers are heard in a great many calls.
    readonly ConcurrentDictionary<(string Words, LocalDate Today, int Days), ImmutableArray<LocalDate>> named = new();

    /// <inheritdoc/>
    public override string Sentence => "Nothing is offered that would be refused";

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step)
    {
        if (step.TheShopChangedAnOrder)
        {
            return null;
        }

        foreach (var heard in step.Heard)
        {
            var offered = days.Fillings(heard.Words, step.Deployment.Shop);
            var asksForADay = anyDay.In(heard.Words, step.Deployment.Shop);
            if ((asksForADay || !offered.IsEmpty || change.In(heard.Words, step.Deployment.Shop))
                && !WhatTheShopCan.Change(step.OrdersAfter, step.World))
            {
                return $"The order can be neither changed nor cancelled, and the caller hears: {heard.Words}";
            }

            if (asksForADay && step.World.Policy.PossibleDays(step.World.At).Count == 0)
            {
                return "There is no day to choose, and the caller is asked for one.";
            }

            if (offered.SelectMany(words => DaysNamedIn(words, step))
                .Where(day => !WhatTheShopCan.ShipOn(day, step.World))
                .Select(day => (LocalDate?)day)
                .FirstOrDefault() is { } impossible)
            {
                return $"{LocalDatePattern.Iso.Format(impossible)} is offered: {step.World.Policy.Judge(impossible, step.World.At)}.";
            }
        }

        return null;
    }

    ImmutableArray<LocalDate> DaysNamedIn(string words, ExploredStep step) => named.GetOrAdd(
        (words, step.World.Today, step.World.Policy.LatestDaysAhead),
        static (offer, of) => [.. WhatTheShopCan.DaysNamedIn(offer.Words, of)],
        step);
}
