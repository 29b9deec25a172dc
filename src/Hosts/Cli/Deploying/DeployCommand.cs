using System.CommandLine;
using System.Text;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline deploy</c>: what it takes to switch the line on.</summary>
static class DeployCommand
{
    public static Command Create() => new("deploy", "Makes what switches the line on in AWS. docs/deploying.md says how.") { Render() };

    static Command Render()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER")
        {
            Description = "What is deployed: template/*.yaml, flows, bot, trust and shop.json.",
            DefaultValueFactory = _ => new DirectoryInfo("deploy"),
        };
        var to = new Option<FileInfo?>("--to") { Description = $"Write it here. Default: {DeploymentTemplate.Name} in the folder.", HelpName = "FILE" };
        var shop = new ShopOption();
        var command = shop.AddTo(new Command("render", "Writes the CloudFormation template: the hand-written parts, with flows, bot, hours and shop in it.") { folder, to });
        command.SetAction(async (line, cancellation) =>
        {
            var deployed = line.GetValue(folder)!;
            if (!deployed.Exists)
            {
                throw new InvalidDataException($"There is no folder {deployed.FullName}: name the one that is deployed.");
            }

            var text = Encoding.UTF8.GetBytes(await DeploymentTemplate.Render(deployed, shop.Read(line, deployed), shop.Folder(line), cancellation));
            var file = line.GetValue(to)?.FullName ?? Path.Combine(deployed.FullName, DeploymentTemplate.Name);
            await File.WriteAllBytesAsync(file, text, cancellation);
            await line.InvocationConfiguration.Output.WriteLineAsync($"{file}: {text.Length / 1024} KB.");
            return ExitCodes.Ok;
        });
        return command;
    }
}
