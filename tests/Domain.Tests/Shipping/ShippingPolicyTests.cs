using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class ShippingPolicyTests
{
    [Fact]
    public void The_default_shop_is_in_Tokyo_packs_from_17_00_looks_30_days_ahead_and_ships_every_day()
    {
        Assert.Equal(new LocalTime(17, 0), Policy.CutOff);
        Assert.Equal(30, Policy.LatestDaysAhead);
        Assert.Empty(Policy.ClosedWeekdays);
        Assert.Empty(Policy.ClosedDates);
        Assert.Empty(Policy.Problems());
    }

    [Fact]
    public void The_default_zone_is_that_of_Tokyo_as_the_time_zone_database_has_it()
    {
        var orders = new Interval(Instant.FromUtc(2000, 1, 1, 0, 0), Instant.FromUtc(2100, 1, 1, 0, 0));

        Assert.Equal(
            DateTimeZoneProviders.Tzdb["Asia/Tokyo"].GetZoneIntervals(orders).Select(interval => interval.WallOffset),
            Policy.Zone.GetZoneIntervals(orders).Select(interval => interval.WallOffset));
    }

    [Theory]
    [InlineData("2026-12-01T00:00:00", "2026-12-02")]
    [InlineData("2026-12-01T16:59:59.999999999", "2026-12-02")]
    [InlineData("2026-12-01T17:00:00", "2026-12-03")]
    [InlineData("2026-12-01T23:59:59.999999999", "2026-12-03")]
    [InlineData("2026-12-31T16:59:59", "2027-01-01")]
    [InlineData("2026-12-31T17:00:00", "2027-01-02")]
    [InlineData("2028-02-28T16:59:59", "2028-02-29")]
    [InlineData("2028-02-28T17:00:00", "2028-03-01")]
    [InlineData("2027-02-28T16:59:59", "2027-03-01")]
    public void The_earliest_day_is_the_next_before_the_cut_off_and_the_one_after_it_from_then_on(string now, string earliest) =>
        Assert.Equal(Day(earliest), Policy.PossibleDays(InTokyo(now))[0]);

    [Fact]
    public void The_latest_day_is_exactly_30_days_ahead()
    {
        Assert.Equal(Day("2026-12-31"), Policy.PossibleDays(Now)[^1]);
        Assert.Equal(DayVerdict.Possible, Policy.Judge(Day("2026-12-31"), Now));
        Assert.Equal(DayVerdict.TooFar, Policy.Judge(Day("2027-01-01"), Now));
    }

    [Theory]
    [InlineData("2026-11-30", DayVerdict.InThePast)]
    [InlineData("2025-12-10", DayVerdict.InThePast)]
    [InlineData("2026-12-01", DayVerdict.TooSoon)]
    [InlineData("2026-12-02", DayVerdict.Possible)]
    [InlineData("2026-12-05", DayVerdict.NotAShippingDay)]
    [InlineData("2026-12-24", DayVerdict.NotAShippingDay)]
    [InlineData("2026-12-26", DayVerdict.NotAShippingDay)]
    [InlineData("2026-12-31", DayVerdict.Possible)]
    [InlineData("2027-01-02", DayVerdict.TooFar)]
    [InlineData("9999-12-31", DayVerdict.TooFar)]
    public void The_first_rule_a_day_breaks_is_the_verdict(string day, DayVerdict verdict)
    {
        var policy = new ShippingPolicy
        {
            ClosedWeekdays = [IsoDayOfWeek.Saturday],
            ClosedDates = [Day("2026-12-24"), Day("2026-11-30")],
        };

        Assert.Equal(verdict, policy.Judge(Day(day), Now));
    }

    [Fact]
    public void Tomorrow_is_too_soon_once_the_cut_off_has_passed()
    {
        Assert.Equal(DayVerdict.Possible, Policy.Judge(Day("2026-12-02"), InTokyo("2026-12-01T16:59:59.999999999")));
        Assert.Equal(DayVerdict.TooSoon, Policy.Judge(Day("2026-12-02"), InTokyo("2026-12-01T17:00:00")));
    }

    [Theory]
    [InlineData("2026-11-30", "2026-12-01T10:00:00", true)]
    [InlineData("2026-12-01", "2026-12-01T00:00:00", true)]
    [InlineData("2026-12-02", "2026-12-01T16:59:59.999999999", false)]
    [InlineData("2026-12-02", "2026-12-01T17:00:00", true)]
    [InlineData("2026-12-03", "2026-12-01T23:59:59.999999999", false)]
    public void Parcels_are_being_packed_from_the_cut_off_of_the_day_before(string day, string now, bool beingPacked) =>
        Assert.Equal(beingPacked, Policy.ParcelsForThatDayAreBeingPacked(Day(day), InTokyo(now)));

    [Fact]
    public void Closed_weekdays_and_closed_dates_are_left_out_of_the_possible_days()
    {
        var policy = new ShippingPolicy
        {
            LatestDaysAhead = 8,
            ClosedWeekdays = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday],
            ClosedDates = [Day("2026-12-02"), Day("2026-12-08")],
        };

        Assert.Equal([Day("2026-12-03"), Day("2026-12-04"), Day("2026-12-07"), Day("2026-12-09")], policy.PossibleDays(Now));
    }

    [Fact]
    public void A_shop_closed_on_every_date_of_its_window_has_no_day_to_offer()
    {
        var policy = new ShippingPolicy
        {
            LatestDaysAhead = 3,
            ClosedDates = [Day("2026-12-02"), Day("2026-12-03"), Day("2026-12-04")],
        };

        Assert.Empty(policy.Problems());
        Assert.Empty(policy.PossibleDays(Now));
    }

    [Theory]
    [InlineData("Asia/Tokyo", "2026-11-30T14:59:59.999Z", "2026-11-30")]
    [InlineData("Asia/Tokyo", "2026-11-30T15:00:00Z", "2026-12-01")]
    [InlineData("Asia/Tokyo", "2026-12-31T14:59:59.999Z", "2026-12-31")]
    [InlineData("Asia/Tokyo", "2026-12-31T15:00:00Z", "2027-01-01")]
    [InlineData("Asia/Tokyo", "2028-02-28T15:00:00Z", "2028-02-29")]
    [InlineData("America/New_York", "2026-03-08T04:59:59Z", "2026-03-07")]
    [InlineData("America/New_York", "2026-03-09T03:59:59Z", "2026-03-08")]
    [InlineData("America/New_York", "2026-03-09T04:00:00Z", "2026-03-09")]
    [InlineData("America/New_York", "2026-11-01T04:00:00Z", "2026-11-01")]
    [InlineData("America/New_York", "2026-11-02T04:59:59Z", "2026-11-01")]
    [InlineData("America/New_York", "2026-11-02T05:00:00Z", "2026-11-02")]
    public void Today_is_the_date_on_the_shops_own_wall(string zone, string now, string today) =>
        Assert.Equal(Day(today), new ShippingPolicy { Zone = DateTimeZoneProviders.Tzdb[zone] }.Today(Utc(now)));

    [Theory]
    [InlineData("2026-03-07T21:59:59Z", "2026-03-08")] // 16:59:59, still winter
    [InlineData("2026-03-07T22:00:00Z", "2026-03-09")]
    [InlineData("2026-03-08T20:59:59Z", "2026-03-09")] // 16:59:59, the clocks went forward at two
    [InlineData("2026-03-08T21:00:00Z", "2026-03-10")]
    [InlineData("2026-11-01T21:59:59Z", "2026-11-02")] // 16:59:59, the clocks went back at two
    [InlineData("2026-11-01T22:00:00Z", "2026-11-03")]
    public void The_cut_off_follows_the_wall_clock_through_summer_time(string now, string earliest)
    {
        var newYork = new ShippingPolicy { Zone = DateTimeZoneProviders.Tzdb["America/New_York"] };

        Assert.Equal(Day(earliest), newYork.PossibleDays(Utc(now))[0]);
    }

    [Theory]
    [InlineData("2026-03-08T06:59:59Z", "2026-03-09")] // 01:59:59, then the clock jumps to 03:00
    [InlineData("2026-03-08T07:00:00Z", "2026-03-10")]
    [InlineData("2026-11-01T06:29:59Z", "2026-11-02")] // 01:29:59 for the second time that night
    [InlineData("2026-11-01T07:29:59Z", "2026-11-02")]
    [InlineData("2026-11-01T07:30:00Z", "2026-11-03")]
    public void A_cut_off_in_the_hour_that_the_clocks_skip_has_passed_once_they_are_beyond_it(string now, string earliest)
    {
        var newYork = new ShippingPolicy { Zone = DateTimeZoneProviders.Tzdb["America/New_York"], CutOff = new LocalTime(2, 30) };

        Assert.Equal(Day(earliest), newYork.PossibleDays(Utc(now))[0]);
    }

    [Fact]
    public void Every_day_from_1952_to_2099_begins_in_Tokyo_at_15_00_UTC_of_the_day_before()
    {
        // Japan kept summer time until 1951.
        var last = Day("2099-12-31");
        var days = 0;
        for (var day = Day("1952-01-01"); day <= last; day = day.PlusDays(1))
        {
            var midnight = day.PlusDays(-1).At(new LocalTime(15, 0)).InUtc().ToInstant();
            days++;
            if (Policy.Today(midnight) != day || Policy.Today(midnight - Duration.FromMilliseconds(1)) != day.PlusDays(-1))
            {
                Assert.Fail($"{day} does not begin at {midnight}.");
            }
        }

        Assert.Equal(54_057, days);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    [InlineData(365, 0)]
    [InlineData(366, 1)]
    [InlineData(0, 1)]
    [InlineData(-30, 1)]
    [InlineData(int.MaxValue, 1)]
    public void The_latest_day_lies_2_to_365_days_ahead(int days, int problems) =>
        Assert.Equal(problems, new ShippingPolicy { LatestDaysAhead = days }.Problems().Count());

    [Fact]
    public void At_least_one_day_of_the_week_is_open()
    {
        var week = Enum.GetValues<IsoDayOfWeek>().Where(day => day is not IsoDayOfWeek.None).ToList();

        Assert.Contains("Every day of the week is closed", Assert.Single(ClosedOn(week).Problems()), StringComparison.Ordinal);
        Assert.All(week, open => Assert.Empty(ClosedOn(week.Where(day => day != open)).Problems()));
    }

    [Fact]
    public void What_is_no_day_of_the_week_cannot_be_closed() =>
        Assert.Contains(
            "not a day of the week",
            Assert.Single(ClosedOn([IsoDayOfWeek.None, IsoDayOfWeek.Monday]).Problems()),
            StringComparison.Ordinal);

    [Fact]
    public void What_is_no_day_of_the_week_closes_none_of_the_seven()
    {
        IsoDayOfWeek[] noDay = [(IsoDayOfWeek)9, .. Enum.GetValues<IsoDayOfWeek>().Where(day => day is not (IsoDayOfWeek.None or IsoDayOfWeek.Sunday))];

        Assert.Contains("not a day of the week", Assert.Single(ClosedOn(noDay).Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_policy_is_told_at_once() =>
        Assert.Equal(3, (ClosedOn(Enum.GetValues<IsoDayOfWeek>()) with { LatestDaysAhead = 1 }).Problems().Count());

    [Fact]
    public void A_cut_off_at_midnight_has_always_passed_and_still_leaves_a_day_to_choose()
    {
        var policy = new ShippingPolicy { CutOff = LocalTime.Midnight, LatestDaysAhead = 2 };

        Assert.Equal([Day("2026-12-03")], policy.PossibleDays(InTokyo("2026-12-01T00:00:00")));
    }

    static ShippingPolicy ClosedOn(IEnumerable<IsoDayOfWeek> days) => new() { ClosedWeekdays = [.. days] };
}
