using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>Says days the way a voice should read them: <c>十二月三日、木曜日</c>, <c>Thursday, December 3rd</c>. Without the year: a
/// shipping date is never far away.</summary>
/// <param name="book">The words.</param>
public readonly struct DateWords(PhraseBook book)
{
    // More days than these are said as the first and the last.
    const int MostNamed = 3;

    /// <summary>One day.</summary>
    public string Day(LocalDate date) => book.Say(
        LinePhrases.Date, book.Member(LinePhrases.Months, date.Month - 1), DayOfTheMonth(date), book.Member(LinePhrases.Weekdays, (int)date.DayOfWeek - 1));

    /// <summary>Days to choose from: each of a few, or the first and the last of many.</summary>
    public string Choice(ShippingDays days) => days.Count <= MostNamed
        ? book.Say(LinePhrases.Few, string.Join(book.Say(LinePhrases.Or), days.Select(Day)))
        : book.Say(LinePhrases.Many, Day(days[0]), Day(days[^1]));

    string DayOfTheMonth(LocalDate date) => book.Member(LinePhrases.Days, date.Day - 1);
}
