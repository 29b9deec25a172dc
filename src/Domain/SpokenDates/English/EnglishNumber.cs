using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>Reads English numbers that belong to a date: in three days, December 3rd, the twenty-first. All others are hours and
/// goods.</summary>
/// <param name="alone">Whether the number is all that was said.</param>
sealed class EnglishNumber(bool alone)
{
    const int MostDays = 3_660; // nobody orders ten years ahead, and adding more might leave the calendar

    static readonly string[] Ones =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    static readonly string[] Ordinals =
    [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    bool afterAMonth;
    bool afterADayOfMonth;

    /// <summary>Notes the last word of a date, beside which a number may be part of it.</summary>
    public void Remember(DateToken token)
    {
        (afterAMonth, afterADayOfMonth) = (token.Word == Month, token.Word == DayOfMonth);
    }

    /// <summary>Whether a day of the month stands before or after a word that may be a month or not, such as "may".</summary>
    public bool StandsBesideADay(ReadOnlySpan<char> text, int at, int length) =>
        afterADayOfMonth || EndsWithAny(text[..at], "of", "in", "early", "mid", "late", "next", "this", "by", "until", "from")
        || ReadNumber(AfterThe(text[(at + length)..]), out _, out _) > 0;

    /// <summary>Reads a number and what is counted at the start of the text: "three days from now", "a week", "2 weeks from".</summary>
    public static int ReadCounted(ReadOnlySpan<char> text, Action<DateToken> take)
    {
        var length = StartsWithWord(text, "a") ? 1 : StartsWithWord(text, "an") ? 2 : 0;
        var number = 1;
        if (length == 0 && (length = ReadNumber(text, out number, out var isOrdinal)) > 0 && isOrdinal)
        {
            return 0;
        }

        if (length == 0)
        {
            return 0;
        }

        var rest = text[length..].TrimStart(' ');
        var unit = rest[..EnglishDateWords.WordLength(rest)];
        var days = unit is "day" or "days" ? 1 : unit is "week" or "weeks" ? 7 : unit is "fortnight" ? 14 : 0;
        var months = unit is "month" or "months";
        if (days == 0 && !months)
        {
            return 0;
        }

        var counted = text.Length - rest.Length + unit.Length;
        var total = number * Math.Max(1, days);
        if (total > MostDays)
        {
            take(new(Impossible));
            return counted;
        }

        var after = text[counted..].TrimStart(' ');
        var fromThat = StartsWithWord(after, "from") || StartsWithWord(after, "after") || StartsWithWord(after, "on");
        var fromNow = StartsWithWord(after, "from now") || StartsWithWord(after, "from today") || StartsWithWord(after, "after today");
        take(months ? new(MonthsFromToday, number) : fromThat && !fromNow ? new(DaysAfterThat, total) : new(DaysFromToday, total));
        return counted + (fromThat || fromNow ? text.Length - counted - after.Length + EnglishDateWords.WordLength(after) : 0)
            + (fromNow ? 1 + EnglishDateWords.WordLength(after[(EnglishDateWords.WordLength(after) + 1)..]) : 0);
    }

    /// <summary>Reads a number that is a day of the month, or a year after one.</summary>
    public int ReadDay(ReadOnlySpan<char> text, int at, Action<DateToken> take)
    {
        var length = ReadNumber(text[at..], out var number, out var isOrdinal);
        if (length == 0)
        {
            return 0;
        }

        var after = text[(at + length)..].TrimStart(' ');
        if ((afterADayOfMonth || afterAMonth) && !isOrdinal && number is >= 1000 and <= 9998)
        {
            Take(new(Year, number), take);
        }
        else if (afterAMonth
            || (isOrdinal && (alone || EndsWithAny(text[..at], "the", "on")))
            || StartsWithWord(after, "of") || EnglishLexicon.StartsWithAMonth(after))
        {
            Take(number is >= 1 and <= 31 ? new(DayOfMonth, number) : new(Impossible), take);
        }

        return length;
    }

    void Take(DateToken token, Action<DateToken> take)
    {
        take(token);
        Remember(token);
    }

    // 3, 3rd, three, third, twenty three, twenty third: how many characters, or 0.
    static int ReadNumber(ReadOnlySpan<char> text, out int number, out bool isOrdinal)
    {
        (number, isOrdinal) = (0, false);
        var word = text[..EnglishDateWords.WordLength(text)];
        var digits = word.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : word.Length;
        if (digits is >= 1 and <= 5)
        {
            foreach (var digit in word[..digits])
            {
                number = (number * 10) + (digit - '0');
            }

            isOrdinal = word[digits..] is "st" or "nd" or "rd" or "th";
            return isOrdinal || digits == word.Length ? word.Length : 0;
        }

        var tens = word switch
        {
            "twenty" => 20,
            "thirty" => 30,
            "twentieth" => -20,
            "thirtieth" => -30,
            _ => 0,
        };
        if (tens != 0)
        {
            (number, isOrdinal) = (Math.Abs(tens), tens < 0);
            var rest = text[word.Length..].TrimStart(' ');
            if (tens > 0 && Small(rest[..EnglishDateWords.WordLength(rest)], out var ones, out var ordinal) && ones is >= 1 and <= 9)
            {
                (number, isOrdinal) = (tens + ones, ordinal);
                return text.Length - rest.Length + EnglishDateWords.WordLength(rest);
            }

            return word.Length;
        }

        return Small(word, out number, out isOrdinal) ? word.Length : 0;
    }

    static bool Small(ReadOnlySpan<char> word, out int number, out bool isOrdinal)
    {
        for (number = 0; number < Ones.Length; number++)
        {
            isOrdinal = word.SequenceEqual(Ordinals[number]);
            if (isOrdinal || word.SequenceEqual(Ones[number]))
            {
                return true;
            }
        }

        isOrdinal = false;
        return false;
    }

    static ReadOnlySpan<char> AfterThe(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(' ');
        return StartsWithWord(rest, "the") ? rest[3..].TrimStart(' ') : rest;
    }

    static bool StartsWithWord(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || text[word.Length] == ' ');

    static bool EndsWithAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        var before = text.TrimEnd(' ');
        foreach (var word in words)
        {
            if (before.EndsWith(word, StringComparison.Ordinal) && (before.Length == word.Length || before[^(word.Length + 1)] == ' '))
            {
                return true;
            }
        }

        return false;
    }
}
