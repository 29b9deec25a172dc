using System.Text.Json;
using System.Xml.Linq;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>What commands tell, as JSON and as JUnit XML.</summary>
public sealed class ForMachinesTests : IDisposable
{
    const string Call = """
        loose
        caller: +819012345678
        at: 2026-11-25T10:00+09:00
        order: 100 | Jacket | 髙﨑 花 | ships 2026-11-30 | placed
        silent
        heard: Jacket
        hang up

        """;

    readonly Desk desk = new();

    public ForMachinesTests()
    {
        desk.Put("good.call", Call);
        desk.Put("items.json", Desk.OwingItem);
        desk.Put("caller.txt", "hang up\n");
        desk.Put("bad.call", Call.Replace("heard: Jacket", "heard: \u001b[2J<Hat> & more", StringComparison.Ordinal));
    }

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("orders list --json", "orders")]
    [InlineData("orders show 100 --json", "history")]
    [InlineData("shop check --json", "settings")]
    [InlineData("shop show --json", "settings")]
    [InlineData("explore --depth 1 --json", "properties")]
    [InlineData("run @good.call --json", "results")]
    [InlineData("flow check @deploy/flows --json", "findings")]
    [InlineData("transcript @good.call --json", "path")]
    [InlineData("call --input @caller.txt --json", "lines")]
    [InlineData("deliver --json", "orders")]
    [InlineData("deliver --orders @items.json --now 2018-11-07T10:00+09:00 --json", "messages")]
    public async Task A_command_that_reports_prints_one_document(string line, string list)
    {
        Directory.CreateSymbolicLink(desk.PathOf("deploy"), ShopOption.DeployedFolder.FullName);

        using var document = JsonDocument.Parse((await desk.Type(line)).Succeeded().Output);

        Assert.Equal(JsonValueKind.Array, document.RootElement.GetProperty(list).ValueKind);
    }

    [Fact]
    public async Task A_run_tells_of_each_call_and_still_fails()
    {
        var ran = await desk.Type("run @good.call @bad.call --json --junit @results.xml");

        Assert.Equal(ExitCodes.CheckFailed, ran.ExitCode);
        using var document = JsonDocument.Parse(ran.Output);
        Assert.Equal((2, 1), (document.RootElement.GetProperty("calls").GetInt32(), document.RootElement.GetProperty("failed").GetInt32()));
        Assert.Equal([true, false], document.RootElement.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("passed").GetBoolean()));

        var suite = Results();
        Assert.Equal(("scenarios", "2", "1"), (suite.Attribute("name")!.Value, suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value));
        Assert.EndsWith("good.call", suite.Elements("testcase").First().Attribute("name")!.Value, StringComparison.Ordinal);
        Assert.Contains("<Hat> & more", Assert.Single(suite.Descendants("failure")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exploration_tells_of_each_property()
    {
        (await desk.Type("explore --depth 1 --junit @results.xml")).Succeeded();

        var suite = Results();
        Assert.Equal("0", suite.Attribute("failures")!.Value);
        Assert.NotEmpty(suite.Elements("testcase"));
    }

    [Fact]
    public async Task A_call_tells_who_said_what_how_it_ended_and_what_is_owed()
    {
        desk.Put("caller.txt", "press 1\npress 1\nhang up\n");

        var ran = (await desk.Type($"call --orders @items.json --input @caller.txt --now {Desk.ContractNow} --json")).Succeeded();

        using var call = JsonDocument.Parse(ran.Output);
        Assert.Equal("CallerHungUp", call.RootElement.GetProperty("end").GetString());
        Assert.Equal("+81********78", Assert.Single(call.RootElement.GetProperty("messages").EnumerateArray()).GetProperty("to").GetString());
        Assert.Contains(
            call.RootElement.GetProperty("lines").EnumerateArray(),
            line => line.GetProperty("of").GetString() == "Caller" && line.GetProperty("text").GetString() == "press 1");
        Assert.DoesNotContain("9012345678", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seconds_of_a_call_are_told_to_people_and_machines()
    {
        var table = (await desk.Type("run @good.call --seconds")).Succeeded().Output.Split('\n');
        using var document = JsonDocument.Parse((await desk.Type("run @good.call --seconds --json")).Succeeded().Output);

        Assert.EndsWith("may act  announced     in all      turns", table[0], StringComparison.Ordinal);
        var seconds = document.RootElement.GetProperty("results")[0].GetProperty("seconds");
        Assert.Equal(JsonValueKind.Null, seconds.GetProperty("untilAChangeIsAnnounced").ValueKind);
        Assert.InRange(seconds.GetProperty("untilTheCallerMayAct").GetDouble(), 3, seconds.GetProperty("inAll").GetDouble());
        Assert.Equal(0, seconds.GetProperty("turns").GetInt32());
    }

    [Fact]
    public async Task A_transcript_tells_whether_the_call_goes_as_it_is_written()
    {
        var ran = await desk.Type("transcript @bad.call --json");

        Assert.Equal(ExitCodes.CheckFailed, ran.ExitCode);
        using var transcript = JsonDocument.Parse(ran.Output);
        Assert.False(transcript.RootElement.GetProperty("passed").GetBoolean());
    }

    [Fact]
    public async Task A_sweep_tells_what_came_of_each_order()
    {
        var ran = (await desk.Type($"deliver --orders @items.json --now {Desk.ContractNow} --json")).Succeeded();

        using var sweep = JsonDocument.Parse(ran.Output);
        var order = Assert.Single(sweep.RootElement.GetProperty("orders").EnumerateArray());
        Assert.Equal(("100", "Delivered"), (order.GetProperty("order").GetString(), order.GetProperty("outcome").GetString()));
        Assert.Equal(0, sweep.RootElement.GetProperty("left").GetInt32());
    }

    [Theory]
    [InlineData("transcript @good.call --json --html @page.html", "--html")]
    [InlineData("deliver --dynamodb http://127.0.0.1:9 --watch --json", "--watch")]
    public async Task One_document_at_the_end_is_not_two_things(string line, string other) =>
        (await desk.Type(line)).FailedSaying("--json", other);

    XElement Results() => XDocument.Load(desk.PathOf("results.xml")).Root!.Element("testsuite")!;
}
