using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Coverage;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Hosts.Cli;

/// <summary>How much of the flows the played calls have taken: the options of <c>hotline run</c>.</summary>
sealed class CoverageOptions(DeployedLine deployed)
{
    readonly Option<bool> coverage = new("--coverage")
    {
        Description = "Play the calls again with one action after another failing, and say which branches of the flows and intents of the bot "
            + "no call has taken, by language. Fails if any is missing.",
    };

    readonly Option<FileInfo> json = new("--coverage-out")
    {
        Description = "Write the coverage as JSON, for \"hotline flow draw --coverage\" among others.",
        HelpName = "FILE",
    };

    public Command AddTo(Command command)
    {
        command.Add(coverage);
        command.Add(json);
        return command;
    }

    /// <summary>Tells of the coverage, if it was asked for.</summary>
    /// <returns>0, or 1 when something is missing.</returns>
    public async Task<int> Tell(ParseResult line, TextWriter output, Deployment played, IEnumerable<PlayedCall> calls, CancellationToken cancellation)
    {
        var file = line.GetValue(json);
        if (!line.GetValue(coverage) && file is null)
        {
            return 0;
        }

        var counted = new FlowCoverage(played.Flows, played.Bot);
        ImmutableArray<PlayedCall> asWritten = [.. calls];
        var withErrors = await new ErrorBranchSweep(played).Play(asWritten, cancellation);
        foreach (var call in asWritten.Concat(withErrors))
        {
            counted.Add(call.Events, call.State.Language);
        }

        var list = Path.Combine(deployed.Folder(line).FullName, UnreachableBranches.FileName);
        var report = counted.Report(
            File.Exists(list) ? UnreachableBranches.Read(await InputFile.Text(list, cancellation)) : UnreachableBranches.None);
        if (file is not null)
        {
            await File.WriteAllTextAsync(file.FullName, VisibleText.Lines(Encoding.UTF8.GetString(CoverageJson.Write(report))), cancellation);
        }

        await output.WriteAsync(
            $"{withErrors.Length} more in which actions fail\n\n{CoverageText.Write(report)}");
        return report.IsComplete ? ExitCodes.Ok : ExitCodes.CheckFailed;
    }
}
