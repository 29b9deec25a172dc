using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>The Japanese words of a date, and what may stand around one; katakana written as hiragana. Words that mean the same are
/// divided by <c>|</c>.</summary>
static partial class JapaneseLexicon
{
    /// <summary>The particles, as values of <see cref="Small"/>, and あと before a number of days.</summary>
    public const int Ka = 1, Ya = 2, To = 3, Wa = 4, Kara = 5, No = 6, Other = 7, Ato = 8, Wo = 9, Yori = 10;

    /// <summary>The least value of a <see cref="YearOn"/> that is an era: the year before its first.</summary>
    public const int FirstEra = 1000;

    const int Ahead = DateToken.OfWhatFollows;
    const int OfThat = DateToken.OfThat;
    const int NotBehind = (int)Reach.Behind;

    static readonly string[] Weekdays = ["月", "火", "水", "木", "金", "土", "日"];

    static readonly string[] WeekdayReadings = ["げつよう", "かよう", "すいよう", "もくよう", "きんよう", "どよう", "にちよう"];

    // The readings of the days of a month; those that are also everyday words stand in AmbiguousDays.
    static readonly (int Day, string Reading)[] Days =
    [
        (7, "なぬか"), (7, "しちにち"), (14, "じゅうよんにち"), (24, "にじゅうよんにち"), (1, "ついたち"), (2, "ふつか"), (3, "みっか"), (4, "よっか"), (6, "むいか"), (9, "ここのか"), (10, "とおか"), (14, "じゅうよっか"),
        (19, "じゅうくにち"), (20, "はつか"), (24, "にじゅうよっか"), (29, "にじゅうくにち"),
        .. new[] { 11, 12, 13, 15, 16, 17, 18, 21, 22, 23, 25, 26, 27, 28, 30, 31 }.Select(day => (day, $"{Reading(day)}にち")),
    ];

    // いつか is also "some day", なのか "is it …", ようか "shall we": days only right after their month.
    static readonly (int Day, string Reading)[] AmbiguousDays = [(5, "いつか"), (7, "なのか"), (8, "ようか")];

    static readonly string[] Months =
        ["いち", "に", "さん", "し", "ご", "ろく", "しち", "はち", "く", "じゅう", "じゅういち", "じゅうに"];

    /// <summary>All the words.</summary>
    public static IEnumerable<(string Words, DateToken[] Means)> All() =>
    [
        .. Compounds, .. Dates, .. Bounds, .. Refusals, .. Wishes,
        .. Weekdays.Select((day, index) => ($"{day}曜日|{day}曜|({day})|{day}よう|{day}ようび", new DateToken[] { new(Weekday, index + 1) })),
        .. WeekdayReadings.Select((day, index) => ($"{day}び|{day}|{day}日", new DateToken[] { new(Weekday, index + 1) })),
        .. Days.SelectMany(day => DayNamed(day.Day, day.Reading)),
        .. Months.SelectMany((reading, index) => MonthNamed(index + 1, reading)),
        .. MonthNamed(7, "なな"),
        .. Enumerable.Range(1, 31).Select(year => ($"{Reading(year)}ねん", new DateToken[] { new(Year, year) })),
        .. Enumerable.Range(1, 5).Select(number =>
            ($"第{number}|第{Kanji[number]}|{number}番目|{Kanji[number]}番目|{number}つ目|{Kanji[number]}つ目|第{number}番目|第{Kanji[number]}番目"
                + $"|{number}回目|{Kanji[number]}回目|だい{Reading(number)}", new DateToken[] { new(Ordinal, number) })),
    ];

    /// <summary>The words of politeness and hesitation.</summary>
    public static IEnumerable<string> Courtesy => Wishes.Where(entry => entry.Means is [{ Word: Filler }])
        .SelectMany(entry => entry.Words.Split('|'));

    static IEnumerable<(string Words, DateToken[] Means)> Plain(params IEnumerable<(string Words, DateWord Means, int Value)> entries) =>
        entries.Select(entry => (entry.Words, new DateToken[] { new(entry.Means, entry.Value) }));

