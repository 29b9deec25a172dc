using OrderHotline.Application;
using OrderHotline.Contracts;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class RetryTests
{
    static readonly FlowEvent Event = new FlowEvent().With("orderId", "100").With("shippingDate", "2026-12-03");

    [Theory]
    [InlineData(ConnectFunction.CancelOrder, Outcome.Cancelled)]
    [InlineData(ConnectFunction.ChangeOrderDate, Outcome.Rescheduled)]
    public async Task The_same_event_again_gets_the_same_reply_and_changes_nothing_more(ConnectFunction function, Outcome outcome)
    {
        var store = Line.Store(SampleOrder.Of(SampleOrder.Customer, "100"));
        var line = Line.Over(store);

        var first = await line.Answer(function, Event);
        var again = await line.Answer(function, Event);
        var overlapping = await Task.WhenAll(line.Answer(function, Event), line.Answer(function, Event));

        Assert.Equal(outcome, first.Outcome);
        Assert.All([again, .. overlapping], reply => Assert.Equal(first.Pairs, reply.Pairs));
        var order = Assert.Single(store.All());
        Assert.Equal(1, order.Version);
        Assert.Single(order.History);
        Assert.Single(order.Outbox.Owed);
    }

    [Theory]
    [InlineData(ConnectFunction.CancelOrder, Outcome.AlreadyCancelled)]
    [InlineData(ConnectFunction.ChangeOrderDate, Outcome.Unchanged)]
    public async Task Another_contact_asking_for_what_is_already_true_hears_so_and_owes_no_second_text(
        ConnectFunction function, Outcome outcome)
    {
        var store = Line.Store(SampleOrder.Of(SampleOrder.Customer, "100"));
        var line = Line.Over(store);
        await line.Answer(function, Event);

        var reply = await line.Answer(function, Event with { ContactId = "call-2" });

        Assert.Equal(outcome, reply.Outcome);
        Assert.Equal("Success", reply.Value("lambdaResult"));
        Assert.Equal(1, Assert.Single(store.All()).Version);
        Assert.Single(Assert.Single(store.All()).Outbox.Owed);
    }

    [Fact]
    public async Task A_second_wish_of_the_same_contact_is_no_retry()
    {
        var store = Line.Store(SampleOrder.Of(SampleOrder.Customer, "100"));
        var line = Line.Over(store);

        await line.Answer(ConnectFunction.ChangeOrderDate, Event);
        var later = await line.Answer(ConnectFunction.ChangeOrderDate, Event.With("shippingDate", "2026-12-04"));
        var cancelled = await line.Answer(ConnectFunction.CancelOrder, Event);

        Assert.Equal(Outcome.Rescheduled, later.Outcome);
        Assert.Equal(Outcome.Cancelled, cancelled.Outcome);
        Assert.Equal(3, Assert.Single(store.All()).Version);
    }

    [Theory]
    [InlineData(ConnectFunction.CancelOrder)]
    [InlineData(ConnectFunction.ChangeOrderDate)]
    public async Task A_retry_of_what_others_have_changed_since_hears_how_the_order_stands(ConnectFunction other)
    {
        var store = Line.Store(SampleOrder.Of(SampleOrder.Customer, "100"));
        var line = Line.Over(store);
        await line.Answer(ConnectFunction.ChangeOrderDate, Event);
        await line.Answer(other, Event.With("shippingDate", "2026-12-09") with { ContactId = "call-2" });
        var before = Assert.Single(store.All());

        var reply = await line.Answer(ConnectFunction.ChangeOrderDate, Event);

        Assert.Equal(Outcome.ChangedMeanwhile, reply.Outcome);
        Assert.Equal("Error", reply.Value("lambdaResult"));
        Assert.Contains(other == ConnectFunction.CancelOrder ? "キャンセルされています" : "十二月九日", reply.Value("message"), StringComparison.Ordinal);
        Assert.Same(before, Assert.Single(store.All()));
    }

    [Fact]
    public async Task Looking_up_changes_nothing()
    {
        var store = Line.Store(SampleOrder.Of(SampleOrder.Customer, "100"));

        await Line.Over(store).Answer(ConnectFunction.OrderTableRead, Event);

        Assert.Equal(0, Assert.Single(store.All()).Version);
    }
}
