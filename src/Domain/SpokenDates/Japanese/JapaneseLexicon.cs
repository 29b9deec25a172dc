using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>The Japanese words of a date, katakana written as hiragana.</summary>
static class JapaneseLexicon
{
    const int Ahead = DateToken.OfWhatFollows;

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

    /// <summary>What may come right after a date in kana; any other kana make another word of it.</summary>
    public static readonly string[] AfterADate =
    [
        "は", "が", "を", "に", "で", "と", "の", "も", "か", "や", "だ", "じゃ", "なら", "まで", "ごろ", "より", "よろしく", "へ", "けど", "おねが",
        "いこう", "いがい", "いない", "いご", "あたり", "くらい", "ぐらい", "くださ", "ころ", "って", "すぎ", "しか", "ちゅう", "ね", "よ", "あの", "えっと",
        "いや", "やっぱ", "むり", "ない",
    ];

    /// <summary>All the words.</summary>
    public static IEnumerable<(string Word, DateToken[] Means)> Words() =>
    [
        .. Plain.Select(entry => (entry.Word, new DateToken[] { new(entry.Means, entry.Value) })),
        .. PartsOfThat.Select(entry => (entry.Word, new DateToken[] { new(PartOfThat, (int)entry.Part) })),
        .. Compound,
        .. PassedOver.Select(word => (word, Array.Empty<DateToken>())),
        .. TimesOfDay.Select(word => (word, new DateToken[] { new(TimeOfDay) })),
        .. Weekdays.SelectMany((day, index) => NthWeekday(day, index + 1)),
        .. Enumerable.Range(1, 5).SelectMany(number => new[] { $"第{number}週", $"第{Kanji(number)}週" }
            .Select(word => (word, new DateToken[] { new(WeekOfMonth, number) }))),
        .. Enumerable.Range(1, 31).SelectMany(number => new[] { $"あと{number}日", $"あと{Kanji(number)}日" }
            .Select(word => (word, new DateToken[] { new(WithinDays, number) }))),
        .. Weekdays.SelectMany((day, index) => Weekday(index + 1, $"{day}曜日", $"{day}曜", $"({day})")),
        .. WeekdayReadings.SelectMany((day, index) => Weekday(index + 1, $"{day}び", day)),
        .. Days.SelectMany(day => DayOfMonth(day.Day, day.Reading)),
        .. Months.SelectMany((reading, index) => Month(index + 1, reading)),
        .. Month(7, "なな"),
        .. Eras(),
    ];

    static (string, DateToken[])[] Weekday(int day, params string[] words) =>
        [.. words.Select(word => (word, new DateToken[] { new(DateWord.Weekday, day) }))];

    static IEnumerable<(string, DateToken[])> NthWeekday(string weekday, int day)
    {
        var named = new DateToken(DateWord.Weekday, day);
        for (var number = 1; number <= 5; number++)
        {
            foreach (var nth in (string[])[$"第{number}", $"第{Kanji(number)}"])
            {
                yield return ($"{nth}{weekday}曜", [new(Nth, number), named]);
                yield return ($"{nth}{weekday}曜日", [new(Nth, number), named]);
            }
        }

        foreach (var last in (string[])["最後の", "最終"])
        {
            yield return ($"{last}{weekday}曜", [new(Nth, -1), named]);
            yield return ($"{last}{weekday}曜日", [new(Nth, -1), named]);
        }
    }

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
        from era in new (string Name, string Reading, int First)[]
        {
            ("令和", "れいわ", 2019), ("平成", "へいせい", 1989), ("昭和", "しょうわ", 1926),
        }
        from year in Enumerable.Range(1, 64)
        from word in new[]
        {
            $"{era.Name}{year}年", $"{era.Name}{Kanji(year)}年", $"{era.Reading}{Reading(year)}ねん",
            year == 1 ? $"{era.Name}元年" : $"{era.Reading}{year}ねん",
        }
        select (word, new DateToken[] { new(Year, era.First + year - 1) });

