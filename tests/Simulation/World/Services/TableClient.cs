using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>The table of orders as a function reaches it.</summary>
sealed class TableClient(SimulatedDay day, FunctionInstance instance) : IOrders, IOutbox
{
    readonly TableConnection connection = new(day, instance);

    public Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation) =>
        Ask("a look-up", "", () => day.Table.Latest(owner), owner, cancellation);

    public async Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation)
    {
        var invocation = instance.Running!;
        var search = await Ask("a search", $"{id}", () => day.Table.Find(owner, id), owner, cancellation);

        // A delivery whose claim was stored and not answered finds it here.
        if (search is OrderSearch.Found(var found))
        {
            invocation.Sees(found);
        }

        return search;
    }

    public async Task<StoreResult> Store(OrderChange change, CancellationToken cancellation)
    {
        var writer = new Writer.Line(instance.Running!);
        writer.By.Sees(change.After);
        var order = $"{change.After.Id}";
        if (!day.Settings.TableComparesFirstAndWritesLater)
        {
            return await Ask("a write", order, () => IsStill() ? Write() : StoreResult.ChangedMeanwhile, change.Before.Owner, cancellation);
        }

        return await Ask("a comparison", order, IsStill, change.Before.Owner, cancellation)
            ? await Ask("a write", order, Write, change.Before.Owner, cancellation)
            : StoreResult.ChangedMeanwhile;

        bool IsStill()
        {
            var isStill = change.StillAppliesTo(day.Table[change.Before.Id]);
            day.Statistics.Count("decided again", isStill ? 0 : 1);
            return isStill;
        }

        StoreResult Write()
        {
            day.Table.Write(change.After, writer);
            return StoreResult.Stored;
        }
    }

    public Task<DueOrders> Due(Instant now, int limit, CancellationToken cancellation) =>
        Ask("a look for what is due", "", () => day.Table.Due(now, limit), owner: null, cancellation);

    Task<T> Ask<T>(string what, string order, Func<T> does, PhoneNumber? owner, CancellationToken cancellation) =>
        connection.Ask(what, order, does, owner, cancellation);
}
