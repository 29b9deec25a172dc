using NodaTime;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Application.Tests;

public sealed class SweepTests
{
    static readonly MessageReceipt.NotTaken Throttled = new("Throttled", "Rate exceeded");

    [Fact]
    public async Task A_sweep_delivers_whatever_is_due_longest_waiting_first()
    {
        using var shop = new ShopLine(Of(Customer, "1"), Of(Customer, "2"), Of(SomebodyElse, "3"));
        await shop.Cancel("2");
        shop.Clock.MoveOn(Duration.FromSeconds(1));
        await shop.Cancel("1");

        var sweep = Assert.IsType<SweepOutcome.Ended>(await shop.DeliverWhatIsDue());

        Assert.Equal(["2", "1"], sweep.Deliveries.Select(end => $"{end.Order.Id}"));
        Assert.All(sweep.Deliveries, end => Assert.IsType<DeliveryOutcome.Delivered>(Assert.IsType<OrderDelivery.Answered>(end).Outcome));
        Assert.Equal(2, shop.Messages.Sent.Length);
        Assert.Empty(Assert.IsType<SweepOutcome.Ended>(await shop.DeliverWhatIsDue()).Deliveries);
    }

    [Fact]
    public async Task During_an_outage_a_message_is_tried_ever_more_rarely_and_afterwards_it_is_sent_once()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Reschedule("2026-12-04");
        shop.Service.Answers = Throttled;
        var began = shop.Clock.GetCurrentInstant();
        var pauses = new List<Duration>();
        for (var attempt = 1; attempt <= 12; attempt++)
        {
            var now = shop.Clock.GetCurrentInstant();
            var postponed = Assert.IsType<DeliveryOutcome.NotTaken>(Outcome(await shop.DeliverWhatIsDue(attempt)));
            Assert.Equal((Throttled.Reason, Throttled.Details), (postponed.Reason, postponed.Details));
            Assert.Equal((attempt, 0, "Throttled"), Progress(shop));
            Assert.Empty(Assert.IsType<SweepOutcome.Ended>(await shop.DeliverWhatIsDue()).Deliveries);
            pauses.Add(postponed.Until - now);
            shop.Clock.MoveTo(postponed.Until);
        }

        Assert.All(pauses, pause => Assert.InRange(pause, Backoff.First * 0.5, Backoff.Longest));
        Assert.True(shop.Clock.GetCurrentInstant() - began > Duration.FromMinutes(30));
        shop.Service.Answers = null;
        await shop.DeliverWhatIsDue();

