using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>The table as a function reaches it: over a network, through a client that makes up to three attempts.</summary>
sealed class TableClient(SimulatedDay day, FunctionInstance instance) : IOrders, IOutbox
{
    const int Attempts = 3;

    // The client's own limit for one attempt.
    static readonly Duration OneAttempt = Duration.FromSeconds(3.3);
    static readonly Duration LatestWrite = Duration.FromSeconds(12);

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

    Task<T> Ask<T>(string what, string order, Func<T> does, PhoneNumber? owner, CancellationToken cancellation)
    {
        var call = new RemoteCall<T>(day, instance.Running!, what, order, cancellation);
        if (!call.IsCalledOff)
        {
            Attempt(1);
        }

        return call.Answer;

        void Attempt(int number)
        {
            if (call.IsOver)
            {
                return;
            }

            var faults = day.Faults;
            if (day.Random.Of(faults.ThrottledTable))
            {
                call.Trouble("throttled by the table");
                day.Time.In(Network(), () => Again(number));
            }
            else if (day.Random.Of(faults.LostRequests))
            {
                call.Trouble("lost on its way to the table");
                day.Time.In(OneAttempt, () => Again(number));
            }
            else if (day.Random.Of(faults.LostAnswers))
            {
                call.Trouble("done by the table, its answer lost");
                day.Time.In(Network(), () => does());
                day.Time.In(OneAttempt, () => Again(number));
            }
            else if (day.Random.Of(faults.LateWrites))
            {
                call.Trouble("done by the table after the wait for it");
                day.Time.In(day.Random.Between(OneAttempt, LatestWrite), () => does());
                day.Time.In(OneAttempt, () => Again(number));
            }
            else
            {
                var slowly = Duration.FromMilliseconds(day.Random.Of(faults.SlowTable) ? day.Random.Between(0, 800) : 0);
                day.Time.In(Network() + slowly, () =>
                {
                    var answer = does();
                    day.Time.In(Network() + slowly, () => call.Answered(answer));
                });
            }
        }

        void Again(int number)
        {
            if (number < Attempts)
            {
                day.Time.In(Duration.FromMilliseconds(day.Random.Between(10, 100 << number)), () => Attempt(number + 1));
            }
            else
            {
                if (call.IsHeard && order.Length > 0)
                {
                    instance.Running!.GivenUp[Shop.Id(order)] = day.Time.Now;
                }

                // A service's own message may name the customer.
                call.Failed(new TimeoutException($"The table did not answer the request for {owner?.ToE164() ?? "everybody"}."));
            }
        }
    }

    Duration Network() => Duration.FromMilliseconds(day.Random.Between(1, 20));
}
