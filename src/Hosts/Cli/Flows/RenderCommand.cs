using System.CommandLine;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline flow render</c>: a shop's words, written into flows.</summary>
static class RenderCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = FlowFiles.Help, Arity = ArgumentArity.OneOrMore };
        var shop = new ShopOption();
        var command = shop.AddTo(new Command("render", "Writes a shop's words into flows, in place. Nothing else is touched, but in a flow that lacks the blocks of a language: it is written anew, with them.") { files });
        command.SetAction(async (line, cancellation) =>
        {
            var (words, output) = (shop.Read(line), line.InvocationConfiguration.Output);
            var changed = new List<(string File, byte[] Flow)>();
            var all = FlowFiles.At(line.GetValue(files)!);
            foreach (var (name, file) in all)
            {
                if (!FlowPhrases.AreFor(name))
                {
                    await InputFile.Bytes(file, cancellation);
                    await output.WriteLineAsync($"{file} stays as it is: the words are for the line's own flows.");
                    continue;
                }

                var (before, after) = await FlowFiles.Read(file, json => (json, Deployment.Rendered(json, name, words)), cancellation);
                if (!after.AsSpan().SequenceEqual(before))
                {
                    changed.Add((file, after));
                }
            }

            // None is written while another cannot be read.
            foreach (var (file, flow) in changed)
            {
                await File.WriteAllBytesAsync(file, flow, cancellation);
                await output.WriteLineAsync(file);
            }

            await output.WriteLineAsync($"{changed.Count} of {all.Count} flows changed.");
            return ExitCodes.Ok;
        });
        return command;
    }
}