    static string Kanji(int number) =>
        $"{(number < 10 ? "" : number < 20 ? "十" : $"{"〇一二三四五六七八九"[number / 10]}十")}"
        + $"{(number % 10 == 0 ? "" : "〇一二三四五六七八九"[number % 10])}";

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

    // Parts only of a month just named: the 末 of 来月末.
    static readonly (string Word, MonthPart Part)[] PartsOfThat =
    [
        ("末", MonthPart.LastDay), ("の末", MonthPart.LastDay), ("の終わり", MonthPart.Late), ("の初め", MonthPart.Early),
        ("初め", MonthPart.Early),
        ("の頭", MonthPart.Early), ("頭", MonthPart.Early), ("の半ば", MonthPart.Middle), ("半ば", MonthPart.Middle),
        ("なかば", MonthPart.Middle),
    ];

    static readonly (string Word, DateToken[] Means)[] Compound =
    [
        ("その翌日", [new(Or), new(DaysAfterThat, 1)]), ("その次の日", [new(Or), new(DaysAfterThat, 1)]), ("の週末", [new(Weekend)]),
        ("次の日曜", [new(Next), new(DateWord.Weekday, 7)]), ("次の日曜日", [new(Next), new(DateWord.Weekday, 7)]),
        ("の次の日曜", [new(Next), new(DateWord.Weekday, 7)]), ("その次の日曜", [new(Next), new(DateWord.Weekday, 7)]),
        ("やのあさって", [new(DaysFromToday, 3), new(Or), new(DaysFromToday, 4)]),
        ("弥の明後日", [new(DaysFromToday, 3), new(Or), new(DaysFromToday, 4)]),
        ("やのあさっての日", [new(DaysFromToday, 3), new(Or), new(DaysFromToday, 4)]),
        ("年末", [new(DateWord.Month, 12), new(Part, (int)MonthPart.Late)]),
        ("ねんまつ", [new(DateWord.Month, 12), new(Part, (int)MonthPart.Late)]),
        ("年明け", [new(DateWord.Month, 1), new(Part, (int)MonthPart.Early)]),
        ("年始", [new(DateWord.Month, 1), new(Part, (int)MonthPart.Early)]),
        ("年初", [new(DateWord.Month, 1), new(Part, (int)MonthPart.Early)]),
        ("年度末", [new(DateWord.Month, 3), new(Part, (int)MonthPart.Late)]),
        ("お正月", [new(NamedDay, 101), new(To), new(NamedDay, 103)]), ("正月", [new(NamedDay, 101), new(To), new(NamedDay, 103)]),
        ("三が日", [new(NamedDay, 101), new(To), new(NamedDay, 103)]), ("お盆", [new(NamedDay, 813), new(To), new(NamedDay, 816)]),
        ("おぼん", [new(NamedDay, 813), new(To), new(NamedDay, 816)]),
        ("ごーるでんうぃーく", [new(NamedDay, 429), new(To), new(NamedDay, 505)]),
        ("gw", [new(NamedDay, 429), new(To), new(NamedDay, 505)]), ("月末", [new(Part, (int)MonthPart.LastDay)]),
        ("げつまつ", [new(Part, (int)MonthPart.LastDay)]), ("末日", [new(Part, (int)MonthPart.LastDay)]),
        ("月初め", [new(Part, (int)MonthPart.Early)]), ("月初", [new(Part, (int)MonthPart.Early)]),
        ("月頭", [new(Part, (int)MonthPart.Early)]), ("月の初め", [new(Part, (int)MonthPart.Early)]),
        ("月はじめ", [new(Part, (int)MonthPart.Early)]),
    ];

