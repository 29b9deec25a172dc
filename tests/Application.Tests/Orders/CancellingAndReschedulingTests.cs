using NodaTime;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Application.Tests;

public sealed class CancellingAndReschedulingTests
{
    static readonly LocalDate Friday = new(2026, 12, 4);

    [Theory]
    [InlineData("1")]
    [InlineData(null)]
    public async Task An_order_is_cancelled_whether_it_is_named_or_the_latest_is_meant(string? orderId)
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        (await shop.Cancel(orderId)).Decided<CancelDecision.Cancelled>();

        Assert.IsType<OrderState.Cancelled>(shop.Only.State);
        Assert.IsType<OwedMessage.Cancellation>(Assert.Single(shop.Only.Outbox.Owed));
        Assert.Equal("call-1", Assert.IsType<Change.Cancellation>(Assert.Single(shop.Only.History)).Contact.ToString());
    }

    [Fact]
    public async Task A_retry_of_a_cancellation_is_answered_alike_and_changes_nothing_more()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        var answers = new[] { await shop.Cancel(), await shop.Cancel(), await shop.Cancel(), await shop.Cancel() };

        answers[0].Decided<CancelDecision.Cancelled>();
        Assert.All(answers[1..], answer => answer.Decided<CancelDecision.CancelledByThisWish>());
        Assert.All(answers, answer => Assert.Equal((Outcome.Cancelled, true), (answer.Name(), answer.IsSuccess())));
        Assert.Equal((1, 1), (shop.Only.Version, shop.Store.Writes));
    }

    [Fact]
    public async Task A_contact_that_is_one_wish_gets_the_first_answer_a_day_later_as_well()
    {
        using var shop = new ShopLine(Of(Customer, "1"), Of(Customer, "2"));
        var key = Contact("key-1").Id;
        var moving = new RescheduleOrder(ShopLine.Customer, Id("1"), key, Channel.Web, Language.English, "2026-12-04", SpokenDate: null) { IsOneWish = true };
        var cancelling = new CancelOrder(ShopLine.Customer, Id("2"), key, Channel.Web, Language.English) { IsOneWish = true };
        await shop.Calls.Send(moving, TestContext.Current.CancellationToken);
        await shop.Calls.Send(cancelling, TestContext.Current.CancellationToken);

        shop.Clock.MoveOn(Duration.FromDays(1));

        (await shop.Calls.Send(moving, TestContext.Current.CancellationToken)).Decided<RescheduleDecision.RescheduledByThisWish>();
        (await shop.Calls.Send(cancelling, TestContext.Current.CancellationToken)).Decided<CancelDecision.CancelledByThisWish>();
        Assert.Equal(2, shop.Store.Writes);
    }

    [Fact]
    public async Task Another_contact_that_cancels_hears_that_it_is_cancelled_already()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();

        (await shop.Cancel(contact: "call-2")).Decided<CancelDecision.AlreadyCancelled>();
        Assert.Single(shop.Only.Outbox.Owed);
    }

    [Fact]
    public async Task An_order_is_moved_and_remembers_the_callers_own_words()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        var moved = (await shop.Reschedule("2026-12-01", spoken: "2026-12-04")).Decided<RescheduleDecision.Rescheduled>();

        Assert.Equal((Friday, Friday), (moved.Change.After.ShippingDate, shop.Only.ShippingDate));
        Assert.Equal("2026-12-04", Assert.IsType<Change.Rescheduling>(Assert.Single(shop.Only.History)).Heard);
        Assert.Equal(Friday, Assert.IsType<OwedMessage.NewDate>(Assert.Single(shop.Only.Outbox.Owed)).Date);
    }

    [Fact]
    public async Task A_retry_of_a_new_date_is_answered_alike_and_changes_nothing_more()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        var (first, retry) = (await shop.Reschedule("2026-12-04"), await shop.Reschedule("2026-12-04"));

        Assert.Equal(Friday, first.Decided<RescheduleDecision.Rescheduled>().Change.After.ShippingDate);
        Assert.Equal(Friday, retry.Decided<RescheduleDecision.RescheduledByThisWish>().Before.To);
        Assert.Equal((first.Name(), first.IsSuccess()), (retry.Name(), retry.IsSuccess()));
        Assert.Equal((1, 1), (shop.Only.Version, shop.Store.Writes));
    }

    [Theory]
    [InlineData("2026-12-04", "来週", "ja-JP")]
    [InlineData("2026-12-04", "next week", "en-US")]
    [InlineData("2026-12-04", "as soon as possible", "en-US")]
    [InlineData("2026-W49", null, "en-US")]
    [InlineData("2026-W49-WE", "", "en-US")]
    [InlineData("2026-12", null, "ja-JP")]
    [InlineData("PRESENT_REF", null, "ja-JP")]
    [InlineData(null, "来週", "ja-JP")]
    public async Task A_vague_answer_moves_no_parcel_whatever_day_the_slot_holds(string? slot, string? spoken, string language)
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        Assert.NotEmpty((await shop.Reschedule(slot, spoken, language: Language.TryParse(language, out var spoke) ? spoke : default)).Decided<RescheduleDecision.WhichDay>().Possible);
        Assert.Equal(0, shop.Store.Writes);
    }

    [Fact]
    public async Task The_days_that_were_meant_are_the_days_to_choose_from()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        var answer = Assert.IsType<RescheduleOutcome.Decided>(await shop.Reschedule("2026-W49-WE"));

        Assert.Equal(
            [new LocalDate(2026, 12, 5), new LocalDate(2026, 12, 6)], answer.Decided<RescheduleDecision.WhichDay>().Possible);
        Assert.Equal(30, answer.Offer.Days.Count);
    }

    [Theory]
    [InlineData("2026-11-24", DayVerdict.InThePast)]
    [InlineData("2026-11-25", DayVerdict.TooSoon)]
    [InlineData("2026-12-26", DayVerdict.TooFar)]
    public async Task A_day_the_policy_does_not_allow_is_refused_with_the_reason(string date, DayVerdict verdict)
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        Assert.Equal(verdict, (await shop.Reschedule(date)).Decided<RescheduleDecision.DayNotPossible>().Verdict);
    }

    [Fact]
    public async Task What_was_said_is_read_and_the_slot_only_fills_a_silence()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        await shop.Reschedule("2026-12-01", "December 4th, please");
        Assert.Equal(Friday, shop.Only.ShippingDate);

        await shop.Reschedule("2026-12-01", " ");
        Assert.Equal(new LocalDate(2026, 12, 1), shop.Only.ShippingDate);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("2026-02-30", null)]
    [InlineData("the jacket", null)]
    [InlineData("2026-12-04", "the jacket")]
    public async Task What_names_no_date_is_asked_again(string slot, string? spoken)
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        (await shop.Reschedule(slot, spoken)).Decided<RescheduleDecision.DateNotUnderstood>();
    }

    [Fact]
    public async Task An_order_that_cannot_be_changed_says_why()
    {
        using var cancelled = new ShopLine(Of(Customer, "1", state: new OrderState.Cancelled()));
        using var shipped = new ShopLine(Of(Customer, "1", state: new OrderState.Shipped(Now)));

        (await cancelled.Reschedule("2026-12-04")).Decided<RescheduleDecision.OrderIsCancelled>();
        (await shipped.Reschedule("2026-12-04")).Decided<RescheduleDecision.TooLateToReschedule>();
        (await shipped.Cancel()).Decided<CancelDecision.TooLateToCancel>();
    }

    [Fact]
    public async Task The_date_an_order_has_already_changes_nothing()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        (await shop.Reschedule("2026-11-30")).Decided<RescheduleDecision.Unchanged>();
        Assert.Equal(0, shop.Store.Writes);
    }

    [Fact]
    public async Task Whatever_is_decided_the_answer_has_the_order_as_it_is_then_and_what_the_caller_may_have()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        var moved = Assert.IsType<RescheduleOutcome.Decided>(await shop.Reschedule("2026-12-04"));
        Assert.Equal((Friday, true, true), (moved.Order.ShippingDate, moved.Offer.CanCancel, moved.Offer.CanReschedule));

        var refused = Assert.IsType<RescheduleOutcome.Decided>(await shop.Reschedule("2026-11-24", contact: "call-2"));
        Assert.Equal((1, 30), (refused.Order.History.Length, refused.Offer.Days.Count));

        var cancelled = Assert.IsType<CancelOutcome.Decided>(await shop.Cancel(contact: "call-3"));
        Assert.IsType<OrderState.Cancelled>(cancelled.Order.State);
        Assert.Equal(Offer.Nothing with { Standing = new OrderStanding.Cancelled() }, cancelled.Offer);
    }

    [Fact]
    public async Task Nobody_changes_somebody_elses_order()
    {
        using var shop = new ShopLine(Of(SomebodyElse, "1"));

        Assert.IsType<CancelOutcome.NoOrder>(await shop.Cancel());
        Assert.IsType<RescheduleOutcome.NoOrder>(await shop.Reschedule("2026-12-04"));
        Assert.Equal(0, shop.Only.Version);
    }

    [Fact]
    public async Task An_unidentified_caller_changes_nothing()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        Assert.IsType<CancelOutcome.CallerUnidentified>(await shop.Cancel(caller: Caller.At(null)));
        Assert.IsType<RescheduleOutcome.CallerUnidentified>(await shop.Reschedule("2026-12-04", caller: Caller.At("unknown")));
        Assert.Equal(0, shop.Only.Version);
    }
}
