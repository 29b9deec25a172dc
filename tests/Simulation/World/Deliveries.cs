using NodaTime;
using OrderHotline.Adapters.Aws;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>What makes messages leave: the table's stream tells of a change, and a schedule looks every minute for what is due.</summary>
sealed class Deliveries(SimulatedDay day)
{
    const int LargestSweep = 500;
    const int StreamRetries = 3;
    static readonly Duration Longest = Duration.FromSeconds(55);
    static readonly Duration StopStarting = Duration.FromSeconds(45);
    static readonly Duration Minute = Duration.FromMinutes(1);
    // A log line of what no order is to blame for.
    static readonly OrderId NoOrder = Shop.Id("none");
    int sweeps;

    /// <summary>The stream's filter lets through what was not tried yet.</summary>
    public void TellOf(Order order)
    {
        if (order.Outbox.Owed.IsEmpty || order.Outbox.Delivery is not MessageDelivery.Untried)
        {
            return;
        }

        var careless = day.Random.Of(day.Faults.UnreliableStream);
        var tellings = careless ? day.Random.Between(0, 2) : 1;
        for (var telling = 0; telling < tellings; telling++)
        {
            day.Time.In(
                day.Random.Between(Duration.FromMilliseconds(100), careless ? Duration.FromMinutes(5) : Duration.FromSeconds(1)),
                () => Deliver(order.Owner, order.Id, StreamRetries));
        }
    }

    /// <summary>Looks for what is due from now on, every minute.</summary>
    public void Begin()
    {
        day.Time.In(Minute, Begin);
        var (sweep, stopStarting) = ($"sweep {++sweeps}", new CancellationTokenSource());
        day.Time.In(StopStarting, stopStarting.Cancel);
        Kill(day.Functions.Run<SweepOutcome>(
            sweep,
            Longest,
            (instance, invocation) => instance.Deliveries.Send(
                new DeliverDueMessages(new ClaimId(day.Random.Id()), LargestSweep, stopStarting.Token), invocation.Cancellation),
            (_, outcome, fault) =>
            {
                switch (outcome)
                {
                    case SweepOutcome.Ended ended:
                        LogAll(ended.Deliveries);
                        Log(MessageDeliveryRecord.ForSweep(ended));
                        break;
                    case SweepOutcome.BrokenOff(var ends, _, var why):
                        LogAll(ends);
                        Log(MessageDeliveryRecord.For(NoOrder, why));
                        break;
                }

                if (fault is not null)
                {
                    Log(MessageDeliveryRecord.For(NoOrder, fault));
                }
            }));
    }

    void Log(LogLine line) => day.Log.Add($"{line}");

    void LogAll(IEnumerable<OrderDelivery> deliveries) => day.Log.AddRange(deliveries.Select(delivery => $"{MessageDeliveryRecord.For(delivery)}"));

    void Deliver(PhoneNumber owner, OrderId order, int retries)
    {
        Kill(day.Functions.Run<DeliveryOutcome>(
            $"delivery {day.Statistics["invocations"] + 1}",
            Longest,
            (instance, invocation) => instance.Deliveries.Send(
                new DeliverOutbox(new DueOrder(owner, order), new ClaimId(day.Random.Id())), invocation.Cancellation),
            (_, outcome, fault) =>
            {
                Log(outcome is null ? MessageDeliveryRecord.For(order, fault!) : MessageDeliveryRecord.For(order, outcome));
                if (fault is not null)
                {
                    Again();
                }
            },
            died: Again));

        // What could not be noted comes back with its shard, a few times.
        void Again()
        {
            if (retries > 0)
            {
                day.Time.In(Duration.FromSeconds(1), () => Deliver(owner, order, retries - 1));
            }
        }
    }

    // A function that overruns its time is killed in whatever it is doing, the note of a message included.
    void Kill(Invocation overrun) => day.Time.In(Minute, overrun.Kill);
}
