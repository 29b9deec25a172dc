using System.CommandLine;
using OrderHotline.Adapters.Connect;

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
        var command = new Command("draw", "Draws flows as one picture: every action, and every branch between them.") { files, to };
        command.SetAction(async (line, cancellation) =>
        {
            var flows = await FlowFiles.Read(line.GetValue(files)!, cancellation);
            var output = line.InvocationConfiguration.Output;
            if (line.GetValue(to) is not { } file)
            {
                await output.WriteAsync(FlowDrawing.Mermaid(flows));
                return 0;
            }

            await File.WriteAllTextAsync(file, Picture(Path.GetExtension(file), flows), cancellation);
            await output.WriteLineAsync($"{flows.Count} {(flows.Count == 1 ? "flow" : "flows")} drawn in {file}.");
            return 0;
        });
        return command;
    }

    static string Picture(string extension, IReadOnlyDictionary<string, Flow> flows) => extension.ToUpperInvariant() switch
    {
        ".SVG" => FlowDrawing.Svg(flows),
        ".HTML" => FlowDrawing.Html(flows),
        ".MMD" => FlowDrawing.Mermaid(flows),
        _ => throw new InvalidDataException($"--out ends in \"{extension}\": it must end in .svg, .html or .mmd."),
    };
}
