using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class SettlingAMessageTests
{
    static readonly Instant Later = Now + Duration.FromSeconds(2);

    readonly Order claimed = PlacedOrder().After(ToMoveTo("2026-12-14")).Claimed(1);

    [Fact]
    public void An_accepted_message_is_owed_no_longer_and_remembered_with_the_services_id()
    {
        var after = claimed.Accepted(1, "message-1", Later);

        Assert.Empty(after.Outbox.Owed);
        Assert.Equal(new MessageDelivery.Untried(), after.Outbox.Delivery);
        Assert.Equal([new SettledMessage.Accepted(claimed.Outbox.Owed[0], Later, 1, 0, "message-1")], after.Outbox.Settled);
        Assert.Equal((claimed.Version + 1, claimed.State), (after.Version, after.State));
        Assert.Equal(claimed.History, after.History);
        Assert.Equal(Instant.MaxValue, after.Outbox.DueAt);
    }

    [Fact]
    public void A_refused_message_is_owed_no_longer_and_remembered_with_the_reason()
    {
        var refused = Assert.IsType<SettledMessage.Refused>(Assert.Single(claimed.Refused(1).Outbox.Settled));

        Assert.Equal(new SettledMessage.Refused(claimed.Outbox.Owed[0], Now, 1, 0, "OptedOut"), refused);
        Assert.Equal("OptedOut", refused.Reason);
        Assert.Empty(claimed.Refused(1).Outbox.Owed);
    }

    [Fact]
    public void A_message_owed_meanwhile_is_free_to_be_claimed_at_once()
    {
        var changed = claimed.After(ToCancel());

        var after = changed.Accepted(1);

        Assert.Equal([3], after.Outbox.Owed.Select(message => message.Number));
        Assert.Equal(1, after.Claim(2).Claim.Attempts);
    }

    [Fact]
    public void Whoever_comes_late_still_notes_what_was_accepted_and_breaks_the_claim_on_it()
    {
        var (late, order) = PlacedOrder().After(ToCancel()).Claim(1);
        var (second, taken) = order.Claim(2, Now + Outbox.Lease);

        var settled = Deliveries.Stored(taken.Settle(late.Accepted("message-1", Later)));
        Assert.Empty(settled.Outbox.Owed);

        var twice = Deliveries.Stored(settled.Settle(second.Accepted("message-2", Later)));
        Assert.Equal(["message-1", "message-2"], twice.Outbox.Settled.Cast<SettledMessage.Accepted>().Select(message => message.MessageId));
        Assert.Equal([0, 1], twice.Outbox.Settled.Select(message => message.InDoubt));
    }

    [Fact]
    public void Whoever_comes_late_leaves_the_claim_on_the_next_message_alone()
    {
        var (late, order) = PlacedOrder().After(ToMoveTo("2026-12-14")).Claim(1);
        var next = order.After(ToCancel()).Claimed(2, Now + Outbox.Lease);

        var after = Deliveries.Stored(next.Settle(late.Accepted("message-1", Later)));

        Assert.Equal(next.Outbox.Delivery, after.Outbox.Delivery);
        Assert.Equal(next.Outbox.Owed, after.Outbox.Owed);
    }

    [Fact]
    public void A_note_that_was_stored_without_an_answer_is_not_made_twice()
    {
        var (claim, order) = PlacedOrder().After(ToCancel()).Claim(1);
        var accepted = Deliveries.Stored(order.Settle(claim.Accepted("message-1", Now)));
        var refused = Deliveries.Stored(order.Settle(claim.Refused("OptedOut", Now)));

        Assert.Null(accepted.Settle(claim.Accepted("message-1", Now)));
        Assert.Null(refused.Settle(claim.Refused("OptedOut", Now)));
        Assert.Null(order.NotTaken(1).PostponeInDoubt(claim, "x", Now));
    }

    [Fact]
    public void Nobody_notes_of_a_message_that_it_was_overtaken_but_the_order_itself() =>
        Assert.Null(claimed.Settle(new SettledMessage.Superseded(claimed.Outbox.Owed[0], Now, 1, 0)));

    [Fact]
    public void Only_the_latest_20_messages_are_remembered_and_codes_are_cut_to_100_characters()
    {
        var order = PlacedOrder();
        for (var i = 1; i <= 23; i++)
        {
            order = order.After(ToMoveTo(i % 2 == 0 ? "2026-12-14" : "2026-12-15", $"call-{i}")).Claimed(1)
                .Accepted(1, $"{i}-{new string('x', 200)}");
        }

        var settled = order.Outbox.Settled.Cast<SettledMessage.Accepted>().ToList();
        Assert.Equal(20, settled.Count);
        Assert.StartsWith("4-", settled[0].MessageId, StringComparison.Ordinal);
        Assert.All(settled, message => Assert.Equal(100, message.MessageId.Length));
    }
}