    static (string, DateToken[])[] DayNamed(int day, string reading) =>
    [
        (reading, [new(DayOfMonth, day)]),
        ($"{reading}ご|{reading}後", [new(Ago, day)]),
        ($"{reading}いない|{reading}以内", [new(Until, Ahead), new(DaysFromToday, day)]),
        ($"{reading}かん|{reading}間", [new(Span, day)]),
        ($"{reading}後ろに|{reading}後ろへ", [new(Span, day), new(Move, 1)]),
    ];

    static IEnumerable<(string, DateToken[])> MonthNamed(int month, string reading) =>
    [
        ($"{reading}がつ", [new(Month, month)]),
        .. AmbiguousDays.Select(day => ($"{reading}がつ{day.Reading}|{reading}がつの{day.Reading}",
            new DateToken[] { new(Month, month), new(DayOfMonth, day.Day) })),
    ];

    const string Kanji = "〇一二三四五六七八九";

    static string Reading(int number)
    {
        string[] ones = ["", "いち", "に", "さん", "よん", "ご", "ろく", "しち", "はち", "く"];
        return (number / 10) switch
        {
            0 => ones[number % 10],
            1 => $"じゅう{ones[number % 10]}",
            var tens => $"{ones[tens]}じゅう{ones[number % 10]}",
        };
    }

    static readonly (string Words, DateToken[] Means)[] Compounds =
    [
        // Right after another word なのか and ようか are none of the days.
        ("なのかで|なのかに|なのかが", [new(DayOfMonth, 7), new(Small, Other)]), ("ようかで|ようかに|ようかが", [new(DayOfMonth, 8), new(Small, Other)]),
        ("なのか遅らせ", [new(Span, 7), new(Move, 1)]), ("ようか遅らせ", [new(Span, 8), new(Move, 1)]),
        ("丸一日遅らせ|まる一日遅らせ|まるいちにち遅らせ", [new(Span, 1), new(Move, 1)]),
        ("もく曜日|もく曜", [new(Weekday, 4)]), ("きん曜日|きん曜", [new(Weekday, 5)]), ("すい曜日|すい曜", [new(Weekday, 3)]), ("げつ曜日|げつ曜", [new(Weekday, 1)]),
        ("の次の", [new(After), new(Small, No)]), ("の次の週", [new(DaysAfterThat, 7)]),
        ("その翌日|その次の日|その明くる日", [new(Or), new(DaysAfterThat, 1)]), ("その前日|その前の日", [new(Or), new(DaysAfterThat, -1)]),
        ("の週末", [new(Weekend)]),
        ("次の日曜|次の日曜日", [new(Next), new(Weekday, 7)]), ("の次の日曜|の次の日曜日", [new(After), new(Small, No), new(Weekday, 7)]), ("その次の日曜|その次の日曜日", [new(Next), new(Weekday, 7)]),
        ("前の日曜|前の日曜日|この前の日曜|この前の日曜日", [new(Last), new(Weekday, 7)]),
        ("次の月曜|次の月曜日", [new(Next), new(Weekday, 1)]), ("前の月曜|前の月曜日|この前の月曜|この前の月曜日", [new(Last), new(Weekday, 1)]),
        ("最初の日曜|最初の日曜日|初めの日曜|初めの日曜日", [new(Nth, 1), new(Weekday, 7)]),
        ("最後の日曜|最後の日曜日|最終日曜|最終日曜日", [new(Nth, -1), new(Weekday, 7)]),
        ("やのあさって|弥の明後日|やのあさっての日", [new(DaysFromToday, 3), new(Or), new(DaysFromToday, 4)]),
        ("年末|ねんまつ", [new(Month, 12), new(Part, (int)MonthPart.Late)]),
        ("年明け|年始|年初|としあけ", [new(Month, 1), new(Part, (int)MonthPart.Early)]),
        ("年度末", [new(Month, 3), new(Part, (int)MonthPart.Late)]),
        ("お正月|正月|三が日|三箇日|さんがにち|三賀日", [new(NamedDay, 101), new(DateWord.To), new(NamedDay, 103)]),
        ("三が日が明け|三が日明け|三箇日が明け|正月明け|お正月明け|正月が明け|お正月が明け|三が日を過ぎ|三が日過ぎ|正月過ぎ",
            [new(After, Ahead), new(NamedDay, 103)]),
        ("お盆|おぼん", [new(NamedDay, 813), new(DateWord.To), new(NamedDay, 816)]),
        ("お盆明け|お盆が明け|盆明け", [new(After, Ahead), new(NamedDay, 816)]),
        ("ごーるでんうぃーく|gw", [new(NamedDay, 429), new(DateWord.To), new(NamedDay, 505)]),
        ("土日|どにち", [new(Weekend)]),
        ("数日|数日後|数日以内|数日中|近日中|近いうち|近々|ちかぢか|数日のうち|何日か後", [new(Until, Ahead), new(DaysFromToday, 6)]),
        ("数週間|数週間後|何週間後", [new(Until, Ahead), new(DaysFromToday, 21)]),
    ];

