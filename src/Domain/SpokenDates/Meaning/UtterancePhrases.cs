using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <content>Bounds and lengths of time, and where a phrase ends.</content>
sealed partial class Utterance
{
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
        else if (isEnglish && previous is null && modifier.Word is From or Until)
        {
            unsure.Add("…"); // "latest Friday": a bound, and nothing before it that it could bind
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
            phrase.TryAdd(new(days > 0 && !about && bound is null ? OwnDay : Impossible), today);
            (span, move, about, bound) = (null, null, false, null);
            if (said is [.., { Phrase: { OwnDay: true, Shift: 0 } }])
            {
                said.RemoveAt(said.Count - 1); // two days later than the planned date
            }

            Add(phrase);
        }
    }

    // "Not tomorrow, the day after": counted from what was said before, when no other day follows.
    void EndShift()
    {
        if (shift != 0 && previous is not null)
        {
            Add(new DatePhrase { Fixed = new DatePhraseMeaning(today).Of(previous), Shift = shift });
            shift = 0;
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
