using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>
/// Where a day was named, and what <c>AMAZON.Date</c> makes of it: one calendar day, whatever was said
/// (https://docs.aws.amazon.com/lexv2/latest/dg/built-in-slot-date.html).
/// </summary>
/// <remarks>Phrases for which that page states no rule get the day that was named, the first of several, or none; "as soon as
/// possible" is none. What is taken back, such as "not tomorrow", names no day here; Lex might hear one.</remarks>
/// <param name="Start">Where the phrase starts in what was said.</param>
/// <param name="Length">How long the phrase is.</param>
/// <param name="Value">The slot's value; null when a day was spoken of and Lex gets no value from it.</param>
sealed record AmazonDate(int Start, int Length, LocalDate? Value)
{
    // No day needs more to be named. It also bounds the work of finding where the phrase starts and ends.
    const int MostCharacters = 160;

    // A Wednesday in the middle of a month and of a year: from here a week, a month and a year look like nothing else.
    static readonly LocalDate Midsummer = new(2020, 7, 15);

    /// <summary>Finds the phrase that names a day.</summary>
    /// <param name="said">All that was said.</param>
    /// <param name="today">Today where the bot is.</param>
    /// <param name="language">The language of the bot's locale.</param>
    /// <returns>Null when no day was spoken of.</returns>
    public static AmazonDate? Find(string said, LocalDate today, Language language)
    {
        if (said.Length > MostCharacters || Read(said, today, language) is SpokenDate.NotADate)
        {
            return said.Length <= MostCharacters && IsNow(said, language) ? new(0, said.Length, today) : null;
        }

        var isEnglish = language == Language.English;
        var start = StartOf(said, today, language, isEnglish);
        var end = EndOf(said, today, language, isEnglish);
        if (start >= end)
        {
            (start, end) = (0, said.Length);
        }

        return new(start, end - start, IsNow(said[start..end], language) ? today : SlotValue(said, today, language));
    }

    static LocalDate? SlotValue(string said, LocalDate today, Language language) => Read(said, today, language) switch
    {
        SpokenDate.Day(var day) => day >= today ? day : OnOrAfterToday(said, day, today, language),
        SpokenDate.OneOf(var days) => days[0],
        SpokenDate.Range range => OneDayOf(range, StretchOf(said, language), today),
        _ => null,
    };

    static LocalDate? OneDayOf(SpokenDate.Range range, Stretch stretch, LocalDate today)
    {
        var isToCome = range.From > today;
        return stretch switch
        {
            // Not a slip: a week to come ends, for Lex, on the Sunday of the current one.
            Stretch.Week when isToCome => today.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday)),
            Stretch.Week => range.From.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)),
            Stretch.Month or Stretch.Year when isToCome => range.To,
            Stretch.Month => range.From.With(DateAdjusters.StartOfMonth),
            Stretch.Year => new LocalDate(range.From.Year, 1, 1),
            // A stretch that begins today was given an end only: today was not named.
            _ => range.From == today ? null : range.From,
        };
    }

    // A month and a day that have passed are next year's. Yesterday, or a day with its year, is what it is.
    static LocalDate OnOrAfterToday(string said, LocalDate day, LocalDate today, Language language)
    {
        const int YearsBetweenLeapDaysAtMost = 8;
        for (var years = 1; years <= YearsBetweenLeapDaysAtMost; years++)
        {
            var later = day.PlusYears(years);
            if (later >= today && Read(said, later, language) is SpokenDate.Day(var read) && read == later)
            {
                return later;
            }
        }

        return day;
    }

    static Stretch StretchOf(string said, Language language)
    {
        if (Read(said, Midsummer, language) is not SpokenDate.Range(var from, var to))
        {
            return Stretch.Other;
        }

        return Is(from.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)), from.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday)))
                ? Stretch.Week
            : Is(from.With(DateAdjusters.StartOfMonth), from.With(DateAdjusters.EndOfMonth)) ? Stretch.Month
            : Is(new LocalDate(from.Year, 1, 1), new LocalDate(from.Year, 12, 31)) ? Stretch.Year
            : Stretch.Other;

        bool Is(LocalDate first, LocalDate last) => to == last && (from == first || from == Midsummer);
    }

    // The first words that name a day may be preceded by others, of which as many as possible are left out.
    static int StartOf(string said, LocalDate today, Language language, bool isEnglish)
    {
        var end = EndOfWord(FirstThat(at => Read(said[..EndOfWord(at)], today, language) is not SpokenDate.NotADate, said.Length));
        var named = Readings(said[..end], today, language);
        for (var start = end - 1; start > 0; start--)
        {
            if (CanStart(said, start, isEnglish) && Readings(said[start..end], today, language) == named)
            {
                return isEnglish && said[..start].EndsWith("the ", StringComparison.OrdinalIgnoreCase) ? start - 4 : start;
            }
        }

        return 0;

        int EndOfWord(int at)
        {
            while (!CanEnd(said, at, isEnglish))
            {
                at++;
            }

            return at;
        }
    }

    static int EndOf(string said, LocalDate today, Language language, bool isEnglish)
    {
        var start = StartOfWord(said.Length - FirstThat(
            length => Read(said[StartOfWord(said.Length - length)..], today, language) is not SpokenDate.NotADate, said.Length));
        var named = Readings(said[start..], today, language);
        for (var end = start + 1; end < said.Length; end++)
        {
            if (CanEnd(said, end, isEnglish) && Readings(said[start..end], today, language) == named)
            {
                // 水曜 says as much as 水曜日.
                return said[end - 1] == '曜' && said[end] == '日' ? end + 1 : end;
            }
        }

        return said.Length;

        int StartOfWord(int at)
        {
            while (!CanStart(said, at, isEnglish))
            {
                at--;
            }

            return at;
        }
    }

    // The whole holds. A part that begins to hold goes on to, but for turns of speech that cost a little accuracy.
    static int FirstThat(Predicate<int> holds, int last)
    {
        var first = 1;
        while (first < last)
        {
            var middle = (first + last) / 2;
            (first, last) = holds(middle) ? (first, middle) : (middle + 1, last);
        }

        return first;
    }

    // On some days "next Wednesday" is no other than "Wednesday": two days earlier they differ.
    static (SpokenDate Today, SpokenDate Earlier) Readings(string said, LocalDate today, Language language) =>
        (Read(said, today, language), Read(said, today.PlusDays(-2), language));

    static bool CanStart(string said, int at, bool isEnglish) =>
        !isEnglish || at == 0 || (!char.IsWhiteSpace(said[at]) && char.IsWhiteSpace(said[at - 1]));

    static bool CanEnd(string said, int at, bool isEnglish) =>
        !isEnglish || at == said.Length || (!char.IsWhiteSpace(said[at - 1]) && !char.IsLetterOrDigit(said[at]));

    static bool IsNow(string phrase, Language language) => UtteranceText.Normalise(phrase, language) is "now" or "今" or "いま";

    // A bot does not know what else was said, and takes an unsure day like any other.
    static SpokenDate Read(string said, LocalDate today, Language language) =>
        SpokenDateReader.Read(said, slot: null, today, language) is var reading && reading is SpokenDate.Unsure(var meant, _) ? meant : reading;

    enum Stretch
    {
        Week,
        Month,
        Year,
        Other,
    }
}
