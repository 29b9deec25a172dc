using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>The English words of a date, and what may stand around one, in small letters. Words that mean the same are divided by
/// <c>|</c>; a word with an apostrophe stands for itself without one, too.</summary>
static partial class EnglishLexicon
{
    /// <summary>The small words, as values of <see cref="Small"/>.</summary>
    public const int The = 1, A = 2, Of = 3, In = 4, On = 5, By = 6, At = 7, NameIs = 8, Mine = 9, OfTheMonth = 10, ThisIs = 11;

    /// <summary>The value of a To that is "through", which with no day before it is a bound.</summary>
    public const int Through = 1;

    const int Ahead = DateToken.OfWhatFollows;
    const int OfThat = DateToken.OfThat;

    static readonly string[] Months =
    [
        "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug", "september|sep|sept",
        "october|oct", "november|nov", "december|dec",
    ];

    static readonly string[] Weekdays =
    [
        "monday|mon", "tuesday|tue|tues", "wednesday|wed|weds", "thursday|thu|thur|thurs", "friday|fri", "saturday", "sunday",
    ];

    /// <summary>All the words.</summary>
    public static IEnumerable<(string Words, DateToken[] Means)> All() =>
    [
        .. Dates, .. Bounds, .. Refusals, .. Wishes,
        .. Months.Select((words, index) => (words, new DateToken[] { new(Month, index is 2 or 4 ? -(index + 1) : index + 1) })),
        .. Weekdays.Select((words, index) => (words, new DateToken[] { new(Weekday, index + 1) })),
        .. Compounds,
    ];

    /// <summary>The words of politeness and hesitation.</summary>
    public static IEnumerable<string> Courtesy => Wishes.Where(entry => entry.Means is [{ Word: Filler }])
        .SelectMany(entry => entry.Words.Split('|'));

    static IEnumerable<(string Words, DateToken[] Means)> Plain(params IEnumerable<(string Words, DateWord Means, int Value)> entries) =>
        entries.Select(entry => (Spelled(entry.Words), new DateToken[] { new(entry.Means, entry.Value) }));

    static string Spelled(string words) =>
        !words.Contains('\'', StringComparison.Ordinal) ? words : string.Join('|', words.Split('|').SelectMany(word => new[]
        {
            word.Replace("'s", " s", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal),
            word.Replace("'", "", StringComparison.Ordinal),
        }).Distinct());

    static readonly (string Words, DateToken[] Means)[] Compounds =
    [
        ("end of the year|end of year|year end|the end of the year|the end of year|late this year", [new(Month, 12), new(Part, (int)MonthPart.Late)]),
        ("end of this year|the end of this year|the last day of the year|last day of the year", [new(Month, 12), new(Part, (int)MonthPart.LastDay)]),
        ("new year|the new year|the start of the year|early next year", [new(Month, 1), new(Part, (int)MonthPart.Early)]),
        ("month end", [new(MonthOn), new(Part, (int)MonthPart.LastDay)]),
        ("christmas time|christmastime|christmas holidays", [new(About, Ahead), new(NamedDay, 1225)]),
        ("christmas week", [new(WeekOfThatDay, Ahead), new(NamedDay, 1225)]),
        ("between now and|between today and", [new(From, Ahead), new(DaysFromToday), new(And)]),
        ("from now to|from now till|from now until|from now through", [new(From, Ahead), new(DaysFromToday), new(To)]),
        ("from now on|from now onwards", [new(From, Ahead), new(DaysFromToday)]),
        ("the weekend after this one|weekend after this one|the weekend after this", [new(Weekend, 1)]),
        ("which is a|which is the|that is a", [new(Nothing)]),
    ];

