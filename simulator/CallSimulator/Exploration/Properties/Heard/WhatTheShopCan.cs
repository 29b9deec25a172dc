using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>What the shop of a world would grant at its moment.</summary>
static class WhatTheShopCan
{
    // Days that are said beyond the last that can be had are looked for, too.
    const int DaysBeyond = 7;

    /// <summary>Whether one of the orders can still be moved or cancelled.</summary>
    public static bool Change(IEnumerable<Order> orders, StartWorld world) => orders.Any(order =>
        order.State is OrderState.Placed && !world.Policy.ParcelsForThatDayAreBeingPacked(order.ShippingDate, world.At));

    /// <summary>Whether an order can be moved to that day.</summary>
    public static bool ShipOn(LocalDate day, StartWorld world) => world.Policy.Judge(day, world.At) == DayVerdict.Possible;

    /// <summary>The days that are named in words.</summary>
    public static IEnumerable<LocalDate> DaysNamedIn(string words, ExploredStep step) => Enumerable
        .Range(-DaysBeyond, step.World.Policy.LatestDaysAhead + (2 * DaysBeyond))
        .Select(step.World.Today.PlusDays)
        .Where(day => step.Deployment.Shop.Words is var spoken && spoken.Offered.Any(language =>
            words.Contains(new DateWords(spoken.In(language)).Day(day), StringComparison.Ordinal)));
}
