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

    XElement Results() => XDocument.Load(desk.PathOf("results.xml")).Root!.Element("testsuite")!;
}
