using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>What a flow may pass as the day, at ten in the morning of 25 November 2026 in Tokyo.</summary>
public sealed class ShippingDateTests
{
    [Theory]
    [InlineData("2026-12-03", Outcome.Rescheduled)]
    [InlineData("2026-11-30", Outcome.Unchanged)]
    [InlineData("2026-11-24", Outcome.DateInThePast)]
    [InlineData("2026-11-25", Outcome.DateTooSoon)]
    [InlineData("2026-12-26", Outcome.DateTooFar)]
    [InlineData("", Outcome.DateNotUnderstood)]
    [InlineData("none", Outcome.DateNotUnderstood)]
    [InlineData("2026-02-30", Outcome.DateNotUnderstood)]
    [InlineData("2026/12/03", Outcome.DateNotUnderstood)]
    [InlineData("1203", Outcome.WhichDay)] // the keypad's MMDD has the form of a year
    [InlineData("２０２６-12-03", Outcome.DateNotUnderstood)]
    [InlineData("来週", Outcome.DateNotUnderstood)]
    public async Task The_slot_is_read_as_it_is(string shippingDate, Outcome outcome) =>
        Assert.Equal(outcome, await AskFor(shippingDate, spoken: null));

    [Theory]
    [InlineData("2026-W49")]
    [InlineData("2026-W49-WE")]
    [InlineData("2026-12")]
    [InlineData("2026")]
    [InlineData("2027")]
    [InlineData("202X")]
    [InlineData("20XX")]
    [InlineData("2026-Q4")]
    [InlineData("2026-SP")]
    [InlineData("2026-SU")]
    [InlineData("2026-FA")]
    [InlineData("2026-WI")]
    [InlineData("1999-W01")]
    [InlineData("PRESENT_REF")]
    public async Task A_date_of_the_old_bots_that_is_no_single_day_moves_no_parcel(string shippingDate) =>
        Assert.Equal(Outcome.WhichDay, await AskFor(shippingDate, spoken: null));

    [Theory]
    [InlineData("来週", "2026-11-29")]
    [InlineData("再来週", "2026-11-29")]
    [InlineData("金曜日までに", "2026-11-30")]
    [InlineData("できるだけ早く", "2026-12-03")]
    [InlineData("来週", "")]
    [InlineData("来週", null)]
    public async Task A_vague_answer_moves_no_parcel_whatever_day_the_bot_made_of_it(string spoken, string? shippingDate) =>
        Assert.Equal(Outcome.WhichDay, await AskFor(shippingDate, spoken));

    [Theory]
    [InlineData("2026-12-04", "2026-12-03")]
    [InlineData("2026-12-04", "")]
    [InlineData("2026-12-04", null)]
    public async Task A_full_date_in_the_callers_own_words_is_the_day(string spoken, string? shippingDate)
    {
        var store = Line.Store(SampleOrder.Of(SampleOrder.Customer, "100"));

        var reply = await Line.Over(store).Answer(ConnectFunction.ChangeOrderDate, Wish(shippingDate, spoken));

        Assert.Equal(Outcome.Rescheduled, reply.Outcome);
        Assert.Equal(new(2026, 12, 4), Assert.Single(store.All()).ShippingDate);
    }

    [Theory]
    [InlineData("", "2026-12-03", Outcome.Rescheduled)]
    [InlineData(" \t", "2026-12-03", Outcome.Rescheduled)]
    [InlineData("", "", Outcome.DateNotUnderstood)]
    [InlineData("", null, Outcome.DateNotUnderstood)]
    [InlineData(null, null, Outcome.InvalidRequest)]
    public async Task Without_words_the_slot_counts_and_without_either_the_flow_is_wrong(
        string? spoken, string? shippingDate, Outcome outcome) => Assert.Equal(outcome, await AskFor(shippingDate, spoken));

    [Fact]
    public async Task A_flow_that_passes_no_date_at_all_is_told_which_parameter_is_missing()
    {
        var line = Line.Over(SampleOrder.Of(SampleOrder.Customer, "100"));

        var reply = await line.Answer(ConnectFunction.ChangeOrderDate, new FlowEvent());

        Assert.Equal(Outcome.InvalidRequest, reply.Outcome);
        Assert.Contains("shippingDate", Assert.Single(Assert.Single(line.Log).Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shipped", Outcome.TooLateToReschedule, Outcome.TooLateToCancel)]
    [InlineData("cancelled", Outcome.OrderIsCancelled, Outcome.AlreadyCancelled)]
    public async Task An_order_out_of_the_shops_hands_is_left_alone(string state, Outcome rescheduling, Outcome cancelling)
    {
        var order = SampleOrder.Of(
            SampleOrder.Customer,
            "100",
            state: state == "shipped" ? new OrderState.Shipped(SampleOrder.Now) : new OrderState.Cancelled());
        var line = Line.Over(order);

        Assert.Equal(rescheduling, (await line.Answer(ConnectFunction.ChangeOrderDate, Wish("2026-12-03", null))).Outcome);
        Assert.Equal(cancelling, (await line.Answer(ConnectFunction.CancelOrder, new FlowEvent())).Outcome);
    }

    static async Task<Outcome> AskFor(string? shippingDate, string? spoken)
    {
        var store = Line.Store(SampleOrder.Of(SampleOrder.Customer, "100"));

        var reply = await Line.Over(store).Answer(ConnectFunction.ChangeOrderDate, Wish(shippingDate, spoken));

        Assert.Empty(ReplyRules.BrokenBy(ConnectFunction.ChangeOrderDate, reply));
        Assert.Equal(reply.Outcome == Outcome.Rescheduled ? 1 : 0, Assert.Single(store.All()).Version);
        return reply.Outcome;
    }

    static FlowEvent Wish(string? shippingDate, string? spoken) =>
        new FlowEvent().With("shippingDate", shippingDate).With("spokenDate", spoken);
}
