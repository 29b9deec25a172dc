using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Domain;

/// <summary>Gathers words into phrases, and phrases into what was meant in all.</summary>
/// <param name="today">Today in the shop's zone.</param>
/// <param name="modifiersComeFirst">Whether "until", "about" and the like stand before the date, as in English, or after it, as in
/// Japanese.</param>
sealed class DatePhrases(LocalDate today, bool modifiersComeFirst)
{
    // More than a month of single days is a stretch of time, however it was put.
    const int MostAlternatives = 31;

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
                break;
            case DateWord.To:
                Close();
                endsARange = true;
                break;
            case DateWord.From or DateWord.Until or DateWord.Before or DateWord.After or DateWord.About or DateWord.WeekOfThatDay:
                Modify(token.Word);
                break;
            case DateWord.DaysAfterThat:
                TakeDaysAfterThat(token.Value);
                break;
            case DateWord.NotThat:
                Close();
                said.Clear();
                rejected = true;
                break;
            case DateWord.NotWhatFollows:
                Close();
                (rejectsTheNext, rejected) = (true, true);
                break;
            case DateWord.Rather:
                Close();
                secondThought = said.Count;
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
        if (shift != 0 && said is [.., var (last, _)])
        {
            Add(Shifted(last));
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

    void Modify(DateWord word)
    {
        if (modifiersComeFirst)
        {
            Close();
            bound = word is DateWord.About or DateWord.WeekOfThatDay ? bound : word;
            about |= word == DateWord.About;
            wholeWeek |= word == DateWord.WeekOfThatDay;
            return;
        }

        if (current.IsEmpty)
        {
            return;
        }

        if (word == DateWord.About)
        {
            current.About = true;
        }
        else if (word == DateWord.WeekOfThatDay)
        {
            current.WholeWeek = true;
        }
        else
        {
            current.Bound = word;
            Close();
        }
    }

    void TakeDaysAfterThat(int days)
    {
        if (modifiersComeFirst)
        {
            Close();
            shift += days;
        }
        else if (!current.IsEmpty)
        {
            current.Shift += days;
        }
        else if (said is [.., var (last, _)])
        {
            shift = days;
            Add(Shifted(last));
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

        if (modifiersComeFirst)
        {
            (current.Bound, current.About, current.WholeWeek, current.Shift) = (bound, about, wholeWeek, shift);
            (bound, about, wholeWeek, shift) = (null, false, false, 0);
        }

        if (previous is not null)
        {
            current.Inherit(previous);
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
        var meant = new List<SpokenDate>();
        for (var i = 0; i < said.Count; i++)
        {
            var (phrase, joined) = said[i];
            var begins = i > 0 ? said[i - 1].Phrase : null;
            if (begins is not null && (joined || (begins.Bound == DateWord.From && (phrase.Bound == DateWord.Until || !modifiersComeFirst))))
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
        DatePhrase.Ends(from) is var (first, _) && DatePhrase.Ends(to) is var (_, last) && first <= last
            ? new SpokenDate.Range(first, last)
            : new SpokenDate.NotADate();

    static SpokenDate AnyOf(List<SpokenDate> meant)
    {
        var first = meant.Min(date => DatePhrase.Ends(date)!.Value.First);
        var last = meant.Max(date => DatePhrase.Ends(date)!.Value.Last);
        var length = meant.Sum(date => date is SpokenDate.Range(var from, var to) ? Math.Min(400, Period.DaysBetween(from, to)) + 1 : 1);
        if (length > MostAlternatives || meant.TrueForAll(date => date is SpokenDate.Range) && length > Period.DaysBetween(first, last))
        {
            return new SpokenDate.Range(first, last);
        }

        var days = meant.SelectMany(Days).Distinct().ToImmutableArray();
        return days is [var only] ? new SpokenDate.Day(only) : new SpokenDate.OneOf(days);
    }

    static IEnumerable<LocalDate> Days(SpokenDate date) => date switch
    {
        SpokenDate.OneOf(var days) => days,
        SpokenDate.Day(var day) => [day],
        SpokenDate.Range(var from, var to) => Enumerable.Range(0, Period.DaysBetween(from, to) + 1).Select(from.PlusDays),
        _ => [],
    };
}
