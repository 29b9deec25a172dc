using System.Globalization;
using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class RetriesOfAWishTests
{
    [Theory]
    [InlineData("00:00:00", true)]
    [InlineData("00:00:08", true)]
    [InlineData("00:01:00", true)]
    [InlineData("00:01:00.0000001", false)]
    [InlineData("1.00:00:00", false)]
    [InlineData("-00:01:00", true)] // the clock stepped back between the two
    [InlineData("-00:01:00.0000001", false)]
    public void The_same_wish_of_the_same_contact_is_a_retry_for_one_minute(string later, bool isARetry)
    {
        var granted = new Change.Cancellation(Now, Contact("call-1").Id, Channel.Voice);

        var decision = PlacedOrder().After(ToCancel("call-1")).Cancel(ToCancel("call-1"), NowAnd(later), Policy);

        Assert.Equal(
            isARetry ? new CancelDecision.CancelledByThisWish(granted) : new CancelDecision.AlreadyCancelled(),
            decision);
    }

    [Theory]
    [InlineData("00:00:08", true)]
    [InlineData("00:01:00", true)]
    [InlineData("00:01:00.0000001", false)]
    [InlineData("-00:01:00", true)]
    [InlineData("-00:01:00.0000001", false)]
    public void The_same_new_date_from_the_same_contact_is_a_retry_for_one_minute(string later, bool isARetry)
    {
        var moved = PlacedOrder().After(ToMoveTo("2026-12-14", "call-1"));

        var decision = moved.Reschedule(ToMoveTo("2026-12-14", "call-1"), NowAnd(later), Policy);

        Assert.Equal(
            isARetry
                ? new RescheduleDecision.RescheduledByThisWish((Change.Rescheduling)moved.History[0])
                : new RescheduleDecision.Unchanged(),
            decision);
    }

    [Fact]
    public void A_shift_is_known_by_what_it_came_to_however_long_its_words_and_moves_once()
    {
        var words = new string('二', 300);
        var wish = new Wish.ToReschedule(Contact("call-1"), new SpokenDate.Shift(2), words);
        var moved = PlacedOrder("2026-12-10").After(wish);

        Assert.Equal(Day("2026-12-12"), moved.ShippingDate);
        Assert.IsType<RescheduleDecision.RescheduledByThisWish>(moved.Reschedule(wish, NowAnd("00:00:30"), Policy));
        Assert.Equal(
            Day("2026-12-14"),
            Assert.IsType<RescheduleDecision.Rescheduled>(
                moved.Reschedule(new(Contact("call-2"), new SpokenDate.Shift(2), words), NowAnd("00:00:30"), Policy)).Change.After.ShippingDate);
        Assert.Equal(
            Day("2026-12-13"),
            Assert.IsType<RescheduleDecision.Rescheduled>(
                moved.Reschedule(new(Contact("call-1"), new SpokenDate.Shift(1), ""), NowAnd("00:00:30"), Policy)).Change.After.ShippingDate);
    }

    [Fact]
    public void A_retry_is_known_by_its_day_and_not_by_the_words_or_the_language()
    {
        var moved = PlacedOrder().After(ToMoveTo("2026-12-14", "call-1"));
        var again = new Wish.ToReschedule(
            Contact("call-1", Channel.Voice, Language.English), new SpokenDate.Day(Day("2026-12-14")), "the fourteenth");

        Assert.IsType<RescheduleDecision.RescheduledByThisWish>(moved.Reschedule(again, Now, Policy));
    }

    [Theory]
    [InlineData("tomorrow", "call-1", true)]
    [InlineData("tomorrow", "call-2", false)]
    [InlineData("the day after tomorrow", "call-1", false)]
    [InlineData("", "call-1", false)]
    public void Words_said_before_midnight_and_retried_after_it_still_mean_the_day_they_meant(string said, string contact, bool isARetry)
    {
        var beforeMidnight = InTokyo("2026-12-10T23:59:58");
        var moved = PlacedOrder(shippingOn: "2026-12-20").After(
            new Wish.ToReschedule(Contact("call-1"), new SpokenDate.Day(Day("2026-12-13")), "tomorrow"), beforeMidnight);

        var decision = moved.Reschedule(
            new Wish.ToReschedule(Contact(contact), new SpokenDate.Day(Day("2026-12-14")), said), InTokyo("2026-12-11T00:00:03"), Policy);

        Assert.Equal(isARetry, decision is RescheduleDecision.RescheduledByThisWish(var granted) && granted.To == Day("2026-12-13"));
    }

    [Fact]
    public void Words_too_long_to_be_kept_whole_are_no_proof_of_the_same_wish()
    {
        var words = new string('a', Change.MaxHeardLength);
        var moved = PlacedOrder().After(new Wish.ToReschedule(Contact("call-1"), new SpokenDate.Day(Day("2026-12-14")), words));

        Assert.IsType<RescheduleDecision.Rescheduled>(
            moved.Reschedule(new Wish.ToReschedule(Contact("call-1"), new SpokenDate.Day(Day("2026-12-15")), words), Now, Policy));
    }

    [Fact]
    public void A_retry_that_arrives_after_the_cut_off_still_gets_the_first_answer()
    {
        var lastMoment = InTokyo("2026-12-01T16:59:59");
        var order = PlacedOrder(shippingOn: "2026-12-02");

        Assert.IsType<CancelDecision.CancelledByThisWish>(
            order.After(ToCancel(), lastMoment).Cancel(ToCancel(), InTokyo("2026-12-01T17:00:05"), Policy));
        Assert.IsType<RescheduleDecision.RescheduledByThisWish>(
            PlacedOrder().After(ToMoveTo("2026-12-02"), lastMoment)
                .Reschedule(ToMoveTo("2026-12-02"), InTokyo("2026-12-01T17:00:05"), Policy));
    }

    [Fact]
    public void Another_contacts_identical_wish_is_not_a_retry()
    {
        Assert.Equal(
            new CancelDecision.AlreadyCancelled(),
            PlacedOrder().After(ToCancel("call-1")).Cancel(ToCancel("call-2"), Now, Policy));
        Assert.Equal(
            new RescheduleDecision.Unchanged(),
            PlacedOrder().After(ToMoveTo("2026-12-14", "call-1")).Reschedule(ToMoveTo("2026-12-14", "call-2"), Now, Policy));
    }

    [Fact]
    public void A_retry_after_another_contact_moved_the_order_changes_nothing_and_is_not_told_what_is_not_so() =>
        Assert.Equal(
            new RescheduleDecision.ChangedMeanwhile(),
            PlacedOrder().After(ToMoveTo("2026-12-14", "call-1")).After(ToMoveTo("2026-12-15", "call-2"))
                .Reschedule(ToMoveTo("2026-12-14", "call-1"), Now, Policy));

    [Fact]
    public void A_retry_after_another_contact_cancelled_the_order_changes_nothing_and_is_not_told_what_is_not_so() =>
        Assert.Equal(
            new RescheduleDecision.ChangedMeanwhile(),
            PlacedOrder().After(ToMoveTo("2026-12-14", "call-1")).After(ToCancel("call-2"))
                .Reschedule(ToMoveTo("2026-12-14", "call-1"), Now, Policy));

    [Fact]
    public void A_retry_after_another_contact_moved_the_order_away_and_back_gets_the_first_answer() =>
        Assert.IsType<RescheduleDecision.RescheduledByThisWish>(
            PlacedOrder().After(ToMoveTo("2026-12-14", "call-1"))
                .After(ToMoveTo("2026-12-15", "call-2"))
                .After(ToMoveTo("2026-12-14", "call-3"))
                .Reschedule(ToMoveTo("2026-12-14", "call-1"), Now, Policy));

    [Fact]
    public void A_contact_that_goes_to_the_14th_then_the_15th_then_the_14th_again_has_three_wishes()
    {
        var order = PlacedOrder()
            .After(ToMoveTo("2026-12-14"))
            .After(ToMoveTo("2026-12-15"))
            .After(ToMoveTo("2026-12-14"));

        Assert.Equal(Day("2026-12-14"), order.ShippingDate);
        Assert.Equal(3, order.History.Length);
    }

    [Fact]
    public void A_contact_that_moves_an_order_may_cancel_it_in_the_same_minute() =>
        Assert.Equal(2, PlacedOrder().After(ToMoveTo("2026-12-14")).After(ToCancel()).Version);

    [Fact]
    public void A_range_that_is_only_the_granted_day_is_not_a_retry_of_it()
    {
        var day = Day("2026-12-14");
        var moved = PlacedOrder().After(ToMoveTo("2026-12-14"));

        Assert.IsType<RescheduleDecision.WhichDay>(moved.Reschedule(ToMoveTo(new SpokenDate.Range(day, day)), Now, Policy));
    }

    [Fact]
    public void A_retry_of_a_change_made_twenty_changes_ago_is_forgotten_with_it()
    {
        var order = Enumerable.Range(1, 20).Aggregate(
            PlacedOrder().After(ToMoveTo("2026-12-14", "call-0")),
            (order, i) => order.After(ToMoveTo(i % 2 == 0 ? "2026-12-16" : "2026-12-15", $"call-{i}")));

        Assert.IsType<RescheduleDecision.Rescheduled>(order.Reschedule(ToMoveTo("2026-12-14", "call-0"), Now, Policy));
    }

    [Theory]
    [InlineData("00:01:00.0000001")]
    [InlineData("20.00:00:00")]
    [InlineData("-1.00:00:00")]
    public void A_contact_of_one_wish_is_a_retry_however_late_it_comes(string later)
    {
        var cancelled = PlacedOrder().After(new Wish.ToCancel(OneWish("key-1")));
        var moved = PlacedOrder().After(MovingBy("key-1", "2026-12-14"));

        Assert.IsType<CancelDecision.CancelledByThisWish>(cancelled.Cancel(new(OneWish("key-1")), NowAnd(later), Policy));
        Assert.IsType<RescheduleDecision.RescheduledByThisWish>(moved.Reschedule(MovingBy("key-1", "2026-12-14"), NowAnd(later), Policy));
    }

    [Fact]
    public void A_late_retry_of_one_wish_undoes_nothing_that_others_did_since()
    {
        var moved = PlacedOrder().After(MovingBy("key-1", "2026-12-14")).After(ToMoveTo("2026-12-15", "call-2"));

        Assert.IsType<RescheduleDecision.ChangedMeanwhile>(moved.Reschedule(MovingBy("key-1", "2026-12-14"), NowAnd("1.00:00:00"), Policy));
        Assert.IsType<RescheduleDecision.Rescheduled>(moved.Reschedule(ToMoveTo("2026-12-14", "call-3"), NowAnd("1.00:00:00"), Policy));
    }

    static Contact OneWish(string id) => Contact(id, Channel.Web) with { IsOneWish = true };

    static Wish.ToReschedule MovingBy(string id, string day) => new(OneWish(id), new SpokenDate.Day(Day(day)), "");

    static Instant NowAnd(string later) =>
        Now + Duration.FromTimeSpan(TimeSpan.Parse(later, CultureInfo.InvariantCulture));
}
