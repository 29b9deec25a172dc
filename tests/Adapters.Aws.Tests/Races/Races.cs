using System.Collections.Concurrent;
using System.Diagnostics;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>Whether the calls about one order wait for one another.</summary>
public enum Pace
{
    InTurn,
    AtOnce,
}

/// <summary>Holds one race for each of many orders, through the line as Connect calls it.</summary>
sealed class Races
{
    // Enough to keep a table busy, and few enough that no request waits until the client gives up on it.
    const int OrdersAtATime = 8;

    readonly CountedOrders store;
    readonly ConcurrentQueue<Exception> failures = [];
    readonly ContactFlowHandler handler;

    public Races(IOrders orders)
    {
        store = new CountedOrders(orders);
        handler = new ContactFlowHandler(
            OrderLine.Open(store, new NoTexts(), SampleOrder.Policy, new StoppedClock(SampleOrder.Now)),
            Language.Japanese,
            record =>
            {
                if (record.Fault is { } failure)
                {
                    failures.Enqueue(failure);
                }
            });
    }

    public int Conflicts => store.Conflicts;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static List<Order> Orders(int count) =>
        [.. Enumerable.Range(1, count).Select(number => SampleOrder.Of(SampleOrder.Customer, $"{number}"))];

    public async Task<IReadOnlyList<Race>> Hold(
        IReadOnlyList<Order> orders, Func<int, IReadOnlyList<FlowCall>> calls, Pace pace, ITestOutputHelper output)
    {
        var watch = Stopwatch.StartNew();
        var races = new Race[orders.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, orders.Count),
            new ParallelOptions { MaxDegreeOfParallelism = OrdersAtATime, CancellationToken = Cancellation },
            async (number, _) => races[number] = await Hold(orders[number], calls(number), pace));

        output.WriteLine(
            $"{orders.Count} orders, {races.Sum(race => race.Answers.Count)} calls {pace}: "
            + $"{races.Sum(race => race.After.History.Length)} changes, {Conflicts} decided again, "
            + $"{races.SelectMany(race => race.Faults()).Count()} faults, {watch.Elapsed.TotalSeconds:F1} s");
        Assert.Empty(failures);
        return races;
    }

    async Task<Race> Hold(Order order, IReadOnlyList<FlowCall> calls, Pace pace)
    {
        var replies = new List<Reply>();
        if (pace == Pace.AtOnce)
        {
            replies.AddRange(await Task.WhenAll(calls.Select(Answer)));
        }
        else
        {
            foreach (var call in calls)
            {
                replies.Add(await Answer(call));
            }
        }

        var after = Assert.IsType<OrderSearch.Found>(await store.Find(order.Owner, order.Id, Cancellation)).Order;
        return new Race(order, after, [.. calls.Zip(replies)], store.Stored(order.Id));

        Task<Reply> Answer(FlowCall call) => handler.Answer(call.Function, call.About(order), Cancellation);
    }
}
