using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class ReschedulingAnOrderTests
{
    [Fact]
    public void A_placed_order_is_moved_with_its_history_entry_and_its_message_in_one_change()
    {
        var order = PlacedOrder(shippingOn: "2026-12-10");
        var contact = Contact("call-1", Channel.Voice, Language.English);
        var wish = new Wish.ToReschedule(contact, new SpokenDate.Day(Day("2026-12-14")), "monday the 14th");

        var change = Assert.IsType<RescheduleDecision.Rescheduled>(order.Reschedule(wish, Now, Policy)).Change;

        Assert.Same(order, change.Before);
        Assert.Equal(new OrderState.Placed(), change.After.State);
        Assert.Equal(Day("2026-12-14"), change.After.ShippingDate);
        Assert.Equal(order.Version + 1, change.After.Version);
        Assert.Equal(
            [new Change.Rescheduling(Now, contact.Id, Channel.Voice, Day("2026-12-10"), Day("2026-12-14"), "monday the 14th")],
            change.After.History);
        Assert.Equal([new OwedMessage.NewDate(1, Language.English, Now, Day("2026-12-14"))], change.After.Outbox.Owed);
    }

    [Fact]
    public void What_the_shop_knows_of_an_order_is_the_same_after_it_was_moved()
    {
        var order = PlacedOrder();
        var moved = order.After(ToMoveTo("2026-12-14"));

        Assert.Equal(
            (order.Id, order.Owner, order.Item, order.CustomerName, order.PlacedAt),
            (moved.Id, moved.Owner, moved.Item, moved.CustomerName, moved.PlacedAt));
    }

    [Fact]
    public void A_cancelled_order_cannot_be_rescheduled() =>
        Assert.Equal(
            new RescheduleDecision.OrderIsCancelled(),
            PlacedOrder().After(ToCancel("call-1")).Reschedule(ToMoveTo("2026-12-14", "call-2"), Now, Policy));

    [Fact]
    public void A_cancelled_order_cannot_be_rescheduled_by_the_contact_that_cancelled_it_either() =>
        Assert.Equal(
            new RescheduleDecision.OrderIsCancelled(),
            PlacedOrder().After(ToCancel("call-1")).Reschedule(ToMoveTo("2026-12-14", "call-1"), Now, Policy));

    [Fact]
    public void A_cancelled_order_is_called_cancelled_even_when_its_shipping_date_has_gone() =>
        Assert.Equal(
            new RescheduleDecision.OrderIsCancelled(),
            CancelledOrder(shippingOn: "2026-11-01").Reschedule(ToMoveTo("2026-12-14"), Now, Policy));

    [Fact]
    public void A_shipped_order_cannot_be_rescheduled() =>
        Assert.Equal(
            new RescheduleDecision.TooLateToReschedule(),
            ShippedOrder().Reschedule(ToMoveTo("2026-12-14"), Now, Policy));

    [Theory]
    [InlineData("2026-11-30", "2026-12-01T10:00:00")]
    [InlineData("2026-12-01", "2026-12-01T10:00:00")]
    [InlineData("2026-12-02", "2026-12-01T17:00:00")]
    public void An_order_with_the_carrier_cannot_be_rescheduled_whatever_date_is_said(string shippingOn, string now) =>
        Assert.All(
            [
                new SpokenDate.Day(Day("2026-12-14")),
                new SpokenDate.Day(Day(shippingOn)),
                new SpokenDate.Range(Day("2026-12-14"), Day("2026-12-20")),
                new SpokenDate.NotADate(),
            ],
            (SpokenDate date) => Assert.Equal(
                new RescheduleDecision.TooLateToReschedule(),
                PlacedOrder(shippingOn).Reschedule(ToMoveTo(date), InTokyo(now), Policy)));

    [Fact]
    public void An_order_that_ships_tomorrow_can_be_moved_until_the_cut_off() =>
        Assert.IsType<RescheduleDecision.Rescheduled>(
            PlacedOrder(shippingOn: "2026-12-02")
                .Reschedule(ToMoveTo("2026-12-14"), InTokyo("2026-12-01T16:59:59.999999999"), Policy));

    [Theory]
    [InlineData("2026-11-30", DayVerdict.InThePast)]
    [InlineData("2026-12-01", DayVerdict.TooSoon)]
    [InlineData("2027-01-01", DayVerdict.TooFar)]
    [InlineData("2026-12-13", DayVerdict.NotAShippingDay)]
    [InlineData("2026-12-24", DayVerdict.NotAShippingDay)]
    public void A_day_the_policy_does_not_allow_is_refused_with_its_reason(string day, DayVerdict verdict)
    {
        var policy = new ShippingPolicy { ClosedWeekdays = [IsoDayOfWeek.Sunday], ClosedDates = [Day("2026-12-24")] };

        Assert.Equal(new RescheduleDecision.DayNotPossible(verdict), PlacedOrder().Reschedule(ToMoveTo(day), Now, policy));
    }

    [Theory]
    [InlineData("2026-12-02")]
    [InlineData("2026-12-09")]
    [InlineData("2026-12-11")]
    [InlineData("2026-12-31")]
    public void An_order_moves_to_an_earlier_or_later_day_from_the_earliest_to_exactly_30_days_ahead(string day) =>
        Assert.Equal(Day(day), PlacedOrder(shippingOn: "2026-12-10").After(ToMoveTo(day)).ShippingDate);

    [Fact]
    public void Rescheduling_to_the_date_the_order_already_has_changes_nothing() =>
        Assert.Equal(
            new RescheduleDecision.Unchanged(),
            PlacedOrder(shippingOn: "2026-12-10").Reschedule(ToMoveTo("2026-12-10"), Now, Policy));

    [Fact]
    public void The_date_an_order_already_has_is_no_refusal_even_if_the_policy_would_not_give_it_today()
    {
        var order = PlacedOrder(shippingOn: "2027-03-01");

        Assert.Equal(new RescheduleDecision.Unchanged(), order.Reschedule(ToMoveTo("2027-03-01"), Now, Policy));
    }

    public static TheoryData<SpokenDate, string[]> VagueDates => new()
    {
        { new SpokenDate.Range(Day("2026-12-03"), Day("2026-12-04")), ["2026-12-03", "2026-12-04"] },
        { new SpokenDate.Range(Day("2026-12-03"), Day("2026-12-03")), ["2026-12-03"] },
        { new SpokenDate.Range(Day("2026-11-01"), Day("2026-12-02")), ["2026-12-02"] },
        { new SpokenDate.OneOf([Day("2026-12-05"), Day("2026-12-03")]), ["2026-12-03", "2026-12-05"] },
        { new SpokenDate.OneOf([Day("2026-12-04"), Day("2027-12-04")]), ["2026-12-04"] },
        { new SpokenDate.Range(Day("2027-12-03"), Day("2027-12-04")), ["2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05"] },
        { new SpokenDate.OneOf([]), ["2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05"] },
        { new SpokenDate.Earliest(), ["2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05"] },
    };

    [Theory]
    [MemberData(nameof(VagueDates))]
    public void A_vague_answer_moves_nothing_and_is_answered_with_the_days_it_covers_or_with_all(SpokenDate vague, string[] days)
    {
        var decision = PlacedOrder().Reschedule(ToMoveTo(vague), Now, new ShippingPolicy { LatestDaysAhead = 4 });

        Assert.Equal(days.Select(Day), Assert.IsType<RescheduleDecision.WhichDay>(decision).Possible);
    }

    [Fact]
    public void A_vague_answer_to_a_shop_without_a_day_is_answered_with_no_day()
    {
        var closed = new ShippingPolicy { LatestDaysAhead = 2, ClosedDates = [Day("2026-12-02"), Day("2026-12-03")] };

        var decision = PlacedOrder().Reschedule(ToMoveTo(new SpokenDate.Earliest()), Now, closed);

        Assert.Empty(Assert.IsType<RescheduleDecision.WhichDay>(decision).Possible);
    }

    [Fact]
    public void What_names_no_date_is_not_understood() =>
        Assert.Equal(
            new RescheduleDecision.DateNotUnderstood(),
            PlacedOrder().Reschedule(ToMoveTo(new SpokenDate.NotADate()), Now, Policy));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 100)]
    [InlineData(101, 100)]
    [InlineData(10_000, 100)]
    public void Of_the_callers_own_words_the_first_100_characters_are_kept(int said, int kept) =>
        Assert.Equal(
            new string('あ', kept),
            new Wish.ToReschedule(Contact("call-1"), new SpokenDate.NotADate(), new string('あ', said)).Heard);

    [Fact]
    public void What_was_heard_is_never_cut_inside_a_character()
    {
        var heard = new Wish.ToReschedule(Contact("call-1"), new SpokenDate.NotADate(), new string('a', Change.MaxHeardLength - 1) + "😀").Heard;

        Assert.Equal(new string('a', Change.MaxHeardLength - 1), heard);
    }

    [Theory]
    [InlineData(2, "2026-12-12")]
    [InlineData(-3, "2026-12-07")]
    public void A_shift_counts_from_the_day_the_order_has(int days, string to) => Assert.Equal(
        Day(to),
        Assert.IsType<RescheduleDecision.Rescheduled>(
            PlacedOrder("2026-12-10").Reschedule(ToMoveTo(new SpokenDate.Shift(days)), Now, Policy)).Change.After.ShippingDate);

    [Fact]
    public void A_shift_to_a_day_that_cannot_be_had_is_refused() => Assert.IsType<RescheduleDecision.DayNotPossible>(
        PlacedOrder("2026-12-10").Reschedule(ToMoveTo(new SpokenDate.Shift(-30)), Now, Policy));

    [Fact]
    public void A_shift_past_the_end_of_the_calendar_is_too_far() => Assert.Equal(
        new RescheduleDecision.DayNotPossible(DayVerdict.TooFar),
        PlacedOrder("9999-12-31").Reschedule(ToMoveTo(new SpokenDate.Shift(2)), Now, Policy));

    [Fact]
    public void An_unsure_day_is_proposed_and_never_taken()
    {
        var day = new SpokenDate.Unsure(new SpokenDate.Day(Day("2026-12-14")), ["perhaps"]);
        var shift = new SpokenDate.Unsure(new SpokenDate.Shift(4), ["perhaps"]);

        Assert.Equal([Day("2026-12-14")], Proposed(day));
        Assert.Equal([Day("2026-12-14")], Proposed(shift));

        static ShippingDays Proposed(SpokenDate said) => Assert.IsType<RescheduleDecision.WhichDay>(
            PlacedOrder("2026-12-10").Reschedule(ToMoveTo(said), Now, Policy)).Possible;
    }
}
