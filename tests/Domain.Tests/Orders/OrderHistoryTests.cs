using System.Collections.Immutable;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class OrderHistoryTests
{
    [Fact]
    public void An_order_the_line_never_touched_has_no_history_owes_no_message_and_is_at_version_0()
    {
        var order = new Order(
            OrderNumber("100"), Number("+819012345678"), "", "", Day("2026-12-10"), new OrderState.Placed());

        Assert.Empty(order.History);
        Assert.Empty(order.Outbox.Owed);
        Assert.Equal(0, order.Version);
        Assert.Equal(Utc("1970-01-01T00:00:00Z"), order.PlacedAt);
    }

    [Fact]
    public void Changes_are_remembered_oldest_first()
    {
        var order = PlacedOrder().After(ToMoveTo("2026-12-14", "call-1")).After(ToCancel("call-2"));

        Assert.Equal(
            [
                new Change.Rescheduling(Now, Contact("call-1").Id, Channel.Voice, Day("2026-12-10"), Day("2026-12-14"), ""),
                new Change.Cancellation(Now, Contact("call-2").Id, Channel.Voice),
            ],
            order.History);
    }

    [Theory]
    [InlineData(19)]
    [InlineData(20)]
    [InlineData(25)] // stored by a version of the line that remembered more
    public void Only_the_latest_20_changes_are_remembered(int before)
    {
        var order = PlacedOrder(history: Changes(before));

        var history = order.After(ToMoveTo("2026-12-14", "call-1")).History;

        Assert.Equal(20, history.Length);
        Assert.Equal(order.History[^19..], history[..19]);
        Assert.Equal(Contact("call-1").Id, history[^1].Contact);
    }

    [Fact]
    public void Moving_an_order_25_times_keeps_counting_versions_beyond_the_history()
    {
        var order = Enumerable.Range(0, 25)
            .Aggregate(PlacedOrder(), (order, i) => order.After(ToMoveTo(i % 2 == 0 ? "2026-12-14" : "2026-12-15", $"call-{i}")));

        Assert.Equal(25, order.Version);
        Assert.Equal(25, Assert.Single(order.Outbox.Owed).Number);
        Assert.Equal(
            Enumerable.Range(5, 20).Select(i => Contact($"call-{i}").Id),
            order.History.Select(change => change.Contact));
    }

    static ImmutableArray<Change> Changes(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new Change.Rescheduling(
            Now, Contact($"old-{i}").Id, Channel.Chat, Day("2026-12-10"), Day("2026-12-11"), $"change {i}")),
    ];
}
