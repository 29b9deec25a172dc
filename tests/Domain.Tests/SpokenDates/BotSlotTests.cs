using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

/// <summary>A bot makes one day of whatever it hears, and does not say that it did
/// (https://docs.aws.amazon.com/lexv2/latest/dg/built-in-slot-date.html). Today is Wednesday, 25 November 2020, as in its
/// documentation; each slot holds the day the bot chose.</summary>
public sealed class BotSlotTests
{
    static readonly LocalDate Today = Day("2020-11-25");

    [Theory]
    [InlineData("next week")]
    [InlineData("来週")]
    public void Next_week_is_not_the_last_day_of_this_week(string said) =>
        Assert.Equal("Range 2020-11-30..2020-12-06", Read(said, "2020-11-29"));

    [Theory]
    [InlineData("next week")]
    [InlineData("来週")]
    public void Next_week_is_not_its_first_day_either_as_the_first_version_had_it(string said) =>
        Assert.Equal("Range 2020-11-30..2020-12-06", Read(said, "2020-11-30"));

    [Theory]
    [InlineData("this week")]
    [InlineData("今週")]
    public void This_week_is_not_its_first_day(string said) =>
        Assert.Equal("Range 2020-11-25..2020-11-29", Read(said, "2020-11-23"));

    [Theory]
    [InlineData("last week")]
    [InlineData("先週")]
    public void Last_week_is_not_its_first_day(string said) =>
        Assert.Equal("Range 2020-11-16..2020-11-22", Read(said, "2020-11-16"));

    [Theory]
    [InlineData("next month")]
    [InlineData("来月")]
    public void Next_month_is_not_its_last_day(string said) =>
        Assert.Equal("Range 2020-12-01..2020-12-31", Read(said, "2020-12-31"));

    [Theory]
    [InlineData("this month")]
    [InlineData("今月")]
    public void This_month_is_not_its_first_day(string said) =>
        Assert.Equal("Range 2020-11-25..2020-11-30", Read(said, "2020-11-01"));

    [Theory]
    [InlineData("last month")]
    [InlineData("先月")]
    public void Last_month_is_not_its_first_day(string said) =>
        Assert.Equal("Range 2020-10-01..2020-10-31", Read(said, "2020-10-01"));

    [Theory]
    [InlineData("January")]
    [InlineData("一月")]
    public void A_month_alone_is_none_of_its_days(string said) =>
        Assert.Equal("Range 2021-01-01..2021-01-31", Read(said, "2021-01-31"));

    [Theory]
    [InlineData("next year")]
    [InlineData("来年")]
    public void Next_year_is_not_its_last_day(string said) =>
        Assert.Equal("Range 2021-01-01..2021-12-31", Read(said, "2021-12-31"));

    [Theory]
    [InlineData("this year")]
    [InlineData("今年")]
    public void This_year_is_not_its_first_day(string said) =>
        Assert.Equal("Range 2020-11-25..2020-12-31", Read(said, "2020-01-01"));

    [Theory]
    [InlineData("last year")]
    [InlineData("去年")]
    public void Last_year_is_not_its_first_day(string said) =>
        Assert.Equal("Range 2019-01-01..2019-12-31", Read(said, "2019-01-01"));

    [Theory]
    [InlineData("this weekend")]
    [InlineData("今週末")]
    public void A_weekend_is_not_its_first_day(string said) =>
        Assert.Equal("Range 2020-11-28..2020-11-29", Read(said, "2020-11-28"));

    [Theory]
    [InlineData("now")]
    [InlineData("今すぐ")]
    public void Now_is_not_today(string said) => Assert.Equal("Earliest", Read(said, "2020-11-25"));

    [Theory]
    [InlineData("next Friday")]
    [InlineData("次の金曜日")]
    public void Next_Friday_is_not_the_one_the_bot_chose_of_two(string said) =>
        Assert.Equal("OneOf 2020-11-27,2020-12-04", Read(said, "2020-11-27"));

    [Theory]
    [InlineData("Friday or Monday")]
    [InlineData("金曜か月曜")]
    public void One_of_two_days_is_not_the_one_the_bot_heard_first(string said) =>
        Assert.Equal("OneOf 2020-11-27,2020-11-30", Read(said, "2020-11-27"));

    [Theory]
    [InlineData("not tomorrow")]
    [InlineData("明日は無理です")]
    [InlineData("operator")]
    [InlineData("いつか")]
    public void What_is_no_date_is_none_whatever_the_bot_made_of_it(string said) =>
        Assert.Equal("NotADate", Read(said, "2020-11-26"));

    [Theory]
    [InlineData("Wednesday", "2020-11-25", "Day 2020-12-02")]
    [InlineData("水曜日", "2020-11-25", "Day 2020-12-02")]
    [InlineData("tomorrow", "2020-11-25", "Day 2020-11-26")]
    [InlineData("明日", "2020-11-25", "Day 2020-11-26")]
    [InlineData("November 20", "2021-11-20", "Day 2020-11-20")]
    [InlineData("11月20日", "2021-11-20", "Day 2020-11-20")]
    [InlineData("Monday next week", "2020-11-29", "Day 2020-11-30")]
    [InlineData("来週の月曜日", "2020-11-29", "Day 2020-11-30")]
    [InlineData("明日じゃなくて明後日", "2020-11-26", "Day 2020-11-27")]
    public void A_precise_transcript_wins_over_another_day_in_the_slot(string said, string slot, string day) =>
        Assert.Equal(day, Read(said, slot));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　\t")]
    public void Without_a_transcript_a_day_in_the_slot_is_trusted(string? said) =>
        Assert.Equal("Day 2020-12-03", Read(said, "2020-12-03"));

    [Theory]
    [InlineData("2020-W49", "Range 2020-11-30..2020-12-06")]
    [InlineData("2020-W49-WE", "Range 2020-12-05..2020-12-06")]
    [InlineData("2020-12", "Range 2020-12-01..2020-12-31")]
    [InlineData("2021", "Range 2021-01-01..2021-12-31")]
    [InlineData("2020-WI", "Range 2020-12-01..2021-02-28")]
    [InlineData("PRESENT_REF", "Earliest")]
    [InlineData("XXXX-12-03", "NotADate")]
    [InlineData(null, "NotADate")]
    public void Without_a_transcript_the_other_forms_are_no_day(string? slot, string reads) =>
        Assert.Equal(reads, Read(null, slot));

    static string Read(string? said, string? slot) => SpokenDateReader.Read(
        said,
        slot,
        Today,
        said is { Length: > 0 } && !char.IsAscii(said[0]) | char.IsAsciiDigit(said[0])
            ? Language.Japanese
            : Language.English).ToString();
}
