using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class OwedMessageTests
{
    static readonly OwedMessage First = new OwedMessage.NewDate(1, Language.Japanese, Now, Day("2026-12-14"));

    [Fact]
    public void Each_change_owes_one_message_named_by_the_version_that_brought_it_about() =>
        Assert.Equal([First], PlacedOrder().After(ToMoveTo("2026-12-14")).Outbox.Owed);

    [Theory]
    [InlineData("+81312345678", 0)] // a landline in Tokyo
    [InlineData("+819012345678", 1)]
    [InlineData("+14155550123", 1)]
    public void A_change_owes_no_message_to_a_number_that_takes_none(string owner, int owed)
    {
        var placed = PlacedOrder();
        var order = new Order(placed.Id, Number(owner), placed.Item, placed.CustomerName, placed.ShippingDate, placed.State);

        var moved = order.After(ToMoveTo("2026-12-14"));
        var cancelled = moved.After(ToCancel());

        Assert.Equal((owed, owed), (moved.Outbox.Owed.Length, cancelled.Outbox.Owed.Length));
        Assert.Equal((2, 2), (cancelled.Version, cancelled.History.Length));
        Assert.Equal(owed == 0 ? MessageProgress.NoMessage : MessageProgress.Owed, cancelled.Outbox.Progress);
    }

    [Fact]
    public void A_message_is_due_since_the_change_that_brought_it_about_and_no_message_is_never_due()
    {
        Assert.Equal(Now, PlacedOrder().After(ToMoveTo("2026-12-14")).Outbox.DueAt);
        Assert.Equal(Instant.MaxValue, PlacedOrder().Outbox.DueAt);
        Assert.Equal(Now, PlacedOrder().After(ToMoveTo("2026-12-14")).Outbox.OwedSince);
        Assert.Equal(Instant.MaxValue, PlacedOrder().Outbox.OwedSince);
    }

    [Fact]
    public void A_message_that_was_overtaken_before_anybody_tried_it_is_owed_no_more_and_remembered()
    {
        var order = PlacedOrder().After(ToMoveTo("2026-12-14")).After(ToCancel());

        Assert.Equal([new OwedMessage.Cancellation(2, Language.Japanese, Now)], order.Outbox.Owed);
        Assert.Equal([new SettledMessage.Superseded(First, Now, Attempts: 0, InDoubt: 0)], order.Outbox.Settled);
    }

    [Fact]
    public void A_message_that_failed_before_is_overtaken_too_and_the_new_one_is_due_at_once()
    {
        var failed = PlacedOrder().After(ToMoveTo("2026-12-14")).Claimed(1).InDoubt(1);

        var order = failed.After(ToCancel());

        Assert.Equal([new SettledMessage.Superseded(First, Now, Attempts: 1, InDoubt: 1)], order.Outbox.Settled);
        Assert.Equal(new MessageDelivery.Untried(), order.Outbox.Delivery);
        Assert.Equal(Now, order.Outbox.DueAt);
    }

    [Fact]
    public void A_message_that_a_delivery_is_sending_is_not_overtaken_and_the_new_one_waits_behind_it()
    {
        var claimed = PlacedOrder().After(ToMoveTo("2026-12-14")).Claimed(1);

        var order = claimed.After(ToMoveTo("2026-12-15", "call-2")).After(ToCancel("call-3"));

        Assert.Equal([1, 4], order.Outbox.Owed.Select(message => message.Number));
        Assert.Equal(claimed.Outbox.Delivery, order.Outbox.Delivery);
        Assert.Equal([3], order.Outbox.Settled.Select(settled => settled.Message.Number));
    }

    [Fact]
    public void However_often_an_order_is_changed_while_a_message_is_on_its_way_it_owes_two_at_most()
    {
        var order = Enumerable.Range(0, 60).Aggregate(
            PlacedOrder().After(ToMoveTo("2026-12-14")).Claimed(1),
            (order, i) => order.After(ToMoveTo(i % 2 == 0 ? "2026-12-15" : "2026-12-14", $"again-{i}")));

        Assert.Equal(2, order.Outbox.Owed.Length);
        Assert.Equal(Outbox.SettledLength, order.Outbox.Settled.Length);
        Assert.Equal(62, order.Version);
    }

    [Fact]
    public void No_two_messages_share_a_number_whatever_was_stored_in_between()
    {
        var settled = PlacedOrder().After(ToMoveTo("2026-12-14")).Claimed(1).Accepted(1);

        Assert.Equal([4], settled.After(ToCancel()).Outbox.Owed.Select(message => message.Number));
    }
}
