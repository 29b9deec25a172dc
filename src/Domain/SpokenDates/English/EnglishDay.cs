using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>Reads English numbers that are days of a month, or years: December 3rd, the twenty-first. All others are hours and
/// goods.</summary>
sealed class EnglishDay(Action<DateToken> take)
{
    DateWord last;
    DateWord lastButOne;
    int lastEnd = -1;

    /// <summary>Takes a word, and notes where it ended: a number right after it may belong to it.</summary>
    public void Take(DateToken token, int end)
    {
        take(token);
        (lastButOne, last, lastEnd) = (last, token.Word, end);
    }

    /// <summary>Whether "may", "march" and the like are a month there: beside a day, or after "in" and its kind.</summary>
    public bool MakesAMonth(ReadOnlySpan<char> text, int at, int length)
    {
        var before = EnglishText.LastWord(text[..at]);
        var isDate = before is "of" or "in" or "early" or "mid" or "late" or "by" or "until" or "from" or "before" or "after"
            || Continues(text, at, DayOfMonth);
        return (isDate && EnglishText.EndsADate(text[(at + length)..]))
            || (EnglishNumber.Read(EnglishText.AfterThe(text[(at + length)..]), out var number, out _) > 0
                && number is > 1 and <= 31)
            || EnglishText.FirstWord(text[(at + length)..].TrimStart(' ')) is "1" or "1st" or "first";
    }

    /// <summary>Reads a number that is a day of the month, or a year after one.</summary>
    /// <returns>How many characters it took; 0 when there is no number.</returns>
    public int Read(ReadOnlySpan<char> text, int at)
    {
        var length = EnglishNumber.Read(text[at..], out var number, out var isOrdinal);
        if (length == 0)
        {
            return 0;
        }

        var after = text[(at + length)..].TrimStart(' ');
        var follows = Continues(text, at, Month);
        if (!isOrdinal && number is >= 1900 and <= 2199 && (follows || Continues(text, at, DayOfMonth)))
        {
            Take(new(Year, number), at + length);
        }
        else if (isOrdinal ? follows || IsADay(text, at, after) : IsADate(after, follows || ContinuesAnAlternative(text, at)))
        {
            Take(number is >= 1 and <= 31 ? new(DayOfMonth, number) : new(Impossible), at + length);
        }
        else
        {
            take(new(TimeOfDay));
        }

        return length;
    }

    // "The third" is a day, and "the third option" none.
    bool IsADay(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> after) => EnglishText.NamesItsMonth(after)
        || (EnglishText.EndsADay(after) && (Continues(text, at, Weekday) || Continues(text, at, DayOfMonth)
            || EnglishText.LastWord(text[..at]) is "" or "the" or "on" or "um" or "uh"
                or "or" or "to" or "and" or "maybe" or "say"));

    // "December 3" is a day; "in December 3 boxes" and "3 of them" are none.
    static bool IsADate(ReadOnlySpan<char> after, bool follows) => EnglishText.NamesItsMonth(after)
        || (follows && EnglishText.FirstWord(after) is not ("of" or "am" or "pm" or "oclock") and var next
            && (next is not [.., 's'] || EnglishText.EndsADay(after)));

    // The 4 of "December 3 or 4".
    bool ContinuesAnAlternative(ReadOnlySpan<char> text, int at) =>
        lastButOne == DayOfMonth && last is Or or To or And && Continues(text, at, last);

    bool Continues(ReadOnlySpan<char> text, int at, DateWord word) =>
        last == word && lastEnd >= 0 && text[lastEnd..at].Trim(' ') is "" or "the" or "on the" or "of";
}
