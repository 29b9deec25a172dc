using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Finds the orders whose messages are due, of every owner.</summary>
/// <remarks>What it finds may be a moment old: a delivery reads the order itself before it sends anything. All members may be called at
/// the same time.</remarks>
public interface IOutbox
{
    /// <summary>The orders that owe a message and whose <see cref="Outbox.DueAt"/> has come, those that have waited longest
    /// first.</summary>
    /// <remarks>What cannot be read takes no order's place: the search goes on until it has as many orders as were asked for, or has
    /// seen all.</remarks>
    /// <param name="now">The time, to the second.</param>
    /// <param name="limit">How many orders at most, and how many unreadable ones; 1 or more.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    Task<DueOrders> Due(Instant now, int limit, CancellationToken cancellation);
}

/// <summary>What a search for due messages found.</summary>
/// <param name="Orders">The orders whose messages are due, those that have waited longest first.</param>
/// <param name="Unreadable">What says that it owes a message, and of which owner or since when cannot be read. That message is not
/// delivered before the order is mended.</param>
public sealed record DueOrders(ImmutableArray<DueOrder> Orders, ImmutableArray<UnreadableOrder> Unreadable);

/// <summary>An order that cannot be found again by what is known of it.</summary>
/// <param name="OrderId">Its id; empty when that is what cannot be read.</param>
/// <param name="Problem">What is wrong, free of personal data.</param>
public sealed record UnreadableOrder(string OrderId, string Problem);

/// <summary>An order that owes a message, by what it is found by.</summary>
public sealed record DueOrder(PhoneNumber Owner, OrderId Id);
