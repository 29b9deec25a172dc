using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class SpokenDateReaderTests
{
    static IEnumerable<SpokenDateRow> AllRows => new[] { "contract.tsv", "contract-2.tsv", "english.tsv", "japanese.tsv", "traps.tsv" }
        .SelectMany(SpokenDateTableTests.Rows);

    // What people say, cut into what it is made of: put together at random it makes nearly sense.
    static readonly string[] Pieces =
    [
        .. AllRows.Select(row => row.Said).SelectMany(said => said.Split(' ').Append(said)).Distinct(),
        "は", "の", "から", "まで", "か", "以降", "前", "後", "頃", "より", "じゃなくて", "いや", "無理", "一", "二", "十", "百", "日", "月", "年", "週間後", "第",
        "0", "1", "9", "31", "99999", "９", "2026", "-", "/", "、", "~", ":", "#", " ", "'s", "9998", "the", "a", "of", "or",
        "to", "not", "next", "last",
        "this", "after", "before", "from", "by", "week", "days", "months", "in", "end of", "thousand", "hundred", "twenty",
        "may", "ago",
    ];

    static readonly Gen<string> Anything = Gen.OneOf(
        Gen.Choose(0, 40).SelectMany(length =>
            Gen.ArrayOf(Gen.Choose(0, char.MaxValue).Select(c => (char)c), length).Select(letters => new string(letters))),
        Assembled(""),
        Assembled(" "));

    [Fact]
    public void Nothing_that_is_said_makes_the_reader_fail_and_every_answer_makes_sense() =>
        ForEvery.Value(
            from said in Anything
            from slot in Gen.Elements(null, "", "2026-12-03", "2026-W49", "2026-02-30", "PRESENT_REF", "\ud800")
            from days in Gen.Choose(0, 54_056)
            from language in Gen.Elements(Language.Japanese, Language.English)
            select (said, slot, today: Day("1952-01-01").PlusDays(days), language),
            spoken =>
            {
                var reading = SpokenDateReader.Read(spoken.said, spoken.slot, spoken.today, spoken.language);
                if (reading is SpokenDate.Unsure(_, var words))
                {
                    Assert.NotEmpty(words);
                    Assert.DoesNotContain(words, string.IsNullOrWhiteSpace);
                }

                switch (reading is SpokenDate.Unsure(var meant, _) ? meant : reading)
                {
                    case SpokenDate.Shift(var by):
                        Assert.InRange(Math.Abs(by), 1, 3_660);
                        break;
                    case SpokenDate.Day(var day):
                        Assert.Equal(CalendarSystem.Iso, day.Calendar);
                        Assert.InRange(day, LocalDate.MinIsoValue, LocalDate.MaxIsoValue);
                        break;
                    case SpokenDate.Range(var from, var to):
                        Assert.True(from <= to, $"{from} is after {to}");
                        break;
                    case SpokenDate.OneOf(var days):
                        Assert.True(days.Length >= 2);
                        Assert.Distinct(days);
                        break;
                    case var other:
                        Assert.True(other is SpokenDate.Earliest or SpokenDate.NotADate);
                        break;
                }
            },
            tests: 20_000);

    [Fact]
    public void The_culture_of_the_host_changes_nothing()
    {
        // No culture but the invariant one exists in this mode; one made to differ from it stands for all others.
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NegativeSign, other.NumberFormat.PositiveSign) = ("1", "2");
        (other.DateTimeFormat.DateSeparator, other.DateTimeFormat.ShortDatePattern) = ("٪", "dd٪MM");
        (other.DateTimeFormat.FirstDayOfWeek, other.DateTimeFormat.CalendarWeekRule) =
            (DayOfWeek.Saturday, CalendarWeekRule.FirstFourDayWeek);
        var before = CultureInfo.CurrentCulture;
        var expected = ReadAll();
        try
        {
            CultureInfo.CurrentCulture = other;
            Assert.Equal(expected, ReadAll());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string[] ReadAll() =>
        [
            .. AllRows.Select(row => Read(row.Said, row.Language)),
        ];
    }

    [Fact]
    public void Capitals_change_nothing() => Assert.All(
        AllRows.Where(row => row.Language == Language.English),
        row => Assert.Equal(Read(row.Said, Language.English), Read(row.Said.ToUpperInvariant(), Language.English)));

    [Theory]
    [InlineData("明日", "ja-JP", "明後日は無理です")]
    [InlineData("tomorrow", "en-US", " or not, the day after Christmas")]
    public void What_stands_beyond_the_limit_is_not_read_and_makes_the_day_unsure(string said, string tag, string more)
    {
        Assert.True(Language.TryParse(tag, out var language));
        var padded = said.PadRight(SpokenDateReader.MaxLength);

        Assert.Equal("Day 2026-11-26", Read(padded, language));
        Assert.Equal("Unsure Day 2026-11-26", Read(padded + more, language));
        Assert.Equal("Unsure Day 2026-11-26", Read(padded + new string('9', 10_000_000), language));
        Assert.Equal("NotADate", Read(new string(' ', SpokenDateReader.MaxLength) + said, language));
        Assert.True(SpokenDateReader.MaxLength * sizeof(char) <= 4096);
    }

    // Memory is taken for every word, and time is spent on each: what grows faster than the text shows in what it takes.
    [Fact]
    public void A_text_twice_as_long_takes_no_more_than_twice_the_memory() => Assert.All(
        AllRows.Where(row => row.Said.Length is > 4 and < 120),
        row =>
        {
            var half = string.Concat(Enumerable.Repeat(row.Said + "、", 4));
            var (once, twice) = (Taken(half, row), Taken(half + half, row));

            Assert.True(twice <= (2.5 * once) + 1_024, $"{row.Said}: {once} bytes, and {twice} for twice as much");
        });

    // The least of several: a collection in between counts what is left of the thread's current 8 KiB as taken, and the words of a
    // language are made when it is first spoken.
    static long Taken(string said, SpokenDateRow row) => Enumerable.Range(0, 4).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        row.Read(said);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    [Theory]
    [InlineData("2026-11-25")]
    [InlineData("2026-11-30")]
    [InlineData("2026-12-31")]
    [InlineData("2028-02-29")]
    [InlineData("2095-10-01")]
    public void Every_day_within_half_a_year_reads_back_as_itself_however_the_line_or_the_caller_puts_it(string today)
    {
        for (var ahead = -180; ahead <= 180; ahead++)
        {
            var day = Day(today).PlusDays(ahead);
            var expected = new SpokenDate.Day(day);
            foreach (var said in InJapanese(day))
            {
                Assert.Equal(expected, SpokenDateReader.Read(said, null, Day(today), Language.Japanese));
            }

            foreach (var said in InEnglish(day))
            {
                Assert.Equal(expected, SpokenDateReader.Read(said, null, Day(today), Language.English));
            }
        }
    }

    [Theory]
    [InlineData("2026-11-25")]
    [InlineData("2028-02-29")]
    public void Every_day_of_the_next_400_reads_back_as_itself_when_its_year_is_said(string today)
    {
        for (var ahead = 0; ahead <= 400; ahead++)
        {
            var day = Day(today).PlusDays(ahead);
            var expected = new SpokenDate.Day(day);
            foreach (var said in new[]
            {
                $"{day:uuuu-MM-dd}", $"{day:uuuuMMdd}", $"{day.Year}年{day.Month}月{day.Day}日",
                $"令和{day.Year - 2018}年{day.Month}月{day.Day}日",
            })
            {
                Assert.Equal(expected, SpokenDateReader.Read(said, null, Day(today), Language.Japanese));
            }

            foreach (var said in new[] { $"{day:uuuu-MM-dd}", $"{day:MMMM d uuuu}", $"{day:d MMMM uuuu}", $"{day:MM/dd/uuuu}" })
            {
                Assert.Equal(expected, SpokenDateReader.Read(said, null, Day(today), Language.English));
            }
        }
    }

    static string[] InJapanese(LocalDate day)
    {
        var kanji = $"{Kanji(day.Month)}月{Kanji(day.Day)}日";
        return
        [
            $"{kanji}、{"月火水木金土日"[(int)day.DayOfWeek - 1]}曜日", kanji, $"{day.Month}月{day.Day}日", Wide($"{day.Month}月{day.Day}日"),
            $"{day.Month}/{day.Day}", $"{day:uuuu-MM-dd}", $"{day:MMdd}", Wide($"{day:MMdd}"),
        ];
    }

    static string[] InEnglish(LocalDate day)
    {
        var ordinal = day.Day switch { 1 or 21 or 31 => "st", 2 or 22 => "nd", 3 or 23 => "rd", _ => "th" };
        var month = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month);
        return
        [
            $"{day.DayOfWeek}, {month} {day.Day}{ordinal}", $"{month} {day.Day}{ordinal}", $"{month} {day.Day}",
            $"{day.Day} {month}",
            $"the {day.Day}{ordinal} of {month}", $"{month[..3]} {day.Day}", $"{day.Month}/{day.Day}", $"{day:uuuu-MM-dd}",
            $"{day:MMdd}",
        ];
    }

    static string Kanji(int number) =>
        $"{(number < 10 ? "" : number < 20 ? "十" : $"{"〇一二三"[number / 10]}十")}{"〇一二三四五六七八九"[number % 10]}".Replace("〇", "");

    static string Wide(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c));

    static string Read(string said, Language language) =>
        SpokenDateReader.Read(said, null, Day("2026-11-25"), language).ToString();

    static Gen<string> Assembled(string divider) =>
        from count in Gen.Choose(1, 9)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), count)
        select string.Join(divider, pieces);
}
