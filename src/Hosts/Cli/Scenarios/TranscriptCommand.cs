using System.CommandLine;
using System.Text;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline transcript</c>: one call, for somebody who was not there.</summary>
static class TranscriptCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE.call") { Description = "The scenario of the call." };
        var html = new Option<FileInfo>("--html")
        {
            Description = "Write one page for a browser instead, with the path through the flows drawn. An existing file is replaced.",
            HelpName = "FILE.html",
        };
        var json = JsonReport.Option();
        var deployed = new DeployedLine();
        var command = deployed.TakeOption(new Command(
            "transcript",
            "Prints one call for a reader: what was said, the order before and after, the messages owed, the way through the flows.")
        {
            file.AcceptExistingOnly(),
            html,
            json,
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetResult(html) is not null)
            {
                result.AddError("--json and --html are two ways of telling the call: give one of them.");
            }
        });
        command.SetAction(async (line, cancellation) =>
        {
            var (output, path, deployment) = (line.InvocationConfiguration.Output, line.GetValue(file)!, deployed.Read(line));
            var text = await InputFile.Text(path.FullName, cancellation);
            var scenario = ScenarioText.Read(path.Name, text);
            var result = await new ScenarioRunner(deployment).Run(scenario, cancellation);
            if (result is ScenarioResult.Diverged(_, var difference))
            {
                await line.InvocationConfiguration.Error.WriteAsync(
                    LogText.Masked($"The call goes otherwise than written; this is what there was of it.\n{difference.Explain(path.Name, text)}\n"));
            }

            var transcript = new Transcript(path.Name, scenario.About, result.Call, deployment.Shop.Policy.Zone);
            if (line.GetValue(html) is { } page)
            {
                await File.WriteAllTextAsync(page.FullName, TranscriptPage.Write(transcript), Encoding.UTF8, cancellation);
                await output.WriteLineAsync($"Written to {page.Name}.");
            }
            else if (line.GetValue(json))
            {
                await transcript.WriteJson(output, result is ScenarioResult.Passed);
            }
            else
            {
                await output.WriteAsync(transcript.ToText());
            }

            return result is ScenarioResult.Passed ? ExitCodes.Ok : ExitCodes.CheckFailed;
        });
        return command;
    }
}
