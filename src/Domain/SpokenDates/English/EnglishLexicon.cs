using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>The English words of a date, in small letters and without apostrophes.</summary>
static class EnglishLexicon
{
    static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    static readonly string[] ShortMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    static readonly (string Word, int Day)[] ShortWeekdays =
    [
        ("mon", 1), ("tue", 2), ("tues", 2), ("wed", 3), ("weds", 3), ("thu", 4), ("thur", 4), ("thurs", 4), ("fri", 5),
    ];

    public static IEnumerable<(string Word, DateToken[] Means)> Words() =>
    [
        .. Plain.Select(entry => (entry.Word, new DateToken[] { new(entry.Means, entry.Value) })),
        .. Months.Select((word, index) => (word, new DateToken[] { new(Month, index + 1) })),
        .. ShortMonths.Where(word => word != "may").Select((word, index) =>
            (word, new DateToken[] { new(Month, Array.IndexOf(ShortMonths, word) + 1) })),
        ("sept", [new(Month, 9)]),
        .. Weekdays.Select((word, index) => (word, new DateToken[] { new(Weekday, index + 1) })),
        .. ShortWeekdays.Select(entry => (entry.Word, new DateToken[] { new(Weekday, entry.Day) })),
    ];

    /// <summary>Words that are months only beside a day: "may I", "march on", "mar".</summary>
    public static bool IsAlsoAnotherWord(ReadOnlySpan<char> word) => word is "may" or "march" or "mar" or "dec" or "jan";

    /// <summary>Whether the name of a month comes next.</summary>
    public static bool StartsWithAMonth(ReadOnlySpan<char> text)
    {
        var word = text[..EnglishDateWords.WordLength(text)];
        foreach (var month in Months)
        {
            if (word.SequenceEqual(month) || word.SequenceEqual(month.AsSpan(0, 3)))
            {
                return true;
            }
        }

        return word is "sept";
    }

