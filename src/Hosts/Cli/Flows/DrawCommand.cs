using System.CommandLine;
using OrderHotline.CallSimulator.Coverage;
using OrderHotline.ContactFlows;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline flow draw</c>: flows as a chart for Mermaid or Graphviz.</summary>
static class DrawCommand
{
    static readonly string[] Formats = ["mermaid", "dot"];

    // https://mermaid.js.org/config/schema-docs/config.html: the usual maxEdges.
    const int MostArrows = 500;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = FlowFiles.Help, Arity = ArgumentArity.OneOrMore };
        var only = new Option<string?>("--flow")
        {
            Description = "Draw the actions of this flow. Without it: an overview, a box a flow and an arrow a transfer.",
            HelpName = "NAME",
        };
        var format = new Option<string>("--format")
        {
            Description = "The language of the chart: mermaid, or dot for Graphviz (\"dot -Tsvg\" makes a picture of it).",
            HelpName = "mermaid|dot",
            DefaultValueFactory = _ => Formats[0],
        };
        var coverage = new Option<FileInfo>("--coverage")
        {
            Description = "Colour what calls have taken, from the file that \"hotline run --coverage-out\" wrote.",
            HelpName = "FILE",
        }.AcceptExistingOnly();
        var command = new Command("draw", "Writes flows as a chart for Mermaid or Graphviz, on the output.") { files, only, format, coverage };
        command.SetAction(async (line, cancellation) =>
        {
            var flows = await FlowFiles.Read(line.GetValue(files)!, cancellation);
            var name = line.GetValue(only);
            if (name is not null && !flows.ContainsKey(name))
            {
                throw new InvalidDataException(
                    $"--flow is \"{name}\": it must be one of {string.Join(", ", flows.Keys.Order(StringComparer.Ordinal))}.");
            }

            var chart = line.GetValue(format)!;
            if (!Formats.Contains(chart))
            {
                throw new InvalidDataException($"--format is \"{chart}\": it must be {string.Join(" or ", Formats)}.");
            }

            var taken = line.GetValue(coverage) is { } json
                ? InputFile.Read(json, CoverageJson.Read).Uses()
                : null;
            var text = chart == Formats[0] ? FlowDrawing.Mermaid(flows, name, taken) : FlowDrawing.Dot(flows, name, taken);
            await line.InvocationConfiguration.Output.WriteAsync(text);
            if (chart == Formats[0] && text.Split("->|\"").Length > MostArrows + 1)
            {
                await line.InvocationConfiguration.Error.WriteLineAsync(
                    $"Mermaid draws no more than {MostArrows} arrows unless its maxEdges is raised: --format dot has no such limit.");
            }

            return 0;
        });
        return command;
    }
}
