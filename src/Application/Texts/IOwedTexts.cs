using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Finds the orders whose texts are due, whoever owns them.</summary>
/// <remarks>What it finds may be a moment old: whoever delivers reads the order itself before it sends anything. All members may be
/// called at the same time.</remarks>
public interface IOwedTexts
{
    /// <summary>The orders that owe a text and whose <see cref="OrderTexts.Due"/> has come, those that have waited longest
    /// first.</summary>
    /// <remarks>What cannot be read takes nobody's place: the search goes on behind it until it has as many orders as were asked for,
    /// or has seen all.</remarks>
    /// <param name="now">The time, to the second.</param>
    /// <param name="limit">How many orders at most, and how many unreadable ones; 1 or more.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    Task<DueTexts> Due(Instant now, int limit, CancellationToken cancellation);
}

/// <summary>What a search for due texts found.</summary>
/// <param name="Orders">The orders whose texts are due, those that have waited longest first.</param>
/// <param name="Unreadable">What says that it owes a text and does not say so that anybody could tell whose or since when. Nobody will
/// get that text before the item is mended.</param>
public sealed record DueTexts(ImmutableArray<DueOrder> Orders, ImmutableArray<UnreadableOrder> Unreadable);

/// <summary>An order that cannot be found again by what the store says of it.</summary>
/// <param name="OrderId">Its id; empty when that is what cannot be read.</param>
/// <param name="Problem">What is wrong, free of personal data.</param>
public sealed record UnreadableOrder(string OrderId, string Problem);

/// <summary>An order whose text is due.</summary>
/// <param name="Owner">Whose order it is.</param>
/// <param name="Order">Which order.</param>
/// <param name="Since">When it became due.</param>
public sealed record DueOrder(PhoneNumber Owner, OrderId Order, Instant Since);