        Assert.Single(shop.Messages.Sent);
        Assert.Equal((13, 0), (shop.Only.Outbox.Settled[0].Attempts, shop.Only.Outbox.Settled[0].InDoubt));
    }

    [Fact]
    public async Task A_sweep_tells_how_many_orders_owe_a_message_still_and_how_long_the_oldest_has_waited()
    {
        using var shop = new ShopLine(Of(Customer, "1"), Of(Customer, "2"), Of(SomebodyElse, "3"));
        await shop.Cancel("1");
        shop.Clock.MoveOn(Duration.FromMinutes(7));
        await shop.Cancel("2");
        shop.Service.Answers = Throttled;
        var failed = Assert.IsType<SweepOutcome.Ended>(await shop.DeliverWhatIsDue());
        shop.Service.Answers = null;
        shop.Clock.MoveOn(Duration.FromMinutes(1));
        var delivered = Assert.IsType<SweepOutcome.Ended>(await shop.DeliverWhatIsDue());

        Assert.Equal((2, Duration.FromMinutes(7)), (failed.Owing, failed.OldestOwed));
        Assert.All(failed.Deliveries, end => Assert.NotNull(Assert.IsType<OrderDelivery.Answered>(end).Outcome.LastChangeBy));
        Assert.Equal((2, 0, Duration.Zero), (delivered.Deliveries.Length, delivered.Owing, delivered.OldestOwed));
    }

    [Fact]
    public async Task The_stream_keeps_to_the_pause_too()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Service.Answers = Throttled;
        var postponed = Assert.IsType<DeliveryOutcome.NotTaken>(await shop.Deliver());
        shop.Service.Answers = null;

        Assert.Equal(postponed.Until, Assert.IsType<DeliveryOutcome.NotYetDue>(await shop.Deliver(delivery: 2)).Until);
        Assert.Empty(shop.Messages.Sent);
    }

    [Fact]
    public async Task After_an_outage_the_customer_gets_the_message_that_is_true_then()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Reschedule("2026-12-04");
        shop.Service.Answers = Throttled;
        await shop.DeliverWhatIsDue();
        await shop.Cancel(contact: "call-2");
        shop.Service.Answers = null;

        await shop.DeliverWhatIsDue();

        Assert.StartsWith("Your order is cancelled.", Assert.Single(shop.Messages.Sent).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_sent_again_and_the_doubt_is_on_record()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        shop.Service.LosesAnswers = true;
        var postponed = Assert.IsType<DeliveryOutcome.InDoubt>(Outcome(await shop.DeliverWhatIsDue()));
        Assert.Equal((1, 1, nameof(TimeoutException)), Progress(shop));
        shop.Service.LosesAnswers = false;
        shop.Clock.MoveTo(postponed.Until);

        await shop.DeliverWhatIsDue();

        Assert.Equal(2, shop.Messages.Sent.Length);
        Assert.Equal((2, 1), (shop.Only.Outbox.Settled[0].Attempts, shop.Only.Outbox.Settled[0].InDoubt));
    }

    [Fact]
    public async Task A_message_whose_failure_could_not_be_noted_is_found_again_when_its_claim_has_ended()
    {
        using var shop = new ShopLine(Of(Customer, "1"), Of(SomebodyElse, "2"));
        await shop.Cancel();
        shop.Service.WhileItSends = () => Task.FromResult(shop.Store.IsDown = true);

        var failed = Assert.Single(Assert.IsType<SweepOutcome.Ended>(await shop.DeliverWhatIsDue()).Deliveries);
        Assert.IsType<HttpRequestException>(Assert.IsType<OrderDelivery.Failed>(failed).Fault);
        shop.Store.IsDown = false;
        Assert.Empty(Assert.IsType<SweepOutcome.Ended>(await shop.DeliverWhatIsDue(delivery: 2)).Deliveries);

        shop.Clock.MoveOn(Outbox.Lease);
        Assert.IsType<DeliveryOutcome.Delivered>(Outcome(await shop.DeliverWhatIsDue(delivery: 2)));
    }

    [Fact]
    public async Task A_sweep_that_cannot_look_any_further_tells_what_it_did_and_why_it_ended()
    {
        using var shop = new ShopLine(Of(Customer, "1"), Of(Customer, "2"));
        await shop.Cancel("1");
        await shop.Cancel("2");
        shop.Store.CannotRead = id => id == Id("1");
        shop.Store.LooksLeft = 1;

        var brokenOff = Assert.IsType<SweepOutcome.BrokenOff>(await shop.DeliverWhatIsDue(limit: 1));

        Assert.Equal(Id("1"), Assert.Single(brokenOff.Deliveries).Order.Id);
        Assert.Empty(brokenOff.Unreadable);
        Assert.Equal("the index is out of reach", brokenOff.Fault.Message);
        Assert.Empty(Assert.IsType<SweepOutcome.BrokenOff>(await shop.DeliverWhatIsDue()).Deliveries);
    }

    [Fact]
    public async Task A_sweep_begins_no_order_after_the_last_call_and_says_how_many_are_left()
    {
        using var shop = new ShopLine(Of(Customer, "1"), Of(Customer, "2"), Of(Customer, "3"));
        await shop.Cancel("1");
        await shop.Cancel("2");
        await shop.Cancel("3");
        shop.Service.WhileItSends = () => shop.StopStarting.CancelAsync();

        var sweep = Assert.IsType<SweepOutcome.Ended>(await shop.DeliverWhatIsDue());

        Assert.Equal((1, 2), (sweep.Deliveries.Length, sweep.Left));
        Assert.Single(shop.Messages.Sent);
    }

    [Fact]
    public async Task A_sweep_takes_no_more_than_its_limit()
    {
        using var shop = new ShopLine(Of(Customer, "1"), Of(Customer, "2"));
        await shop.Cancel("1");
        await shop.Cancel("2");

        Assert.Single(Assert.IsType<SweepOutcome.Ended>(await shop.DeliverWhatIsDue(limit: 1)).Deliveries);
        Assert.Single(shop.Messages.Sent);
    }

    [Fact]
    public async Task What_cannot_be_read_or_has_nothing_to_send_takes_nobodys_place_in_a_sweep()
    {
        using var shop = new ShopLine(Of(Customer, "1"), Of(Customer, "2"), Of(Customer, "3"), Of(Customer, "4"), Of(Customer, "5"));
        foreach (var order in shop.Orders.All())
        {
            await shop.Cancel($"{order.Id}");
            shop.Clock.MoveOn(Duration.FromSeconds(1));
        }

        shop.Store.CannotRead = order => $"{order}" is "1" or "2";
        var sweep = Assert.IsType<SweepOutcome.Ended>(await shop.DeliverWhatIsDue(limit: 2));

        Assert.Equal(["1", "2", "3", "4"], sweep.Deliveries.Select(end => $"{end.Order.Id}"));
        Assert.Equal(["1", "2"], sweep.Deliveries.OfType<OrderDelivery.Failed>().Select(end => $"{end.Order.Id}"));
        Assert.Equal(2, shop.Messages.Sent.Length);
        Assert.Equal(0, sweep.Left);
    }

    [Fact]
    public async Task A_sweep_without_an_id_or_a_limit_is_told_so()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        var refused = Assert.IsType<SweepOutcome.InvalidRequest>(await shop.Deliveries.Send(
            new DeliverDueMessages(default, Limit: 0, default), TestContext.Current.CancellationToken));

        Assert.Equal(2, refused.Problems.Length);
    }

    static DeliveryOutcome Outcome(SweepOutcome sweep) => Assert.IsType<OrderDelivery.Answered>(
        Assert.Single(Assert.IsType<SweepOutcome.Ended>(sweep).Deliveries)).Outcome;

    static (int Attempts, int InDoubt, string Reason) Progress(ShopLine shop) =>
        Assert.IsType<MessageDelivery.Postponed>(shop.Only.Outbox.Delivery) is var pause
            ? (pause.Attempts, pause.InDoubt, pause.Reason)
            : default;
}
