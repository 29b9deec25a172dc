
namespace OrderHotline.Hosts.Cli.Tests;

public sealed class DateCommandTests : IDisposable
{
    const string Now = "--now 2026-11-25T10:00+09:00";

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("来週の水曜日", "", "Reads    Day 2026-12-02\nVerdict  can be had: 2026-12-02\n")]
    [InlineData("来週", "--slot 2026-11-29", "Reads    Range 2026-11-30..2026-12-06\nVerdict  ask which day: 2026-11-30, ")]
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
        """{"reads":"Day 2026-12-02","verdict":"Possible","days":["2026-12-02"]}""" + "\n",
        (await desk.Type($"date {Now} --json", "来週の水曜日")).Succeeded().Output);

    [Fact]
    public async Task A_table_that_reads_as_it_says_has_no_miss()
    {
        desk.Put("table.tsv", "now\tlanguage\tsaid\treads\n2026-11-25T10:00+09:00\tja-JP\t明日\tDay 2026-11-26\n\n2026-11-25T10:00+09:00\ten-US\tFriday\tDay 2026-11-27\n");

        Assert.Equal("2 rows, 0 missed\n", (await desk.Type("date --table @table.tsv")).Succeeded().Output);
    }

    [Fact]
    public async Task A_table_that_reads_otherwise_lists_its_misses_and_fails()
    {
        desk.Put("table.tsv", "now\tlanguage\tsaid\treads\n2026-11-25T10:00+09:00\tja-JP\t明日\tDay 2026-11-26\n2026-11-25T10:00+09:00\tja-JP\t来週\tDay 2026-11-29\n");

        var ran = await desk.Type("date --table @table.tsv");

        Assert.Equal(1, ran.ExitCode);
        Assert.Equal("line 3: 来週 reads Range 2026-11-30..2026-12-06; the table has Day 2026-11-29\n2 rows, 1 missed\n", ran.Output);
    }

    [Theory]
    [InlineData("date", "Say a date", "date --help")]
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
