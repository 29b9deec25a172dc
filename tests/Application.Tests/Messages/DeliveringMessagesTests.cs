using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Application.Tests;

public sealed class DeliveringMessagesTests
{
    const string Moved = "Your order now ships on Friday, December 4.\nOrder 1: Jacket";
    const string Cancelled = "Your order is cancelled.\nOrder 1: Jacket";

    [Fact]
    public async Task A_message_that_is_owed_is_sent_and_remembered_with_the_services_id()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Reschedule("2026-12-04");
        var owed = shop.Only.Outbox.Owed[0];

        var delivered = Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver());

        Assert.Equal([(Customer, Moved)], Sent(shop));
        Assert.Equal([new SettledMessage.Accepted(owed, Now, 1, 0, "recorded-1")], delivered.Settled);
        Assert.Empty(shop.Only.Outbox.Owed);
        Assert.Equal(delivered.Settled.AsEnumerable(), shop.Only.Outbox.Settled);
    }

    [Fact]
    public async Task A_message_costs_one_write_before_it_is_sent_and_one_after()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        var before = shop.Store.Writes;
        var whileItSent = 0;
        shop.Service.WhileItSends = () => Task.FromResult(whileItSent = shop.Store.Writes);

        await shop.Deliver();

        Assert.Equal((before + 1, before + 2), (whileItSent, shop.Store.Writes));
    }

    [Fact]
    public async Task What_was_overtaken_before_it_left_is_not_sent_and_the_message_that_is_tells_how_things_stand()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Reschedule("2026-12-04");
        await shop.Cancel();

        await shop.Deliver();

        Assert.Equal([(Customer, Cancelled)], Sent(shop));
        Assert.Equal(
            [typeof(SettledMessage.Superseded), typeof(SettledMessage.Accepted)], shop.Only.Outbox.Settled.Select(message => message.GetType()));
    }

    [Fact]
    public async Task What_is_settled_is_not_sent_again()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        await shop.Deliver();

        Assert.Empty(Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver(delivery: 2)).Settled);
        Assert.Single(shop.Messages.Sent);
    }

    [Fact]
    public async Task A_refused_message_is_remembered_with_its_reason_and_not_owed_for_ever()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        shop.Messages.OptOut(Customer);
        await shop.Cancel();

        var refused = Assert.IsType<SettledMessage.Refused>(
            Assert.Single(Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver()).Settled));

        Assert.Equal("OptedOut", refused.Reason);
        Assert.Empty(shop.Only.Outbox.Owed);
        Assert.Equal([refused], shop.Only.Outbox.Settled);
    }

    [Fact]
    public async Task Two_deliveries_at_once_send_one_message()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        DeliveryOutcome? twin = null;
        shop.Service.WhileItSends = async () => twin = await shop.Deliver(delivery: 2);

        Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver());

        Assert.Equal(Now + Outbox.Lease, Assert.IsType<DeliveryOutcome.ClaimedByAnother>(twin).Until);
        Assert.Single(shop.Messages.Sent);
    }

    [Fact]
    public async Task Of_two_deliveries_that_claim_at_the_same_moment_one_finds_the_others_claim()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Store.BeforeTheNextWrite = claiming => shop.Orders.Put(claiming.Before.ClaimMessage(delivery: 2).After);

        Assert.IsType<DeliveryOutcome.ClaimedByAnother>(await shop.Deliver());
        Assert.Empty(shop.Messages.Sent);
    }

    [Fact]
    public async Task A_claim_that_was_stored_without_an_answer_is_recognised()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Store.LosesTheNextAnswer = true;

        Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver());

        Assert.Single(shop.Messages.Sent);
        Assert.Equal((1, 0), (shop.Only.Outbox.Settled[0].Attempts, shop.Only.Outbox.Settled[0].InDoubt));
    }

    [Fact]
    public async Task An_acceptance_that_was_noted_without_an_answer_is_noted_once()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Service.WhileItSends = () => Task.FromResult(shop.Store.LosesTheNextAnswer = true);

        await shop.Deliver();

        Assert.Single(shop.Only.Outbox.Settled);
    }

    [Fact]
    public async Task A_delivery_that_crashed_between_the_sending_and_the_note_costs_one_more_message_and_it_is_counted()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Service.WhileItSends = () => Task.FromResult(shop.Store.IsDown = true);
        await Assert.ThrowsAsync<HttpRequestException>(() => shop.Deliver());
        shop.Store.IsDown = false;

        shop.Clock.MoveOn(Outbox.Lease - Duration.FromSeconds(1));
        Assert.IsType<DeliveryOutcome.ClaimedByAnother>(await shop.Deliver(delivery: 2));
        Assert.Single(shop.Messages.Sent);

        shop.Clock.MoveOn(Duration.FromSeconds(1));
        var accepted = Assert.Single(Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver(delivery: 2)).Settled);

        Assert.Equal(2, shop.Messages.Sent.Length);
        Assert.Equal((2, 1), (accepted.Attempts, accepted.InDoubt));
        Assert.Equal([accepted], shop.Only.Outbox.Settled);
    }

    [Fact]
    public async Task A_delivery_slower_than_its_lease_notes_its_message_all_the_same_and_both_are_on_record()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Service.WhileItSends = async () =>
        {
            shop.Clock.MoveOn(Outbox.Lease);
            await shop.Deliver(delivery: 2);
        };

        await shop.Deliver();

        Assert.Equal(
            [("recorded-1", 1), ("recorded-2", 0)],
            shop.Only.Outbox.Settled.Cast<SettledMessage.Accepted>().Select(message => (message.MessageId, message.InDoubt)));
        Assert.Empty(shop.Only.Outbox.Owed);
    }

    [Fact]
    public async Task A_delivery_that_stood_still_until_its_claim_was_anothers_sends_nothing()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Store.AfterTheNextWrite = async () =>
        {
            shop.Clock.MoveOn(Outbox.Lease);
            Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver(delivery: 2));
        };

        Assert.Empty(Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver()).Settled);

        Assert.Single(shop.Messages.Sent);
        Assert.Equal(["recorded-1"], shop.Only.Outbox.Settled.Cast<SettledMessage.Accepted>().Select(message => message.MessageId));
    }

    [Fact]
    public async Task A_delivery_that_stood_still_keeps_away_while_another_is_sending()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        DeliveryOutcome? late = null;
        var (claimed, isFound) = (new TaskCompletionSource(), new TaskCompletionSource());
        shop.Store.AfterTheNextWrite = () =>
        {
            claimed.SetResult();
            return isFound.Task;
        };
        var standingStill = shop.Deliver();
        await claimed.Task;
        shop.Clock.MoveOn(Outbox.Lease);
        shop.Service.WhileItSends = async () =>
        {
            isFound.SetResult();
            late = await standingStill;
        };

        await shop.Deliver(delivery: 2);

        Assert.IsType<DeliveryOutcome.ClaimedByAnother>(late);
        Assert.Single(shop.Messages.Sent);
    }

    [Fact]
    public async Task A_delivery_that_has_too_little_of_its_lease_left_claims_once_more_before_it_sends()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        var still = Outbox.Lease - Outbox.LongestAttempt + Duration.Epsilon;
        shop.Store.AfterTheNextWrite = () => Task.Run(() => shop.Clock.MoveOn(still));
        MessageDelivery? whileItSent = null;
        shop.Service.WhileItSends = () => Task.FromResult(whileItSent = shop.Only.Outbox.Delivery);

        await shop.Deliver();

        Assert.Equal(Now + still + Outbox.Lease, Assert.IsType<MessageDelivery.Claimed>(whileItSent).Until);
        Assert.Single(shop.Messages.Sent);
    }

    [Fact]
    public async Task A_change_made_while_a_message_is_on_its_way_is_not_lost_sends_nothing_again_and_its_own_message_follows()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Reschedule("2026-12-04");
        shop.Service.WhileItSends = async () => (await shop.Cancel(contact: "call-2")).Decided<CancelDecision.Cancelled>();

        var delivered = Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver());

        Assert.IsType<OrderState.Cancelled>(shop.Only.State);
        Assert.Equal([(Customer, Moved), (Customer, Cancelled)], Sent(shop));
        Assert.Equal(delivered.Settled.AsEnumerable(), shop.Only.Outbox.Settled);
    }

    [Fact]
    public async Task A_change_made_between_the_reading_and_the_claim_is_told_instead()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Reschedule("2026-12-04");
        shop.Store.BeforeTheNextWrite = claiming => shop.Orders.Put(claiming.Before.Cancel("call-2").After);

        await shop.Deliver();

        Assert.IsType<OrderState.Cancelled>(shop.Only.State);
        Assert.Equal([Customer], shop.Messages.Sent.Select(message => message.To));
        Assert.StartsWith("ご注文をキャンセルしました。", shop.Messages.Sent[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_is_noted_even_when_the_caller_has_no_time_left()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        using var time = new CancellationTokenSource();
        shop.Service.WhileItSends = () => time.CancelAsync();

        await shop.Deliveries.Send(new DeliverOutbox(new DueOrder(Customer, Id("1")), Delivery()), time.Token);

        Assert.Equal((1, 1), (shop.Only.Outbox.Delivery.Attempts, shop.Only.Outbox.Delivery.InDoubt));
        Assert.IsType<MessageDelivery.Postponed>(shop.Only.Outbox.Delivery);
    }

    [Fact]
    public async Task An_order_that_is_not_there_owes_nothing()
    {
        using var shop = new ShopLine(Of(SomebodyElse, "1"));

        Assert.IsType<DeliveryOutcome.NoOrder>(await shop.Deliver());
    }

    static IEnumerable<(PhoneNumber To, string Body)> Sent(ShopLine shop) => shop.Messages.Sent.Select(message => (message.To, message.Body));
}
