using System.Globalization;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class DateWordsTests
{
    const string DaysInJapanese =
        "一日 二日 三日 四日 五日 六日 七日 八日 九日 十日 十一日 十二日 十三日 十四日 十五日 十六日 十七日 十八日 十九日 二十日 "
        + "二十一日 二十二日 二十三日 二十四日 二十五日 二十六日 二十七日 二十八日 二十九日 三十日 三十一日";

    const string MonthsInJapanese = "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月";

    const string WeekdaysInJapanese = "日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日"; // in .NET's order, Sunday first

    const string DaysInEnglish =
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th 18th 19th 20th "
        + "21st 22nd 23rd 24th 25th 26th 27th 28th 29th 30th 31st";

    static readonly LocalDate[] ALeapYear =
        [.. Enumerable.Range(0, 366).Select(new LocalDate(2028, 1, 1).PlusDays)];

    static readonly Instant Morning = Instant.FromUtc(2026, 12, 1, 1, 0);
    static readonly Instant Evening = Instant.FromUtc(2026, 12, 1, 9, 0);

    [Fact]
    public void Every_day_of_a_leap_year_is_said_as_the_tables_say()
    {
        Assert.Equal(new LocalDate(2028, 12, 31), ALeapYear[^1]);
        Assert.All(ALeapYear, date =>
        {
            var day = date.ToDateTimeUnspecified();
            Assert.Equal(
                MonthsInJapanese.Split(' ')[day.Month - 1] + DaysInJapanese.Split(' ')[day.Day - 1] + "、"
                    + WeekdaysInJapanese.Split(' ')[(int)day.DayOfWeek],
                new DateWords(Spoken.Japanese).Day(date));
            Assert.Equal(
                day.ToString("dddd, MMMM ", CultureInfo.InvariantCulture) + DaysInEnglish.Split(' ')[day.Day - 1],
                new DateWords(Spoken.English).Day(date));
        });
    }

    [Theory]
    [InlineData(2026, 12, 3, "十二月三日、木曜日", "Thursday, December 3rd")]
    [InlineData(2026, 11, 30, "十一月三十日、月曜日", "Monday, November 30th")]
    [InlineData(2028, 2, 29, "二月二十九日、火曜日", "Tuesday, February 29th")]
    [InlineData(2027, 1, 11, "一月十一日、月曜日", "Monday, January 11th")]
    [InlineData(2026, 10, 22, "十月二十二日、木曜日", "Thursday, October 22nd")]
    [InlineData(2026, 5, 31, "五月三十一日、日曜日", "Sunday, May 31st")]
    public void A_day_is_said_with_its_weekday_and_without_its_year(int year, int month, int day, string japanese, string english)
    {
        Assert.Equal(japanese, new DateWords(Spoken.Japanese).Day(new(year, month, day)));
        Assert.Equal(english, new DateWords(Spoken.English).Day(new(year, month, day)));
    }

    [Theory]
    [InlineData(1, "十二月三日、木曜日", "Thursday, December 3rd")]
    [InlineData(2, "十二月二日、水曜日、または十二月三日、木曜日", "Wednesday, December 2nd, or Thursday, December 3rd")]
    [InlineData(
        3,
        "十二月二日、水曜日、または十二月三日、木曜日、または十二月四日、金曜日",
        "Wednesday, December 2nd, or Thursday, December 3rd, or Friday, December 4th")]
    [InlineData(
        4, "十二月二日、水曜日から十二月五日、土曜日までの発送日で", "our shipping days from Wednesday, December 2nd to Saturday, December 5th")]
    [InlineData(
        30, "十二月二日、水曜日から十二月三十一日、木曜日までの発送日で", "our shipping days from Wednesday, December 2nd to Thursday, December 31st")]
    public void Three_days_are_a_choice_of_each_and_more_are_a_choice_between_the_first_and_the_last(
        int count, string japanese, string english)
    {
        var days = DaysToChoose(count);

        Assert.Equal(japanese, new DateWords(Spoken.Japanese).Choice(days));
        Assert.Equal(english, new DateWords(Spoken.English).Choice(days));
        Assert.Equal($"{japanese}、どの日がよろしいですか？", new OutcomeWords(Spoken.Japanese).AskFor(days));
        Assert.Equal($"You can choose {english}. Which one?", new OutcomeWords(Spoken.English).AskFor(days));
    }

    [Fact]
    public void Without_a_day_to_choose_nobody_is_asked_to_choose_one()
    {
        var nothing = new Offer(new OrderStanding.Placed(), CanCancel: true, CanReschedule: false, ShippingDays.None);

        Assert.All(
            new RescheduleDecision[]
            {
                new RescheduleDecision.WhichDay(ShippingDays.None),
                new RescheduleDecision.DateNotUnderstood(),
                new RescheduleDecision.DayNotPossible(DayVerdict.TooFar),
            },
            decision =>
            {
                Assert.Equal("申し訳ございません。ただいまお選びいただける発送日がございません。", Asked(decision, nothing, Spoken.Japanese));
                Assert.Equal("I'm sorry, there is no shipping date to choose right now.", Asked(decision, nothing, Spoken.English));
            });
    }

    static string Asked(RescheduleDecision decision, Offer offer, PhraseBook words) =>
        new OutcomeWords(words).For(new RescheduleOutcome.Decided(decision, SampleOrder.Of(SampleOrder.Customer, "1"), offer));

    static ShippingDays DaysToChoose(int count)
    {
        var days = count == 1
            ? new ShippingPolicy { LatestDaysAhead = 2 }.PossibleDays(Evening)
            : new ShippingPolicy { LatestDaysAhead = count }.PossibleDays(Morning);
        Assert.Equal(count, days.Count);
        return days;
    }
}
