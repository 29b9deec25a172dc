using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using OrderHotline.Simulation;
using Wish = OrderHotline.Simulation.Wish;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class NothingTwiceNothingLostTests(Dynalite dynalite, ITestOutputHelper output)
{
    [Theory]
    [InlineData(ConnectFunction.CancelOrder, Outcome.Cancelled, Pace.InTurn)]
    [InlineData(ConnectFunction.CancelOrder, Outcome.Cancelled, Pace.AtOnce)]
    [InlineData(ConnectFunction.ChangeOrderDate, Outcome.Rescheduled, Pace.InTurn)]
    [InlineData(ConnectFunction.ChangeOrderDate, Outcome.Rescheduled, Pace.AtOnce)]
    public async Task The_same_event_four_times_changes_each_of_500_orders_once(ConnectFunction function, Outcome outcome, Pace pace)
    {
        using var table = await TestTable.Create(dynalite);
        var orders = Races.Orders(500);
        await table.PutMany(orders);

        var (traces, violations) = await new Races(table.Orders, table.Outbox).Hold(orders, _ => FourTimes(function), pace, output);

        Assert.Empty(violations);
        Assert.All(traces, trace =>
        {
            Assert.Equal(1, trace.Last.Version);
            Assert.Single(trace.Last.History);
            Assert.Single(trace.Last.Outbox.Owed);
            Assert.Equal(Enumerable.Repeat(outcome, 4), trace.Attempts.Select(attempt => attempt.Reply!.Outcome));
            Assert.All(trace.Attempts, attempt => Assert.Equal(trace.Attempts[0].Reply!.Pairs, attempt.Reply!.Pairs));
        });
    }

    [Fact]
    public async Task Four_who_cancel_and_four_who_move_each_of_1000_orders_lose_nothing_and_do_nothing_twice()
    {
        using var table = await TestTable.Create(dynalite);
        var orders = Races.Orders(1_000);
        await table.PutMany(orders);

        var (traces, violations) = await new Races(table.Orders, table.Outbox).Hold(orders, Rivals, Pace.AtOnce, output);

        Assert.Empty(violations);
        AssertOneCancelled(traces);
        Assert.All(traces, trace => Assert.Equal(
            Enumerable.Range(1, trace.Last.History.Length),
            trace.Last.Outbox.Settled.Select(settled => settled.Message.Number).Concat(trace.Last.Outbox.Owed.Select(message => message.Number))));
    }

    [Fact]
    public async Task Rivals_for_each_of_300_orders_whose_messages_leave_meanwhile_get_each_message_once_and_in_order()
    {
        using var table = await TestTable.Create(dynalite);
        var orders = Races.Orders(300);
        await table.PutMany(orders);

        var (traces, violations) = await new Races(table.Orders, table.Outbox) { MessagesLeave = true }.Hold(orders, Rivals, Pace.AtOnce, output);

        Assert.Empty(violations);
        AssertOneCancelled(traces);
        Assert.All(traces, trace => Assert.Distinct(trace.Publishings.Select(message => message.Number)));
        Assert.True(
            traces.Sum(trace => trace.Publishings.Count) > traces.Count,
            "Some messages must leave before the cancellation, or no delivery raced with the calls.");
    }

    [Theory]
    [InlineData(ConnectFunction.CancelOrder)]
    [InlineData(ConnectFunction.ChangeOrderDate)]
    public async Task The_same_event_four_times_catches_a_store_that_compares_first_and_writes_later(ConnectFunction function)
    {
        var orders = Races.Orders(300);
        var careless = new CarelessOrders(orders);

        var (_, violations) = await new Races(careless, careless).Hold(orders, _ => FourTimes(function), Pace.AtOnce, output);

        Assert.Contains(violations, violation => violation.Rule == "A wish is granted once");
    }

    [Fact]
    public async Task Rivals_catch_a_store_that_compares_first_and_writes_later()
    {
        var orders = Races.Orders(300);
        var careless = new CarelessOrders(orders);

        var (_, violations) = await new Races(careless, careless).Hold(orders, Rivals, Pace.AtOnce, output);

        Assert.Contains(violations, violation => violation.Rule == "Every write follows the one before it");
    }

    void AssertOneCancelled(IReadOnlyList<OrderTrace> traces)
    {
        Assert.All(traces, trace =>
        {
            Assert.IsType<OrderState.Cancelled>(trace.Last.State);
            Assert.Single(trace.Attempts, attempt => attempt.Reply!.Outcome is Outcome.Cancelled);
        });
        var changes = traces.GroupBy(trace => trace.Last.History.Length).OrderBy(alike => alike.Key).ToList();
        output.WriteLine(string.Join(", ", changes.Select(alike => $"{alike.Count()} orders changed {alike.Key} times")));
        Assert.True(changes.Count > 1, "Some orders must be moved before they are cancelled, or nobody raced for them.");
    }

    static Wish[] FourTimes(ConnectFunction function) =>
    [
        .. Enumerable.Repeat(
            function == ConnectFunction.CancelOrder ? Races.ToCancel("call-1") : Races.ToReschedule("call-1", "2026-12-03"), 4),
    ];

    // Each order has another caller first, so that the first to ask, and likely the first to win, is not always of one kind.
    static Wish[] Rivals(int order)
    {
        Wish[] all =
        [
            .. Enumerable.Range(1, 4).Select(number => Races.ToReschedule($"moves-{number}", $"2026-12-0{number}")),
            .. Enumerable.Range(1, 4).Select(number => Races.ToCancel($"cancels-{number}")),
        ];
        var first = order % all.Length;
        return [.. all[first..], .. all[..first]];
    }
}