    static readonly (string Word, DateWord Means, int Value)[] Plain =
    [
        ("today", DaysFromToday, 0), ("tonight", DaysFromToday, 0), ("this morning", DaysFromToday, 0), ("this afternoon", DaysFromToday, 0),
        ("this evening", DaysFromToday, 0), ("tomorrow", DaysFromToday, 1), ("the day after tomorrow", DaysFromToday, 2),
        ("day after tomorrow", DaysFromToday, 2), ("yesterday", DaysFromToday, -1), ("the day before yesterday", DaysFromToday, -2),
        ("day before yesterday", DaysFromToday, -2), ("next day", DaysFromToday, 1), ("the next day", DaysFromToday, 1),
        ("the following day", DaysFromToday, 1), ("the day after", DaysAfterThat, 1), ("day after", DaysAfterThat, 1),
        ("the day after that", DaysAfterThat, 1), ("the day before", DaysAfterThat, -1), ("day before", DaysAfterThat, -1),

        ("next", Next, 0), ("this", This, 0), ("this coming", This, 0), ("last", Last, 0), ("past", Last, 0),
        ("this week", Week, 0), ("the week", Week, 0), ("next week", Week, 1), ("the next week", Week, 1), ("the following week", Week, 1),
        ("last week", Week, -1), ("the week after next", Week, 2), ("week after next", Week, 2), ("the week after", Week, 2),
        ("weekend", Weekend, 0), ("the weekend", Weekend, 0), ("this weekend", Weekend, 0), ("this coming weekend", Weekend, 0),
        ("next weekend", Weekend, 1), ("the weekend after next", Weekend, 2), ("last weekend", Weekend, -1),
        ("saturday or sunday", Weekend, 0), ("week of", WeekOfThatDay, 0), ("the week of", WeekOfThatDay, 0),
        ("week beginning", WeekOfThatDay, 0), ("week starting", WeekOfThatDay, 0),

        ("this month", MonthOn, 0), ("the month", MonthOn, 0), ("month", MonthOn, 0), ("next month", MonthOn, 1), ("last month", MonthOn, -1),
        ("the month after next", MonthOn, 2), ("month after next", MonthOn, 2), ("month end", Part, (int)MonthPart.LastDay),
        ("early", Part, (int)MonthPart.Early), ("beginning of", Part, (int)MonthPart.Early), ("start of", Part, (int)MonthPart.Early),
        ("mid", Part, (int)MonthPart.Middle), ("middle of", Part, (int)MonthPart.Middle), ("late", Part, (int)MonthPart.Late),
        ("end of", Part, (int)MonthPart.LastDay), ("last day of", Part, (int)MonthPart.LastDay),
        ("this year", YearOn, 0), ("the year", YearOn, 0), ("next year", YearOn, 1), ("last year", YearOn, -1),

        ("new years day", NamedDay, 101), ("new year", NamedDay, 101), ("new years", NamedDay, 101), ("new years eve", NamedDay, 1231),
        ("valentines day", NamedDay, 214), ("valentines", NamedDay, 214), ("independence day", NamedDay, 704), ("fourth of july", NamedDay, 704),
        ("halloween", NamedDay, 1031), ("christmas", NamedDay, 1225), ("christmas day", NamedDay, 1225), ("xmas", NamedDay, 1225),
        ("christmas eve", NamedDay, 1224), ("boxing day", NamedDay, 1226),

        ("or", Or, 0), ("or else", Or, 0), ("from", From, 0), ("starting", From, 0), ("starting from", From, 0), ("between", From, 0),
        ("any time from", From, 0), ("any time after", After, 0), ("any day after", After, 0),
        ("to", To, 0), ("through", To, 0), ("thru", To, 0), ("until", Until, 0), ("till", Until, 0), ("by", Until, 0), ("no later than", Until, 0),
        ("before", Before, 0), ("after", After, 0), ("later than", After, 0), ("around", About, 0), ("about", About, 0), ("roughly", About, 0),
        ("how about", Or, 0), ("what about", Or, 0),
        ("within a day", WithinDays, 1), ("within a week", WithinDays, 7), ("within the week", WithinDays, 7), ("within two weeks", WithinDays, 14),
        ("within three days", WithinDays, 3), ("within 3 days", WithinDays, 3), ("in a few days", WithinDays, 6), ("in a couple of days", WithinDays, 3),

        ("not", NotWhatFollows, 0), ("cant do", NotWhatFollows, 0), ("cannot do", NotWhatFollows, 0), ("cant", NotWhatFollows, 0),
        ("dont", NotWhatFollows, 0), ("anything but", NotWhatFollows, 0), ("any day but", NotWhatFollows, 0), ("except", NotWhatFollows, 0),
        ("other than", NotWhatFollows, 0), ("instead of", NotWhatFollows, 0), ("rather than", NotWhatFollows, 0), ("besides", NotWhatFollows, 0),
        ("wont work", NotThat, 0), ("will not work", NotThat, 0), ("doesnt work", NotThat, 0), ("does not work", NotThat, 0),
        ("wont do", NotThat, 0), ("isnt good", NotThat, 0), ("is not good", NotThat, 0), ("is no good", NotThat, 0), ("is bad", NotThat, 0),
        ("is impossible", NotThat, 0), ("isnt possible", NotThat, 0), ("is not possible", NotThat, 0), ("is out", NotThat, 0),
        ("actually", Rather, 0), ("i mean", Rather, 0), ("i meant", Rather, 0), ("sorry", Rather, 0), ("no", Rather, 0), ("wait", Rather, 0),
        ("make it", Rather, 0), ("make that", Rather, 0), ("rather", Rather, 0), ("better", Rather, 0), ("correction", Rather, 0),

        ("as soon as possible", Soonest, 0), ("as soon as you can", Soonest, 0), ("as early as possible", Soonest, 0), ("asap", Soonest, 0),
        ("soonest", Soonest, 0), ("the soonest", Soonest, 0), ("earliest", Soonest, 0), ("the earliest", Soonest, 0), ("sooner the better", Soonest, 0),
        ("the sooner the better", Soonest, 0), ("right away", Soonest, 0), ("immediately", Soonest, 0), ("first available", Soonest, 0),
        ("next available", Soonest, 0), ("any day", Soonest, 0), ("any time", Soonest, 0), ("anytime", Soonest, 0), ("whenever", Soonest, 0),
        ("any date", Soonest, 0), ("doesnt matter", Soonest, 0), ("does not matter", Soonest, 0), ("i dont care", Soonest, 0), ("soon", Soonest, 0),
    ];
}
