using System.CommandLine;
using OrderHotline.CallSimulator.Coverage;
using OrderHotline.ContactFlows;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline flow draw</c>: flows as a picture.</summary>
static class DrawCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = FlowFiles.Help, Arity = ArgumentArity.OneOrMore };
        var to = new Option<string?>("--out")
        {
            Description = "Where the picture goes: its name ends in .svg, .html or .mmd (Mermaid). Default: Mermaid, on the output.",
            HelpName = "FILE",
        };
        var coverage = new Option<FileInfo>("--coverage")
        {
            Description = "Colour what calls have taken, from the file that \"hotline run --coverage-out\" wrote.",
            HelpName = "FILE",
        }.AcceptExistingOnly();
        var command = new Command("draw", "Draws flows as one picture: every action, and every branch between them.")
        {
            files,
            to,
            coverage,
        };
        command.SetAction(async (line, cancellation) =>
        {
            var flows = await FlowFiles.Read(line.GetValue(files)!, cancellation);
            var taken = line.GetValue(coverage) is { } json
                ? CoverageJson.Read(await File.ReadAllBytesAsync(json.FullName, cancellation)).Uses()
                : null;
            var output = line.InvocationConfiguration.Output;
            if (line.GetValue(to) is not { } file)
            {
                await output.WriteAsync(FlowDrawing.Mermaid(flows, taken));
                return 0;
            }

            await File.WriteAllTextAsync(file, Picture(Path.GetExtension(file), flows, taken), cancellation);
            await output.WriteLineAsync($"{flows.Count} {(flows.Count == 1 ? "flow" : "flows")} drawn in {file}.");
            return 0;
        });
        return command;
    }

    static string Picture(
        string extension, IReadOnlyDictionary<string, Flow> flows, IReadOnlyDictionary<FlowBranch, BranchUse>? taken) =>
        extension.ToUpperInvariant() switch
        {
            ".SVG" => FlowDrawing.Svg(flows, taken),
            ".HTML" => FlowDrawing.Html(flows, taken),
            ".MMD" => FlowDrawing.Mermaid(flows, taken),
            _ => throw new InvalidDataException($"--out ends in \"{extension}\": it must end in .svg, .html or .mmd."),
        };
}
