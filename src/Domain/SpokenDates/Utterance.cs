using System.Collections.Immutable;
using NodaTime;
using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>Gathers words into phrases, and notes what stands between them. What was meant in all is for <see cref="Scopes"/> and
/// <see cref="Meaning"/>.</summary>
sealed class Utterance
{
    readonly LocalDate today;
    readonly bool isEnglish;
    readonly List<Said> said = [];
    readonly ImmutableArray<string>.Builder unsure = ImmutableArray.CreateBuilder<string>(0);
    DatePhrase current = new();
    DatePhrase? previous;
    DateWord? bound;
    int shift;
    int? span;
    int? move;
    bool about;
    bool wholeWeek;
    (DatePhrase Phrase, bool After)? counted;
    (DatePhrase Base, bool After)? countedBase;
    bool paused;
    bool began;
    DateWord soonest;

    /// <param name="words">What was heard, in order.</param>
    /// <param name="text">The text that their places are in.</param>
    /// <param name="today">Today in the shop's zone.</param>
    /// <param name="language">The language that was spoken: in English "three days after" stands before the date it counts from and
    /// the month after both alternatives, in Japanese the other way round.</param>
    public Utterance(List<HeardWord> words, ReadOnlySpan<char> text, LocalDate today, Language language)
    {
        (this.today, isEnglish) = (today, language == Language.English);
        foreach (var word in words)
        {
            paused |= word.Paused;
            if (word.Word is Unknown or Doubt or MoveSomewhere)
            {
                unsure.Add(text.Slice(word.Start, word.Length).ToString());
            }

            Take(word.Token);
        }

        Close();
        if (shift != 0 && previous is not null)
        {
            Add(new DatePhrase { Fixed = new DatePhraseMeaning(today).Of(previous), Shift = shift });
        }

        EndSpan();
        EndModifiers();
    }

    /// <summary>What was meant.</summary>
    public SpokenDate Reading()
    {
        var scopes = new Scopes(Meaning.JoinStretches(said, isEnglish, today));
        var meant = new Meaning(today).Of(scopes.Held);
        if (meant is SpokenDate.NotADate && scopes.Held.Count == 0 && soonest != Nothing && !scopes.Refuses)
        {
            meant = new SpokenDate.Earliest();
        }

        if (meant is SpokenDate.Day or SpokenDate.Shift && scopes.HasAnotherThatIsUnknown)
        {
            meant = new SpokenDate.NotADate();
        }

        if (meant is SpokenDate.Day && soonest == Soonest)
        {
            unsure.Add("soonest");
        }

        unsure.AddRange(scopes.Doubts);
        return unsure.Count == 0 || meant is SpokenDate.NotADate ? meant : new SpokenDate.Unsure(meant, unsure.ToImmutable());
    }

    void Take(DateToken token)
    {
        var wasEmpty = current.IsEmpty;
        switch (token.Word)
        {
            case Nothing or Doubt:
                break;
            case Unknown:
                Close();
                Note(token);
                break;
            case Or or And or To:
                Close();
                Note(token);
                break;
            case From or Until or Before or After or About or WeekOfThatDay:
                Modify(token);
                break;
            case TimeOfDay:
                // "After five tomorrow" is tomorrow; "by five tomorrow" may be any day until then.
                (bound, about) = current.IsEmpty && bound != Until ? (null, false) : (bound, about);
                if (counted is var (weekday, _))
                {
                    (current, counted) = (weekday, null);
                }
                else if (current.IsEmpty)
                {
                    Note(token);
                }

                break;
            case DaysAfterThat:
                TakeDaysAfterThat(token.Value);
                break;
            case Span:
                Close();
                EndSpan();
                (span, began, paused) = (token.Value, paused, false);
                MakeShift();
                break;
            case Move or MoveSomewhere:
                move = token.Word == Move ? token.Value : 1;
                MakeShift();
                break;
            case OneAfter:
                TakeOneAfter(token.Value);
                break;
            case Soonest:
                soonest = token.Value == 0 || soonest == Soonest ? Soonest : Unknown;
                break;
            case Not or Aside or Question or OnlyThat or Turn or Accept or Rather or Topic or Reason or Asks:
                Close();
                EndSpan();
                Note(token);
                break;
            default:
                if (!current.TryAdd(token, today))
                {
                    Close();
                    (began, current) = (began || paused, new DatePhrase());
                    current.TryAdd(token, today);
                }
                else if (wasEmpty)
                {
                    began |= paused;
                }

                paused = false;
                break;
        }
    }

    void Modify(DateToken modifier)
    {
        if (modifier.Value == DateToken.OfWhatFollows)
        {
            if (modifier.Word is Before or After && isEnglish && (current.IsAWeekday || current.IsAWeekend) && current.Which != This)
            {
                (counted, current) = ((current, modifier.Word == After), new DatePhrase());
                return;
            }

            Close();
            bound = modifier.Word is About or WeekOfThatDay ? bound : modifier.Word;
            about |= modifier.Word == About;
            wholeWeek |= modifier.Word == WeekOfThatDay;
        }
        else if (modifier.Value == DateToken.OfTheWeekday && !current.IsEmpty)
        {
            (countedBase, current) = ((current, modifier.Word == After), new DatePhrase());
        }
        else if (!current.IsEmpty)
        {
            Modify(current, modifier);
        }
        else if (span is { } days && modifier.Word is From or Until)
        {
            // Three days at the most.
            span = null;
            Add(new DatePhrase { Fixed = new SpokenDate.Day(today.PlusDays(Math.Abs(days))), Bound = modifier.Word });
        }
        else if (modifier.Value == DateToken.OfThat && previous is not null)
        {
            if (said is [.., { Word: Or }])
            {
                said.RemoveAt(said.Count - 1);
            }

            previous.Bound = modifier.Word;
        }
    }

