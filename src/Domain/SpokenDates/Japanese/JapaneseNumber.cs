using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>Reads numbers with the counters that make dates of them: 十二月, 3日, 二週間後, 2026年.</summary>
static class JapaneseNumber
{
    const string KanjiDigits = "〇一二三四五六七八九";

    // Nobody orders ten years ahead; a larger number is no date, and adding it might leave the calendar.
    const int MostDays = 3_660;

    // The longest first: 日後 before 日.
    static readonly (string Counter, Func<int, DateToken?> Means)[] Counters =
    [
        ("週間以内", n => Days(WithinDays, 7 * n)),
        ("週間後", n => Days(DaysFromToday, 7 * n)),
        ("週後", n => Days(DaysFromToday, 7 * n)),
        ("週間先", n => Days(DaysFromToday, 7 * n)),
        ("週間前", n => Days(DaysFromToday, -7 * n)),
        ("しゅうかんご", n => Days(DaysFromToday, 7 * n)),
        ("しゅうかん後", n => Days(DaysFromToday, 7 * n)),
        ("日以内", n => Days(WithinDays, n)),
        ("日後", n => Days(DaysFromToday, n)),
        ("日ご", n => Days(DaysFromToday, n)),
        ("日先", n => Days(DaysFromToday, n)),
        ("日前", n => Days(DaysFromToday, -n)),
        ("日間", _ => null),
        ("日目", _ => null),
        ("日", n => n is >= 1 and <= 31 ? new(DayOfMonth, n) : new(Impossible)),
        ("ヶ月後", Months), ("ヵ月後", Months), ("か月後", Months), ("ケ月後", Months), ("箇月後", Months), ("ヶ月先", Months),
        ("ヶ月", _ => null), ("ヵ月", _ => null), ("か月", _ => null), ("箇月", _ => null),
        ("月", n => n is >= 1 and <= 12 ? new(Month, n) : new(Impossible)),
        ("年", n => n >= 1000 ? new(Year, n) : null),
        ("時間", _ => null), ("時半", _ => null), ("時", _ => null), ("分", _ => null),
    ];

    /// <summary>Reads a number and its counter at the start of the text.</summary>
    /// <param name="text">What is still to be read.</param>
    /// <param name="take">Takes the words.</param>
    /// <param name="isADate">Whether the number belongs to a date, and not to an hour or to goods.</param>
    /// <returns>How many characters they took; 0 when there is no number.</returns>
    public static int Read(ReadOnlySpan<char> text, Action<DateToken> take, out bool isADate)
    {
        isADate = false;
        var length = Value(text, out var number);
        if (length == 0)
        {
            return 0;
        }

        // 二、三日後 and 2〜3日: two numbers, and one counter for both.
        if (length + 1 < text.Length && text[length] is '、' or ',' or '~' or '〜' or '-' or '・' or 'か'
            && Value(text[(length + 1)..], out var second) is > 0 and var more)
        {
            var counted = length + 1 + more;
            if (Counter(text[counted..], number) is ( > 0 and var taken, { } first) && Counter(text[counted..], second).Means is { } last)
            {
                take(first);
                take(new(text[length] is '、' or ',' or '・' or 'か' ? Or : To));
                take(last);
                isADate = true;
                return counted + taken;
            }
        }

        var (counter, means) = Counter(text[length..], number);
        if (means is { } token)
        {
            take(token);
            isADate = true;
        }

        return length + counter;
    }

    static (int Length, DateToken? Means) Counter(ReadOnlySpan<char> text, int number)
    {
        foreach (var (counter, means) in Counters)
        {
            if (text.StartsWith(counter, StringComparison.Ordinal))
            {
                return (counter.Length, means(number));
            }
        }

        return (0, null);
    }

    // 十二, 二十, 三十一, 二〇二六, 12: as many characters as make one number, and no number too large to count with.
    static int Value(ReadOnlySpan<char> text, out int number)
    {
        (number, var at, var digits, var tens) = (0, 0, 0, false);
        for (; at < text.Length && digits < 5; at++)
        {
            var digit = char.IsAsciiDigit(text[at]) ? text[at] - '0' : KanjiDigits.IndexOf(text[at], StringComparison.Ordinal);
            if (digit >= 0)
            {
                number = tens ? number + digit : (number * 10) + digit;
                digits++;
            }
            else if (text[at] == '十' && !tens && number < 10)
            {
                number = 10 * Math.Max(1, number);
                tens = true;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    static DateToken? Days(DateWord word, int days) => Math.Abs(days) <= MostDays ? new(word, days) : new(Impossible);

    static DateToken? Months(int months) => months <= MostDays / 30 ? new(MonthsFromToday, months) : new(Impossible);
}
