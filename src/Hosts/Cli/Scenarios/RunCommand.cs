using System.CommandLine;
using OrderHotline.Adapters.Local;
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
        command.SetAction(async (line, cancellation) =>
        {
            var output = line.InvocationConfiguration.Output;
            var files = ScenarioFiles.At(line.GetValue(paths)!);
            var runner = new ScenarioRunner(deployed.Read(line));
            var failures = output == Console.Out && !Console.IsOutputRedirected
                ? await AnsiConsole.Progress().AutoClear(true).StartAsync(shown =>
                {
                    var task = shown.AddTask("Calls", maxValue: files.Count);
                    return Play(runner, files, () => task.Increment(1), cancellation);
                })
                : await Play(runner, files, () => { }, cancellation);
            foreach (var failure in failures.Where(failure => failure.Length > 0))
            {
                await output.WriteLineAsync($"{failure}\n");
            }

            var failed = failures.Count(failure => failure.Length > 0);
            await output.WriteLineAsync(
                $"{(files.Count == 1 ? "1 call" : $"{files.Count} calls")}, {files.Count - failed} passed, {failed} failed");
            return failed > 0 ? 1 : 0;
        });
        return command;
    }

    // Empty for a call that went as it is written; in the order of the files, however long each takes.
    static async Task<string[]> Play(
        ScenarioRunner runner, IReadOnlyList<ScenarioFile> files, Action played, CancellationToken cancellation)
    {
        var failures = new string[files.Count];
        await Parallel.ForAsync(0, files.Count, cancellation, async (number, stop) =>
        {
            failures[number] = await Failure(runner, files[number], stop);
            played();
        });
        return failures;
    }

    static async Task<string> Failure(ScenarioRunner runner, ScenarioFile file, CancellationToken cancellation)
    {
        try
        {
            var text = await file.Text(cancellation);
            return await runner.Run(ScenarioText.Read(file.Path, text), cancellation) is ScenarioResult.Diverged(_, var difference)
                ? difference.Explain(file.Path, text)
                : "";
        }
        catch (Exception unplayable) when (unplayable is ScenarioFormatException or InvalidDataException)
        {
            return unplayable.Message;
        }
    }
}
