using System.Collections.Immutable;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Everything of the shop's that a call can change.</summary>
/// <param name="Orders">The orders. Those that did not change are the same objects.</param>
/// <param name="Proofs">What callers tried and proved.</param>
public sealed record ShopRecords(ImmutableArray<Order> Orders, ImmutableArray<OrderVerification> Proofs)
{
    /// <summary>Orders for which nothing was tried.</summary>
    public static ShopRecords Of(ImmutableArray<Order> orders) => new(orders, []);
}
