using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>Reads English lengths of time: "in three days", "a week from", "two weeks ago", "three days later". One that neither begins
/// nor ends anywhere ("three days") is a stretch of time from today.</summary>
static class EnglishSpan
{
    const int MostDays = 3_660; // nothing is ordered ten years ahead, and adding more might leave the calendar

    /// <summary>Whether a length of time stands there.</summary>
    public static bool Starts(List<HeardWord> heard, int at) => at < heard.Count
        && (heard[at].Word == Span || (IsACount(heard, at) && at + 1 < heard.Count && heard[at + 1].Word == Unit));

    /// <summary>Reads a length of time.</summary>
    /// <returns>How many words it took; 0 when there is none.</returns>
    public static int Read(List<HeardWord> heard, int at, List<HeardWord> words)
    {
        // Two or three days; a day or two.
        var end = at + 1;
        var (number, most) = (Count(heard, at), Count(heard, at));
        if (IsAlternative(heard, end))
        {
            (most, end) = (Count(heard, end + 1), end + 2);
        }

        if (!IsACount(heard, at) || end >= heard.Count || heard[end].Word != Unit)
        {
            return 0;
        }

        var unit = heard[end++].Value;
        if (IsAlternative(heard, end) && !(end + 2 < heard.Count && heard[end + 2].Word is Unit or Month))
        {
            (most, end) = (Count(heard, end + 1), end + 2);
        }

        if (Math.Max(most, number) > MostDays / unit)
        {
            Add(new(Impossible));
            return end - at;
        }

        if (Is(heard, end, FromNow))
        {
            FromToday(1);
            return end + 1 - at;
        }

        if (Is(heard, end, Ago))
        {
            FromToday(-1);
            return end + 1 - at;
        }

        var isIn = at > 0 && heard[at - 1].Token == new DateToken(Small, EnglishLexicon.In);
        if (CountsFrom(heard, end, !isIn) is { } direction)
        {
            var counted = number == most && unit < 30 ? new DateToken(DaysAfterThat, direction * unit * number) : new(Impossible);
            Add(counted);
            return (heard[end].Token.IsPartOfADate ? 0 : 1) + end - at;
        }

        if (isIn || IsBounded(heard, at))
        {
            FromToday(1);
        }
        else
        {
            Add(new(Span, number == most && unit < 30 ? unit * number : -unit * most));
        }

        return end - at;

        void FromToday(int sign)
        {
            Add(Counted(sign * number, unit));
            if (most != number)
            {
                Add(new(Or));
                Add(Counted(sign * most, unit));
            }
        }

        void Add(DateToken token) => words.Add(heard[at] with
        {
            Token = token,
            Length = heard[end - 1].Start + heard[end - 1].Length - heard[at].Start,
        });
    }

    /// <summary>Reads a vague length of time: a few days.</summary>
    /// <returns>How many words it took.</returns>
    public static int ReadVague(List<HeardWord> heard, int at, List<HeardWord> words)
    {
        var isCounted = CountsFrom(heard, at + 1, directly: true) is not null;
        words.Add(heard[at] with { Token = isCounted ? new(Impossible) : new(Span, -heard[at].Value) });
        return isCounted || Is(heard, at + 1, FromNow) ? 2 : 1;
    }

    static DateToken Counted(int count, int unit) => unit switch
    {
        30 => new(MonthsFromToday, count),
        7 or 14 => new(WeeksFromToday, count * unit / 7),
        _ => new(DaysFromToday, count),
    };

    // Whether a day follows that the time is counted from, and in which direction.
    static int? CountsFrom(List<HeardWord> heard, int at, bool directly) =>
        at >= heard.Count ? null
        : heard[at].Word is From or After && heard[at].Value == DateToken.OfWhatFollows ? 1
        : heard[at].Word is Before && heard[at].Value == DateToken.OfWhatFollows ? -1
        : directly && (heard[at].Word is Weekday or DaysFromToday or NamedDay or This
            || (heard[at].Token == new DateToken(Small, EnglishLexicon.On) && at + 1 < heard.Count)) ? 1
        : null;

    // Within three days, at least a week.
    static bool IsBounded(List<HeardWord> heard, int at) =>
        at > 0 && heard[at - 1].Word is From or Until or After or Before && heard[at - 1].Value == DateToken.OfWhatFollows;

    static bool IsAlternative(List<HeardWord> heard, int at) =>
        at + 1 < heard.Count && heard[at].Word is Or or To && heard[at + 1].Word == Number;

    static bool IsACount(List<HeardWord> heard, int at) =>
        heard[at].Word == Number || heard[at].Token == new DateToken(Small, EnglishLexicon.A);

    static int Count(List<HeardWord> heard, int at) => heard[at].Word == Number ? heard[at].Value : 1;

    static bool Is(List<HeardWord> heard, int at, DateWord word) => at < heard.Count && heard[at].Word == word;
}
