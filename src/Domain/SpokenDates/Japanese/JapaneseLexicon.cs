using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>The Japanese words of a date, katakana written as hiragana.</summary>
static class JapaneseLexicon
{
    static readonly string[] Weekdays = ["月", "火", "水", "木", "金", "土", "日"];

    static readonly string[] WeekdayReadings = ["げつよう", "かよう", "すいよう", "もくよう", "きんよう", "どよう", "にちよう"];

    // The readings of the days of a month; those that are also everyday words stand in AmbiguousDays.
    static readonly (int Day, string Reading)[] Days =
    [
        (1, "ついたち"), (2, "ふつか"), (3, "みっか"), (4, "よっか"), (6, "むいか"), (9, "ここのか"), (10, "とおか"), (14, "じゅうよっか"),
        (19, "じゅうくにち"), (20, "はつか"), (24, "にじゅうよっか"), (29, "にじゅうくにち"),
        .. new[] { 11, 12, 13, 15, 16, 17, 18, 21, 22, 23, 25, 26, 27, 28, 30, 31 }.Select(day => (day, $"{Reading(day)}にち")),
    ];

    // いつか is also "some day", なのか "is it …", ようか "shall we": days only right after their month.
    static readonly (int Day, string Reading)[] AmbiguousDays = [(5, "いつか"), (7, "なのか"), (8, "ようか")];

    static readonly string[] Months =
        ["いち", "に", "さん", "し", "ご", "ろく", "しち", "はち", "く", "じゅう", "じゅういち", "じゅうに"];

    public static IEnumerable<(string Word, DateToken[] Means)> Words() =>
    [
        .. Plain.Select(entry => (entry.Word, new DateToken[] { new(entry.Means, entry.Value) })),
        .. Weekdays.SelectMany((day, index) => Weekday(index + 1, $"{day}曜日", $"{day}曜", $"({day})")),
        .. WeekdayReadings.SelectMany((day, index) => Weekday(index + 1, $"{day}び", day)),
        .. Days.SelectMany(day => DayOfMonth(day.Day, day.Reading)),
        .. Months.SelectMany((reading, index) => Month(index + 1, reading)),
        .. Month(7, "なな"),
        .. Eras(),
    ];

    static (string, DateToken[])[] Weekday(int day, params string[] words) =>
        [.. words.Select(word => (word, new DateToken[] { new(DateWord.Weekday, day) }))];

    static (string, DateToken[])[] DayOfMonth(int day, string reading) =>
    [
        (reading, [new(DateWord.DayOfMonth, day)]),
        ($"{reading}ご", [new(DaysFromToday, day)]),
        ($"{reading}後", [new(DaysFromToday, day)]),
        ($"{reading}いない", [new(WithinDays, day)]),
    ];

    static IEnumerable<(string, DateToken[])> Month(int month, string reading) =>
    [
        ($"{reading}がつ", [new(DateWord.Month, month)]),
        .. AmbiguousDays.SelectMany(day => new[] { $"{reading}がつ{day.Reading}", $"{reading}がつの{day.Reading}" }
            .Select(both => (both, new DateToken[] { new(DateWord.Month, month), new(DateWord.DayOfMonth, day.Day) }))),
    ];

    static IEnumerable<(string, DateToken[])> Eras() =>
        from era in new (string Name, string Reading, int First)[] { ("令和", "れいわ", 2019), ("平成", "へいせい", 1989), ("昭和", "しょうわ", 1926) }
        from year in Enumerable.Range(1, 64)
        from word in new[]
        {
            $"{era.Name}{year}年", $"{era.Name}{Kanji(year)}年", $"{era.Reading}{Reading(year)}ねん", year == 1 ? $"{era.Name}元年" : $"{era.Reading}{year}ねん",
        }
        select (word, new DateToken[] { new(Year, era.First + year - 1) });

    static string Kanji(int number) =>
        $"{(number < 10 ? "" : number < 20 ? "十" : $"{"〇一二三四五六七八九"[number / 10]}十")}{(number % 10 == 0 ? "" : "〇一二三四五六七八九"[number % 10])}";

