using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Application.Tests;

public sealed class DeliveringTextsTests
{
    const string Moved = "We changed shipping date to 2026-12-04.\nItem Name: Jacket\nOrder ID: 1";
    const string Cancelled = "We changed state to cancel.\nItem Name: Jacket\nOrder ID: 1";

    [Fact]
    public async Task A_text_that_is_owed_is_sent_and_remembered_with_the_services_id()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Reschedule("2026-12-04");
        var owed = shop.Only.OwedTexts[0];

        var delivered = Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver());

        Assert.Equal([(Customer, Moved)], Sent(shop));
        Assert.Equal([new SettledText.Accepted(owed, Now, 1, 0, "recorded-1")], delivered.Texts);
        Assert.Empty(shop.Only.OwedTexts);
        Assert.Equal(delivered.Texts.AsEnumerable(), shop.Only.Texts.Settled);
    }

    [Fact]
    public async Task A_text_costs_one_write_before_it_is_sent_and_one_after()
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
    public async Task What_was_overtaken_before_it_left_is_not_sent_and_the_text_that_is_tells_how_things_stand()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Reschedule("2026-12-04");
        await shop.Cancel();

        await shop.Deliver();

        Assert.Equal([(Customer, Cancelled)], Sent(shop));
        Assert.Equal(
            [typeof(SettledText.Superseded), typeof(SettledText.Accepted)], shop.Only.Texts.Settled.Select(text => text.GetType()));
    }

    [Fact]
    public async Task What_is_settled_is_not_sent_again()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        await shop.Deliver();

        Assert.Empty(Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver(delivery: 2)).Texts);
        Assert.Single(shop.Texts.Sent);
    }

    [Fact]
    public async Task A_refused_text_is_remembered_with_its_reason_and_not_owed_for_ever()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        shop.Texts.OptOut(Customer);
        await shop.Cancel();

        var refused = Assert.IsType<SettledText.Refused>(
            Assert.Single(Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver()).Texts));

        Assert.Equal("OptedOut", refused.Reason);
        Assert.Empty(shop.Only.OwedTexts);
        Assert.Equal([refused], shop.Only.Texts.Settled);
    }

    [Fact]
    public async Task Two_deliveries_at_once_send_one_text()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        DeliveryOutcome? twin = null;
        shop.Service.WhileItSends = async () => twin = await shop.Deliver(delivery: 2);

        Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver());

        Assert.Equal(Now + OrderTexts.Lease, Assert.IsType<DeliveryOutcome.ClaimedByAnother>(twin).Until);
        Assert.Single(shop.Texts.Sent);
    }

    [Fact]
    public async Task Of_two_deliveries_that_claim_at_the_same_moment_one_finds_the_others_claim()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Store.BeforeTheNextWrite = claiming => shop.Orders.Put(claiming.Before.ClaimText(delivery: 2).After);

        Assert.IsType<DeliveryOutcome.ClaimedByAnother>(await shop.Deliver());
        Assert.Empty(shop.Texts.Sent);
    }

    [Fact]
    public async Task A_claim_that_was_stored_without_an_answer_is_recognised()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Store.LosesTheNextAnswer = true;

        Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver());

        Assert.Single(shop.Texts.Sent);
        Assert.Equal((1, 0), (shop.Only.Texts.Settled[0].Attempts, shop.Only.Texts.Settled[0].InDoubt));
    }

    [Fact]
    public async Task An_acceptance_that_was_noted_without_an_answer_is_noted_once()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Service.WhileItSends = () => Task.FromResult(shop.Store.LosesTheNextAnswer = true);

        await shop.Deliver();

        Assert.Single(shop.Only.Texts.Settled);
    }

    [Fact]
    public async Task A_delivery_that_crashed_between_the_sending_and_the_note_costs_one_more_text_and_it_is_counted()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Service.WhileItSends = () => Task.FromResult(shop.Store.IsDown = true);
        await Assert.ThrowsAsync<HttpRequestException>(() => shop.Deliver());
        shop.Store.IsDown = false;

        shop.Clock.MoveOn(OrderTexts.Lease - Duration.FromSeconds(1));
        Assert.IsType<DeliveryOutcome.ClaimedByAnother>(await shop.Deliver(delivery: 2));
        Assert.Single(shop.Texts.Sent);

        shop.Clock.MoveOn(Duration.FromSeconds(1));
        var accepted = Assert.Single(Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver(delivery: 2)).Texts);

        Assert.Equal(2, shop.Texts.Sent.Length);
        Assert.Equal((2, 1), (accepted.Attempts, accepted.InDoubt));
        Assert.Equal([accepted], shop.Only.Texts.Settled);
    }

    [Fact]
    public async Task A_delivery_slower_than_its_lease_notes_its_text_all_the_same_and_both_are_on_record()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Service.WhileItSends = async () =>
        {
            shop.Clock.MoveOn(OrderTexts.Lease);
            await shop.Deliver(delivery: 2);
        };

        await shop.Deliver();

        Assert.Equal(
            [("recorded-1", 1), ("recorded-2", 0)],
            shop.Only.Texts.Settled.Cast<SettledText.Accepted>().Select(text => (text.MessageId, text.InDoubt)));
        Assert.Empty(shop.Only.OwedTexts);
    }

    [Fact]
    public async Task A_delivery_that_stood_still_until_its_claim_was_anothers_sends_nothing()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Store.AfterTheNextWrite = async () =>
        {
            shop.Clock.MoveOn(OrderTexts.Lease);
            Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver(delivery: 2));
        };

        Assert.Empty(Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver()).Texts);

        Assert.Single(shop.Texts.Sent);
        Assert.Equal(["recorded-1"], shop.Only.Texts.Settled.Cast<SettledText.Accepted>().Select(text => text.MessageId));
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
        shop.Clock.MoveOn(OrderTexts.Lease);
        shop.Service.WhileItSends = async () =>
        {
            isFound.SetResult();
            late = await standingStill;
        };

        await shop.Deliver(delivery: 2);

        Assert.IsType<DeliveryOutcome.ClaimedByAnother>(late);
        Assert.Single(shop.Texts.Sent);
    }

    [Fact]
    public async Task A_delivery_that_has_too_little_of_its_lease_left_claims_once_more_before_it_sends()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        var still = OrderTexts.Lease - OrderTexts.LongestAttempt + Duration.Epsilon;
        shop.Store.AfterTheNextWrite = () => Task.Run(() => shop.Clock.MoveOn(still));
        TextDelivery? whileItSent = null;
        shop.Service.WhileItSends = () => Task.FromResult(whileItSent = shop.Only.Texts.Delivery);

        await shop.Deliver();

        Assert.Equal(Now + still + OrderTexts.Lease, Assert.IsType<TextDelivery.Claimed>(whileItSent).Until);
        Assert.Single(shop.Texts.Sent);
    }

    [Fact]
    public async Task A_change_made_while_a_text_is_on_its_way_is_not_lost_sends_nothing_again_and_its_own_text_follows()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Reschedule("2026-12-04");
        shop.Service.WhileItSends = async () => Assert.IsType<CancelOutcome.Cancelled>(await shop.Cancel(contact: "call-2"));

        var delivered = Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver());

        Assert.IsType<OrderState.Cancelled>(shop.Only.State);
        Assert.Equal([(Customer, Moved), (Customer, Cancelled)], Sent(shop));
        Assert.Equal(delivered.Texts.AsEnumerable(), shop.Only.Texts.Settled);
    }

    [Fact]
    public async Task A_change_made_between_the_reading_and_the_claim_is_told_instead()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Reschedule("2026-12-04");
        shop.Store.BeforeTheNextWrite = claiming => shop.Orders.Put(claiming.Before.Cancel("call-2").After);

        await shop.Deliver();

        Assert.IsType<OrderState.Cancelled>(shop.Only.State);
        Assert.Equal([Customer], shop.Texts.Sent.Select(text => text.To));
        Assert.StartsWith("ご注文をキャンセルしました。", shop.Texts.Sent[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_is_noted_even_when_the_caller_has_no_time_left()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        using var time = new CancellationTokenSource();
        shop.Service.WhileItSends = () => time.CancelAsync();

        await shop.Line.Send(new DeliverTexts(ShopLine.Customer, "1", Delivery()), time.Token);

        Assert.Equal((1, 1), (shop.Only.Texts.Delivery.Attempts, shop.Only.Texts.Delivery.InDoubt));
        Assert.IsType<TextDelivery.Postponed>(shop.Only.Texts.Delivery);
    }

    [Fact]
    public async Task An_order_that_is_not_there_owes_nothing()
    {
        using var shop = new ShopLine(Of(SomebodyElse, "1"));

        Assert.IsType<DeliveryOutcome.NoOrder>(await shop.Deliver());
        Assert.IsType<DeliveryOutcome.NoOrder>(await shop.Deliver(owner: Caller.At("anonymous")));
    }

    [Fact]
    public async Task A_delivery_without_an_id_of_its_own_is_told_so()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        Assert.Contains(
            "random id",
            Assert.Single(Assert.IsType<DeliveryOutcome.InvalidRequest>(await shop.Line.Send(
                new DeliverTexts(ShopLine.Customer, "1", default), TestContext.Current.CancellationToken)).Problems),
            StringComparison.Ordinal);
    }

    static IEnumerable<(PhoneNumber To, string Body)> Sent(ShopLine shop) => shop.Texts.Sent.Select(text => (text.To, text.Body));
}
