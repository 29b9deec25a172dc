using System.Collections.Immutable;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Coverage;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Calls.Tests;

/// <summary>The calls of Scenarios/, and the same calls with one action after another failing, take every branch of every flow and every
/// intent of the bot, in both languages.</summary>
public sealed class CoverageTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "deploy");
    static readonly Deployment Deployed = Deployment.Read(new(Folder));

    [Fact]
    public async Task Every_branch_that_a_call_can_take_is_taken_in_both_languages()
    {
        var calls = await Calls();
        var coverage = new FlowCoverage(Deployed.Flows, Deployed.Bot);
        foreach (var call in calls.Concat(await WithErrors(calls)))
        {
            coverage.Add(call.Events, call.State.Language);
        }

        var report = coverage.Report(await Unreachable());

        Assert.True(report.IsComplete, CoverageText.Write(report));
        Assert.Equal(["en-US", "ja-JP"], report.Languages);
        Assert.All(report.Languages, language => Assert.Equal(100, report.BranchesIn(language).Percent));
    }

    [Fact]
    public async Task A_call_less_is_a_branch_less()
    {
        var calls = await Calls();
        var coverage = new FlowCoverage(Deployed.Flows, Deployed.Bot);
        foreach (var call in calls)
        {
            coverage.Add(call.Events, call.State.Language);
        }

        Assert.False(coverage.Report(await Unreachable()).IsComplete);
    }

    [Fact]
    public async Task Every_error_leads_to_words_and_no_caller_is_cut_off()
    {
        var rehearsed = await WithErrors(await Calls());

        Assert.All(rehearsed, call => Assert.NotEqual(CallEnd.CutOff, call.End));
        Assert.Empty(rehearsed
            .Where(call => call.End == CallEnd.LineHungUp && call.Start.FailingActions.All(fault => !IsAPrompt(fault)))
            .Where(call => !SinceTheLastAct(call).OfType<CallEvent.Heard>().Any())
            .Select(call => string.Join(", ", call.Start.FailingActions)));
    }

    static async Task<ImmutableArray<PlayedCall>> Calls()
    {
        var runner = new ScenarioRunner(Deployed);
        var calls = ImmutableArray.CreateBuilder<PlayedCall>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Scenarios"), "*.call", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            calls.Add((await runner.Run(ScenarioText.Read(file, text), TestContext.Current.CancellationToken)).Call);
        }

        return calls.ToImmutable();
    }

    static Task<ImmutableArray<PlayedCall>> WithErrors(ImmutableArray<PlayedCall> calls) =>
        new ErrorBranchSweep(Deployed).Play(calls, TestContext.Current.CancellationToken);

    static async Task<UnreachableBranches> Unreachable() => UnreachableBranches.Read(
        await File.ReadAllTextAsync(Path.Combine(Folder, UnreachableBranches.FileName), TestContext.Current.CancellationToken));

    // When the words themselves fail there is nothing that could be said.
    static bool IsAPrompt(ActionFault fault) =>
        fault.Action.Split('/') is [var flow, var action]
        && Deployed.Flows[flow].Find(action) is { Type: "MessageParticipant" or "MessageParticipantIteratively" };

    static IEnumerable<CallEvent> SinceTheLastAct(PlayedCall call) =>
        call.Events.Skip(call.Events.Select((happened, index) => happened is CallEvent.Did ? index : 0).Max());
}
