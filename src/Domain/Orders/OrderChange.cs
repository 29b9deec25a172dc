namespace OrderHotline.Domain;

/// <summary>
/// A step from one version of an order to the next: what is stored in one write, or not at all. State, history entry and owed
/// message are all in <paramref name="After"/>.
/// </summary>
/// <param name="Before">The order the decision was made on.</param>
/// <param name="After">The order to store, one version on.</param>
public sealed record OrderChange(Order Before, Order After)
{
    /// <summary>Whether a store that holds <paramref name="stored"/> may store this change. The version alone would do for changes that
    /// the line makes; the shop's own systems ship, move and cancel orders without knowing of it, so the day and the kind of state must
    /// still be those that the decision rests on. When an order was shipped is part of no decision.</summary>
    public bool StillAppliesTo(Order stored) =>
        stored.Version == Before.Version
        && stored.ShippingDate == Before.ShippingDate
        && (stored.State, Before.State) is
            (OrderState.Placed, OrderState.Placed)
            or (OrderState.Shipped, OrderState.Shipped)
            or (OrderState.Cancelled, OrderState.Cancelled);
}
