using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>What a wish would come to, and nothing is stored for it.</summary>
abstract record Rehearsal<TOutcome>
    where TOutcome : class
{
    Rehearsal()
    {
    }

    /// <summary>An answer that needs no change.</summary>
    public sealed record Answered(TOutcome Outcome) : Rehearsal<TOutcome>;

    /// <summary>A change, which the customer may have.</summary>
    public sealed record WouldChange(OrderChange Change) : Rehearsal<TOutcome>;

    /// <summary>Rehearses a wish.</summary>
    /// <param name="orders">The orders.</param>
    /// <param name="wish">Asks for it, over orders that store nothing.</param>
    public static async Task<Rehearsal<TOutcome>> Of(IOrders orders, Func<IOrders, Task<TOutcome>> wish)
    {
        try
        {
            return new Answered(await wish(new StoringNothing(orders)));
        }
        catch (DecidedException decided)
        {
            return new WouldChange(decided.Change);
        }
    }

    sealed class DecidedException(OrderChange change) : Exception
    {
        public OrderChange Change { get; } = change;
    }

    // The line decides on what is stored, and goes no further than to the write.
    sealed class StoringNothing(IOrders orders) : IOrders
    {
        public Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation) => orders.Latest(owner, cancellation);

        public Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation) => orders.Find(owner, id, cancellation);

        public Task<StoreResult> Store(OrderChange change, CancellationToken cancellation) => throw new DecidedException(change);
    }
}
