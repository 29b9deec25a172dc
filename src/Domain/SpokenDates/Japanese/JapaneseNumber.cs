using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>Reads numbers with the counters that make dates of them: 十二月, 3日, 二週間後, 2026年.</summary>
static class JapaneseNumber
{
    const string KanjiDigits = "〇一二三四五六七八九";

    // Nothing is ordered ten years ahead; a larger number is no date, and adding it might leave the calendar.
    const int MostDays = 3_660;

    const int TooLarge = 99_999;

    // Counters, in the words of JapaneseGrammar: FromNow is so many weeks on, Ago so many days on, Span a length of time in days.
    // What must not follow keeps 一週間後ろに from being 一週間後. The longest that fits counts.
    static readonly (string Counters, DateWord Means, int Unit, string NotBefore)[] Counters =
    [
        ("日", DayOfMonth, 1, ""), ("にち", DayOfMonth, 1, ""),
        ("日後|日あと|日先|日ご|にちご", Ago, 1, "ろ回倒延送"), ("日前", Ago, -1, "後倒"),
        ("週間後|週後|週間先|週間あと|しゅうかんご|しゅうかん後|週間ご", FromNow, 1, "ろ回倒延送"), ("週間前|週前", FromNow, -1, "倒"),
        ("日以内|日いない|日のうちに|日うちに|日中に|日内に|日以内に", Until, 1, ""), ("日中", Until, 1, "家"),
        ("週間以内|しゅうかんいない|週間以内に|週間のうちに|週間中に", Until, 7, ""),
        ("日経っ|日たっ|日が経っ|日がたっ|日経過|日も経っ|日もたっ|日経て|日経|にちたっ", From, 1, ""), ("週間経っ|週間たっ|週間が経っ|週間がたっ|週間経過|週間も経っ", From, 7, ""),
        ("日間|日分|日だけ|日ぶん", Span, 1, ""), ("週間|週間分|しゅうかん|週間だけ", Span, 7, ""),
        ("ヶ月|ヵ月|か月|ケ月|箇月|け月|かげつ", Span, 30, ""),
        ("ヶ月後|ヵ月後|か月後|ケ月後|箇月後|ヶ月先|け月後|かげつ後|かげつご|か月先", MonthsFromToday, 1, "ろ回倒延送"),
        ("週目", WeekOfMonth, 1, ""), ("月", Month, 1, ""), ("がつ", Month, 1, ""), ("年後", YearOn, 1, "ろ"), ("年", Year, 1, ""), ("ねん", Year, 1, ""),
        ("時|時半|時頃|時ごろ|分|時間以内|じ|じごろ", TimeOfDay, 1, ""),
        ("日目|日掛|日かか|日ぶり|日おき|日置き|日ごと|日毎|日連続|日以上|日未満|日以下|日余|日一回|日一度|日二回|日1回|日2回|日ずつ|年間|年前|年目|年保証"
            + "|時間|時間後|個|枚|着|つ|回|番|番地|号|号室|階|円|人|名|点|本|箱|件|歳|丁目", Unknown, 1, ""),
    ];

    static readonly Lexicon CounterWords = new(Counters.Select((entry, index) => (entry.Counters, new DateToken[] { new(entry.Means, index) })));

    /// <summary>Whether a digit of any kind.</summary>
    public static bool IsADigit(char c) => NumericDate.Digit(c) >= 0 || KanjiDigits.Contains(c, StringComparison.Ordinal) || c == '十';

    /// <summary>Reads a number and its counter at the start of the text.</summary>
    /// <returns>How many characters they took; 0 when there is no number.</returns>
    public static int Read(ReadOnlySpan<char> text, int start, List<HeardWord> heard)
    {
        var length = Value(text, out var number);
        if (length == 0)
        {
            return 0;
        }

        length = DigitsApart(text, length, ref number);

        // 二、三日後, 2〜3日 and 二三日: two numbers, and one counter for both.
        var first = (Length: length, Number: number);
        var between = Between(text, ref first.Length, ref first.Number);
        if (between > 0 && Value(text[(first.Length + between - 1)..], out var second) is > 0 and var more)
        {
            var counted = first.Length + between - 1 + more;
            second += second < 10 && first.Number > 10 && first.Number % 10 == second - 1 ? first.Number - second + 1 : 0; // 十二、三日
            var (taken, last) = Counted(text[counted..], second);
            var (_, begins) = Counted(text[counted..], first.Number);
            var isPositional = between == 1 && (last.Word == Month || heard is [.., { Word: Month, Length: 3 } month] && month.Start + 3 == start);
            if (last.Word is not (Unknown or Number or TimeOfDay) && !isPositional)
            {
                var isAStretch = text[first.Length] is '〜' or '-' || between > 2;
                var token = isAStretch ? To : Or;
                length = counted + taken;
                Add(begins, start, length, heard);
                heard.Add(new(new(token), start, length, Paused: false));
                Add(last, start, length, heard);
                return length;
            }
        }

        var (counter, means) = Counted(text[length..], number);
        Add(means, start, length + counter, heard);
        return length + counter;
    }

    // Within three days, after three days have passed: until then, and from then.
    static void Add(DateToken token, int start, int length, List<HeardWord> heard)
    {
        if (token.Word is Until or From)
        {
            heard.Add(new(token with { Value = DateToken.OfWhatFollows }, start, length, Paused: false));
            token = new(DaysFromToday, token.Value);
        }

        heard.Add(new(token, start, length, Paused: false));
    }

    static (int Length, DateToken Means) Counted(ReadOnlySpan<char> text, int number)
    {
        var length = CounterWords.Find(text, _ => true, out var means);
        while (length > 0 && text.Length > length
            && Counters[means[0].Value].NotBefore.Contains(text[length], StringComparison.Ordinal))
        {
            text = text[..(length - 1)];
            length = CounterWords.Find(text, _ => true, out means);
        }

        if (length == 0)
        {
            return (0, new(Number, number));
        }

        var (_, word, unit, _) = Counters[means[0].Value];
        return (length, word switch
        {
            DayOfMonth => number is >= 1 and <= 31 ? new(DayOfMonth, number) : new(Impossible),
            WeekOfMonth => number is >= 1 and <= 5 ? new(WeekOfMonth, number) : new(Impossible),
            Month => number is >= 1 and <= 12 ? new(Month, number) : new(Impossible),
            YearOn => number <= MostDays / 365 ? new(YearOn, number) : new(Impossible),
            MonthsFromToday => number <= MostDays / 30 ? new(MonthsFromToday, number) : new(Impossible),
            Ago or FromNow or Until or From or Span => number <= MostDays / Math.Max(7, Math.Abs(unit)) ? new(word, unit * number) : new(Impossible),
            _ => new(word, number),
        });
    }

    // "1 2月3日": what a recogniser wrote apart is one number where it can be one.
    static int DigitsApart(ReadOnlySpan<char> text, int length, ref int number)
    {
        if (length + 1 >= text.Length || text[length] != ' ' || number > 9
            || Value(text[(length + 1)..], out var ones) is not (1 and var one) || ones > 9)
        {
            return length;
        }

        var joined = (10 * number) + ones;
        var end = length + 1 + one;
        var isOne = end < text.Length && text[end] switch { '月' => joined <= 12, '日' => joined <= 31, _ => false };
        number = isOne ? joined : number;
        return isOne ? end : length;
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
        return rest.StartsWith("から", StringComparison.Ordinal) ? 3 : rest is ['、' or '〜' or '-' or 'か', ..] ? 2 : 0;
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
}
