using System.Collections.Concurrent;
using System.Diagnostics;
using NodaTime;
using NodaTime.Testing;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using OrderHotline.Simulation;
using Wish = OrderHotline.Simulation.Wish;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>Whether the calls about one order wait for one another.</summary>
public enum Pace
{
    InTurn,
    AtOnce,
}

/// <summary>Holds one race for each of many orders, through the line as Connect and the stream call it, and has every race judged by
/// the rules of bad days.</summary>
/// <param name="orders">The store.</param>
/// <param name="outbox">The store's outbox.</param>
sealed class Races(IOrders orders, IOutbox outbox)
{
    // Enough to keep a table busy, and few enough that no request waits until the client gives up on it.
    const int OrdersAtATime = 8;

    // The line's clock stands still, and a minute is more than a race takes.
    static readonly InvariantChecker InvariantChecker = new(new ShopDays(_ => false), ClocksAreOff: Duration.FromMinutes(1));

    readonly ConcurrentQueue<string> log = [];
    int deliveries;

    /// <summary>Whether each call is followed by a delivery, as the table's stream would have it, while other calls still race.</summary>
    public bool MessagesLeave { get; init; }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static List<Order> Orders(int count) =>
        [.. Enumerable.Range(1, count).Select(number => SampleOrder.Of(SampleOrder.Customer, $"{number}"))];

    public static Wish ToCancel(string contact) =>
        new(Number: 1, contact, SampleOrder.Customer, ConnectFunction.CancelOrder, Day: "", Words: "");

    public static Wish ToReschedule(string contact, string day) =>
        new(Number: 1, contact, SampleOrder.Customer, ConnectFunction.ChangeOrderDate, day, Words: "");

    public async Task<(IReadOnlyList<OrderTrace> Traces, IReadOnlyList<Violation> Violations)> Hold(
        IReadOnlyList<Order> raced, Func<int, IReadOnlyList<Wish>> wishes, Pace pace, ITestOutputHelper output)
    {
        var watch = Stopwatch.StartNew();
        var traces = new OrderTrace[raced.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, raced.Count),
            new ParallelOptions { MaxDegreeOfParallelism = OrdersAtATime, CancellationToken = Cancellation },
            async (number, _) => traces[number] = await Hold(raced[number], wishes(number), pace));

        List<Violation> violations = [.. traces.SelectMany(InvariantChecker.Check), .. LogRules.Check([.. log], raced.Take(1))];
        output.WriteLine(
            $"{raced.Count} orders, {traces.Sum(trace => trace.Attempts.Count)} calls {pace}, {deliveries} deliveries: "
            + $"{traces.Sum(trace => trace.Changes.Count())} changes, {traces.Sum(trace => trace.Publishings.Count)} messages taken, "
            + $"{log.Count} log lines, {violations.Count} violations, {watch.Elapsed.TotalSeconds:F1} s");
        foreach (var fault in log.Where(line => line.Contains("\"level\":\"error\"", StringComparison.Ordinal)).Take(3))
        {
            output.WriteLine(fault);
        }

        return (traces, violations);
    }

    async Task<OrderTrace> Hold(Order order, IReadOnlyList<Wish> wishes, Pace pace)
    {
        var track = new RaceTrack(order);
        if (pace == Pace.AtOnce)
        {
            await Task.WhenAll(wishes.Select(Ask));
        }
        else
        {
            foreach (var wish in wishes)
            {
                await Ask(wish);
            }
        }

        // Whom another's claim kept away leaves the message to the schedule.
        await Deliver();

        var after = Assert.IsType<OrderSearch.Found>(await orders.Find(order.Owner, order.Id, Cancellation)).Order;
        return track.Over(after, isDelivered: MessagesLeave);

        async Task Ask(Wish wish)
        {
            var attempt = new Attempt(wish, track.Next());
            using var by = new Invocation("a function") { Asked = attempt };
            var handler = new ContactFlowHandler(
                OrderLine.ForCalls(new WitnessedOrders(orders, track, by), SampleOrder.Policy, Clock),
                LinePhrases.Standard,
                TrustedChannels.None,
                record => log.Enqueue(record.ToLogLine().ToString()));
            track.Saw(attempt);
            attempt.Reply = await handler.Answer(wish.Function, wish.ToEvent(order.Id, "ja-JP"), Cancellation);
            await Deliver();
        }

        async Task Deliver()
        {
            if (!MessagesLeave)
            {
                return;
            }

            using var by = new Invocation($"delivery {Interlocked.Increment(ref deliveries)}");
            var line = OrderLine.ForDeliveries(
                new WitnessedOrders(orders, track, by), outbox, new WitnessedMessageSender(track, order.Id, by), MessageWords.Standard, Clock);
            await line.Send(new DeliverOutbox(new DueOrder(order.Owner, order.Id), new ClaimId(Guid.NewGuid())), Cancellation);
        }
    }

    static FakeClock Clock => new(SampleOrder.Now);
}
