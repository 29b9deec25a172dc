using OrderHotline.Adapters.Connect;
using OrderHotline.Contracts;
using OrderHotline.Domain;

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
        var races = new Races(table.Orders);

        var held = await races.Hold(orders, _ => FourTimes(function), pace, output);

        Assert.Empty(held.SelectMany(race => race.Faults()));
        Assert.All(held, race =>
        {
            Assert.Equal(1, race.After.Version);
            Assert.Single(race.After.History);
            Assert.Single(race.After.OwedTexts);
            Assert.Equal(Enumerable.Repeat(outcome, 4), race.Answers.Select(answer => answer.Reply.Outcome));
        });
        Assert.True(pace == Pace.InTurn || races.Conflicts > 0, "Calls at once must meet, or they prove no more than calls in turn.");
    }

    [Fact]
    public async Task Four_who_cancel_and_four_who_move_each_of_1000_orders_lose_nothing_and_do_nothing_twice()
    {
        using var table = await TestTable.Create(dynalite);
        var orders = Races.Orders(1_000);
        await table.PutMany(orders);
        var races = new Races(table.Orders);

        var held = await races.Hold(orders, Rivals, Pace.AtOnce, output);

        Assert.Empty(held.SelectMany(race => race.Faults()));
        Assert.All(held, race =>
        {
            Assert.IsType<OrderState.Cancelled>(race.After.State);
            Assert.Single(race.Answers, answer => answer.Reply.Outcome is Outcome.Cancelled);
        });
        var changes = held.GroupBy(race => race.After.Version).OrderBy(races => races.Key).ToList();
        output.WriteLine(string.Join(", ", changes.Select(races => $"{races.Count()} orders changed {races.Key} times")));
        Assert.True(changes.Count > 1, "Some orders must be moved before they are cancelled, or nobody raced for them.");
    }

    [Fact]
    public async Task The_same_event_four_times_convicts_a_store_that_compares_first_and_writes_later()
    {
        foreach (var function in new[] { ConnectFunction.CancelOrder, ConnectFunction.ChangeOrderDate })
        {
            var orders = Races.Orders(300);

            var held = await new Races(new CarelessOrders(orders)).Hold(orders, _ => FourTimes(function), Pace.AtOnce, output);

            Assert.Contains(
                held.SelectMany(race => race.Faults()), fault => fault.Contains("written over another", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Rivals_convict_a_store_that_compares_first_and_writes_later()
    {
        var orders = Races.Orders(300);

        var held = await new Races(new CarelessOrders(orders)).Hold(orders, Rivals, Pace.AtOnce, output);

        var faults = held.SelectMany(race => race.Faults()).ToList();
        Assert.Contains(faults, fault => fault.Contains("written over another", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("was granted and is lost", StringComparison.Ordinal));
    }

    static FlowCall[] FourTimes(ConnectFunction function) =>
        [.. Enumerable.Repeat(new FlowCall(function, "call-1", function == ConnectFunction.CancelOrder ? "" : "2026-12-03"), 4)];

    // Each order has another caller first, so that the first to ask, and likely the first to win, is not always of one kind.
    static FlowCall[] Rivals(int order)
    {
        FlowCall[] all =
        [
            .. Enumerable.Range(1, 4).Select(number => FlowCall.ToReschedule($"moves-{number}", $"2026-12-0{number}")),
            .. Enumerable.Range(1, 4).Select(number => FlowCall.ToCancel($"cancels-{number}")),
        ];
        var first = order % all.Length;
        return [.. all[first..], .. all[..first]];
    }
}