    // Words in which those of a date, or of a refusal, stand without meaning it.
    static readonly string[] PassedOver =
    [
        "明日香", "今日子", "四日市", "八日市", "五日市", "十日市", "二日市", "三日市", "十日町", "七日町", "三日月", "五日町", "八日町", "六日町", "四日町", "三日坊主", "一日中",
        "1日中",
        "二日酔い", "きょうだい", "きょうみ", "きょうかい", "あすか", "あすくる", "日本", "京都", "えっと", "えーと", "えーっと", "うーん", "すみません", "すいません",
        "申し訳ありません", "申し訳ない", "そうですね", "まあ", "じゃ", "では", "構わない", "かまわない", "構いません", "かまいません", "問題ない", "問題ありません", "差し支えない",
        "差し支えありません", "間違いない", "間違いありません", "しかない", "しかありません", "ませんか", "ませんでしょうか", "ないでしょうか", "ないですか", "前半", "後半", "の前半", "の後半",
        "の後ろ", "前回", "前払",
        "前もって", "後ほど", "後払", "この前", "この後", "その前", "その後", "名前", "いやあ", "いえい", "お忙し", "過ぎません", "何時", "もう一日", "遅くない", "早くない",
        "困らない", "なるべく", "くださいません", "ちがいない", "違いない",
    ];

    static readonly string[] TimesOfDay =
    [
        "午前中", "午前", "午後", "夕方", "朝", "昼", "夜", "晩", "深夜", "早朝", "正午", "お昼", "夕刻", "中", "いっぱい", "一杯", "ごぜん", "ごご", "ゆうがた",
        "よる", "あさ", "ひる",
    ];