    static string Reading(int number)
    {
        string[] ones = ["", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"];
        string[] days = ["", "いち", "に", "さん", "よん", "ご", "ろく", "しち", "はち", "く"];
        var one = number <= 31 ? days[number % 10] : ones[number % 10];
        return (number / 10) switch
        {
            0 => one,
            1 => $"じゅう{one}",
            var tens => $"{ones[tens]}じゅう{one}",
        };
    }

    static readonly (string Word, DateWord Means, int Value)[] Plain =
    [
        ("今日", DaysFromToday, 0), ("きょう", DaysFromToday, 0), ("本日", DaysFromToday, 0), ("ほんじつ", DaysFromToday, 0),
        ("当日", DaysFromToday, 0), ("今夜", DaysFromToday, 0), ("今晩", DaysFromToday, 0), ("今朝", DaysFromToday, 0), ("こんや", DaysFromToday, 0),
        ("明日", DaysFromToday, 1), ("あした", DaysFromToday, 1), ("あす", DaysFromToday, 1), ("みょうにち", DaysFromToday, 1),
        ("翌日", DaysFromToday, 1), ("よくじつ", DaysFromToday, 1), ("明朝", DaysFromToday, 1), ("明晩", DaysFromToday, 1),
        ("明後日", DaysFromToday, 2), ("あさって", DaysFromToday, 2), ("みょうごにち", DaysFromToday, 2), ("翌々日", DaysFromToday, 2),
        ("翌翌日", DaysFromToday, 2), ("明々後日", DaysFromToday, 3), ("明明後日", DaysFromToday, 3), ("しあさって", DaysFromToday, 3),
        ("昨日", DaysFromToday, -1), ("きのう", DaysFromToday, -1), ("一昨日", DaysFromToday, -2), ("おととい", DaysFromToday, -2),
        ("の翌日", DaysAfterThat, 1), ("の翌々日", DaysAfterThat, 2), ("の次の日", DaysAfterThat, 1), ("その次の日", DaysAfterThat, 1),
        ("その翌日", DaysAfterThat, 1), ("次の日", DaysFromToday, 1), ("つぎのひ", DaysFromToday, 1), ("の前日", DaysAfterThat, -1),
        ("の前の日", DaysAfterThat, -1),

        ("今週", Week, 0), ("こんしゅう", Week, 0), ("来週", Week, 1), ("らいしゅう", Week, 1), ("次の週", Week, 1), ("翌週", Week, 1),
        ("再来週", Week, 2), ("さらいしゅう", Week, 2), ("翌々週", Week, 2), ("先週", Week, -1), ("せんしゅう", Week, -1),
        ("週末", Weekend, 0), ("しゅうまつ", Weekend, 0), ("土日", Weekend, 0), ("今週末", Weekend, 0), ("こんしゅうまつ", Weekend, 0),
        ("来週末", Weekend, 1), ("らいしゅうまつ", Weekend, 1), ("再来週末", Weekend, 2), ("週明け", StartOfNextWeek, 0),
        ("の週", WeekOfThatDay, 0),

        ("今月", MonthOn, 0), ("こんげつ", MonthOn, 0), ("来月", MonthOn, 1), ("らいげつ", MonthOn, 1), ("翌月", MonthOn, 1),
        ("再来月", MonthOn, 2), ("さらいげつ", MonthOn, 2), ("先月", MonthOn, -1), ("せんげつ", MonthOn, -1),
        ("上旬", Part, (int)MonthPart.Early), ("じょうじゅん", Part, (int)MonthPart.Early), ("初旬", Part, (int)MonthPart.Early),
        ("月初め", Part, (int)MonthPart.Early), ("月初", Part, (int)MonthPart.Early), ("月頭", Part, (int)MonthPart.Early),
        ("の初め", Part, (int)MonthPart.Early), ("の頭", Part, (int)MonthPart.Early), ("中旬", Part, (int)MonthPart.Middle),
        ("ちゅうじゅん", Part, (int)MonthPart.Middle), ("の半ば", Part, (int)MonthPart.Middle), ("半ば", Part, (int)MonthPart.Middle),
        ("下旬", Part, (int)MonthPart.Late), ("げじゅん", Part, (int)MonthPart.Late), ("月末", Part, (int)MonthPart.LastDay),
        ("げつまつ", Part, (int)MonthPart.LastDay), ("の末", Part, (int)MonthPart.LastDay), ("末日", Part, (int)MonthPart.LastDay),
        ("末", Part, (int)MonthPart.LastDay),

        ("今年", YearOn, 0), ("ことし", YearOn, 0), ("来年", YearOn, 1), ("らいねん", YearOn, 1), ("再来年", YearOn, 2), ("去年", YearOn, -1),
        ("昨年", YearOn, -1),

        ("元日", NamedDay, 101), ("元旦", NamedDay, 101), ("がんじつ", NamedDay, 101), ("がんたん", NamedDay, 101),
        ("建国記念", NamedDay, 211), ("ばれんたいん", NamedDay, 214), ("天皇誕生日", NamedDay, 223), ("ひな祭り", NamedDay, 303),
        ("ほわいとでー", NamedDay, 314), ("昭和の日", NamedDay, 429), ("憲法記念日", NamedDay, 503), ("みどりの日", NamedDay, 504),
        ("こどもの日", NamedDay, 505), ("子供の日", NamedDay, 505), ("七夕", NamedDay, 707), ("山の日", NamedDay, 811), ("文化の日", NamedDay, 1103),
        ("勤労感謝の日", NamedDay, 1123), ("くりすます", NamedDay, 1225), ("くりすますいぶ", NamedDay, 1224), ("大晦日", NamedDay, 1231),
        ("大みそか", NamedDay, 1231), ("おおみそか", NamedDay, 1231),

        ("次の", Next, 0), ("つぎの", Next, 0), ("今度の", Next, 0), ("こんどの", Next, 0), ("この", This, 0), ("前の", Last, 0),

        ("から", From, 0), ("以降", From, 0), ("いこう", From, 0), ("以後", From, 0), ("より後", After, 0), ("を過ぎ", After, 0), ("過ぎ", After, 0),
        ("まで", Until, 0), ("までに", Until, 0), ("以前", Until, 0), ("より前", Before, 0), ("の前に", Before, 0), ("〜", To, 0), ("~", To, 0),
        ("頃", About, 0), ("ごろ", About, 0), ("ころ", About, 0), ("あたり", About, 0), ("前後", About, 0), ("くらい", About, 0), ("ぐらい", About, 0),
        ("または", Or, 0), ("又は", Or, 0), ("もしくは", Or, 0), ("それとも", Or, 0), ("あるいは", Or, 0),

        ("じゃなく", NotThat, 0), ("ではなく", NotThat, 0), ("でなく", NotThat, 0), ("じゃない", NotThat, 0), ("ではない", NotThat, 0),
        ("ではありません", NotThat, 0), ("じゃありません", NotThat, 0), ("無理", NotThat, 0), ("むり", NotThat, 0), ("だめ", NotThat, 0),
        ("駄目", NotThat, 0), ("困", NotThat, 0), ("以外", NotThat, 0), ("いがい", NotThat, 0), ("やめて", NotThat, 0), ("違", NotThat, 0),
        ("都合が悪", NotThat, 0), ("都合悪", NotThat, 0), ("いない", NotThat, 0), ("できない", NotThat, 0), ("不在", NotThat, 0), ("留守", NotThat, 0),
        ("嫌", NotThat, 0), ("受け取れない", NotThat, 0), ("受け取れません", NotThat, 0),
        ("いや", Rather, 0), ("いえ", Rather, 0), ("やっぱり", Rather, 0), ("やはり", Rather, 0), ("間違え", Rather, 0), ("じゃあ", Rather, 0),

        ("できるだけ早", Soonest, 0), ("出来るだけ早", Soonest, 0), ("できるだけはや", Soonest, 0), ("なるべく早", Soonest, 0), ("なるべくはや", Soonest, 0),
        ("一番早", Soonest, 0), ("いちばん早", Soonest, 0), ("早ければ早い", Soonest, 0), ("最短", Soonest, 0), ("最速", Soonest, 0), ("すぐ", Soonest, 0),
        ("至急", Soonest, 0), ("急ぎ", Soonest, 0), ("一刻も早", Soonest, 0), ("早め", Soonest, 0), ("いつでも", Soonest, 0), ("何時でも", Soonest, 0),
        ("何日でも", Soonest, 0), ("どの日でも", Soonest, 0), ("何曜日でも", Soonest, 0), ("お任せ", Soonest, 0), ("おまかせ", Soonest, 0),
        ("asap", Soonest, 0),
    ];
}
