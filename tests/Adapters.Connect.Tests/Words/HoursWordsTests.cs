using System.Text;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>Operators' hours in words, as the shop's file has them.</summary>
public sealed class HoursWordsTests
{
    const string Weekdays = """ "Monday": "09:00-18:00", "Tuesday": "09:00-18:00", "Wednesday": "09:00-18:00", "Thursday": "09:00-18:00", "Friday": "09:00-18:00" """;

    [Theory]
    [InlineData("ja-JP", Weekdays, "月曜日から金曜日の午前九時から午後六時まで")]
    [InlineData("en-US", Weekdays, "Monday to Friday, 9 a.m. to 6 p.m.")]
    [InlineData("ja-JP", Weekdays + """, "Saturday": "10:00-17:00" """, "月曜日から金曜日の午前九時から午後六時まで、土曜日の午前十時から午後五時まで")]
    [InlineData("en-US", Weekdays + """, "Saturday": "10:00-17:00" """, "Monday to Friday, 9 a.m. to 6 p.m., and Saturday, 10 a.m. to 5 p.m.")]
    public void Days_with_the_same_hours_are_said_together_and_closed_days_not_at_all(string language, string week, string times) => Says(language, week, times);

    [Theory]
    [InlineData("ja-JP", "月曜日と水曜日の午前九時から正午までと午後一時から午後六時まで")]
    [InlineData("en-US", "Monday and Wednesday, 9 a.m. to noon and 1 p.m. to 6 p.m.")]
    public void A_day_has_several_periods(string language, string times) =>
        Says(language, """ "Monday": "09:00-12:00, 13:00-18:00", "Tuesday": "closed", "Wednesday": "09:00-12:00, 13:00-18:00" """, times);

    [Theory]
    [InlineData("ja-JP", "金曜日の午後十時から翌日の午前六時まで、土曜日の午後六時から深夜零時まで")]
    [InlineData("en-US", "Friday, 10 p.m. to 6 a.m. the next day, and Saturday, 6 p.m. to midnight")]
    public void A_night_goes_on_to_the_next_day_and_midnight_is_called_so(string language, string times) =>
        Says(language, """ "Friday": "22:00-06:00", "Saturday": "18:00-24:00" """, times);

    [Theory]
    [InlineData("ja-JP", "09:30-18:00", "毎日、午前九時三十分から午後六時まで")]
    [InlineData("en-US", "09:05-12:30", "every day, 9:05 a.m. to 12:30 p.m.")]
    [InlineData("ja-JP", "00:05-12:45", "毎日、午前零時五分から午後零時四十五分まで")]
    [InlineData("ja-JP", "00:00-24:00", "毎日、二十四時間")]
    [InlineData("en-US", "00:00-24:00", "every day, around the clock")]
    public void Days_that_are_all_alike_are_every_day_and_minutes_are_said(string language, string hours, string times) =>
        Says(language, string.Join(", ", Enum.GetNames<NodaTime.IsoDayOfWeek>().Skip(1).Select(day => $"\"{day}\": \"{hours}\"")), times);

    [Theory]
    [InlineData("""{"Sunday": "09:00-18:00", "Monday": "09:00-18:00", "Saturday": "09:00-18:00"}""", "Saturday to Monday")]
    [InlineData("""{"Sunday": "09:00-18:00", "Monday": "09:00-18:00"}""", "Sunday and Monday")]
    [InlineData("""{"Monday": "09:00-18:00", "Wednesday": "09:00-18:00", "Friday": "09:00-18:00", "Saturday": "09:00-18:00", "Sunday": "09:00-18:00"}""", "Wednesday and Friday to Monday")]
    [InlineData("""{"Monday": "09:00-18:00", "Wednesday": "09:00-18:00", "Friday": "09:00-18:00"}""", "Monday, Wednesday and Friday")]
    public void Days_that_follow_one_another_are_the_first_to_the_last_over_the_weekend_too(string week, string days) =>
        Says("en-US", week[1..^1], $"{days}, 9 a.m. to 6 p.m.");

    [Theory]
    [InlineData("ja-JP", "受付の日時は、そのつど決めております。")]
    [InlineData("en-US", "Our operators have no fixed hours.")]
    public void A_week_without_hours_has_a_sentence_of_its_own(string language, string sentence) =>
        Assert.Equal($"[{sentence}]", Said(language, """ "Monday": "closed" """));

    [Fact]
    public void Single_dates_that_are_otherwise_change_nothing_of_the_usual_hours() => Assert.Equal(
        Said("ja-JP", Weekdays), Said("ja-JP", $$"""{{Weekdays}}}, "exceptions": {"2026-12-31": "closed" """));

    [Fact]
    public void The_lines_own_words_for_a_closed_line_tell_the_deployed_hours() => Assert.Contains(
        "月曜日から金曜日の午前九時から午後六時まで、土曜日の午前十時から午後五時まで",
        Assert.IsType<ShopReading.Sound>(ShopFile.Read(DeployedShop.Json, _ => null, _ => null)).Shop.FlowWords.In(Language.Japanese).Find("flows.Operator.closed"),
        StringComparison.Ordinal);

    [Fact]
    public void A_shop_says_the_hours_in_any_phrase_of_a_flow_and_nowhere_else()
    {
        var problem = Assert.Single(Assert.IsType<ShopReading.Unsound>(Read("""{"order": {"noOrder": "{hours}"}}""", """ "Monday": "closed" """)).Problems);

        Assert.Equal("$.words.ja-JP.order.noOrder has {hours}: nothing can be put into this phrase.", problem);
    }

    static void Says(string language, string week, string times) => Assert.Equal(
        language == "ja-JP" ? $"[受付は通常、{times}です。]" : $"[Our operators are usually here {times.TrimEnd('.')}.]", Said(language, week));

    static string Said(string tag, string week)
    {
        Assert.True(Language.TryParse(tag, out var language));
        var shop = Assert.IsType<ShopReading.Sound>(Read("""{"flows": {"Keypad": {"menu": "[{hours}]"}}}""", week, tag)).Shop;
        return shop.FlowWords.In(language).Find("flows.Keypad.menu")!;
    }

    static ShopReading Read(string words, string week, string tag = "ja-JP") => ShopFile.Read(
        Encoding.UTF8.GetBytes($$$"""{"version": 1, "verification": {"policy": "none"}, "operators": {"hours": {{{{week}}}}}, "words": {"{{{tag}}}": {{{words}}}}}"""), _ => null, _ => null);
}
