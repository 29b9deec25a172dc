using System.CommandLine;
using System.Text;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.CallSimulator.TestCases;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline export</c>: a scenario in Amazon Connect's own testing language.</summary>
static class ExportCommand
{
    public static Command Create()
    {
        var scenario = new Argument<FileInfo>("FILE") { Description = "A scenario." }.AcceptExistingOnly();
        var input = new Option<bool>("--cli-input-json")
        {
            Description = "Write the entry point too: what \"aws connect create-test-case --cli-input-json\" reads.",
        };
        var to = new Option<FileInfo>("--out") { Description = "Where the test goes. Default: on the output.", HelpName = "FILE" };
        var command = new Command(
            "export", "Writes a scenario as the content of a test case of Amazon Connect, and tells what such a test cannot say.")
        {
            scenario,
            input,
            to,
        };
        command.SetAction(async (line, cancellation) =>
        {
            var file = line.GetValue(scenario)!;
            var test = ConnectTestCase.From(ScenarioText.Read(file.Name, await InputFile.Text(file.FullName, cancellation)));
            var (exported, entryPoint) = line.GetValue(input)
                ? (test.CliInput, (IEnumerable<string>)[])
                : (test.Content, [$"{test.EntryPoint}: the entry point is no part of the content, --cli-input-json writes both."]);
            foreach (var leftOut in entryPoint.Concat(test.LeftOut))
            {
                await line.InvocationConfiguration.Error.WriteLineAsync($"not exported: {leftOut}");
            }

            var json = VisibleText.Lines(Encoding.UTF8.GetString(exported.Span));
            if (line.GetValue(to) is { } path)
            {
                await File.WriteAllTextAsync(path.FullName, json, cancellation);
            }
            else
            {
                await line.InvocationConfiguration.Output.WriteAsync($"{json}\n");
            }

            return 0;
        });
        return command;
    }
}
