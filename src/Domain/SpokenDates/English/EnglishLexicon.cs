using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>The English words of a date, in small letters and without apostrophes; "'s" is a word of its own.</summary>
static class EnglishLexicon
{
    /// <summary>The value of a "not" that is about the date right after it, if there is one.</summary>
    public const int NotIfADateFollows = 1;

    const int Ahead = DateToken.OfWhatFollows;

    static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    static readonly (string Word, int Day)[] ShortWeekdays =
    [
        ("mon", 1), ("tue", 2), ("tues", 2), ("wed", 3), ("weds", 3), ("thu", 4), ("thur", 4), ("thurs", 4), ("fri", 5),
    ];

    static readonly (string Word, int Count)[] Nths =
    [
        ("first", 1), ("1st", 1), ("second", 2), ("2nd", 2), ("third", 3), ("3rd", 3), ("fourth", 4), ("4th", 4), ("fifth", 5),
        ("5th", 5),
    ];

    /// <summary>The months, long and short.</summary>
    public static IEnumerable<string> MonthNames => [.. Months, .. Months.Select(month => month[..3]), "sept"];

    /// <summary>The weekdays, long and short.</summary>
    public static IEnumerable<string> WeekdayNames => [.. Weekdays, .. ShortWeekdays.Select(entry => entry.Word)];

    /// <summary>All the words.</summary>
    public static IEnumerable<(string Word, DateToken[] Means)> Words() =>
    [
        .. Plain.Select(entry => (entry.Word, new DateToken[] { new(entry.Means, entry.Value) })),
        .. Compound,
        .. PassedOver.Select(word => (word, Array.Empty<DateToken>())),
        .. Months.SelectMany((word, index) => new[] { word, word[..3] }.Distinct()
            .Select(name => (name, new DateToken[] { new(Month, index + 1) }))),
        ("sept", [new(Month, 9)]),
        .. Weekdays.SelectMany((word, index) => Weekday(word, index + 1)),
        .. ShortWeekdays.Select(entry => (entry.Word, new DateToken[] { new(DateWord.Weekday, entry.Day) })),
        .. Nths.Select(nth => ($"{nth.Word} week of", new DateToken[] { new(WeekOfMonth, nth.Count) })),
        .. Nths.Select(nth => ($"{nth.Word} week in", new DateToken[] { new(WeekOfMonth, nth.Count) })),
    ];

    static IEnumerable<(string, DateToken[])> Weekday(string name, int day) =>
    [
        (name, [new(DateWord.Weekday, day)]),
        ($"a {name}", [new(Impossible)]),
        ($"any {name}", [new(Impossible)]),
        ($"{name} week", [new(DaysAfterThat, 7), new(DateWord.Weekday, day)]),
        ($"{name} after next", [new(DaysAfterThat, 7), new(Next), new(DateWord.Weekday, day)]),
        ($"last {name} of", [new(Nth, -1), new(DateWord.Weekday, day)]),
        ($"last {name} in", [new(Nth, -1), new(DateWord.Weekday, day)]),
        .. Nths.Select(nth => ($"{nth.Word} {name}", new DateToken[] { new(Nth, nth.Count), new(DateWord.Weekday, day) })),
    ];

    static readonly (string Word, DateToken[] Means)[] Compound =
    [
        ("tomorrow week", [new(DaysAfterThat, 7), new(DaysFromToday, 1)]),
        ("today week", [new(DaysAfterThat, 7), new(DaysFromToday)]),
        ("end of the year", [new(Month, 12), new(Part, (int)MonthPart.Late)]),
        ("end of year", [new(Month, 12), new(Part, (int)MonthPart.Late)]),
        ("year end", [new(Month, 12), new(Part, (int)MonthPart.Late)]),
        ("new year", [new(Month, 1), new(Part, (int)MonthPart.Early)]),
        ("the new year", [new(Month, 1), new(Part, (int)MonthPart.Early)]),
        ("month end", [new(MonthOn), new(Part, (int)MonthPart.LastDay)]),
        ("christmas time", [new(About, Ahead), new(NamedDay, 1225)]),
        ("christmas week", [new(WeekOfThatDay, Ahead), new(NamedDay, 1225)]),
        ("christmastime", [new(About, Ahead), new(NamedDay, 1225)]),
        ("christmas holidays", [new(About, Ahead), new(NamedDay, 1225)]), ("the other day", [new(Impossible)]),
    ];

