using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>Decides by their neighbours what Japanese words mean that may mean several things: particles, numbers with counters, and
/// dates that are part of another word.</summary>
/// <param name="heard">What was heard.</param>
/// <param name="words">Where the words go.</param>
/// <param name="text">The text that their places are in.</param>
ref struct JapaneseGrammar(List<HeardWord> heard, List<HeardWord> words, ReadOnlySpan<char> text)
{
    static readonly DateToken Within = new(Until, DateToken.OfWhatFollows);

    readonly ReadOnlySpan<char> letters = text;
    bool afterADate;
    bool afterAnHour;
    bool hoursBegan;

    /// <summary>Reads everything that was heard.</summary>
    public void Read()
    {
        for (var at = 0; at < heard.Count; at++)
        {
            var token = Means(at);
            words.Add(heard[at] with { Token = token });
            var keeps = token.Word is Topic or Or or And || heard[at].Word is Small;
            afterADate = token.IsPartOfADate || token.Word is DaysAfterThat or WeekOfThatDay or About or Span
                || (token.Word is Impossible && afterADate) || (afterADate && (keeps || token.Word == TimeOfDay));
            afterAnHour = token.Word is TimeOfDay || (afterAnHour && keeps);
        }
    }

    DateToken Means(int at)
    {
        var (word, value) = heard[at].Token;
        var isKana = IsKana(letters[heard[at].Start]);
        if (heard[at].Token.IsPartOfADate || word is Ago or FromNow or Soonest)
        {
            var isRestOfAWord = at > 0 && heard[at - 1].Start == heard[at].Start && words[^1].Word == Unknown;
            if (isRestOfAWord || IsPartOfAWord(at, isKana))
            {
                return new(Unknown);
            }
        }

        if (!isKana && heard[at].Length == 1 && word is TimeOfDay or Small or About && IsAttachedToUnknown(at))
        {
            return new(IsANameGiven(at) ? Nothing : Unknown);
        }

        switch (word)
        {
            case Unknown when IsANameGiven(at):
                return new(Nothing);
            case Small when value == JapaneseLexicon.Ato:
                return WordAfter(at) == DayOfMonth && !MovesNext(at + 1) && !heard[at + 1].Paused ? Within : new(Nothing);
            case Small when value is JapaneseLexicon.Wo or JapaneseLexicon.Kara && afterADate && IsMovedAway(at):
            case Small when value == JapaneseLexicon.Yori && afterADate && StartsADate(at + 1):
                return new(Aside, (int)Reach.Behind);
            case DaysFromToday when value == 1 && letters[heard[at].Start] is '翌' or '次' && words.Exists(word => word.Token.IsPartOfADate):
                return new(DaysAfterThat, 1);
            case Small when value == JapaneseLexicon.Wa && words is [.., { Word: DaysFromToday }] && WordAfter(at) is Weekday or DayOfMonth or Month:
                return new(Question);
            case Small:
                return Particle(value);
            case Next or This or Last when WordAfter(at) != Weekday:
                return new(word == This ? Nothing : Unknown);
            case Ordinal:
                return Ordinally(at);
            case Unit:
                return UnitOf(at);
            case FromNow when MovesAfterwards(at) && letters[heard[at].Start + heard[at].Length - 1] == '先':
                return new(Span, 7 * value); // 二週間先に延ばして
            case Ago or FromNow when MovesAfterwards(at):
                return value < 0 ? new(Span, word == FromNow ? -7 * value : -value) : new(Impossible);
            case MoveSomewhere when words is [.., { Word: Span }, { Word: Nothing }] && letters[words[^2].Start + words[^2].Length - 1] == '前':
                return new(Move, -1);
            case Ago or FromNow:
                return afterADate && FollowsAParticle() ? new(DaysAfterThat, word == FromNow ? 7 * value : value)
                    : new(word == FromNow ? WeeksFromToday : DaysFromToday, value);
            case YearOn when value >= JapaneseLexicon.FirstEra:
                return new(WordAfter(at) == Year ? Nothing : Unknown);
            case Year when at > 0 && heard[at - 1] is { Word: YearOn, Value: >= JapaneseLexicon.FirstEra } era:
                return new(Year, era.Value + value);
            case Year when value is < 1900 or > 2199:
                return new(Impossible);
            case DayOfMonth or Span when WordAfter(at) == About && at + 2 < heard.Count && heard[at + 2].Word is Move or MoveSomewhere:
                return new(Impossible);
            case DayOfMonth or Span when MovesNext(at) && at > 1 && IsAddedTo(at - 2):
                return new(Span, value + heard[at - 2].Value);
            case DayOfMonth when MovesNext(at) && words is not [.., { Word: Month or MonthOn }]:
                return new(Span, value);
            case DayOfMonth when at > 0 && heard[at - 1].Token == new DateToken(Small, JapaneseLexicon.Ato) && words[^1].Token == Within:
                return new(DaysFromToday, value);
            case DayOfMonth when value == 1 && words is [.., { Word: DaysFromToday or Weekday or DayOfMonth }] && IsAttached(at):
                return new(TimeOfDay);
            case Doubt when at > 0 && letters[heard[at].Start] is 'ほ' or '欲' && letters[heard[at].Start - 1] == 'て':
                return new(Nothing); // who wants it sent wants no more than a wish
            case Span when IsAddedTo(at):
                return new(Nothing);
            case Span:
                return MovesNext(at) ? new(Span, heard[at].Value >= 30 ? -heard[at].Value : heard[at].Value) : new(Unknown);
            case Number:
                return new(Unknown);
            case Before or After when value == 0 && afterADate && WeekdayFollows(at):
                return heard[at].Token with { Value = DateToken.OfTheWeekday };
            case From or Until or Before or After or About when value != DateToken.OfWhatFollows:
                return afterADate && !(word == Until && afterAnHour && hoursBegan) ? heard[at].Token
                    : word == Until && afterAnHour && !hoursBegan ? heard[at].Token
                    : value == DateToken.OfThat ? heard[at].Token
                    : new(Nothing);
            case DaysAfterThat when !afterADate && !(at > 0 && heard[at - 1].Start == heard[at].Start):
                return new(Unknown);
            case PartOfThat or WeekOfThatDay when !afterADate:
                return new(Nothing);
            case To when !afterADate:
                return new(Nothing);
            default:
                return heard[at].Token;
        }
    }

    // Particles mean something only right after a date: 三日か四日, and not か in any word.
    DateToken Particle(int particle)
    {
        if (particle == JapaneseLexicon.Kara && afterAnHour)
        {
            hoursBegan = true;
            return new(Nothing);
        }

        if (!afterADate && particle == JapaneseLexicon.Ka && WordAfter(words.Count) is >= DaysFromToday and <= PartOfThat)
        {
            return new(Or);
        }

        if (!afterADate)
        {
            return new(particle == JapaneseLexicon.Kara ? Reason : Nothing);
        }

        return particle switch
        {
            JapaneseLexicon.Ka or JapaneseLexicon.Ya => new(Or),
            JapaneseLexicon.To => new(And),
            JapaneseLexicon.Wa => new(Topic),
            JapaneseLexicon.Kara => CountsNext() ? new(Nothing) : new(From),
            _ => new(Nothing),
        };
    }

    // 第二の土曜日, 来月の最初の日, 二番目の週.
    DateToken Ordinally(int at)
    {
        var next = at + 1 < heard.Count && heard[at + 1].Token is { Word: Small, Value: JapaneseLexicon.No } ? at + 2 : at + 1;
        return next >= heard.Count ? new(Unknown)
            : heard[next].Word == Weekday ? new(Nth, heard[at].Value)
            : heard[next].Token == new DateToken(Unit, 7) ? new(WeekOfMonth, heard[at].Value)
            : heard[next].Token == new DateToken(Unit, 1) && heard[at].Value is 1 or -1
                ? new(Part, (int)(heard[at].Value == 1 ? MonthPart.FirstDay : MonthPart.LastDay))
            : new(Unknown);
    }

    readonly DateToken UnitOf(int at) => words is [.., { Word: WeekOfMonth or Part }] || words is [.., { Word: WeekOfMonth or Part }, { Word: Nothing }]
        ? new(Nothing)
        : new(heard[at].Value == 0 ? Nothing : Unknown);

    // 二十日大根, 日曜大工, とうきょう: a date grown together with an unknown word is part of it.
    readonly bool IsPartOfAWord(int at, bool isKana)
    {
        var (start, end) = (heard[at].Start, heard[at].Start + heard[at].Length);
        var before = at > 0 && heard[at - 1].Word == Unknown && !heard[at].Paused && heard[at - 1].Start + heard[at - 1].Length == start
            && IsKana(letters[start - 1]) == isKana && !char.IsAsciiLetterOrDigit(letters[start - 1]);
        var after = at + 1 < heard.Count && heard[at + 1].Word == Unknown && !heard[at + 1].Paused && heard[at + 1].Start == end;
        return before || after;
    }

    readonly bool IsAttached(int at) => !heard[at].Paused && words[^1].Start + words[^1].Length == heard[at].Start;

    readonly bool IsAttachedToUnknown(int at) =>
        at > 0 && heard[at - 1].Word == Unknown && !heard[at].Paused && heard[at - 1].Start + heard[at - 1].Length == heard[at].Start;

    // 昨日電話した田中ですが: who is calling, before anything is asked.
    readonly bool IsANameGiven(int at)
    {
        var next = at + 1;
        while (next < heard.Count && heard[next].Start == heard[next - 1].Start + heard[next - 1].Length && heard[next].Word is Unknown or TimeOfDay)
        {
            next++;
        }

        var ends = next < heard.Count && (heard[next].Word == Reason
            || (heard[next].Word == Nothing && next + 1 < heard.Count && heard[next + 1].Paused));
        return ends && letters[heard[next].Start] is 'で' or 'と' or 'な'
            && words.FindLastIndex(word => word.Word != Nothing) is var last && (last < 0 || words[last].Word == Aside);
    }

    readonly DateWord WordAfter(int at) => at + 1 < heard.Count ? heard[at + 1].Word : Nothing;

    readonly bool MovesNext(int at) => WordAfter(at) is Move or MoveSomewhere;

    // 二日前にずらして is a shift; 一週間後に延期して may count from today or from the order's day.
    readonly bool MovesAfterwards(int at) => MovesNext(at)
        || (WordAfter(at) == Small && at + 2 < heard.Count && heard[at + 2].Word is Move or MoveSomewhere);

    // 明日から一週間後, 今日から数えて五日後: counted from the date just said, and not from today.
    readonly bool CountsNext()
    {
        var next = words.Count + 1;
        while (next < heard.Count && heard[next].Word is Nothing or Small)
        {
            next++;
        }

        return next < heard.Count && heard[next].Word is Ago or FromNow or Span;
    }

    // クリスマスの前の金曜日.
    readonly bool WeekdayFollows(int at) => at + 2 < heard.Count && heard[at + 1].Token == new DateToken(Small, JapaneseLexicon.No)
        && heard[at + 2].Word == Weekday;

    // The 一週間と of 一週間と一日遅らせて.
    readonly bool IsAddedTo(int at) => heard[at].Word == Span && at + 2 < heard.Count && heard[at + 1].Token == new DateToken(Small, JapaneseLexicon.To)
        && heard[at + 2].Word is DayOfMonth or Span && MovesNext(at + 2);

    readonly bool StartsADate(int at) => at < heard.Count && heard[at].Token.IsPartOfADate;

    // 三日を五日に, 三日から五日に変更して: the order leaves the first day for the second. を before a change names the day that it leaves, too.
    readonly bool IsMovedAway(int at)
    {
        var isAnObject = heard[at].Value == JapaneseLexicon.Wo;
        if (!StartsADate(at + 1))
        {
            return isAnObject && at + 1 < heard.Count && letters[heard[at + 1].Start] == '変';
        }

        var next = at + 1;
        while (next < heard.Count && (heard[next].Token.IsPartOfADate || heard[next].Token == new DateToken(Small, JapaneseLexicon.No)))
        {
            next++;
        }

        return isAnObject || (next + 1 < heard.Count && letters[heard[next].Start] == 'に'
            && (letters[heard[next].Start + heard[next].Length - 1] == '更' || letters[heard[next + 1].Start] is '変' or '移' or 'か'));
    }

    readonly bool FollowsAParticle() => words is [.., { Word: Nothing or Topic }];

    static bool IsKana(char c) => c is (>= 'ぁ' and <= 'ゔ') or 'ー';
}