    static IEnumerable<(string Words, DateToken[] Means)> Dates => Plain(
        ("the", Small, The), ("a|an|one more|another", Small, A), ("of", Small, Of), ("in", Small, In), ("on", Small, On), ("of the month|in the month", Small, OfTheMonth), ("my name is|my name's|i'm called|the name is|the name's|name is", Small, NameIs), ("this is", Small, ThisIs), ("at|at about|at around", Small, At),

        ("today|tonight|this morning|this afternoon|this evening|this very day|today's date", DaysFromToday, 0),
        ("tomorrow|to morrow|tomorrow's|next day|the next day|the following day", DaysFromToday, 1),
        ("the day after tomorrow|day after tomorrow|overmorrow", DaysFromToday, 2),
        ("yesterday|last night", DaysFromToday, -1), ("the day before yesterday|day before yesterday", DaysFromToday, -2),

        ("the day after|day after|the day following|the day right after|the day immediately after", DaysAfterThat, 1),
        ("the day after that|day after that", DaysAfterThat, 1), ("the day before|day before|the day prior to", DaysAfterThat, -1),
        ("the eve of", DaysAfterThat, -1),

        ("next|following|the following", Next, 0), ("this", This, 0), ("last|this past|final|the final|the last", Last, 0),
        ("coming|the coming|this coming|upcoming|the upcoming", Nothing, 0),
        ("the one after|the one after that|one after that|the one after this|the next one|next one|the one following", OneAfter, 0),
        ("after next", OneAfter, DateToken.AfterNext),
        ("after this one|after that one|after this", OneAfter, OfThat),

        ("this week|the week|this same week", Week, 0),
        ("next week|the next week|the following week|coming week|the coming week|week after this|the week after this|the week after this one",
            Week, 1),
        ("last week|the past week", Week, -1), ("the week after next|week after next|the week after|two weeks on", Week, 2),

        ("weekend|the weekend|this weekend|this coming weekend|coming weekend|the coming weekend", Weekend, 0),
        ("next weekend", Weekend, 1), ("last weekend", Weekend, -1),
        ("the weekend after next|weekend after next|the weekend after", Weekend, 2),

        ("week of|the week of|week beginning|the week beginning|week starting|the week starting|week commencing|the week commencing",
            WeekOfThatDay, Ahead),

        ("this month|the month|the current month", MonthOn, 0), ("next month|the next month|the following month", MonthOn, 1),
        ("last month", MonthOn, -1), ("the month after next|month after next", MonthOn, 2),

        ("early|beginning of|the beginning of|start of|the start of|at the beginning of", Part, (int)MonthPart.Early),
        ("mid|middle of|the middle of", Part, (int)MonthPart.Middle), ("late", Part, (int)MonthPart.Late),
        ("end of|the end of|last day of|the last day of|the very last day of|the final day of|final day of|last day in|the last day in",
            Part, (int)MonthPart.LastDay),
        ("first day of|the first day of|the very first day of", Part, (int)MonthPart.FirstDay),

        ("this year|the year", YearOn, 0), ("next year", YearOn, 1), ("last year", YearOn, -1),

        ("last week of|the last week of|last week in|the last week in|final week of|the final week of", WeekOfMonth, -1),

        ("new year's eve|new year eve", NamedDay, 1231), ("valentine's day|valentine's", NamedDay, 214),
        ("new year's|new year's day|new year day", NamedDay, 101), ("independence day|fourth of july|the fourth of july", NamedDay, 704),
        ("halloween", NamedDay, 1031), ("christmas|christmas day|xmas|xmas day|christmas's", NamedDay, 1225),
        ("christmas eve|xmas eve", NamedDay, 1224), ("boxing day", NamedDay, 1226), ("saint patrick's day|st patrick's day", NamedDay, 317),
        ("leap day", NamedDay, 229),

        ("day|days", Unit, 1), ("week|weeks", Unit, 7), ("fortnight|fortnights", Unit, 14), ("month|months", Unit, 30),
        ("from now|from today|after today|hence|time|'s time|from this day|of today|of now|starting today|counting from today",
            FromNow, 0),
        ("ago", Ago, 0),
        ("a couple of days|couple of days|a couple days|couple days|a day or so", Span, 3),
        ("a few days|few days|several days|some days|a number of days|a few more days|a little while", Span, 6),
        ("a couple of weeks|couple of weeks|a few weeks|few weeks|several weeks|a week or so|some weeks|a couple more weeks", Span, 21),

        ("noon|midnight|lunch|lunchtime|midday|work|dinner|breakfast|o'clock|oclock|am|pm|a m|p m|half past|quarter past|quarter to",
            TimeOfDay, 0),
        ("morning|the morning|in the morning|first thing|first thing in the morning|mornings|afternoon|in the afternoon|evening"
            + "|in the evening|night|at night|business hours|during the day|anytime during the day|the end of the day|end of the day"
            + "|end of day|close of business|end of business|hours|during business hours|before work|after work",
            TimeOfDay, 0),

        // Days that no rule of ours reckons, and names in which a weekday stands.
        ("thanksgiving|thanksgiving day|thanksgiving thursday|easter|easter sunday|easter monday|easter saturday|good friday|holy thursday"
            + "|maundy thursday|holy saturday|black friday|cyber monday|palm sunday|ash wednesday|shrove tuesday|pancake tuesday|fat tuesday"
            + "|giving tuesday|whit monday|whit sunday|mothering sunday|small business saturday|super bowl sunday|superbowl sunday"
            + "|super tuesday|super saturday|super sunday|advent sunday|remembrance sunday|trinity sunday|pentecost|low sunday|blue monday|spy wednesday"
            + "|mardi gras|labor day|labour day|memorial day|veterans day|columbus day|presidents day|mother's day|mothers day"
            + "|father's day|fathers day|martin luther king day|mlk day|bank holiday|bank holiday monday|may bank holiday|may day"
            + "|chinese new year|lunar new year|jewish new year|persian new year|diwali|hanukkah|ramadan|eid|passover|lent|golden week|obon"
            + "|plough monday|rose monday|green monday|clean monday|bright monday|bloody sunday|casual friday|election day|tax day"
            + "|the other day|every|each|any given|some|per|once a|twice a|how many|one of these days|someday|some day|sometime soon"
            + "|any monday|any tuesday|any wednesday|any thursday|any friday|any saturday|any sunday|business day|business days|working day"
            + "|working days|weekday|weekdays|a business day",
            Impossible, 0),
        ("sunday times|saturday night live|monday night football|tgi friday's|tgi fridays|sunday best|sunday school|sunday roast"
            + "|man friday|girl friday|ruby tuesday|wednesday addams|taco tuesday|throwback thursday|sunday dress|24/7|second thing"
            + "|christmas present|christmas presents|christmas gift|christmas gifts|christmas card|christmas cards|christmas tree"
            + "|christmas party|christmas jumper|christmas sweater|valentine's card|valentine's gift|halloween costume|april fools"
            + "|twelfth night|a third of|friday the thirteenth movie|friday night lights|saturday night fever|boxing day sale|easter egg|easter eggs",
            Unknown, 0));
}
