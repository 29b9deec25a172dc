using System.Collections.Immutable;
using NodaTime;
using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>What the days that hold mean in all.</summary>
/// <param name="today">Today in the shop's zone.</param>
readonly struct Meaning(LocalDate today)
{
    // More than a month of single days is a stretch of time, however it was put.
    const int MostAlternatives = 31;

    /// <summary>Makes one of the two ends of a stretch: Monday to Wednesday, between the 3rd and the 5th, 三日から五日まで.</summary>
    public static List<Said> JoinStretches(List<Said> said, bool isEnglish, LocalDate today)
    {
        var joined = new List<Said>(said.Count);
        for (var at = 0; at < said.Count; at++)
        {
            if (said[at].Phrase is { } ends && EndsAStretch(joined, said[at], isEnglish) is > 0 and var taken)
            {
                var begins = joined[^taken];
                joined.RemoveRange(joined.Count - taken, taken);
                var stretch = new DatePhraseMeaning(today).Between(begins.Phrase!, ends);
                joined.Add(begins with { Phrase = new DatePhrase { Fixed = stretch } });
            }
            else
            {
                joined.Add(said[at]);
            }
        }

        return joined;
    }

    /// <summary>What the days come to.</summary>
    public SpokenDate Of(List<Said> held)
    {
        var meaning = new DatePhraseMeaning(today);
        var meant = new List<SpokenDate>(held.Count);
        foreach (var day in held)
        {
            var read = meaning.Of(day.Phrase!);
            if (read is SpokenDate.NotADate)
            {
                return read;
            }

            if (!meant.Contains(read))
            {
                meant.Add(read);
            }
        }

        return meant switch
        {
            [] => new SpokenDate.NotADate(),
            [var only] => only,
            _ when meant.Exists(date => date is SpokenDate.Shift) => new SpokenDate.NotADate(),
            [SpokenDate.Range one, SpokenDate.Range other] when Overlap(one, other) is { } both => both,
            _ => AnyOf(meant),
        };
    }

    // How many of what was said so far make a stretch with the day that comes; 0 when none does.
    static int EndsAStretch(List<Said> said, Said day, bool isEnglish) => said switch
    {
        [.., { Phrase: not null }, { Word: To }] => 2,
        [.., { Phrase.Bound: From }, { Word: And }] => 2,
        [.., { Phrase: { Bound: From } }] when day.Phrase!.Bound == Until || (!isEnglish && day.Phrase.Bound is null) => 1,
        [.., { Phrase: { Bound: null, IsEmpty: false } }] when isEnglish && day.Phrase!.Bound == Until && !day.Paused => 1,
        _ => 0,
    };

    // After the tenth but before the fifteenth.
    static SpokenDate.Range? Overlap(SpokenDate.Range one, SpokenDate.Range other)
    {
        var (begins, ends) = one.To == LocalDate.MaxIsoValue ? (one, other) : (other, one);
        return begins.To == LocalDate.MaxIsoValue && ends.To != LocalDate.MaxIsoValue && ends.From < begins.From && begins.From <= ends.To
            ? new SpokenDate.Range(begins.From, ends.To)
            : null;
    }

    static SpokenDate AnyOf(List<SpokenDate> meant)
    {
        var (first, last) = (LocalDate.MaxIsoValue, LocalDate.MinIsoValue);
        var (length, onlyStretches) = (0, true);
        foreach (var date in meant)
        {
            var (from, to) = DateMath.Ends(date)!.Value;
            (first, last) = (LocalDate.Min(first, from), LocalDate.Max(last, to));
            length += date is SpokenDate.Range ? Math.Min(MostAlternatives, Period.DaysBetween(from, to)) + 1 : 1;
            onlyStretches &= date is SpokenDate.Range;
        }

        if (length > MostAlternatives || (onlyStretches && length > Period.DaysBetween(first, last)))
        {
            return new SpokenDate.Range(first, last);
        }

        var days = meant.SelectMany(Days).Distinct().ToImmutableArray();
        return days is [var only] ? new SpokenDate.Day(only) : new SpokenDate.OneOf(days);
    }

    static IEnumerable<LocalDate> Days(SpokenDate date) => date switch
    {
        SpokenDate.Day(var day) => [day],
        SpokenDate.Range(var from, var to) => Enumerable.Range(0, Period.DaysBetween(from, to) + 1).Select(from.PlusDays),
        var either => ((SpokenDate.OneOf)either).Days,
    };
}
