using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class ClaimingAMessageTests
{
    static readonly Instant LeaseEnds = Now + Outbox.Lease;

    [Fact]
    public void A_message_that_nobody_has_tried_is_given_to_the_first_who_asks_until_the_lease_ends()
    {
        var order = PlacedOrder().After(ToMoveTo("2026-12-14"));

        var (claim, after) = order.Claim(1);

        Assert.Equal(new MessageClaim(Delivery(1), order.Outbox.Owed[0], Attempts: 1, InDoubt: 0), claim);
        Assert.Equal(new MessageDelivery.Claimed(Delivery(1), LeaseEnds, 1, 0), after.Outbox.Delivery);
        Assert.Equal(order.Outbox.Owed, after.Outbox.Owed);
        Assert.Equal((order.Version + 1, order.ShippingDate, order.State), (after.Version, after.ShippingDate, after.State));
        Assert.Equal(order.History, after.History);
        Assert.Equal(LeaseEnds, after.Outbox.DueAt);
    }

    [Fact]
    public void Another_delivery_does_nothing_while_the_claim_is_alive()
    {
        var order = PlacedOrder().After(ToCancel()).Claimed(1);

        Assert.Equal(new ClaimDecision.HeldByAnother(LeaseEnds), order.ClaimMessage(Delivery(2), Now));
        Assert.Equal(new ClaimDecision.HeldByAnother(LeaseEnds), order.ClaimMessage(Delivery(2), LeaseEnds - Duration.Epsilon));
    }

    [Fact]
    public void A_delivery_whose_claim_was_stored_without_an_answer_finds_it_again()
    {
        var (claim, order) = PlacedOrder().After(ToCancel()).Claim(1);

        Assert.Equal(new ClaimDecision.Held(claim), order.ClaimMessage(Delivery(1), Now));
    }

    [Fact]
    public void A_claim_too_close_to_its_end_for_an_attempt_is_held_no_more_and_is_granted_anew()
    {
        var (claim, order) = PlacedOrder().After(ToCancel()).Claim(1);
        var lastMoment = LeaseEnds - Outbox.LongestAttempt;

        Assert.Equal(new ClaimDecision.Held(claim), order.ClaimMessage(Delivery(1), lastMoment));
        Assert.Equal(
            lastMoment + Duration.Epsilon + Outbox.Lease,
            order.Claimed(1, lastMoment + Duration.Epsilon).Outbox.DueAt);
        Assert.IsType<ClaimDecision.HeldByAnother>(order.Claimed(2, LeaseEnds).ClaimMessage(Delivery(1), LeaseEnds));
    }

    [Fact]
    public void A_claim_whose_lease_has_ended_is_taken_over_and_the_attempt_nobody_told_the_end_of_is_in_doubt()
    {
        var order = PlacedOrder().After(ToCancel()).Claimed(1);

        var (second, taken) = order.Claim(2, LeaseEnds);
        var (third, _) = taken.Claim(3, LeaseEnds + Outbox.Lease);

        Assert.Equal((2, 1), (second.Attempts, second.InDoubt));
        Assert.Equal((3, 2), (third.Attempts, third.InDoubt));
    }

    [Fact]
    public void An_order_that_owes_nothing_has_nothing_to_claim() =>
        Assert.Equal(new ClaimDecision.NothingOwed(), PlacedOrder().ClaimMessage(Delivery(1), Now));

    [Fact]
    public void After_a_failed_attempt_nobody_may_try_before_the_pause_is_over_whoever_asks()
    {
        var failed = PlacedOrder().After(ToCancel()).Claimed(1).NotTaken(1);
        var due = failed.Outbox.DueAt;

        Assert.Equal(new ClaimDecision.NotYetDue(due), failed.ClaimMessage(Delivery(1), due - Duration.Epsilon));
        Assert.Equal(new ClaimDecision.NotYetDue(due), failed.ClaimMessage(Delivery(2), Now));
        Assert.Equal((2, 0), (failed.Claim(2, due).Claim.Attempts, failed.Claim(2, due).Claim.InDoubt));
    }

    [Fact]
    public void What_was_overtaken_while_it_was_on_its_way_is_not_sent_again_after_a_crash()
    {
        var crashed = PlacedOrder().After(ToMoveTo("2026-12-14")).Claimed(1).After(ToCancel());

        var (claim, after) = crashed.Claim(2, LeaseEnds);

        Assert.Equal((new OwedMessage.Cancellation(3, Language.Japanese, Now), 1, 0), (claim.Message, claim.Attempts, claim.InDoubt));
        Assert.Equal([claim.Message], after.Outbox.Owed);
        Assert.Equal(
            [new SettledMessage.Superseded(crashed.Outbox.Owed[0], LeaseEnds, Attempts: 1, InDoubt: 1)], after.Outbox.Settled);
    }

    [Fact]
    public void Messages_that_an_earlier_version_of_the_line_left_are_folded_into_the_latest()
    {
        var messages = Enumerable.Range(1, 3).Select(number => new OwedMessage.Cancellation(number, Language.English, Now)).ToList();
        var order = PlacedOrder(outbox: Outbox.Empty with { Owed = [.. messages] });

        var (claim, after) = order.Claim(1);

        Assert.Equal(messages[2], claim.Message);
        Assert.Equal(messages[..2], after.Outbox.Settled.Select(settled => settled.Message));
    }

    [Fact]
    public void A_message_can_be_claimed_on_a_shipped_and_on_a_cancelled_order()
    {
        var owing = PlacedOrder().After(ToCancel()).Outbox;
        var shipped = new Order(
            OrderNumber("100"), Number("+819012345678"), "", "", Day("2026-12-10"), new OrderState.Shipped(Now), outbox: owing);

        Assert.IsType<ClaimDecision.Granted>(shipped.ClaimMessage(Delivery(1), Now));
        Assert.IsType<OrderState.Shipped>(shipped.Claimed(1).State);
    }
}
