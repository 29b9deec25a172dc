using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Connect;
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
        var deployed = new DeployedLine();
        var command = deployed.TakeOption(new Command(
            "transcript",
            "Prints one call for a reader: what was said, the order before and after, the messages owed, the way through the flows.")
        {
            file.AcceptExistingOnly(),
            html,
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
            else
            {
                await output.WriteAsync(transcript.ToText());
            }

            return result is ScenarioResult.Passed ? ExitCodes.Ok : ExitCodes.CheckFailed;
        });
        return command;
    }
}

/// <summary>One call, for somebody who was not there: telephone numbers are masked, on whichever side they are told.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="About">What it shows.</param>
/// <param name="Call">The call.</param>
/// <param name="Zone">The shop's zone.</param>
sealed record Transcript(string Name, ImmutableArray<string> About, PlayedCall Call, DateTimeZone Zone)
{
    public string Caller =>
        $"{Call.Start.Caller?.ToString() ?? "A withheld number"} calls, {CallReport.At(Call.Start.At, Zone)}.";

    public IEnumerable<CallLine> Conversation => Call.Events.SelectMany(happened => CallReport.For(happened, withTrace: false));

    public IEnumerable<string> OrdersBefore => Call.OrdersBefore.Select(OrderBehindTheCall.InWords);

    public IEnumerable<string> OrdersAfter => Call.OrdersAfter.Select(OrderBehindTheCall.InWords);

    public IEnumerable<string> Messages => Call.Texts.Select(text => $"to {text.To}: {text.Body.ReplaceLineEndings(" / ")}");

    public IEnumerable<CallEvent.Ran> Path => Call.Events.OfType<CallEvent.Ran>();

    public string ToText()
    {
        var text = new StringBuilder();
        Add("", [Name, .. About, Caller]);
        Add("Before", OrdersBefore);
        text.Append('\n');
        foreach (var line in Conversation)
        {
            Add(line.Part.ToString(), [line.Text]);
        }

        text.Append('\n');
        Add("After", OrdersAfter);
        Add("Message", Messages);
        Add("Path", Visits());
        return text.ToString();

        void Add(string part, IEnumerable<string> lines)
        {
            foreach (var line in lines)
            {
                text.Append(VisibleText.OneLine(LogText.Masked($"{part,-8}  {line}".Trim()))).Append('\n');
            }
        }
    }

    // A line for every stay in a flow.
    IEnumerable<string> Visits()
    {
        var (flow, actions) = ("", new List<string>());
        foreach (var ran in Path)
        {
            if (ran.Flow != flow && actions.Count > 0)
            {
                yield return $"{flow}: {string.Join(" > ", actions)}";
                actions.Clear();
            }

            flow = ran.Flow;
            actions.Add(ran.Branch is "next" or "end" ? ran.Action : $"{ran.Action} [{ran.Branch}]");
        }

        if (actions.Count > 0)
        {
            yield return $"{flow}: {string.Join(" > ", actions)}";
        }
    }
}
