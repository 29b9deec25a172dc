namespace OrderHotline.Domain;

/// <summary>Dates written in digits alone, which mean the same in both languages.</summary>
static class NumericDate
{
    /// <summary>Reads a whole utterance of digits as a keypad gives it: MMDD or YYYYMMDD, an ending <c>#</c> left out.</summary>
    public static bool TryReadKeypad(ReadOnlySpan<char> text, List<HeardWord> date)
    {
        Span<char> digits = stackalloc char[8];
        var count = 0;
        foreach (var c in text.Trim().TrimEnd('#'))
        {
            if (Digit(c) is var digit && digit < 0 || count == digits.Length)
            {
                return false;
            }

            digits[count++] = (char)('0' + digit);
        }

        if (count is not (4 or 8))
        {
            return false;
        }

        var number = Number(digits[..count]);
        if (count == 8)
        {
            date.Add(new(new(DateWord.Year, number / 10_000), 0, 0, Paused: false));
        }

        AddMonthAndDay(date, number / 100 % 100, number % 100, eitherOrder: false, start: 0, length: 0);
        return true;
    }

    /// <summary>Reads <c>2026-12-03</c>, <c>2026/12/3</c>, <c>12/3</c> or <c>12/3/2026</c> at the start of the text; without a year
    /// before it, a first number that can be no month is the day.</summary>
    /// <returns>How many characters it took; 0 when there is no such date.</returns>
    public static int Read(ReadOnlySpan<char> text, int start, List<HeardWord> take)
    {
        Span<int> numbers = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var (count, at) = (0, 0);
        var separator = '\0';
        while (count < 3 && at < text.Length && char.IsAsciiDigit(text[at]))
        {
            var begins = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            lengths[count] = at - begins;
            if (lengths[count] > 4)
            {
                return 0;
            }

            numbers[count++] = Number(text[begins..at]);
            if (count == 3 || at + 1 >= text.Length || text[at] is not ('/' or '-') || !char.IsAsciiDigit(text[at + 1])
                || (count == 2 && text[at] != separator))
            {
                break;
            }

            separator = text[at++];
        }

        switch (count)
        {
            case 3 when lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2:
                take.Add(new(new(DateWord.Year, numbers[0]), start, at, Paused: false));
                AddMonthAndDay(take, numbers[1], numbers[2], eitherOrder: false, start, at);
                break;
            case 3 when lengths[0] <= 2 && lengths[1] <= 2 && lengths[2] is 2 or 4:
                var year = lengths[2] == 2 ? 2000 + numbers[2] : numbers[2];
                take.Add(new(new(DateWord.Year, year), start, at, Paused: false));
                AddMonthAndDay(take, numbers[0], numbers[1], eitherOrder: true, start, at);
                break;
            case 2 when separator == '/' && lengths[0] <= 2 && lengths[1] <= 2:
                AddMonthAndDay(take, numbers[0], numbers[1], eitherOrder: true, start, at);
                break;
            default:
                return 0;
        }

        return at;
    }

    /// <summary>The value of an ASCII or full-width digit; -1 for anything else.</summary>
    public static int Digit(char c) => c is >= '0' and <= '9' ? c - '0' : c is >= '０' and <= '９' ? c - '０' : -1;

    static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    static void AddMonthAndDay(
        List<HeardWord> date, int first, int second, bool eitherOrder, int start, int length)
    {
        var (month, day) = eitherOrder && first > 12 && second <= 12 ? (second, first) : (first, second);
        if (month is < 1 or > 12 || day is < 1 or > 31)
        {
            date.Add(new(new(DateWord.Impossible), start, length, Paused: false));
            return;
        }

        date.Add(new(new(DateWord.Month, month), start, length, Paused: false));
        date.Add(new(new(DateWord.DayOfMonth, day), start, length, Paused: false));
    }
}
