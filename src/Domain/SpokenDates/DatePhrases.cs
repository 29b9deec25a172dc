using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Domain;

/// <summary>Gathers words into phrases, and phrases into what was meant in all.</summary>
/// <param name="today">Today in the shop's zone.</param>
/// <param name="language">The language that was spoken: in English "three days after" stands before the date it counts from and the
/// month after both alternatives, in Japanese the other way round.</param>
sealed class DatePhrases(LocalDate today, Language language)
{
    // More than a month of single days is a stretch of time, however it was put.
    const int MostAlternatives = 31;

    readonly bool isEnglish = language == Language.English;
    readonly List<(DatePhrase Phrase, bool EndsARange)> said = [];
    DatePhrase current = new();
    DatePhrase? previous;
    DateWord? bound;
    int shift;
    int secondThought;
    bool about;
    bool wholeWeek;
    bool endsARange;
    bool rejectsTheNext;
    bool rejected;
    bool soonest;

    /// <summary>Takes the next word.</summary>
    public void Take(DateToken token)
    {
        switch (token.Word)
        {
            case DateWord.Or:
                Close();
                rejectsTheNext &= token.Value != DateToken.HoldsAgain;
                break;
            case DateWord.And:
                Close();
                endsARange = said is [.., { Phrase.Bound: DateWord.From }];
                break;
            case DateWord.To:
                Close();
                endsARange = true;
                break;
            case DateWord.From or DateWord.Until or DateWord.Before or DateWord.After or DateWord.About or DateWord.WeekOfThatDay:
                Modify(token);
                break;
            case DateWord.TimeOfDay:
                // "After five tomorrow" is tomorrow; "by five tomorrow" may be any day until then.
                (bound, about) = current.IsEmpty && bound != DateWord.Until ? (null, false) : (bound, about);
                break;
            case DateWord.DaysAfterThat:
                TakeDaysAfterThat(token.Value);
                break;
            case DateWord.NotThat or DateWord.NotWhatFollows or DateWord.NotThere:
                Reject(token.Word);
                break;
            case DateWord.Rather:
                Close();
                (secondThought, rejectsTheNext) = (said.Count, rejectsTheNext && token.Value != DateToken.HoldsAgain);
                break;
            case DateWord.Soonest:
                soonest = true;
                break;
            default:
                if (!current.TryAdd(token, today))
                {
                    Close();
                    current.TryAdd(token, today);
                }

                break;
        }
    }

    /// <summary>What was meant.</summary>
    public SpokenDate Reading()
    {
        Close();
        if (shift != 0 && previous is not null)
        {
            Add(Shifted(previous));
        }

        if (secondThought > 0 && secondThought < said.Count)
        {
            said.RemoveRange(0, secondThought);
        }

        var meant = Meant();
        return meant.Count == 0 ? (soonest && !rejected ? new SpokenDate.Earliest() : new SpokenDate.NotADate())
            : meant.Exists(date => date is SpokenDate.NotADate) ? new SpokenDate.NotADate()
            : meant is [var only] ? only
            : AnyOf(meant);
    }

    void Modify(DateToken modifier)
    {
        if (modifier.Value == DateToken.OfWhatFollows)
        {
            Close();
            bound = modifier.Word is DateWord.About or DateWord.WeekOfThatDay ? bound : modifier.Word;
            about |= modifier.Word == DateWord.About;
            wholeWeek |= modifier.Word == DateWord.WeekOfThatDay;
        }
        else if (current.IsEmpty)
        {
            return;
        }
        else if (modifier.Word == DateWord.About)
        {
            current.About = true;
        }
        else if (modifier.Word == DateWord.WeekOfThatDay)
        {
            current.WholeWeek = true;
        }
        else
        {
            bound = modifier.Word;
            Close();
        }
    }

    void Reject(DateWord word)
    {
        Close();
        rejectsTheNext = word != DateWord.NotThat || (isEnglish && said.Count == 0);
        if (word != DateWord.NotWhatFollows)
        {
            said.Clear();
            secondThought = 0;
        }

        rejected = true;
    }

    void TakeDaysAfterThat(int days)
    {
        if (isEnglish)
        {
            Close();
            shift += days;
        }
        else if (!current.IsEmpty)
        {
            current.Shift += days;
        }
        else if (previous is not null)
        {
            shift = days;
            Add(Shifted(previous));
        }
        else
        {
            current.TryAdd(new(DateWord.DaysFromToday, days), today);
        }
    }

    DatePhrase Shifted(DatePhrase phrase)
    {
        var moved = new DatePhrase { Fixed = phrase.Resolve(today), Shift = shift };
        shift = 0;
        return moved;
    }

    void Close()
    {
        if (current.IsEmpty)
        {
            return;
        }

        current.Bound = bound;
        current.About |= about;
        current.WholeWeek |= wholeWeek;
        current.Shift += shift;
        (bound, about, wholeWeek, shift) = (null, false, false, 0);
        if (previous is not null)
        {
            current.Inherit(previous);
            if (isEnglish)
            {
                previous.Inherit(current);
            }
        }

        Add(current);
        previous = current;
        current = new DatePhrase();
    }

    void Add(DatePhrase phrase)
    {
        if (!rejectsTheNext)
        {
            said.Add((phrase, endsARange));
        }

        (rejectsTheNext, endsARange) = (false, false);
    }

    List<SpokenDate> Meant()
    {
        var meant = new List<SpokenDate>(said.Count);
        for (var i = 0; i < said.Count; i++)
        {
            var (phrase, joined) = said[i];
            var begins = i > 0 ? said[i - 1].Phrase : null;
            if (begins is not null
                && (joined || (begins.Bound == DateWord.From && (phrase.Bound == DateWord.Until || !isEnglish))))
            {
                (begins.Bound, phrase.Bound) = (null, null);
                meant[^1] = Between(begins.Resolve(today), phrase.Resolve(today));
            }
            else
            {
                meant.Add(phrase.Resolve(today));
            }
        }

        return meant;
    }

    static SpokenDate Between(SpokenDate from, SpokenDate to) =>
        DateMath.Ends(from) is var (first, _) && DateMath.Ends(to) is var (_, last) && first <= last
            ? new SpokenDate.Range(first, last)
            : new SpokenDate.NotADate();

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
