using NodaTime.Text;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>An order is moved only to a day on which the shop of that world ships, and that it can still manage.</summary>
public sealed class NoOrderIsMovedToADayTheShopCannot : CallProperty
{
    /// <inheritdoc/>
    public override string Sentence => "No order is moved to a day that the shop cannot";

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step) => step.TheShopChangedAnOrder
        ? null
        : step.Changes
            .Where(change => change.Before?.ShippingDate != change.After?.ShippingDate)
            .Select(change => change.After)
            .OfType<Order>()
            .Select(order => (Order: order, Verdict: step.World.Policy.Judge(order.ShippingDate, step.World.At)))
            .Where(moved => moved.Verdict != DayVerdict.Possible)
            .Select(moved => $"Order {moved.Order.Id} ships on {LocalDatePattern.Iso.Format(moved.Order.ShippingDate)}: {moved.Verdict}.")
            .FirstOrDefault();
}
