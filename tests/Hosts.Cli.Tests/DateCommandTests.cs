
namespace OrderHotline.Hosts.Cli.Tests;

public sealed class DateCommandTests : IDisposable
{
    const string Now = "--now 2026-11-25T10:00+09:00";

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("来週の水曜日", "", "Reads    Day 2026-12-02\nVerdict  can be had: 2026-12-02\n")]
    [InlineData("来週", "--slot 2026-11-29", "Reads    Range 2026-11-30..2026-12-06\nVerdict  ask which day: 2026-11-30, ")]
    [InlineData("next Wednesday", "", "Reads    Day 2026-12-02\nVerdict  can be had: 2026-12-02\nLanguage en-US, by its letters")]
    [InlineData("next Wednesday", "--language ja-JP", "Reads    NotADate\n")]
    [InlineData("next Friday", "--language en-US", "Reads    OneOf 2026-11-27,2026-12-04\nVerdict  ask which day: 2026-11-27, 2026-12-04\n")]
    [InlineData("できるだけ早く", "", "Reads    Earliest\nVerdict  can be had: 2026-11-26\n")]
    [InlineData("昨日", "", "Reads    Day 2026-11-24\nVerdict  has passed; the nearest: 2026-11-26\n")]
    [InlineData("今日", "", "Reads    Day 2026-11-25\nVerdict  too soon; the nearest: 2026-11-26\n")]
    [InlineData("元日", "", "Reads    Day 2027-01-01\nVerdict  too far ahead; the nearest: 2026-12-25\n")]
    [InlineData("ジャケット", "", "Reads    NotADate\nVerdict  no date, ask again: 2026-11-26 to 2026-12-25, 30 days\n")]
    public async Task What_is_said_is_read_and_judged(string said, string options, string starts) =>
        Assert.StartsWith(starts, (await desk.Type($"date {Now} {options}", said)).Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_slot_without_words_is_read_as_the_bot_wrote_it() => Assert.StartsWith(
        "Reads    Range 2026-11-30..2026-12-06\n", (await desk.Type($"date {Now} --slot 2026-W49")).Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public async Task For_machines_it_is_one_line_of_json() => Assert.Equal(
        """{"reads":"Day 2026-12-02","verdict":"Possible","days":["2026-12-02"],"sure":true,"unsureFor":[]}""" + "\n",
        (await desk.Type($"date {Now} --json", "来週の水曜日")).Succeeded().Output);

    [Fact]
    public async Task A_table_that_reads_as_it_says_has_no_miss()
    {
        desk.Put("table.tsv", "now\tlanguage\tsaid\treads\n2026-11-25T10:00+09:00\tja-JP\t明日\tDay 2026-11-26\n\n2026-11-25T10:00+09:00\ten-US\tFriday\tDay 2026-11-27\n");

        Assert.Equal("2 rows: 2 agreed, 0 unsure, 0 wrong. Days and shifts agreed 2 of 2, all others 0 of 0.\n", (await desk.Type("date --table @table.tsv")).Succeeded().Output);
    }

    [Fact]
    public async Task A_day_that_is_read_unsurely_or_not_at_all_is_listed_as_unsure()
    {
        desk.Put("table.tsv", "now\tlanguage\tsaid\treads\n2026-11-25T10:00+09:00\ten-US\tFriday perhaps\tDay 2026-11-27\n2026-11-25T10:00+09:00\tja-JP\t来週\tDay 2026-11-29\n2026-11-25T10:00+09:00\tja-JP\t来週\tRange 2026-11-30..2026-12-06\n");

        Assert.Equal(
            "line 2, unsure: Friday perhaps reads Day 2026-11-27, unsure for \"perhaps\"; the table has Day 2026-11-27\n"
            + "line 3, unsure: 来週 reads Range 2026-11-30..2026-12-06; the table has Day 2026-11-29\n"
            + "3 rows: 1 agreed, 2 unsure, 0 wrong. Days and shifts agreed 0 of 2, all others 1 of 1.\n",
            (await desk.Type("date --table @table.tsv")).Succeeded().Output);
    }

    [Theory]
    [InlineData("明日", "Day 2026-11-27")]
    [InlineData("明日", "Range 2026-11-26..2026-11-27")]
    [InlineData("明日かもです", "NotADate")]
    [InlineData("二日遅らせて", "Day 2026-11-27")]
    public async Task A_day_that_the_table_does_not_have_is_wrong_sure_or_not_and_fails(string said, string reads)
    {
        desk.Put("table.tsv", $"now\tlanguage\tsaid\treads\n2026-11-25T10:00+09:00\tja-JP\t{said}\t{reads}\n");

        var ran = await desk.Type("date --table @table.tsv");

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith($"line 2, wrong: {said} reads ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 rows: 0 agreed, 0 unsure, 1 wrong.", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Friday", "Sure     yes\n")]
    [InlineData("tentatively Friday the 4th", "Sure     no, for \"tentatively\"\n")]
    [InlineData("deliver it on the blorp third", "Sure     no, for \"deliver\", \"blorp\"\n")]
    public async Task It_says_whether_the_reading_is_sure_and_names_the_words_for_which_it_is_not(string said, string ends) =>
        Assert.EndsWith(ends, (await desk.Type($"date {Now} --language en-US", said)).Succeeded().Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("two days later", "--ships-on 2026-12-02", "Reads    Shift +2\nVerdict  can be had: 2026-12-04\n")]
    [InlineData("bring it forward by a week", "--ships-on 2026-11-30", "Reads    Shift -7\nVerdict  has passed; the nearest: 2026-11-26\n")]
    [InlineData("two days later", "", "Reads    Shift +2\nVerdict  ask which day: 2026-11-26 to 2026-12-25, 30 days\n")]
    public async Task A_shift_counts_from_the_day_the_order_has(string said, string options, string starts) => Assert.StartsWith(
        starts, (await desk.Type($"date {Now} --language en-US {options}", said)).Succeeded().Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("date", "Say a date", "date --help")]
    [InlineData("date tomorrow --ships-on soon", "--ships-on is \"soon\"", "2026-12-02")]
    [InlineData("date tomorrow --language fr-FR", "\"fr-FR\"", "ja-JP or en-US")]
    [InlineData("date tomorrow --table @table.tsv", "--table", "date --help")]
    [InlineData("date --table @missing.tsv", "missing.tsv", "does not exist")]
    [InlineData("date --table @three.tsv", "three.tsv, line 2", "four columns")]
    [InlineData("date --table @now.tsv", "now.tsv, line 2", "2026-11-25T10:00+09:00")]
    [InlineData("date --table @language.tsv", "language.tsv, line 2", "ja-JP nor en-US")]
    public async Task It_names_what_is_wrong_and_what_would_be_right(string commandLine, string wrong, string right)
    {
        desk.Put("table.tsv", "now\tlanguage\tsaid\treads\n");
        desk.Put("three.tsv", "now\tlanguage\tsaid\n2026-11-25T10:00+09:00\tja-JP\t明日\n");
        desk.Put("now.tsv", "now\tlanguage\tsaid\treads\n2026-11-25\tja-JP\t明日\tDay 2026-11-26\n");
        desk.Put("language.tsv", "now\tlanguage\tsaid\treads\n2026-11-25T10:00+09:00\tfr-FR\tdemain\tDay 2026-11-26\n");

        (await desk.Type(commandLine)).FailedSaying(wrong, right);
    }
}
