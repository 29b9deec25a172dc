using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>Decides by their neighbours what English words mean that may mean several things: which numbers are days, which are hours
/// and which are goods; "next", "last", "may".</summary>
/// <param name="heard">What was heard.</param>
/// <param name="words">Where the words go.</param>
readonly struct EnglishGrammar(List<HeardWord> heard, List<HeardWord> words)
{
    /// <summary>Reads everything that was heard.</summary>
    public void Read()
    {
        for (var at = 0; at < heard.Count; at++)
        {
            at += Read(at) - 1;
        }
    }

    // How many words it took.
    int Read(int at)
    {
        switch (heard[at].Word)
        {
            case Number:
                return EnglishSpan.Read(heard, at, words) is > 0 and var span ? span : TheNumber(at);
            case Ordinal:
                return TheOrdinal(at);
            case Small when heard[at].Value == EnglishLexicon.A:
                return EnglishSpan.Read(heard, at, words) is > 0 and var aSpan ? aSpan
                    : WordAfter(at) is Weekday && !Follows(at, Topic) ? Take(at, new(Impossible), 2)
                    : Take(at, new(Nothing));
            case Span:
                return EnglishSpan.ReadVague(heard, at, words);
            case Weekday or DaysFromToday when WordAfter(at) == Unit && heard[at + 1].Value is 7 or 14:
                Take(at, new(DaysAfterThat, heard[at + 1].Value));
                return Take(at, heard[at].Token, 2);
            case Weekday when IsPartOfAName(at):
                return Take(at, new(Unknown));
            case Last when WordAfter(at) == Weekday:
                return Take(at, IsAnchored(at + 1) ? new(Nth, -1) : heard[at].Token);
            case Next or This when WordAfter(at) == Weekday || (heard[at].Word == Next && EndsThere(at)):
                return Take(at, heard[at].Token);
            case Last or Next or This or Unit:
                return Take(at, new(Unknown));
            case Part when !IsAMonth(at + 1) && !(at > 0 && heard[at - 1].Start == heard[at].Start):
                return Take(at, heard[at].Value == (int)MonthPart.LastDay ? new(Unknown) : new(TimeOfDay));
            case Month when heard[at].Value < 0:
                return Take(at, IsAMonthHere(at) ? new(Month, -heard[at].Value) : new(Unknown));
            case Not when heard[at].Value == (int)Reach.Leaving:
                return Take(at, new(Not, (int)Reach.Instead));
            case To when Leads(at):
                return Take(at, new(Nothing));
            case To when heard[at].Value == EnglishLexicon.Through:
                return Take(at, HasADayBefore() ? new(To) : new(Until, DateToken.OfWhatFollows));
            case Small when heard[at].Value == EnglishLexicon.OfTheMonth:
                return Take(at, LastTaken() == DayOfMonth ? new(Nothing) : new(MonthOn));
            case Small when heard[at].Value == EnglishLexicon.NameIs:
                return Take(at, new(Nothing), (WordAfter(at) is Weekday or Month ? at + 2 : NameFrom(at + 1)) - at); // Wednesday, April
            case Small when heard[at].Value == EnglishLexicon.ThisIs:
                return Take(at, new(Nothing), NameFrom(at + 1) - at);
            case Person when heard[at].Value == EnglishLexicon.Mine && at > 0 && WordBefore(at) is Asks or Nothing:
                return Take(at, new(Nothing));
            case Person:
                return Take(at, WordAfter(at) is Unknown or Person ? new(Aside, (int)Reach.Around) : new(Nothing));
            case Small when heard[at].Value == EnglishLexicon.By:
                return Take(at, !EnglishSpan.Starts(heard, at + 1) ? new(Until, DateToken.OfWhatFollows)
                    : heard.Exists(word => word.Word == Move) ? new(Nothing)
                    : new(MoveSomewhere));
            case Until when words is [.., { Word: Move, Value: 1 }]:
                return Take(at, new(From, DateToken.OfWhatFollows));
            case Not when WordAfter(at) is Before or Until && heard[at].Value == (int)Reach.Ahead:
                return Take(at, new(From, DateToken.OfWhatFollows), 2);
            case Not when WordAfter(at) is After && heard[at].Value == (int)Reach.Ahead:
                return Take(at, new(Until, DateToken.OfWhatFollows), 2);
            case Topic when at > 0 && heard[at - 1].Token == new DateToken(DaysFromToday) && StartsADate(at + 1):
                return Take(at, new(Aside, (int)Reach.Around));
            case Topic when at > 0 && heard[at - 1].Token.IsPartOfADate && StartsADate(at + 1):
                return Take(at, new(Doubt));
            case Small or FromNow or Ago:
                return Take(at, new(Nothing));
            default:
                return Take(at, heard[at].Token);
        }
    }

    int TheNumber(int at)
    {
        var number = heard[at].Value;
        if (number is >= 1 and <= 31 && IsAMonth(at + 1) && !(WordBefore(at) == Month && LastTaken() == DayOfMonth))
        {
            return Take(at, new(DayOfMonth, number));
        }

        var after = WordAfter(at);
        var follows = LastTaken();
        if (at > 0 && Is(at - 1, EnglishLexicon.At))
        {
            return Take(at, new(TimeOfDay));
        }

        if (IsAYear(number) && follows is DayOfMonth or Month && (number > 99 || TakenBefore() is Month or DayOfMonth))
        {
            return Take(at, new(Year, number > 99 ? number : 2000 + number));
        }

        var isCounted = (after is Unknown or Unit || (after is Number && !IsAYear(heard[at + 1].Value))) && !heard[at + 1].Paused;
        if (after != TimeOfDay && !isCounted
            && (follows is Month or MonthOn or Weekday || ContinuesAnAlternative() || BeginsAnAlternative(at)))
        {
            return Take(at, number is >= 1 and <= 31 ? new(DayOfMonth, number) : new(Impossible));
        }

        return after == TimeOfDay || IsAnHour() ? Take(at, new(TimeOfDay)) : Take(at, new(Unknown), isCounted && after == Unknown ? 2 : 1);
    }

    static bool IsAYear(int number) => number is (>= 1900 and <= 2199) or (>= 20 and <= 50);

    int TheOrdinal(int at)
    {
        var number = heard[at].Value;
        switch (WordAfter(at))
        {
            case Weekday:
                return Take(at, number <= 5 ? new(Nth, number) : new(Impossible));
            case Unit when heard[at + 1].Value == 1 && IsAMonth(at + 2):
                return Take(at, new(DayOfMonth, number), 2);
            case Small when Is(at + 1, EnglishLexicon.Of) && Skip(at + 1, EnglishLexicon.The) is var month && month < heard.Count
                && heard[month].Word == Ordinal && heard[month].Value is >= 1 and <= 12:
                Take(at, new(DayOfMonth, number));
                Take(month, new(Month, heard[month].Value));
                return month + 1 - at;
            case WeekOfThatDay when IsAMonth(at + 2):
                return Take(at, new(WeekOfMonth, number), 2);
            case Unknown or Unit or Number or FromNow when !heard[at + 1].Paused && LastTaken() != Month
                && !(WordAfter(at) is Number && heard[at + 1].Value > 1):
                return Take(at, new(Unknown), 2);
            default:
                return Take(at, number is >= 1 and <= 31 ? new(DayOfMonth, number) : new(Impossible));
        }
    }

    int Take(int at, DateToken token, int count = 1)
    {
        words.Add(heard[at] with { Token = token, Length = heard[at + count - 1].Start + heard[at + count - 1].Length - heard[at].Start });
        return count;
    }

    // "This is Sarah": at most three words, which change nothing.
    int NameFrom(int at)
    {
        var end = at;
        while (end < heard.Count && end < at + 3 && heard[end].Word == Unknown && !heard[end].Paused)
        {
            end++;
        }

        return end;
    }

    DateWord WordAfter(int at) => at + 1 < heard.Count ? heard[at + 1].Word : Nothing;

    DateWord WordBefore(int at) => at > 0 ? heard[at - 1].Word : Nothing;

    bool Follows(int at, DateWord word) => at > 0 && heard[at - 1].Word == word;

    // The index after one more word and, if it is there, that small word.
    int Skip(int at, int small) => at + 1 < heard.Count && Is(at + 1, small) ? at + 2 : at + 1;

    bool Is(int at, params ReadOnlySpan<int> small) =>
        at < heard.Count && heard[at].Word == Small && small.Contains(heard[at].Value);

    // "December", "of next month", "in the month".
    bool IsAMonth(int at)
    {
        if (Is(at, EnglishLexicon.OfTheMonth))
        {
            return true;
        }

        at = Is(at, EnglishLexicon.Of) ? at + 1 : at;
        at = Is(at, EnglishLexicon.The) ? at + 1 : at;
        return at < heard.Count && (heard[at].Word is MonthOn || (heard[at].Word is Month && IsAMonthHere(at)));
    }

    // A weekday is one of a month's, or is counted from a day: the last Friday in December, the last Friday before Christmas.
    bool IsAnchored(int weekday) => WordAfter(weekday) is Before or After || Is(weekday + 1, EnglishLexicon.Of, EnglishLexicon.In, EnglishLexicon.OfTheMonth);

    // "May" and "march" are months beside a day or after "in" and its kind.
    bool IsAMonthHere(int at)
    {
        if (heard[at].Value > 0 || (at > 0 && (heard[at - 1].Word is From or Until or Before or After or Part or Ordinal
            || Is(at - 1, EnglishLexicon.Of, EnglishLexicon.In, EnglishLexicon.By))))
        {
            return true;
        }

        var next = Skip(at, EnglishLexicon.The);
        return next < heard.Count && heard[next].Word is Ordinal or Number && heard[next].Value is >= 1 and <= 31
            || (at > 0 && heard[at - 1].Word is Number && heard[at - 1].Value <= 31);
    }

    bool StartsADate(int at)
    {
        at = at < heard.Count && heard[at].Word == Small ? at + 1 : at;
        return at < heard.Count && (heard[at].Token.IsPartOfADate || heard[at].Word is Ordinal);
    }

    bool EndsThere(int at) => at + 1 == heard.Count || heard[at + 1].Paused || heard[at + 1].Word is Turn or Nothing or Accept;

    // An unknown word right before a weekday, or between "the" and a weekday's other side, makes a name: Quilting Sunday, the Sunday Times.
    bool IsPartOfAName(int at) => (Follows(at, Unknown) && !heard[at].Paused)
        || (at > 0 && (Is(at - 1, EnglishLexicon.The, EnglishLexicon.A) || Follows(at, Person)) && WordAfter(at) == Unknown && !heard[at + 1].Paused);

    // The 4 of "December 3 or 4".
    bool ContinuesAnAlternative()
    {
        var last = words.Count - 1;
        while (last >= 0 && words[last].Word == Nothing)
        {
            last--;
        }

        return last > 0 && words[last].Word is Or or To or And
            && words.FindLastIndex(last - 1, word => word.Word is not (Nothing or Or)) is >= 0 and var before
            && words[before].Word == DayOfMonth;
    }

    // The 9 of "9 or 10 December".
    bool BeginsAnAlternative(int at)
    {
        for (var next = at + 1; next + 1 < heard.Count && heard[next].Word is Or or To or And; next += 2)
        {
            var number = Skip(next, EnglishLexicon.The);
            if (heard[number].Word is not (Number or Ordinal) || heard[number].Value > 31)
            {
                return false;
            }

            // The second of "the second Friday" is no day.
            if ((heard[number].Word is Ordinal && WordAfter(number) is not (Weekday or Unit)) || IsAMonth(number + 1))
            {
                return true;
            }
        }

        return false;
    }

    // The "to" of "move it from Friday to Monday".
    bool Leads(int at)
    {
        var from = heard[at].Word == To ? heard.FindLastIndex(at, word => word is { Word: Not, Value: (int)Reach.Leaving }) : -1;
        return from >= 0 && heard.FindIndex(from, word => word.Word == To) == at;
    }

    // "At four", "after 5", "between 2 and 4".
    bool IsAnHour() => words is [.., { Word: From or Until or Before or After or About or TimeOfDay }]
        || words is [.., { Word: TimeOfDay }, { Word: And or To or Or }];

    bool HasADayBefore() => LastTaken() is >= DaysFromToday and <= PartOfThat;

    DateWord LastTaken() => Taken(0);

    DateWord TakenBefore() => Taken(1);

    DateWord Taken(int skip)
    {
        for (var last = words.Count - 1; last >= 0; last--)
        {
            if (words[last].Word != Nothing && skip-- == 0)
            {
                return words[last].Word;
            }
        }

        return Nothing;
    }
}