    static readonly (string Word, DateWord Means, int Value)[] Plain =
    [
        ("今日", DaysFromToday, 0), ("きょう", DaysFromToday, 0), ("本日", DaysFromToday, 0), ("ほんじつ", DaysFromToday, 0),
        ("当日", DaysFromToday, 0), ("今夜", DaysFromToday, 0), ("今晩", DaysFromToday, 0), ("今朝", DaysFromToday, 0),
        ("こんや", DaysFromToday, 0), ("明日", DaysFromToday, 1), ("あした", DaysFromToday, 1), ("あす", DaysFromToday, 1),
        ("みょうにち", DaysFromToday, 1), ("翌日", DaysFromToday, 1), ("よくじつ", DaysFromToday, 1), ("明朝", DaysFromToday, 1),
        ("明晩", DaysFromToday, 1), ("明後日", DaysFromToday, 2), ("あさって", DaysFromToday, 2), ("みょうごにち", DaysFromToday, 2),
        ("翌々日", DaysFromToday, 2), ("翌翌日", DaysFromToday, 2), ("明々後日", DaysFromToday, 3), ("明明後日", DaysFromToday, 3),
        ("しあさって", DaysFromToday, 3), ("昨日", DaysFromToday, -1), ("きのう", DaysFromToday, -1), ("一昨日", DaysFromToday, -2),
        ("おととい", DaysFromToday, -2), ("次の日", DaysFromToday, 1), ("つぎのひ", DaysFromToday, 1),

        ("の翌日", DaysAfterThat, 1), ("の翌々日", DaysAfterThat, 2), ("の次の日", DaysAfterThat, 1),
        ("の前日", DaysAfterThat, -1), ("の前の日", DaysAfterThat, -1),

        ("今週", Week, 0), ("こんしゅう", Week, 0), ("来週", Week, 1), ("らいしゅう", Week, 1), ("次の週", Week, 1), ("翌週", Week, 1),
        ("再来週", Week, 2), ("さらいしゅう", Week, 2), ("翌々週", Week, 2), ("先週", Week, -1), ("せんしゅう", Week, -1), ("来々週", Week, 2),
        ("来来週", Week, 2), ("再来々週", Week, 3), ("今週中", Week, 0),

        ("週末", Weekend, 0), ("しゅうまつ", Weekend, 0), ("土日", Weekend, 0), ("今週末", Weekend, 0), ("こんしゅうまつ", Weekend, 0),
        ("来週末", Weekend, 1), ("らいしゅうまつ", Weekend, 1), ("再来週末", Weekend, 2),

        ("週明け", StartOfNextWeek, 0),

        ("の週", WeekOfThatDay, 0),

        ("今月", MonthOn, 0), ("こんげつ", MonthOn, 0), ("来月", MonthOn, 1), ("らいげつ", MonthOn, 1), ("翌月", MonthOn, 1),
        ("再来月", MonthOn, 2), ("さらいげつ", MonthOn, 2), ("先月", MonthOn, -1), ("せんげつ", MonthOn, -1),

        ("上旬", Part, (int)MonthPart.Early), ("じょうじゅん", Part, (int)MonthPart.Early), ("初旬", Part, (int)MonthPart.Early),
        ("中旬", Part, (int)MonthPart.Middle), ("ちゅうじゅん", Part, (int)MonthPart.Middle), ("下旬", Part, (int)MonthPart.Late),
        ("げじゅん", Part, (int)MonthPart.Late),

        ("今年", YearOn, 0), ("ことし", YearOn, 0), ("来年", YearOn, 1), ("らいねん", YearOn, 1), ("再来年", YearOn, 2), ("去年", YearOn, -1),
        ("昨年", YearOn, -1), ("年内", YearOn, 0), ("ねんない", YearOn, 0),

        ("元日", NamedDay, 101), ("元旦", NamedDay, 101), ("がんじつ", NamedDay, 101), ("がんたん", NamedDay, 101),
        ("建国記念", NamedDay, 211), ("ばれんたいん", NamedDay, 214), ("天皇誕生日", NamedDay, 223), ("ひな祭り", NamedDay, 303),
        ("ほわいとでー", NamedDay, 314), ("昭和の日", NamedDay, 429), ("憲法記念日", NamedDay, 503), ("みどりの日", NamedDay, 504),
        ("こどもの日", NamedDay, 505), ("子供の日", NamedDay, 505), ("七夕", NamedDay, 707), ("山の日", NamedDay, 811),
        ("文化の日", NamedDay, 1103), ("勤労感謝の日", NamedDay, 1123), ("くりすます", NamedDay, 1225), ("くりすますいぶ", NamedDay, 1224),
        ("大晦日", NamedDay, 1231), ("大みそか", NamedDay, 1231), ("おおみそか", NamedDay, 1231), ("くりすますでー", NamedDay, 1225),
        ("くりすますいゔ", NamedDay, 1224), ("いぶの日", NamedDay, 1224), ("はろうぃん", NamedDay, 1031), ("はろうぃーん", NamedDay, 1031),

        ("次の", Next, 0), ("つぎの", Next, 0), ("今度の", Next, 0), ("こんどの", Next, 0),

        ("この", This, 0),

        ("前の", Last, 0), ("この前の", Last, 0), ("この間の", Last, 0), ("こないだの", Last, 0), ("先日の", Last, 0), ("前回の", Last, 0),
        ("直前の", Last, 0),

        ("から", From, 0), ("以降", From, 0), ("いこう", From, 0), ("以後", From, 0), ("よりあと", From, 0), ("以降の", From, 0),
        ("早くて", From, Ahead), ("早くとも", From, Ahead), ("早くても", From, Ahead), ("はやくて", From, Ahead), ("はやくとも", From, Ahead),

        ("より後", After, 0), ("を過ぎ", After, 0), ("過ぎ", After, 0), ("すぎ", After, 0), ("をすぎ", After, 0), ("の後", After, 0),
        ("のあと", After, 0), ("後", After, 0),
        ("直後", After, 0), ("明け", After, 0), ("あけ", After, 0),

        ("まで", Until, 0), ("までに", Until, 0), ("以前", Until, 0), ("以内", Until, 0), ("いぜん", Until, 0), ("遅くとも", Until, Ahead),
        ("遅くても", Until, Ahead), ("おそくとも", Until, Ahead), ("おそくても", Until, Ahead),

        ("より前", Before, 0), ("の前に", Before, 0), ("前", Before, 0), ("まえ", Before, 0), ("の前", Before, 0), ("のまえ", Before, 0),
        ("直前", Before, 0), ("より早", Before, 0), ("よりはや", Before, 0), ("より先", Before, 0), ("よりも前", Before, 0),
        ("よりも早", Before, 0), ("未満", Before, 0),

        ("〜", To, 0), ("~", To, 0),

        ("頃", About, 0), ("ごろ", About, 0), ("ころ", About, 0), ("あたり", About, 0), ("前後", About, 0), ("くらい", About, 0),
        ("ぐらい", About, 0), ("だいたい", About, Ahead), ("およそ", About, Ahead), ("約", About, Ahead), ("大体", About, Ahead),
        ("おおよそ", About, Ahead), ("近辺", About, 0), ("周辺", About, 0), ("近く", About, 0),

        ("または", Or, 0), ("又は", Or, 0), ("もしくは", Or, 0), ("それとも", Or, 0), ("あるいは", Or, 0), ("無理なら", Or, 0), ("むりなら", Or, 0),
        ("だめなら", Or, 0), ("駄目なら", Or, 0), ("無理だったら", Or, 0), ("だめだったら", Or, 0), ("無理な場合", Or, 0), ("だめな場合", Or, 0),
        ("でなければ", Or, 0), ("じゃなければ", Or, 0), ("ないし", Or, 0), ("なければ", Or, 0),

        ("じゃなく", NotThat, 0), ("ではなく", NotThat, 0), ("でなく", NotThat, 0), ("じゃない", NotThat, 0), ("ではない", NotThat, 0),
        ("ではありません", NotThat, 0), ("じゃありません", NotThat, 0), ("無理", NotThat, 0), ("むり", NotThat, 0), ("だめ", NotThat, 0),
        ("駄目", NotThat, 0), ("困", NotThat, 0), ("以外", NotThat, 0), ("いがい", NotThat, 0), ("やめて", NotThat, 0),
        ("違", NotThat, 0), ("都合が悪", NotThat, 0), ("都合悪", NotThat, 0), ("いない", NotThat, 0), ("できない", NotThat, 0),
        ("不在", NotThat, 0), ("留守", NotThat, 0), ("嫌", NotThat, 0), ("受け取れない", NotThat, 0), ("受け取れません", NotThat, 0),
        ("じゃなし", NotThat, 0), ("なくて", NotThat, 0), ("無くて", NotThat, 0), ("違く", NotThat, 0), ("ちが", NotThat, 0),
        ("ない", NotThat, 0), ("無い", NotThat, 0), ("ません", NotThat, 0), ("はちょっと", NotThat, 0), ("だとちょっと", NotThat, 0),
        ("ならちょっと", NotThat, 0), ("もちょっと", NotThat, 0), ("用事", NotThat, 0), ("仕事", NotThat, 0), ("出かけ", NotThat, 0),
        ("出掛け", NotThat, 0), ("外出", NotThat, 0), ("旅行", NotThat, 0), ("出張", NotThat, 0), ("居な", NotThat, 0),
        ("厳し", NotThat, 0), ("きびし", NotThat, 0), ("難し", NotThat, 0), ("むずかし", NotThat, 0), ("避け", NotThat, 0),
        ("さけて", NotThat, 0), ("除い", NotThat, 0), ("除く", NotThat, 0), ("抜き", NotThat, 0), ("遅い", NotThat, 0),
        ("遅すぎ", NotThat, 0), ("おそい", NotThat, 0), ("早すぎ", NotThat, 0), ("遅れ", NotThat, 0), ("不可", NotThat, 0),
        ("ng", NotThat, 0), ("のー", NotThat, 0), ("やめ", NotThat, 0), ("きゃんせる", NotThat, 0), ("取り消", NotThat, 0),
        ("取消", NotThat, 0), ("いやだ", NotThat, 0), ("いやです", NotThat, 0), ("はいや", NotThat, 0), ("かどうか", NotThat, 0),
        ("予定があ", NotThat, 0), ("予定が入", NotThat, 0), ("塞が", NotThat, 0), ("ふさが", NotThat, 0), ("忙し", NotThat, 0),
        ("いそがし", NotThat, 0), ("待て", NotThat, 0), ("不都合", NotThat, 0), ("つごうがわる", NotThat, 0), ("厳禁", NotThat, 0),
        ("好ましく", NotThat, 0), ("ぬき", NotThat, 0), ("抜いて", NotThat, 0), ("外して", NotThat, 0), ("のぞいて", NotThat, 0),
        ("予定でした", NotThat, 0), ("のはずでした", NotThat, 0), ("はずだった", NotThat, 0), ("予定だった", NotThat, 0),

        ("いや", Rather, 0), ("いえ", Rather, 0), ("やっぱり", Rather, 0), ("やはり", Rather, 0), ("間違え", Rather, 0), ("じゃあ", Rather, 0),
        ("もとい", Rather, 0), ("訂正", Rather, 0), ("間違い", Rather, 0), ("ていうか", Rather, 0), ("というか", Rather, 0),
        ("てゆうか", Rather, 0), ("やっぱ", Rather, 0),

        ("できるだけ早", Soonest, 0), ("出来るだけ早", Soonest, 0), ("できるだけはや", Soonest, 0), ("なるべく早", Soonest, 0),
        ("なるべくはや", Soonest, 0), ("一番早", Soonest, 0), ("いちばん早", Soonest, 0), ("早ければ早い", Soonest, 0), ("最短", Soonest, 0),
        ("最速", Soonest, 0), ("すぐ", Soonest, 0), ("至急", Soonest, 0), ("急ぎ", Soonest, 0), ("一刻も早", Soonest, 0),
        ("早め", Soonest, 0), ("いつでも", Soonest, 0), ("何時でも", Soonest, 0), ("何日でも", Soonest, 0), ("どの日でも", Soonest, 0),
        ("何曜日でも", Soonest, 0), ("お任せ", Soonest, 0), ("おまかせ", Soonest, 0), ("asap", Soonest, 0), ("一日も早", Soonest, 0),
        ("一日でも早", Soonest, 0), ("1日も早", Soonest, 0), ("1日でも早", Soonest, 0), ("早急", Soonest, 0), ("はやめ", Soonest, 0),
        ("すぐに", Soonest, 0), ("今すぐ", Soonest, 0), ("いつだって", Soonest, 0), ("いつでもい", Soonest, 0), ("早く届け", Soonest, 0),
        ("早くほし", Soonest, 0), ("早く欲し", Soonest, 0),

        ("最終週", WeekOfMonth, -1), ("最後の週", WeekOfMonth, -1),

        ("数日", WithinDays, 6), ("数日後", WithinDays, 6), ("数日以内", WithinDays, 6), ("近日中", WithinDays, 6),
        ("2、3日中", WithinDays, 6), ("二、三日中", WithinDays, 6),
        ("二三日中", WithinDays, 6),

        ("毎", Impossible, 0), ("まいにち", Impossible, 0), ("まいしゅう", Impossible, 0), ("成人の日", Impossible, 0),
        ("海の日", Impossible, 0), ("敬老の日", Impossible, 0), ("春分の日", Impossible, 0), ("秋分の日", Impossible, 0),
        ("すぽーつの日", Impossible, 0), ("体育の日", Impossible, 0), ("母の日", Impossible, 0), ("父の日", Impossible, 0),
        ("連休", Impossible, 0), ("節分", Impossible, 0), ("きょうと", Impossible, 0), ("営業日", Impossible, 0), ("隔週", Impossible, 0),
        ("平日", Impossible, 0),
    ];
}
