using NodaTime;
using NodaTime.Text;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class AmazonDateTests
{
    // The day of the examples on AWS's page.
    static readonly LocalDate Wednesday = new(2020, 11, 25);

    [Theory]
    [InlineData("en_US", "today", "2020-11-25")]
    [InlineData("en_US", "now", "2020-11-25")]
    [InlineData("en_US", "November twenty-fifth", "2020-11-25")]
    [InlineData("en_US", "next week", "2020-11-29")]
    [InlineData("en_US", "this week", "2020-11-23")]
    [InlineData("en_US", "last week", "2020-11-16")]
    [InlineData("en_US", "next month", "2020-12-31")]
    [InlineData("en_US", "this month", "2020-11-01")]
    [InlineData("en_US", "last month", "2020-10-01")]
    [InlineData("en_US", "next year", "2021-12-31")]
    [InlineData("en_US", "this year", "2020-01-01")]
    [InlineData("en_US", "last year", "2019-01-01")]
    [InlineData("ja_JP", "今日", "2020-11-25")]
    [InlineData("ja_JP", "今", "2020-11-25")]
    [InlineData("ja_JP", "十一月二十五日", "2020-11-25")]
    [InlineData("ja_JP", "来週", "2020-11-29")]
    [InlineData("ja_JP", "今週", "2020-11-23")]
    [InlineData("ja_JP", "先週", "2020-11-16")]
    [InlineData("ja_JP", "来月", "2020-12-31")]
    [InlineData("ja_JP", "今月", "2020-11-01")]
    [InlineData("ja_JP", "先月", "2020-10-01")]
    [InlineData("ja_JP", "来年", "2021-12-31")]
    [InlineData("ja_JP", "今年", "2020-01-01")]
    [InlineData("ja_JP", "去年", "2019-01-01")]
    public void A_phrase_becomes_the_day_of_the_documented_rule(string locale, string said, string slot) =>
        Assert.Equal(slot, Slot(locale, said));

    [Theory]
    [InlineData("en_US", "November 20", "2021-11-20")]
    [InlineData("en_US", "November 24th", "2021-11-24")]
    [InlineData("en_US", "February 29", "2024-02-29")]
    [InlineData("en_US", "November 20, 2020", "2020-11-20")]
    [InlineData("en_US", "yesterday", "2020-11-24")]
    [InlineData("ja_JP", "11月20日", "2021-11-20")]
    [InlineData("ja_JP", "12月1日", "2020-12-01")]
    [InlineData("ja_JP", "2020年11月20日", "2020-11-20")]
    [InlineData("ja_JP", "昨日", "2020-11-24")]
    [InlineData("ja_JP", "2020-11-20", "2020-11-20")]
    public void A_day_of_a_month_that_has_passed_is_next_years(string locale, string said, string slot) =>
        Assert.Equal(slot, Slot(locale, said));

    [Theory]
    [InlineData("en_US", "tomorrow or Friday", "2020-11-26")]
    [InlineData("en_US", "the 3rd to the 5th of December", "2020-12-03")]
    [InlineData("en_US", "December", "2020-12-31")]
    [InlineData("en_US", "by Friday", null)]
    [InlineData("en_US", "not tomorrow", null)]
    [InlineData("en_US", "as soon as possible", null)]
    [InlineData("en_US", "whenever the moon is full", null)]
    [InlineData("en_US", "", null)]
    [InlineData("ja_JP", "明日か明後日", "2020-11-26")]
    [InlineData("ja_JP", "12月3日から5日", "2020-12-03")]
    [InlineData("ja_JP", "再来週", "2020-11-29")]
    [InlineData("ja_JP", "来週の水曜日", "2020-12-02")]
    [InlineData("ja_JP", "金曜までに", null)]
    [InlineData("ja_JP", "明日は無理です", null)]
    [InlineData("ja_JP", "できるだけ早く", null)]
    [InlineData("ja_JP", "発送日を変更したい", null)]
    public void Of_several_days_it_is_the_first_and_of_none_it_is_none(string locale, string said, string? slot) =>
        Assert.Equal(slot, Slot(locale, said));

    [Theory]
    [InlineData("2020-11-29", "来週", "2020-11-29")]
    [InlineData("2020-11-29", "今週", "2020-11-23")]
    [InlineData("2020-11-30", "今月", "2020-11-01")]
    [InlineData("2020-11-30", "来週", "2020-12-06")]
    [InlineData("2020-12-31", "今年", "2020-01-01")]
    [InlineData("2020-12-31", "来月", "2021-01-31")]
    public void The_rules_hold_on_the_last_day_of_a_week_a_month_and_a_year(string today, string said, string slot) =>
        Assert.Equal(slot, Slot("ja_JP", said, LocalDatePattern.Iso.Parse(today).Value));

    [Theory]
    [InlineData("ja_JP", "えっと、12月3日でお願いします", "12月3日")]
    [InlineData("ja_JP", "発送日を来週の水曜日に変更したい", "来週の水曜日")]
    [InlineData("ja_JP", "十二月三日がいいです", "十二月三日")]
    [InlineData("ja_JP", "来週末に届けてください", "来週末")]
    [InlineData("ja_JP", "明後日", "明後日")]
    [InlineData("en_US", "change it to December 3rd please", "December 3rd")]
    [InlineData("en_US", "uh next Wednesday would be good", "next Wednesday")]
    [InlineData("en_US", "tomorrow", "tomorrow")]
    [InlineData("en_US", "make it the third of December", "the third of December")]
    public void What_was_said_of_the_day_is_kept_apart_from_the_rest(string locale, string said, string phrase)
    {
        var date = AmazonDate.Find(said, Wednesday, LanguageOf(locale))!;

        Assert.Equal(phrase, said.Substring(date.Start, date.Length));
    }

    [Fact]
    public void In_a_speech_no_day_is_looked_for() =>
        Assert.Null(AmazonDate.Find(new string('あ', 200) + "明日", Wednesday, Language.Japanese));

    static string? Slot(string locale, string said, LocalDate? today = null) =>
        AmazonDate.Find(said, today ?? Wednesday, LanguageOf(locale))?.Value is { } day ? LocalDatePattern.Iso.Format(day) : null;

    static Language LanguageOf(string locale) => locale == "ja_JP" ? Language.Japanese : Language.English;
}
