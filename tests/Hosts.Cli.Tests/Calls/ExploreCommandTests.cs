using System.Text.Json.Nodes;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Exploration;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Hosts.Cli.Tests;

public sealed class ExploreCommandTests : IDisposable
{
    const string Now = "--now 2026-11-25T10:00+09:00";

    static readonly DirectoryInfo Deployed = new(Path.Combine(AppContext.BaseDirectory, "deploy"));

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Every_property_of_the_deployed_line_is_told()
    {
        var ran = (await desk.Type($"explore --depth 2 {Now}")).Succeeded();

        var lines = ran.Output.TrimEnd().Split('\n');
        Assert.Matches("^[0-9,]+ calls of up to 2 acts, from 66 beginnings$", lines[0]);
        Assert.Matches("^[0-9,]+ states, [0-9,]+ steps, [0-9.]+ seconds$", lines[1]);
        Assert.Equal(CallProperties.All.Select(property => $"{property.Sentence}: holds"), lines[3..]);
    }

    [Fact]
    public async Task A_broken_property_fails_the_command_and_its_shortest_call_is_a_scenario()
    {
        PutALineThatHangsUp();

        var ran = await desk.Type($"explore --depth 2 {Now} --deploy @deploy --counter-examples @calls");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("Every end has words: broken after 1 act\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("  - presses 2 (OrderTableRead fails before its work)", ran.Output, StringComparison.Ordinal);
        var file = Assert.Single(Directory.GetFiles(desk.PathOf("calls")));
        Assert.Equal("EveryEndHasWords.call", Path.GetFileName(file));
        var scenario = ScenarioText.Read(file, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.NotEmpty(scenario.Start.Faults);
        Assert.IsType<ScenarioResult.Passed>(await new ScenarioRunner(Deployment.Read(new(desk.PathOf("deploy"))))
            .Run(scenario, TestContext.Current.CancellationToken));
        Assert.IsType<ScenarioResult.Diverged>(await new ScenarioRunner(Deployment.Read(Deployed))
            .Run(scenario, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("explore --depth -1", "--depth is \"-1\": it must be 1 to 100, for without an act nothing is checked.")]
    [InlineData("explore --depth many", "--depth is \"many\": it must be 1 to 100")]
    [InlineData("explore --flow Nowhere", "There is no flow Nowhere; there are Callback, ")]
    public async Task What_cannot_be_explored_is_told(string commandLine, string why)
    {
        var ran = await desk.Type(commandLine);

        Assert.Equal(ExitCodes.BadInput, ran.ExitCode);
        Assert.StartsWith(why, ran.Error, StringComparison.Ordinal);
    }

    void PutALineThatHangsUp()
    {
        foreach (var file in Deployed.GetFiles("*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(desk.PathOf("deploy"), Path.GetRelativePath(Deployed.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }

        var path = Path.Combine(desk.PathOf("deploy"), "flows", "Conversation.json");
        var flow = JsonNode.Parse(File.ReadAllText(path))!;
        var lookUp = flow["Actions"]!.AsArray().Single(action => action!["Identifier"]!.GetValue<string>() == "look-up")!;
        lookUp["Transitions"]!["Errors"]![0]!["NextAction"] = "hang-up";
        File.WriteAllText(path, flow.ToJsonString());
    }
}
