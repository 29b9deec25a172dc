using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>Says days the way a voice should read them: <c>十二月三日、木曜日</c>, <c>Thursday, December 3rd</c>. Without the year: a
/// shipping date is never far away.</summary>
public static class DateSpeech
{
    static readonly string[] Digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    /// <summary><c>十二月三日、木曜日</c>.</summary>
    public static string Japanese(LocalDate date) =>
        $"{Kanji(date.Month)}月{Kanji(date.Day)}日、{"月火水木金土日"[(int)date.DayOfWeek - 1]}曜日";

    /// <summary><c>Thursday, December 3rd</c>.</summary>
    public static string English(LocalDate date) => $"{date.DayOfWeek}, {Months[date.Month - 1]} {date.Day}{Ordinal(date.Day)}";

    /// <summary>Days to choose from, with the particle that "choose" asks for: each of a few, or the first and the last of
    /// many.</summary>
    public static string JapaneseChoice(ShippingDays days) => days.Count <= 3
        ? $"{string.Join("、または", days.Select(Japanese))}を"
        : $"{Japanese(days[0])}から、{Japanese(days[^1])}までの間で";

    /// <summary>Days to choose from: each of a few, or the first and the last of many.</summary>
    public static string EnglishChoice(ShippingDays days) => days.Count <= 3
        ? string.Join(", or ", days.Select(English))
        : $"any day from {English(days[0])} to {English(days[^1])}";

    static string Kanji(int number) => (number / 10) switch
    {
        0 => Digits[number],
        1 => $"十{Digits[number % 10]}",
        var tens => $"{Digits[tens]}十{Digits[number % 10]}",
    };

    static string Ordinal(int day) => day switch
    {
        1 or 21 or 31 => "st",
        2 or 22 => "nd",
        3 or 23 => "rd",
        _ => "th",
    };
}
