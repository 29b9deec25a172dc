using OrderHotline.Adapters.Local;

namespace OrderHotline.Calls.Tests;

/// <summary>The calls of Scenarios/ together take every branch of every flow, and every intent of the bot, in both languages.</summary>
public sealed class CoverageTests
{
    static readonly string Deployed = Path.Combine(AppContext.BaseDirectory, "deploy");

    [Fact]
    public async Task Every_branch_that_a_call_can_take_is_taken_in_both_languages()
    {
        var deployment = Deployment.Read(new(Deployed));
        var (runner, coverage) = (new ScenarioRunner(deployment), new FlowCoverage(deployment.Flows, deployment.Bot));
        var scenarios = Path.Combine(AppContext.BaseDirectory, "Scenarios");
        foreach (var file in Directory.EnumerateFiles(scenarios, "*.call", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var call = (await runner.Run(ScenarioText.Read(file, text), TestContext.Current.CancellationToken)).Call;
            coverage.Add(call.Events, call.State.Language);
        }

        var unreachable = await File.ReadAllTextAsync(
            Path.Combine(Deployed, UnreachableBranches.FileName), TestContext.Current.CancellationToken);
        var report = coverage.Report(UnreachableBranches.Read(unreachable));

        Assert.True(report.IsComplete, CoverageText.Write(report));
        Assert.Equal(["en-US", "ja-JP"], report.Languages);
        Assert.All(report.Languages, language => Assert.Equal(100, report.BranchesIn(language).Percent));
    }
}
