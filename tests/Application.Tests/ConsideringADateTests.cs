using NodaTime;
using NodaTime.Testing;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Application.Tests;

/// <summary>On Wednesday, 25 November 2026, ten o'clock, in a shop that does not ship on Sundays nor on 3 December.</summary>
public sealed class ConsideringADateTests
{
    static readonly ShippingPolicy Policy = new()
    {
        ClosedWeekdays = [IsoDayOfWeek.Sunday],
        ClosedDates = [new LocalDate(2026, 12, 3)],
    };

    [Theory]
    [InlineData("来週の水曜日", "2026-12-02")]
    [InlineData("明日じゃなくて明後日", "2026-11-27")]
    [InlineData("1202", "2026-12-02")]
    [InlineData("できるだけ早く", "2026-11-26")]
    public async Task A_day_that_can_be_had_is_the_answer(string said, string day) =>
        Assert.Equal(Day(day), Assert.IsType<ConsiderDateOutcome.Possible>(await Consider(said)).Day);

    [Fact]
    public async Task A_vague_answer_gives_the_days_that_were_meant_and_can_be_had()
    {
        var whichDay = Assert.IsType<ConsiderDateOutcome.WhichDay>(await Consider("来週"));

        Assert.Equal("Range 2026-11-30..2026-12-06", whichDay.Reading.ToString());
        Assert.Equal(
            [Day("2026-11-30"), Day("2026-12-01"), Day("2026-12-02"), Day("2026-12-04"), Day("2026-12-05")], whichDay.Days);
    }

    [Fact]
    public async Task A_vague_answer_none_of_whose_days_can_be_had_gives_every_day_that_can()
    {
        var whichDay = Assert.IsType<ConsiderDateOutcome.WhichDay>(await Consider("再来月"));

        Assert.Equal((Day("2026-11-26"), Day("2026-12-25")), (whichDay.Days[0], whichDay.Days[^1]));
    }

    [Theory]
    [InlineData("十二月三日", DayVerdict.NotAShippingDay, "2026-12-02,2026-12-04")]
    [InlineData("12月6日", DayVerdict.NotAShippingDay, "2026-12-05,2026-12-07")]
    [InlineData("昨日", DayVerdict.InThePast, "2026-11-26")]
    [InlineData("今日", DayVerdict.TooSoon, "2026-11-26")]
    [InlineData("元日", DayVerdict.TooFar, "2026-12-25")]
    public async Task A_day_that_cannot_be_had_gives_the_reason_and_the_nearest_days_either_side(string said, DayVerdict why, string nearest)
    {
        var refused = Assert.IsType<ConsiderDateOutcome.NotPossible>(await Consider(said));

        Assert.Equal(why, refused.Verdict);
        Assert.Equal(nearest.Split(',').Select(Day), refused.Nearest);
    }

    [Fact]
    public async Task What_names_no_date_is_asked_again_with_every_day_that_can_be_had() =>
        Assert.Equal(25, Assert.IsType<ConsiderDateOutcome.NotUnderstood>(await Consider("ジャケット")).Days.Count);

    [Fact]
    public async Task What_was_said_outweighs_the_slot_and_a_slot_alone_is_trusted_as_a_day()
    {
        Assert.IsType<ConsiderDateOutcome.WhichDay>(await Consider("来週", slot: "2026-11-28"));
        Assert.Equal(Day("2026-11-28"), Assert.IsType<ConsiderDateOutcome.Possible>(await Consider(null, slot: "2026-11-28")).Day);
        Assert.IsType<ConsiderDateOutcome.WhichDay>(await Consider(" ", slot: "2026-W49"));
    }

    [Fact]
    public async Task A_shop_that_cannot_ship_at_all_has_no_soonest_day()
    {
        var closed = new ShippingPolicy { LatestDaysAhead = 2, ClosedDates = [Day("2026-11-26"), Day("2026-11-27")] };

        Assert.Empty(Assert.IsType<ConsiderDateOutcome.WhichDay>(await Consider("できるだけ早く", policy: closed)).Days);
    }

    [Fact]
    public async Task A_language_nobody_speaks_is_refused()
    {
        var line = OrderLine.Open(new InMemoryOrders(), new RecordedTexts(), Policy, new FakeClock(SampleOrder.Now));

        var outcome = await line.Send(new ConsiderDate("x", null, (Language)9), TestContext.Current.CancellationToken);

        Assert.Contains("Language", Assert.Single(Assert.IsType<ConsiderDateOutcome.InvalidRequest>(outcome).Problems), StringComparison.Ordinal);
    }

    static Task<ConsiderDateOutcome> Consider(string? said, string? slot = null, ShippingPolicy? policy = null) => OrderLine
        .Open(new InMemoryOrders(), new RecordedTexts(), policy ?? Policy, new FakeClock(SampleOrder.Now))
        .Send(new ConsiderDate(said, slot, Language.Japanese), TestContext.Current.CancellationToken);

    static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
