using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace OrderHotline.Domain;

/// <summary>
/// Reads the value a bot put into its date slot. Only a full ISO date is a day. Lex V2 sends nothing else
/// (https://docs.aws.amazon.com/lexv2/latest/dg/built-in-slot-date.html); Lex V1 and its Alexa heritage send weeks, months,
/// seasons and more (https://developer.amazon.com/en-US/docs/alexa/custom-skills/slot-type-reference.html#date), and each of
/// those reads as the days it stands for.
/// </summary>
public static class DateSlot
{
    const int FirstYear = 1;
    const int LastYear = 9998; // so that a winter or a week that runs into the next year still has days

    /// <summary>Reads a slot value exactly as sent: no trimming, no other digits than ASCII, capitals as documented.</summary>
    /// <returns><see cref="SpokenDate.NotADate"/> for everything that is no form of AMAZON.DATE or no date of the
    /// calendar.</returns>
    public static SpokenDate Read(string? value) => value switch
    {
        null => new SpokenDate.NotADate(),
        "PRESENT_REF" => new SpokenDate.Earliest(),
        { Length: 10 } when LocalDatePattern.Iso.Parse(value) is { Success: true, Value: { Year: >= FirstYear } day } =>
            new SpokenDate.Day(day),
        [var a, var b, var c, 'X'] when Number([a, b, c]) is >= FirstYear and var decade => Years(decade * 10, 10),
        [var a, var b, 'X', 'X'] when Number([a, b]) is >= FirstYear and var century => Years(century * 100, 100),
        [var a, var b, var c, var d, .. var rest] when Number([a, b, c, d]) is >= FirstYear and <= LastYear and var year =>
            PartOfYear(year, rest),
        _ => new SpokenDate.NotADate(),
    };

    static SpokenDate PartOfYear(int year, string rest) => rest switch
    {
        "" => Years(year, 1),
        "-SP" => Months(year, 3, 3),
        "-SU" => Months(year, 6, 3),
        "-FA" => Months(year, 9, 3),
        "-WI" => Months(year, 12, 3),
        ['-', 'Q', >= '1' and <= '4' and var quarter] => Months(year, ((quarter - '1') * 3) + 1, 3),
        ['-', 'W', var a, var b] when Number([a, b]) is var week && IsAWeekOf(year, week) =>
            Week(year, week, IsoDayOfWeek.Monday),
        ['-', 'W', var a, var b, '-', 'W', 'E'] when Number([a, b]) is var week && IsAWeekOf(year, week) =>
            Week(year, week, IsoDayOfWeek.Saturday),
        ['-', var a, var b] when Number([a, b]) is >= 1 and <= 12 and var month => Months(year, month, 1),
        _ => new SpokenDate.NotADate(),
    };

    static SpokenDate.Range Years(int first, int count) => Months(first, 1, 12 * count);

    static SpokenDate.Range Months(int year, int month, int count)
    {
        var from = new LocalDate(year, month, 1);
        return new SpokenDate.Range(from, from.PlusMonths(count - 1).With(DateAdjusters.EndOfMonth));
    }

    static SpokenDate.Range Week(int year, int week, IsoDayOfWeek from) => new(
        WeekYearRules.Iso.GetLocalDate(year, week, from),
        WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Sunday));

    static bool IsAWeekOf(int year, int week) => week >= 1 && week <= WeekYearRules.Iso.GetWeeksInWeekYear(year);

    static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return -1;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
