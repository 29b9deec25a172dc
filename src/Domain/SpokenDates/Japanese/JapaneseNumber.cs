using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>Reads numbers with the counters that make dates of them: 十二月, 3日, 二週間後, 2026年.</summary>
static class JapaneseNumber
{
    const string KanjiDigits = "〇一二三四五六七八九";

    // Nobody orders ten years ahead; a larger number is no date, and adding it might leave the calendar.
    const int MostDays = 3_660;

    const int TooLarge = 99_999;

    // A length of time, not a date: 三日間, 三日かかる, 三日早く, 三年保証.
    static readonly string[] NoDates =
    [
        "日間", "日目", "日分", "日かか", "日掛", "日ぶり", "日おき", "日置き", "日ごと", "日毎", "日連続", "日以上", "日未満", "日以下", "日早", "日遅",
        "日はや", "日おそ", "日ずら", "日ずつ", "日延", "日伸", "日のば", "日余", "日ほど", "日中家", "日一回", "日一度", "日二回", "日1回", "日2回", "日程度",
        "ヶ月", "ヵ月", "か月", "ケ月", "箇月", "年間", "年前", "年目", "年保証", "時間", "時半", "時", "分",
    ];

    // The longest first: 日後 before 日.
    static readonly (string Counter, Func<int, DateToken?> Means)[] Counters =
    [
        .. new (string Counter, Func<int, DateToken?> Means)[]
        {
            ("週間以内", n => Days(WithinDays, n, 7)), ("しゅうかんいない", n => Days(WithinDays, n, 7)),
            ("週間後", n => Days(DaysFromToday, n, 7)),
            ("週後", n => Days(DaysFromToday, n, 7)), ("週間先", n => Days(DaysFromToday, n, 7)),
            ("週間前", n => Days(DaysFromToday, n, -7)),
            ("しゅうかんご", n => Days(DaysFromToday, n, 7)), ("しゅうかん後", n => Days(DaysFromToday, n, 7)),
            ("日以内", n => Days(WithinDays, n, 1)), ("日いない", n => Days(WithinDays, n, 1)), ("日後", n => Days(DaysFromToday, n, 1)),
            ("日あと", n => Days(DaysFromToday, n, 1)), ("週間あと", n => Days(DaysFromToday, n, 7)),
            ("日ご", n => Days(DaysFromToday, n, 1)), ("日ごろ", DayOfAMonth), ("日先", n => Days(DaysFromToday, n, 1)),
            ("日前", n => Days(DaysFromToday, n, -1)), ("日前後", DayOfAMonth), ("日早朝", DayOfAMonth), ("日", DayOfAMonth),
            ("ヶ月後", Months), ("ヵ月後", Months), ("か月後", Months), ("ケ月後", Months), ("箇月後", Months), ("ヶ月先", Months),
            ("月", n => n is >= 1 and <= 12 ? new(Month, n) : new(Impossible)),
            ("年後", n => n <= MostDays / 365 ? new(YearOn, n) : new(Impossible)),
            ("年", n => n is >= 1900 and <= 2199 ? new(Year, n) : new(Impossible)),
        }
        .Concat(NoDates.Select(counter => (counter, (Func<int, DateToken?>)(_ => null))))
        .OrderByDescending(entry => entry.Item1.Length),
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

        // 二、三日後, 2〜3日 and 二三日: two numbers, and one counter for both.
        var between = Between(text, ref length, ref number);
        if (between > 0 && Value(text[(length + between - 1)..], out var second) is > 0 and var more)
        {
            var counted = length + between - 1 + more;
            second += second < 10 && number > 10 && number % 10 == second - 1 ? number - second + 1 : 0; // 十二、三日
            if (Counter(text[counted..], number) is ( > 0 and var taken, { } first)
                && Counter(text[counted..], second).Means is { } last)
            {
                take(first);
                take(new(text[length] is '~' or '〜' or '-' || between > 2 ? To : Or));
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
                // 三日ごろ, 三日前後, 三日早朝: what follows 日 is a word of its own.
                return (counter is "日ごろ" or "日前後" or "日早朝" ? 1 : counter.Length, means(number));
            }
        }

        return (0, null);
    }

    // How much stands between two numbers that share a counter, and one more; 0 when there are no two.
    static int Between(ReadOnlySpan<char> text, ref int length, ref int number)
    {
        if (length == 2 && number % 10 == (number / 10) + 1 && KanjiDigits.Contains(text[0], StringComparison.Ordinal)
            && KanjiDigits.Contains(text[1], StringComparison.Ordinal))
        {
            (length, number) = (1, number / 10);
            return 1;
        }

        var rest = text[length..];
        return rest.StartsWith("から", StringComparison.Ordinal) ? 3
            : rest is ['、' or ',' or '~' or '〜' or '-' or '・' or 'か', ..] ? 2
            : 0;
    }

    // 十二, 二十, 三十一, 二〇二六, 12: all the characters of one number; 百 and more is too large to be part of a date.
    static int Value(ReadOnlySpan<char> text, out int number)
    {
        (number, var at, var digits, var tens) = (0, 0, 0, false);
        for (; at < text.Length; at++)
        {
            var digit = char.IsAsciiDigit(text[at]) ? text[at] - '0' : KanjiDigits.IndexOf(text[at], StringComparison.Ordinal);
            if (digit >= 0 && number < TooLarge && ++digits <= 5 && !(tens && number % 10 != 0))
            {
                number = tens ? number + digit : (number * 10) + digit;
            }
            else if (text[at] == '十' && !tens && number < 10)
            {
                number = 10 * Math.Max(1, number);
                tens = true;
            }
            else if (digit >= 0 || (at > 0 && text[at] == '十') || text[at] is '百' or '千' or '万')
            {
                number = TooLarge;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    static DateToken? DayOfAMonth(int day) => day is >= 1 and <= 31 ? new(DayOfMonth, day) : new(Impossible);

    static DateToken? Days(DateWord word, int count, int days) =>
        count <= MostDays / Math.Abs(days) ? new(word, days * count) : new(Impossible);

    static DateToken? Months(int months) => months <= MostDays / 30 ? new(MonthsFromToday, months) : new(Impossible);
}
