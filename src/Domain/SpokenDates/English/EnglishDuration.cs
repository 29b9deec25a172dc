using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>Reads English lengths of time: "in three days", "a week from", "two weeks ago". One that neither begins nor ends
/// anywhere ("three days") is a stretch of time from today.</summary>
static class EnglishDuration
{
    const int MostDays = 3_660; // nobody orders ten years ahead, and adding more might leave the calendar

    /// <summary>Reads a length of time at a place of the text.</summary>
    /// <returns>How many characters it took; 0 when there is none.</returns>
    public static int Read(ReadOnlySpan<char> all, int at, Action<DateToken> take)
    {
        var text = all[at..];
        var rest = text;
        var number = 1;
        if (EnglishText.StartsWithWord(text, "a"))
        {
            rest = text[1..];
        }
        else if (EnglishNumber.Read(text, out number, out var isOrdinal) is > 0 and var length && !isOrdinal)
        {
            rest = text[length..];
        }
        else
        {
            return 0;
        }

        // Two or three days.
        var most = number;
        rest = rest.TrimStart(' ');
        if (EnglishText.FirstWord(rest) is "or" or "to" && ReadAfterAWord(rest, out var second) is > 0 and var both)
        {
            most = second;
            rest = rest[both..].TrimStart(' ');
        }

        var unit = EnglishText.FirstWord(rest);
        var days = unit is "day" or "days" ? 1 : unit is "week" or "weeks" ? 7
            : unit is "fortnight" ? 14 : unit is "month" or "months" ? 30 : 0;
        if (days == 0)
        {
            return 0;
        }

        rest = rest[unit.Length..].TrimStart(' ');
        if (EnglishText.StartsWithWord(rest, "or") && ReadAfterAWord(rest, out second) is > 0 and var orMore)
        {
            most = second;
            rest = rest[orMore..].TrimStart(' ');
        }

        if (Math.Max(most, number) > MostDays / days)
        {
            take(new(Impossible));
            return text.Length - rest.Length;
        }

        rest = rest[Counted(rest, EnglishText.LastWord(all[..at]), unit, number, most, days, take)..];
        return text.Length - rest.Length;
    }

    // How much of what comes after a length of time says where it begins.
    static int Counted(
        ReadOnlySpan<char> after, ReadOnlySpan<char> before, ReadOnlySpan<char> unit,
        int number, int most, int days, Action<DateToken> take)
    {
        foreach (var fromToday in (ReadOnlySpan<string>)
            ["from now", "from today", "after today", "later", "hence", "time", "s time", "ago"])
        {
            if (EnglishText.StartsWithWord(after, fromToday))
            {
                FromToday(fromToday == "ago" ? -1 : 1);
                return fromToday.Length;
            }
        }

        var next = EnglishText.FirstWord(after);
        if (next is "from" or "after" or "on" or "before" || EnglishText.IsADay(next))
        {
            take(number == most && days < 30
                ? new(DaysAfterThat, next is "before" ? -days * number : days * number)
                : new(Impossible));
            return EnglishText.IsADay(next) ? 0 : next.Length;
        }

        if (before is "in" or "about" or "around" or "roughly")
        {
            FromToday(1);
        }
        else
        {
            take(new(WithinDays, most * days));
        }

        return 0;

        void FromToday(int sign)
        {
            take(Token(sign * number));
            if (most != number)
            {
                take(new(Or));
                take(Token(sign * most));
            }
        }

        DateToken Token(int count) => days == 30 ? new(MonthsFromToday, count) : new(DaysFromToday, days * count);
    }

    static int ReadAfterAWord(ReadOnlySpan<char> text, out int number)
    {
        var rest = text[EnglishText.FirstWord(text).Length..].TrimStart(' ');
        return EnglishNumber.Read(rest, out number, out var isOrdinal) is > 0 and var length && !isOrdinal
            ? text.Length - rest.Length + length
            : 0;
    }
}