    static void Modify(DatePhrase phrase, DateToken modifier)
    {
        phrase.About |= modifier.Word == About;
        phrase.WholeWeek |= modifier.Word == WeekOfThatDay;
        phrase.Bound = modifier.Word is About or WeekOfThatDay ? phrase.Bound : modifier.Word;
    }

    void TakeDaysAfterThat(int days)
    {
        if (isEnglish)
        {
            Close();
            (began, paused) = (began || paused, false);
            shift += days;
        }
        else if (!current.IsEmpty)
        {
            current.Shift += days;
        }
        else if (previous is not null)
        {
            Add(new DatePhrase { Fixed = new DatePhraseMeaning(today).Of(previous), Shift = days });
        }
        else if (said.TrueForAll(word => word.Word == Or))
        {
            current.TryAdd(new(DaysFromToday, days), today);
        }
        else
        {
            Note(new(Unknown));
        }
    }

    // "The Friday after this one"; "not this Friday, the one after".
    void TakeOneAfter(int value)
    {
        if (value == DateToken.AfterNext && current.IsAWeekday)
        {
            current.TakeTheOneAfterNext();
            return;
        }

        if (value == DateToken.OfThat && (current.IsAWeekday || current.IsAWeekend))
        {
            current.Shift += 7;
            return;
        }

        Close();
        (began, paused) = (began || paused, false);
        if (previous is { } phrase && (phrase.IsAWeekday || phrase.IsAWeekend))
        {
            Add(new DatePhrase { Fixed = new DatePhraseMeaning(today).Of(phrase), Shift = 7 });
        }
        else
        {
            Note(new(Unknown));
        }
    }

    // A length of time beside a word that moves is a shift of the order's own day.
    void MakeShift()
    {
        if (span is { } days && move is { } direction)
        {
            // A vague time, such as "a few days", is negative: it says not how far.
            var phrase = new DatePhrase { Shift = days * direction };
            phrase.TryAdd(new(days > 0 ? OwnDay : Impossible), today);
            (span, move) = (null, null);
            if (said is [.., { Phrase: { OwnDay: true, Shift: 0 } }])
            {
                said.RemoveAt(said.Count - 1); // two days later than the planned date
            }

            Add(phrase);
        }
    }

    void EndSpan()
    {
        if (span is { } days)
        {
            span = null;
            Add(new DatePhrase { Span = Math.Abs(days) });
        }
    }

    void Close()
    {
        if (current.IsEmpty)
        {
            CloseWithoutADate();
            return;
        }

        EndSpan();
        var phrase = current;
        current = new DatePhrase();
        if (counted is var (weekday, after))
        {
            weekday.CountedFrom = (phrase, after);
            (counted, phrase) = (null, weekday);
        }

        (phrase.CountedFrom, countedBase) = (phrase.CountedFrom ?? countedBase, null);
        phrase.Bound ??= bound;
        phrase.About |= about;
        phrase.WholeWeek |= wholeWeek;
        phrase.Shift += shift;
        (bound, about, wholeWeek, shift) = (null, false, false, 0);
        if (previous is not null && said is [.., { Phrase: not null } or { Word: Or or And or To or Not or Rather }])
        {
            phrase.Inherit(previous);
            if (isEnglish)
            {
                previous.Inherit(phrase);
            }
        }

        Add(phrase);
        previous = phrase;
    }

    // "The tenth more or less" is about the tenth; after "the tenth by" more was to come.
    void EndModifiers()
    {
        if (previous is not null)
        {
            previous.About |= about;
        }

        if (bound is not null)
        {
            unsure.Add("…");
        }
    }

    void CloseWithoutADate()
    {
        // "Not this Friday but next" is the one after; a Monday before no day that is named is none.
        if (current.Which == Next && previous is { IsAWeekday: true })
        {
            current = new DatePhrase();
            TakeOneAfter(value: 0);
        }
        else if (counted is var (weekday, _))
        {
            counted = null;
            weekday.TryAdd(new(Impossible), today);
            Add(weekday);
        }
    }

    void Add(DatePhrase phrase)
    {
        said.Add(new Said(DayOfMonth, 0, phrase, began));
        began = false;
    }

    void Note(DateToken token)
    {
        said.Add(new Said(token.Word, token.Value, null, paused));
        paused = false;
    }
}

/// <summary>A day that was said, or a word that decides which of the days around it hold.</summary>
/// <param name="Word">What kind of word.</param>
/// <param name="Value">Its number.</param>
/// <param name="Phrase">The day or the days; null for a word.</param>
/// <param name="Paused">Whether a comma or a full stop stands before it.</param>
readonly record struct Said(DateWord Word, int Value, DatePhrase? Phrase, bool Paused);
