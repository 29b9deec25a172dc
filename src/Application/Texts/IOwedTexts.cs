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
    /// <param name="now">The time, to the second.</param>
    /// <param name="limit">How many at most; 1 or more.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    Task<ImmutableArray<DueOrder>> Due(Instant now, int limit, CancellationToken cancellation);
}

/// <summary>An order whose text is due.</summary>
/// <param name="Owner">Whose order it is.</param>
/// <param name="Order">Which order.</param>
/// <param name="Since">When it became due.</param>
public sealed record DueOrder(PhoneNumber Owner, OrderId Order, Instant Since);
