using System.Diagnostics;

namespace OrderHotline.Hosts.Cli.Tests;

public sealed class ShopCommandTests : IDisposable
{
    const string Shop = """
        // A shop
        {"version": 1, "verification": {"policy": "none"}, "shipping": {"cutOff": "12:00"}, "operators": {"hours": {"Monday": "09:00-18:00"}}}
        """;

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_sound_file_has_nothing_to_mend() =>
        Assert.Equal("shop.json: 26 settings, nothing to mend.\n", (await desk.Type("shop check")).Succeeded().Output);

    [Fact]
    public async Task Everything_wrong_is_told_at_once_and_nothing_has_been_played()
    {
        desk.Put("mine.json", """{"version": 1, "verification": {"policy": "none"}, "zone": "Tokyo", "operators": {"hours": {"Monday": "9-5"}}, "colour": 1}""");

        var ran = await desk.Type("shop check @mine.json");

        Assert.Equal(2, ran.ExitCode);
        Assert.Equal(
            """
            mine.json: 3 things must be mended.
            $.zone is "Tokyo": it must be a time zone such as Asia/Tokyo.
            $.operators.hours.Monday is "9-5": it must be hours such as 09:00-18:00, with commas between several that do not overlap, or closed.
            $.colour is no setting: there are $schema, version, name, telephone, zone, shipping, operators, messages, verification, languages, wording, words, flows, trustedChannels.

            """,
            ran.Error);
        Assert.Empty(ran.Output);
    }

    [Fact]
    public async Task Every_setting_is_shown_with_where_it_comes_from()
    {
        desk.Put("mine.json", Shop);

        Assert.Equal(
            """
            $.name                                      default  -
            $.telephone                                 default  -
            $.zone                                      default  Asia/Tokyo
            $.shipping.cutOff                           file     12:00
            $.shipping.latestDaysAhead                  default  30
            $.shipping.closedWeekdays                   default  -
            $.shipping.closedDates                      default  -
            $.shipping.deliveryDaysAfterShipping        default  -
            $.operators.hours                           file     Monday 09:00-18:00
            $.operators.exceptions                      default  -
            $.messages.senderId                         default  -
            $.verification.policy                       file     none
            $.verification.toHearWhenItShips            default  number
            $.verification.toHearNameAndItem            default  number
            $.verification.toChangeTheDate              default  factor
            $.verification.toCancel                     default  possession
            $.verification.orderNumbersCannotBeGuessed  default  off
            $.verification.countries                    default  -
            $.verification.daysUntilAnOrderIsOld        default  180
            $.verification.codesADay                    default  500
            $.languages.offered                         default  ja-JP, en-US
            $.languages.default                         default  ja-JP
            $.wording                                   default  line
            $.words                                     default  -
            $.flows.log                                 default  off
            $.trustedChannels                           default  -

            """,
            (await desk.Type("shop show @mine.json")).Succeeded().Output);
    }

    [Theory]
    [InlineData("call --input @empty.txt")]
    [InlineData("date 明日")]
    [InlineData("invoke CancelOrder @event.json")]
    [InlineData("run @some.call")]
    [InlineData("transcript @some.call")]
    [InlineData("explore --depth 1")]
    [InlineData("orders list")]
    [InlineData("orders show 100")]
    [InlineData("deliver")]
    public async Task No_command_works_for_a_shop_that_is_none(string command)
    {
        desk.Put("empty.txt", "");
        desk.Put("event.json", "{}");
        desk.Put("some.call", "");
        desk.Put("mine.json", Shop.Replace("12:00", "25:00", StringComparison.Ordinal));

        var ran = await desk.Type($"{command} --shop @mine.json");

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Equal(
            "mine.json: 1 thing must be mended.\n$.shipping.cutOff is \"25:00\": it must be a time of day such as 17:00.\n", ran.Error);
    }

    [Fact]
    public async Task What_is_deployed_from_another_folder_has_a_shop_of_its_own()
    {
        Directory.CreateDirectory(desk.PathOf("deploy"));

        var ran = await desk.Type("explore --deploy @deploy");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("There is no ", ran.Error, StringComparison.Ordinal);
        Assert.Contains(": write one there, or name another file.", ran.Error, StringComparison.Ordinal);
    }