    static readonly string[] PassedOver =
    [
        "24/7", "from now", "second thing", "a second", "one second", "just a second", "hold on a second", "wait a minute",
        "one moment", "not sure if its ok",
        "why not", "not a problem", "no problem", "no worries", "dont mind", "do not mind", "not only", "whether or not",
        "if not possible", "or not",
        "didnt know", "forgot", "christmas present", "christmas gift", "christmas card", "to me", "to you", "from you",
        "from me", "about my",
        "about the order", "about an order", "may i", "last one", "last order", "this order", "next order", "last time",
        "what about if",
    ];

    static readonly (string Word, DateWord Means, int Value)[] Plain =
    [
        ("today", DaysFromToday, 0), ("tonight", DaysFromToday, 0), ("this morning", DaysFromToday, 0),
        ("this afternoon", DaysFromToday, 0), ("this evening", DaysFromToday, 0), ("tomorrow", DaysFromToday, 1),
        ("the day after tomorrow", DaysFromToday, 2), ("day after tomorrow", DaysFromToday, 2),
        ("yesterday", DaysFromToday, -1), ("the day before yesterday", DaysFromToday, -2),
        ("day before yesterday", DaysFromToday, -2), ("next day", DaysFromToday, 1), ("the next day", DaysFromToday, 1),
        ("the following day", DaysFromToday, 1),

        ("the day after", DaysAfterThat, 1), ("day after", DaysAfterThat, 1), ("the day after that", DaysAfterThat, 1),
        ("the day before", DaysAfterThat, -1), ("day before", DaysAfterThat, -1),

        ("next", Next, 0), ("following", Next, 0), ("the following", Next, 0),

        ("this", This, 0), ("this coming", This, 0), ("coming", This, 0), ("the coming", This, 0),

        ("last", Last, 0), ("past", Last, 0),

        ("this week", Week, 0), ("the week", Week, 0), ("next week", Week, 1), ("the next week", Week, 1),
        ("the following week", Week, 1), ("last week", Week, -1), ("the week after next", Week, 2),
        ("week after next", Week, 2), ("the week after", Week, 2), ("week after this", Week, 1), ("coming week", Week, 1),
        ("the coming week", Week, 1),

        ("weekend", Weekend, 0), ("the weekend", Weekend, 0), ("this weekend", Weekend, 0), ("this coming weekend", Weekend, 0),
        ("next weekend", Weekend, 1), ("the weekend after next", Weekend, 2), ("last weekend", Weekend, -1),
        ("weekend after next", Weekend, 2), ("the weekend after", Weekend, 2), ("coming weekend", Weekend, 0),
        ("the coming weekend", Weekend, 0),

        ("week of", WeekOfThatDay, Ahead), ("the week of", WeekOfThatDay, Ahead), ("week beginning", WeekOfThatDay, Ahead),
        ("week starting", WeekOfThatDay, Ahead), ("week commencing", WeekOfThatDay, Ahead),
        ("the week commencing", WeekOfThatDay, Ahead), ("the week beginning", WeekOfThatDay, Ahead),
        ("the week starting", WeekOfThatDay, Ahead),

        ("this month", MonthOn, 0), ("the month", MonthOn, 0), ("month", MonthOn, 0), ("next month", MonthOn, 1),
        ("last month", MonthOn, -1), ("the month after next", MonthOn, 2), ("month after next", MonthOn, 2),

        ("early", Part, (int)MonthPart.Early), ("beginning of", Part, (int)MonthPart.Early),
        ("start of", Part, (int)MonthPart.Early), ("mid", Part, (int)MonthPart.Middle),
        ("middle of", Part, (int)MonthPart.Middle), ("late", Part, (int)MonthPart.Late),
        ("end of", Part, (int)MonthPart.LastDay), ("last day of", Part, (int)MonthPart.LastDay),
        ("the beginning of", Part, (int)MonthPart.Early), ("the start of", Part, (int)MonthPart.Early),
        ("the middle of", Part, (int)MonthPart.Middle), ("the end of", Part, (int)MonthPart.LastDay),
        ("the last day of", Part, (int)MonthPart.LastDay),

        ("this year", YearOn, 0), ("the year", YearOn, 0), ("next year", YearOn, 1), ("last year", YearOn, -1),

        ("new years eve", NamedDay, 1231), ("valentines day", NamedDay, 214), ("valentines", NamedDay, 214),
        ("independence day", NamedDay, 704), ("fourth of july", NamedDay, 704), ("halloween", NamedDay, 1031),
        ("christmas", NamedDay, 1225), ("christmas day", NamedDay, 1225), ("xmas", NamedDay, 1225),
        ("christmas eve", NamedDay, 1224), ("boxing day", NamedDay, 1226), ("new years", NamedDay, 101),
        ("new year s", NamedDay, 101), ("new year s day", NamedDay, 101), ("new years day", NamedDay, 101),
        ("new year day", NamedDay, 101), ("new year s eve", NamedDay, 1231), ("new year eve", NamedDay, 1231),
        ("valentine s day", NamedDay, 214), ("valentine s", NamedDay, 214),

        ("or", Or, 0), ("how about", Or, 1), ("what about", Or, 1), ("but", Or, 1), ("so", Or, 1), ("or else", Or, 0),
        ("if not", Or, 0), ("if thats not possible", Or, 0),
        ("if that s not possible", Or, 0), ("if that doesnt work", Or, 0), ("if that does not work", Or, 0),
        ("if not then", Or, 0), ("failing that", Or, 0),

        ("from", From, Ahead), ("starting", From, Ahead), ("starting from", From, Ahead), ("between", From, Ahead),
        ("any time from", From, Ahead), ("no earlier than", From, Ahead), ("not earlier than", From, Ahead),
        ("no sooner than", From, Ahead), ("not before", From, Ahead), ("not until", From, Ahead), ("not till", From, Ahead),
        ("at the earliest", From, 0), ("onwards", From, 0), ("onward", From, 0), ("or later", From, 0), ("or after", From, 0),
        ("and after", From, 0), ("and later", From, 0),

        ("any time after", After, Ahead), ("any day after", After, Ahead), ("after", After, Ahead),
        ("later than", After, Ahead),

        ("to", To, 0), ("through", To, 0), ("thru", To, 0),

        ("until", Until, Ahead), ("till", Until, Ahead), ("by", Until, Ahead), ("no later than", Until, Ahead),
        ("not later than", Until, Ahead), ("not after", Until, Ahead), ("at the latest", Until, 0), ("latest", Until, 0),
        ("or before", Until, 0), ("or earlier", Until, 0), ("or sooner", Until, 0), ("at latest", Until, 0),

        ("before", Before, Ahead), ("sooner than", Before, Ahead), ("earlier than", Before, Ahead),

        ("around", About, Ahead), ("about", About, Ahead), ("roughly", About, Ahead), ("or so", About, 0), ("ish", About, 0),
        ("or thereabouts", About, 0), ("give or take", About, 0),

        ("within the week", WithinDays, 7), ("in a few days", WithinDays, 6), ("in a couple of days", WithinDays, 3),
        ("a couple of days", WithinDays, 3), ("couple of days", WithinDays, 3), ("a couple days", WithinDays, 3),
        ("couple days", WithinDays, 3), ("a few days", WithinDays, 6), ("few days", WithinDays, 6),
        ("several days", WithinDays, 6), ("a couple of weeks", WithinDays, 21), ("couple of weeks", WithinDays, 21),
        ("a few weeks", WithinDays, 21), ("few weeks", WithinDays, 21), ("several weeks", WithinDays, 21),

        ("anything but", NotWhatFollows, 0), ("any day but", NotWhatFollows, 0),
        ("except", NotWhatFollows, 0), ("other than", NotWhatFollows, 0), ("instead of", NotWhatFollows, 0),
        ("rather than", NotWhatFollows, 0), ("besides", NotWhatFollows, 0), ("excluding", NotWhatFollows, 0),
        ("apart from", NotWhatFollows, 0), ("aside from", NotWhatFollows, 0), ("except for", NotWhatFollows, 0),
        ("except on", NotWhatFollows, 0), ("anything except", NotWhatFollows, 0), ("skip", NotWhatFollows, 0),
        ("all but", NotWhatFollows, 0), ("not on", NotWhatFollows, 0), ("but not", NotWhatFollows, 0),
        ("and not", NotWhatFollows, 0), ("in place of", NotWhatFollows, 0),

        ("wont work", NotThat, 0), ("will not work", NotThat, 0), ("doesnt work", NotThat, 0), ("does not work", NotThat, 0),
        ("isnt good", NotThat, 0), ("is not good", NotThat, 0), ("is no good", NotThat, 0), ("is bad", NotThat, 0),
        ("is impossible", NotThat, 0), ("isnt possible", NotThat, 0), ("is not possible", NotThat, 0), ("is out", NotThat, 0),
        ("no good", NotThat, 0), ("not good", NotThat, 0), ("not possible", NotThat, 0), ("not convenient", NotThat, 0),
        ("inconvenient", NotThat, 0), ("wont suit", NotThat, 0), ("doesnt suit", NotThat, 0), ("does not suit", NotThat, 0),
        ("is not convenient", NotThat, 0), ("not going to work", NotThat, 0), ("is too late", NotThat, 0),
        ("is too early", NotThat, 0), ("is too soon", NotThat, 0), ("too late", NotThat, 0), ("too early", NotThat, 0),
        ("too soon", NotThat, 0), ("is not ok", NotThat, 0), ("is not okay", NotThat, 0), ("isnt ok", NotThat, 0),
        ("isnt great", NotThat, 0), ("is difficult", NotThat, 0), ("wouldnt work", NotThat, 0), ("would not work", NotThat, 0),
        ("would be bad", NotThat, 0), ("wont be good", NotThat, 0), ("does nt work", NotThat, 0), ("is no use", NotThat, 0),
        ("is fully booked", NotThat, 0), ("isnt convenient", NotThat, 0), ("doesnt work for me", NotThat, 0),
        ("wont do", NotThat, 0),

        ("actually", Rather, 0), ("i mean", Rather, 0), ("i meant", Rather, 0), ("sorry", Rather, 0), ("wait", Rather, 0),
        ("better", Rather, 0), ("correction", Rather, 0), ("rather", Rather, 0), ("no", Rather, 0),
        ("on second thought", Rather, 0), ("on second thoughts", Rather, 0), ("second thought", Rather, 0),
        ("second thoughts", Rather, 0), ("scratch that", Rather, 0), ("let me think", Rather, 0), ("make it", Rather, 1),
        ("make that", Rather, 1), ("instead", Rather, 1),
        ("lets", Rather, 1), ("let s", Rather, 1),

        ("as soon as possible", Soonest, 0), ("as soon as you can", Soonest, 0), ("as early as possible", Soonest, 0),
        ("asap", Soonest, 0), ("soonest", Soonest, 0), ("the soonest", Soonest, 0), ("earliest", Soonest, 0),
        ("the earliest", Soonest, 0), ("sooner the better", Soonest, 0), ("the sooner the better", Soonest, 0),
        ("right away", Soonest, 0), ("immediately", Soonest, 0), ("first available", Soonest, 0),
        ("next available", Soonest, 0), ("any day", Soonest, 0), ("any time", Soonest, 0), ("anytime", Soonest, 0),
        ("whenever", Soonest, 0), ("any date", Soonest, 0), ("doesnt matter", Soonest, 0), ("does not matter", Soonest, 0),
        ("soon", Soonest, 0), ("now", Soonest, 0), ("right now", Soonest, 0), ("straight away", Soonest, 0),
        ("quickly", Soonest, 0), ("as quickly as possible", Soonest, 0), ("soon as possible", Soonest, 0),
        ("no preference", Soonest, 0), ("first available day", Soonest, 0), ("earliest possible", Soonest, 0),
        ("anyday", Soonest, 0), ("any day at all", Soonest, 0), ("i dont care", Soonest, 0), ("it doesnt matter", Soonest, 0),

        ("and", And, 0),

        ("every", Impossible, 0), ("each", Impossible, 0), ("any given", Impossible, 0), ("some", Impossible, 0),
        ("thanksgiving", Impossible, 0), ("easter", Impossible, 0), ("labor day", Impossible, 0), ("labour day", Impossible, 0),
        ("memorial day", Impossible, 0), ("mother s day", Impossible, 0), ("mothers day", Impossible, 0),
        ("father s day", Impossible, 0), ("fathers day", Impossible, 0), ("how many", Impossible, 0), ("which", Impossible, 0),
        ("per", Impossible, 0), ("once a", Impossible, 0), ("twice a", Impossible, 0),

        ("not", NotThere, NotIfADateFollows), ("wont", NotThere, 0), ("will not", NotThere, 0), ("cant", NotThere, 0),
        ("cannot", NotThere, 0),
        ("can not", NotThere, 0), ("couldnt", NotThere, 0), ("could not", NotThere, 0), ("dont", NotThere, 0),
        ("do not", NotThere, 0), ("doesnt", NotThere, 0), ("does not", NotThere, 0), ("isnt", NotThere, 0),
        ("is not", NotThere, 0), ("wasnt", NotThere, 0), ("never", NotThere, 0), ("unable", NotThere, 0),
        ("im away", NotThere, 0), ("i am away", NotThere, 0), ("im busy", NotThere, 0), ("i am busy", NotThere, 0),
        ("away", NotThere, 0), ("busy", NotThere, 0), ("out of town", NotThere, 0), ("unavailable", NotThere, 0),
        ("impossible", NotThere, 0), ("arent", NotThere, 0), ("are not", NotThere, 0), ("im not", NotThere, 0),
        ("i am not", NotThere, 0), ("im out", NotThere, 0), ("i am out", NotThere, 0), ("on holiday", NotThere, 0),
        ("on vacation", NotThere, 0), ("at work", NotThere, 0), ("wouldnt", NotThere, 0), ("would not", NotThere, 0),
        ("didnt", NotThere, 0), ("did not", NotThere, 0), ("hasnt", NotThere, 0), ("hasn t", NotThere, 0),
        ("shouldnt", NotThere, 0), ("should not", NotThere, 0), ("hate", NotThere, 0), ("refuse", NotThere, 0),
        ("avoid", NotThere, 0), ("cancel", NotThere, 0), ("no longer", NotThere, 0),

        ("noon", TimeOfDay, 0), ("midnight", TimeOfDay, 0), ("lunch", TimeOfDay, 0), ("lunchtime", TimeOfDay, 0),
        ("midday", TimeOfDay, 0), ("work", TimeOfDay, 0), ("dinner", TimeOfDay, 0), ("breakfast", TimeOfDay, 0),

        ("last week of", WeekOfMonth, -1), ("the last week of", WeekOfMonth, -1), ("last week in", WeekOfMonth, -1),
        ("the last week in", WeekOfMonth, -1), ("final week of", WeekOfMonth, -1),
    ];
}
