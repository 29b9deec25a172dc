using System.CommandLine;
using OrderHotline.CallSimulator.Scenarios;
using Spectre.Console;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline run</c>: plays scenarios, and says which calls do not go as they are written.</summary>
static class RunCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("FILE")
        {
            Description = "One or more scenarios, or folders of them: every *.call in it, and in the folders inside.",
            Arity = ArgumentArity.OneOrMore,
        };
        var deployed = new DeployedLine();
        var command = deployed.TakeOption(new Command(
            "run", "Plays scenarios, many at a time, and tells of each that goes otherwise where it first does. Fails if any does.")
        {
            paths,
        });
        var accept = new Option<bool>("--accept")
        {
            Description = "Write strict scenarios that go otherwise down anew, as they go now. Read what has changed before you keep it.",
        };
        command.Add(accept);
        var seconds = new Option<bool>("--seconds")
        {
            Description = "Say of each call, by estimate, how many seconds go by until its caller may act, until a change is announced, and in all, "
                + "and how often the caller acts.",
        };
        command.Add(seconds);
        var (json, junit) = (JsonReport.Option(), JUnitReport.Option());
        command.Add(json);
        command.Add(junit);
        var coverage = new CoverageOptions(deployed);
        coverage.AddTo(command);
        command.SetAction(async (line, cancellation) =>
        {
            var isJson = line.GetValue(json);
            var output = isJson ? TextWriter.Null : line.InvocationConfiguration.Output;
            var files = ScenarioFiles.At(line.GetValue(paths)!);
            var deployment = deployed.Read(line);
            var runner = new ScenarioRunner(deployment);
            var outcomes = TerminalWriter.IsATerminal(output)
                ? await AnsiConsole.Progress().AutoClear(true).StartAsync(shown =>
                {
                    var task = shown.AddTask("Calls", maxValue: files.Count);
                    return Play(runner, files, () => task.Increment(1), cancellation);
                })
                : await Play(runner, files, () => { }, cancellation);
            if (line.GetValue(accept))
            {
                outcomes = await Task.WhenAll(outcomes.Select(outcome => Accept(runner, outcome, output, cancellation)));
            }

            foreach (var outcome in outcomes.Where(outcome => outcome.Failure.Length > 0))
            {
                await output.WriteAsync($"{outcome.Failure}\n\n");
            }

            if (line.GetValue(seconds))
            {
                await output.WriteAsync($"{SecondsTable.Write([.. from played in files.Zip(outcomes) where played.Second.Call is not null select (played.First.Path, played.Second.Call)])}\n");
            }

            var failed = outcomes.Count(outcome => outcome.Failure.Length > 0);
            await output.WriteLineAsync(
                $"{(files.Count == 1 ? "1 call" : $"{files.Count} calls")}, {files.Count - failed} passed, {failed} failed");
            if (line.GetValue(junit) is { } report)
            {
                await JUnitReport.Write(report, "scenarios", [.. files.Zip(outcomes, (file, outcome) => (file.Path, outcome.Failure))], cancellation);
            }

            if (isJson)
            {
                await JsonReport.Write(line.InvocationConfiguration.Output, writer =>
                {
                    writer.WriteNumber("calls", files.Count);
                    writer.WriteNumber("failed", failed);
                    writer.List("results", files.Zip(outcomes), played =>
                    {
                        writer.WriteString("file", played.First.Path);
                        writer.WriteBoolean("passed", played.Second.Failure.Length == 0);
                        writer.WriteString("failure", played.Second.Failure);
                        if (line.GetValue(seconds) && played.Second.Call is { } call)
                        {
                            SecondsTable.Write(writer, call);
                        }
                    });
                });
            }

            var uncovered = await coverage.Tell(line, output, deployment, outcomes.Select(outcome => outcome.Call).OfType<PlayedCall>(), cancellation);
            return failed > 0 ? ExitCodes.CheckFailed : uncovered;
        });
        return command;
    }

    // In the order of the files, however long each takes.
    static async Task<Outcome[]> Play(
        ScenarioRunner runner, IReadOnlyList<ScenarioFile> files, Action played, CancellationToken cancellation)
    {
        var outcomes = new Outcome[files.Count];
        await Parallel.ForAsync(0, files.Count, cancellation, async (number, stop) =>
        {
            outcomes[number] = await Play(runner, files[number], stop);
            played();
        });
        return outcomes;
    }

    static async Task<Outcome> Play(ScenarioRunner runner, ScenarioFile file, CancellationToken cancellation)
    {
        try
        {
            var text = await file.Text(cancellation);
            var scenario = ScenarioText.Read(file.Path, text);
            var result = await runner.Run(scenario, cancellation);
            var failure = result is ScenarioResult.Diverged(_, var difference) ? difference.Explain(file.Path, text) : "";
            return new(failure, result.Call, scenario);
        }
        catch (Exception unplayable) when (unplayable is ScenarioFormatException or InvalidDataException)
        {
            return new(VisibleText.OneLine(unplayable.Message), Call: null, Scenario: null);
        }
    }

    // A loose scenario says what somebody meant: that is theirs to change.
    static async Task<Outcome> Accept(ScenarioRunner runner, Outcome outcome, TextWriter output, CancellationToken cancellation)
    {
        if (outcome is not { Failure.Length: > 0, Scenario: { MatchMode: MatchMode.Strict } scenario })
        {
            return outcome;
        }

        await File.WriteAllTextAsync(
            scenario.Name, ScenarioText.Write(await runner.RecordAnew(scenario, cancellation)), cancellation);
        await output.WriteLineAsync($"written anew: {scenario.Name}");
        return outcome with { Failure = "" };
    }

    /// <summary>What came of a file.</summary>
    /// <param name="Failure">Why it failed; empty for a call that went as it is written.</param>
    /// <param name="Call">The call; null when it could not be played.</param>
    /// <param name="Scenario">The scenario, by its file's name; null when it could not be read.</param>
    sealed record Outcome(string Failure, PlayedCall? Call, Scenario? Scenario);
}