    // Whatever the file was like: lists that are there, empty or not, on a line of their own or not; no list; no shipping.
    [Theory]
    [InlineData(Shop)]
    [InlineData("""{"version": 1, "verification": {"policy": "none"}, "operators": {"hours": {"Monday": "closed"}}}""")]
    [InlineData("""{"version": 1, "verification": {"policy": "none"}, "shipping": {}, "operators": {"hours": {"Monday": "closed"}}}""")]
    [InlineData("""{"version": 1, "verification": {"policy": "none"}, "shipping": {"closedDates": []}, "operators": {"hours": {"Monday": "closed"}}}""")]
    [InlineData("""{"version": 1, "verification": {"policy": "none"}, "shipping": {"closedDates": [/* none */], "cutOff": "12:00"}, "operators": {"hours": {"Monday": "closed"}}}""")]
    [InlineData("""{"version": 1, "verification": {"policy": "none"}, "shipping": {"closedDates": ["2026-12-31"]}, "operators": {"hours": {"Monday": "closed"}}}""")]
    [InlineData("""{"version": 1, "verification": {"policy": "none"}, "operators": {"hours": {"Monday": "closed"}}, "shipping": {"closedDates": [ "2027-01-01", "2026-12-31", ], }, }""")]
    [InlineData("\uFEFF{\"shipping\": {\n  \"closedDates\": [ // of the shop\n    \"2026-12-31\"]}, \"operators\": {\"hours\": {\"Monday\": \"closed\"}}, \"version\": 1, \"verification\": {\"policy\": \"none\"}}")]
    public async Task Holidays_are_written_into_the_file_once_and_everything_else_stays(string file)
    {
        desk.Put("mine.json", file);

        (await desk.Type("shop holidays @mine.json --country JP --years 2027-2028")).Succeeded();

        var written = await File.ReadAllTextAsync(desk.PathOf("mine.json"), TestContext.Current.CancellationToken);
        var shown = (await desk.Type("shop show @mine.json")).Succeeded().Output;
        foreach (var day in (string[])["2027-01-01", "2027-03-22", "2028-11-23"])
        {
            Assert.Contains(day, shown, StringComparison.Ordinal);
        }

        Assert.Equal(file.Contains("2026-12-31", StringComparison.Ordinal), shown.Contains("2026-12-31", StringComparison.Ordinal));
        Assert.Equal(file.Contains("12:00", StringComparison.Ordinal), shown.Contains("12:00", StringComparison.Ordinal));
        Assert.Equal(file.Contains("/* none */", StringComparison.Ordinal), written.Contains("/* none */", StringComparison.Ordinal));
        (await desk.Type("shop holidays @mine.json --country jp --years 2028")).Succeeded();
        Assert.Equal(written, await File.ReadAllTextAsync(desk.PathOf("mine.json"), TestContext.Current.CancellationToken));
    }

    // In a process of its own: every command of this one would hear of the variable.
    [Fact]
    public async Task What_overrides_the_file_here_decides_nothing_of_what_is_written_into_it()
    {
        desk.Put("mine.json", Shop.Replace("\"12:00\"", "\"12:00\", \"closedDates\": [\"2027-01-01\"]", StringComparison.Ordinal));
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "hotline"),
            ["shop", "holidays", desk.PathOf("mine.json"), "--country", "JP", "--years", "2027"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["HOTLINE_CLOSED_DATES"] = "2027-01-11", ["HOTLINE_CUT_OFF"] = "noon" },
        };
        using var hotline = Process.Start(start)!;
        var output = await hotline.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("15 of 16 days written into mine.json", output, StringComparison.Ordinal);
        Assert.Contains("2027-01-11  Coming Of Age Day", output, StringComparison.Ordinal);
    }

    // The Cabinet Office's list: https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html
    [Fact]
    public async Task A_day_between_two_holidays_of_Japan_is_one()
    {
        desk.Put("mine.json", Shop);

        var written = (await desk.Type("shop holidays @mine.json --country JP --years 2026")).Succeeded().Output;

        Assert.Contains("2026-09-21  Respect For The Aged Day\n2026-09-22  Citizens' holiday\n2026-09-23  Autumnal Equinox Day\n", written, StringComparison.Ordinal);
        Assert.Contains("2026-05-06", written, StringComparison.Ordinal);
        Assert.Contains("17 of 17 days written into mine.json", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--country XX --years 2027", "--country is \"XX\": it must be one of AT, AU, ")]
    [InlineData("--country 17 --years 2027", "--country is \"17\": it must be one of AT, AU, ")]
    [InlineData("--country JP --years 2028-2027", "--years is \"2028-2027\": it must be a year, such as 2027, or up to 10 of them, such as 2027-2028.")]
    [InlineData("--country JP --years 2027-2037", "--years is \"2027-2037\"")]
    [InlineData("--country JP --years next", "--years is \"next\"")]
    public async Task What_is_typed_wrong_is_told_and_nothing_is_written(string typed, string words)
    {
        desk.Put("mine.json", Shop);

        (await desk.Type($"shop holidays @mine.json {typed}")).FailedSaying(words);

        Assert.Equal(Shop, await File.ReadAllTextAsync(desk.PathOf("mine.json"), TestContext.Current.CancellationToken));
    }
}