    static IEnumerable<(string Words, DateToken[] Means)> Dates => Plain(
        ("今日|きょう|本日|ほんじつ|当日|今夜|今晩|今朝|こんや|今日中|本日中", DaysFromToday, 0),
        ("明日|あした|あす|みょうにち|翌日|よくじつ|明朝|明晩|次の日|つぎのひ|明日中|あくる日|明くる日", DaysFromToday, 1),
        ("明後日|あさって|みょうごにち|翌々日|翌翌日", DaysFromToday, 2), ("明々後日|明明後日|しあさって", DaysFromToday, 3),
        ("昨日|きのう|さくじつ|昨晩|昨夜|ゆうべ", DaysFromToday, -1), ("一昨日|おととい|おとつい", DaysFromToday, -2),

        ("の翌日|の次の日|の明くる日|の翌朝", DaysAfterThat, 1), ("の翌々日", DaysAfterThat, 2),
        ("の前日|の前の日|のいちにちまえ", DaysAfterThat, -1), ("の前々日", DaysAfterThat, -2),

        ("予定日|今の予定|今の予定日|元の日|もとの日|元の予定|元の予定日|もとの予定|もとの予定日|前の予定|前の予定日|最初の予定|最初の予定日|当初の予定|当初の予定日|現在の予定"
            + "|現在の予定日|発送予定日|出荷予定日|発送予定|出荷予定|今の発送日|今の出荷日|今の日付|今の日にち|予定の日|予定していた日|今の日|従来の予定|本来の予定|本来の予定日|元々の予定"
            + "|もともとの予定|元々の日|予定|今決まっている日|決まっている日|今の発送予定日|現在の発送日|現在の発送予定日|元の発送日|もとの発送日|元の日程|今の日程|元の日付|もとの日付|現状",
            OwnDay, 0),

        ("今週|こんしゅう|今週中|この週", Week, 0), ("来週|らいしゅう|次の週|翌週|来週中|次週", Week, 1),
        ("再来週|さらいしゅう|さ来週|翌々週|来々週|来来週|再来週中", Week, 2), ("再来々週|再々来週|再再来週|さ再来週", Week, 3),
        ("先週|せんしゅう|前の週", Week, -1), ("先々週", Week, -2),

        ("週末|しゅうまつ|今週末|こんしゅうまつ|今度の週末|この週末|次の週末", Weekend, 0), ("来週末|らいしゅうまつ|来週の週末", Weekend, 1),
        ("再来週末|さ来週末", Weekend, 2), ("先週末", Weekend, -1),

        ("週明け", StartOfNextWeek, 0), ("の週|のしゅう", WeekOfThatDay, 0),

        ("今月|こんげつ|当月", MonthOn, 0), ("来月|らいげつ|翌月|次の月", MonthOn, 1), ("再来月|さらいげつ|さ来月|翌々月", MonthOn, 2),
        ("先月|せんげつ|前の月", MonthOn, -1),

        ("上旬|じょうじゅん|初旬|月初め|月初|月頭|月の初め|月はじめ", Part, (int)MonthPart.Early),
        ("中旬|ちゅうじゅん", Part, (int)MonthPart.Middle), ("下旬|げじゅん", Part, (int)MonthPart.Late),
        ("月末|げつまつ|末日|最終日|の最後の日|最後の日|の一番最後の日|一番最後の日|月の最後の日|つごもり|みそか|晦日", Part, (int)MonthPart.LastDay),
        ("初日|最初の日|の最初の日|一番最初の日|の一番最初の日|一番初めの日|初めの日|頭の日", Part, (int)MonthPart.FirstDay),
        ("末|の末|まつ", PartOfThat, (int)MonthPart.LastDay), ("の終わり|の終わりごろ|終わり|の終り", PartOfThat, (int)MonthPart.Late),
        ("の初め|初め|の頭|頭|あたま|のあたま|のはじめ|の始め", PartOfThat, (int)MonthPart.Early), ("の半ば|半ば|なかば", PartOfThat, (int)MonthPart.Middle),

        ("今年|ことし|本年|年内|ねんない|今年中", YearOn, 0), ("来年|らいねん|翌年", YearOn, 1), ("再来年", YearOn, 2), ("去年|昨年", YearOn, -1),
        ("令和|れいわ", YearOn, 2018), ("平成|へいせい", YearOn, 1988), ("昭和|しょうわ", YearOn, 1925), ("元年", Year, 1),

        ("元日|元旦|がんじつ|がんたん", NamedDay, 101), ("建国記念の日|建国記念日", NamedDay, 211), ("ばれんたいんでー|ばれんたいん", NamedDay, 214),
        ("天皇誕生日", NamedDay, 223), ("ひな祭り|ひなまつり", NamedDay, 303), ("ほわいとでー", NamedDay, 314), ("昭和の日", NamedDay, 429),
        ("憲法記念日", NamedDay, 503), ("みどりの日", NamedDay, 504), ("こどもの日|子供の日|子どもの日", NamedDay, 505), ("七夕", NamedDay, 707),
        ("山の日", NamedDay, 811), ("文化の日", NamedDay, 1103), ("勤労感謝の日", NamedDay, 1123),
        ("くりすます|くりすますでー|くりすますの日|くりすます当日", NamedDay, 1225), ("くりすますいぶ|くりすますいゔ|いぶの日|くりすますいぶの日", NamedDay, 1224),
        ("大晦日|大みそか|おおみそか", NamedDay, 1231), ("はろうぃん|はろうぃーん", NamedDay, 1031),

        ("次の|つぎの|今度の|こんどの", Next, 0), ("この|今度来る", This, 0),
        ("前の|この前の|この間の|こないだの|先日の|前回の|直前の", Last, 0),
        ("最初の|初めの|最初|一番最初の|はじめの|一番初めの", Ordinal, 1), ("最後の|最終|最後|一番最後の|ラスト", Ordinal, -1), ("週目", Unit, 7), ("週", Unit, 7),

        ("午前中|午前|午後|午後イチ|午後いち|夕方|朝|昼|夜|晩|深夜|早朝|正午|お昼|夕刻|中|ごぜん|ごぜんちゅう|ごご|ゆうがた|よる|あさ|ひる|朝一|朝イチ|朝一番|朝いち|昼間|日中|一日中|1日中"
            + "|昼過ぎ|昼前|午前様|終日|丸一日|まる一日|夕方以降|午後以降|午前以降|時|の間じゅう|中に",
            TimeOfDay, 0),

        // Days that no rule of ours reckons.
        ("毎|まいにち|まいしゅう|毎週|毎月|毎日|成人の日|海の日|敬老の日|春分の日|秋分の日|すぽーつの日|体育の日|母の日|父の日|連休|節分|きょうと|営業日|隔週|平日|休日|祝日|祭日"
            + "|旧正月|春節|ぶらっくふらいでー|さいばーまんでー|感謝祭|ぷれみあむふらいでー|いーすたー|しるばーうぃーく|土用の丑の日|土用|彼岸|お彼岸|立春|冬至|夏至|大安|仏滅|友引|給料日"
            + "|数か月|数ヶ月|何日か|何週間か|数日遅|数日おく|数日早|数日後ろ|数日延|数日前倒|数日ずら|数日先延|数週間遅|数週間後ろ|数週間延|そのうち|いつの日か|敬老",
            Impossible, 0));
}
