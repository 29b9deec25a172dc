using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>What a caller may wish for.</summary>
enum CallerWish
{
    /// <summary>Another shipping day.</summary>
    AnotherDay,

    /// <summary>To cancel the order.</summary>
    Cancellation,

    /// <summary>An operator.</summary>
    Operator,
}

/// <summary>Tells whether a wish was heard: its question follows, the reason why it cannot be, or the way to an operator.</summary>
sealed class WishHearing
{
    readonly HeardPhrases forADay = new(
        "dialogue.whichDay", "dialogue.readBack", "dialogue.alreadyShipsOn", "day.choose", "day.soonest", "day.instead", "flows.Keypad.askDate");

    readonly HeardPhrases forTheCancellation = new("dialogue.cancel", "flows.Keypad.confirmCancel");
    readonly HeardPhrases whyNot = new("order.alreadyCancelled", "order.cancelledCannotMove", "order.tooLate", "order.tooLateShipped");
    readonly HeardPhrases noDay = new("day.nothingToChoose");

    /// <summary>Whether this is the next that happens.</summary>
    public bool Hears(CallerWish wish, ExploredStep step) => IsOnTheWayToAnOperator(step) || wish switch
    {
        CallerWish.AnotherDay => forADay.In(step) || CannotBe(step) || noDay.In(step),
        CallerWish.Cancellation => forTheCancellation.In(step) || CannotBe(step) || IsCancelled(step),
        _ => false,
    };

    /// <summary>Whether a day is asked for.</summary>
    public bool AsksForADay(ExploredStep step) => forADay.In(step);

    /// <summary>Whether an order was cancelled.</summary>
    public static bool IsCancelled(ExploredStep step) => step.Changes.Any(change => change.After?.State is OrderState.Cancelled);

    /// <summary>Whether the flow that looks for an operator has begun.</summary>
    public static bool IsOnTheWayToAnOperator(ExploredStep step) => step.LooksAtQueues || step.End is CallEnd.TransferredOut or CallEnd.WithOperator;

    // A reason is one only where it is true.
    bool CannotBe(ExploredStep step) => whyNot.In(step) && !WhatTheShopCan.Change(step.OrdersAfter, step.World);
}
