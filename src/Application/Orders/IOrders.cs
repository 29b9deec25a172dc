using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>
/// The orders of the shop's customers. Every question is asked for one owner, so that no caller is ever shown or given
/// another's order.
/// </summary>
/// <remarks>
/// Reads see every write that was answered before them. An implementation may retry a request that the store did not answer,
/// within the time its caller leaves it; when it gives up it throws, and the caller does not know whether a write was
/// applied. An order that is there and cannot be read throws too: an outage or a broken item is never "no order". All members
/// may be called at the same time.
/// </remarks>
public interface IOrders
{
    /// <summary>The order that <paramref name="owner"/> placed last. One whose time of placing was never recorded is the latest
    /// only where there is no other kind; which of several such is not promised.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation);

    /// <summary>The order of that id, if it is <paramref name="owner"/>'s.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation);

    /// <summary>Stores state, history and owed messages of <see cref="OrderChange.After"/> in one write, if the change
    /// <see cref="OrderChange.StillAppliesTo"/> what the store holds; else nothing. Of several changes to the same version exactly one is stored.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled; the change may have been
    /// stored.</exception>
    Task<StoreResult> Store(OrderChange change, CancellationToken cancellation);
}

/// <summary>Finds the order that a caller means.</summary>
static class MeantOrder
{
    /// <summary>The order of that id or, without one, the owner's latest.</summary>
    public static Task<OrderSearch> NamedOrLatest(this IOrders orders, PhoneNumber owner, OrderId? id, CancellationToken cancellation) =>
        id is { } named ? orders.Find(owner, named, cancellation) : orders.Latest(owner, cancellation);
}

/// <summary>What a search for an order found.</summary>
public abstract record OrderSearch
{
    OrderSearch()
    {
    }

    /// <summary>This order.</summary>
    public sealed record Found(Order Order) : OrderSearch;

    /// <summary>The store answered, and there is none.</summary>
    public sealed record NoOrder : OrderSearch;
}

/// <summary>What became of a change.</summary>
public enum StoreResult
{
    /// <summary>It is stored, whole.</summary>
    Stored,

    /// <summary>The order is no longer what the decision was made on, and nothing was stored: read it again and decide again. An
    /// implementation that retried may be meeting its own write.</summary>
    ChangedMeanwhile,
}
