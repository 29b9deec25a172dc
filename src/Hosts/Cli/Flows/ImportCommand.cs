using System.CommandLine;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline flow import</c>: what was edited in the console comes into the files, so that the next deployment has it.</summary>
static class ImportCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("FLOW") { Description = "One or more flows by their names in the template: Reception.", Arity = ArgumentArity.OneOrMore };
        var (stack, region) = (DeployCommand.StackOption(), DeployCommand.RegionOption());
        var folder = new Option<DirectoryInfo>("--into")
        {
            Description = "The folder of the flows.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => new DirectoryInfo("deploy/flows"),
        };
        var command = new Command("import", "Brings flows that were edited in Connect's console into the files, with the template's names where Connect has ARNs. What was not edited stays as it is written.")
        {
            names, stack, region, folder,
        };
        command.SetAction((line, cancellation) => Import(
            line.GetRequiredValue(stack), line.GetValue(region), line.GetRequiredValue(names), line.GetRequiredValue(folder), line.InvocationConfiguration.Output, cancellation));
        return command;
    }

    static async Task<int> Import(string stackName, string? region, string[] names, DirectoryInfo folder, TextWriter output, CancellationToken cancellation)
    {
        if (!folder.Exists)
        {
            throw new InvalidDataException($"There is no folder {folder.FullName}: name that of the flows with --into.");
        }

        var aws = await AwsCommand.Open(region, cancellation);
        var stack = await CloudStack.Find(aws, stackName, cancellation) is { IsEmpty: false } found
            ? found
            : throw new InvalidDataException($"There is no stack {stackName} in {aws.Region}: nothing was deployed that could have been edited.");
        var known = FlowInConnect.NamesIn(stack).ToList();
        if (names.Except(known).FirstOrDefault() is { } unknown)
        {
            throw new InvalidDataException($"The stack {stackName} has no flow {unknown}; there is {string.Join(", ", known)}.");
        }

        var unnamed = 0;
        foreach (var name in names)
        {
            var (_, flow) = await FlowInConnect.Read(aws, stack, name, cancellation);
            var file = Path.Combine(folder.FullName, $"{name}.json");
            var before = File.Exists(file) ? await InputFile.Text(file, cancellation) : null;
            var after = ImportedFlow.Text(flow.Content, before);
            if (after == before)
            {
                await output.WriteLineAsync($"{name} is what {file} says already.");
            }
            else
            {
                await File.WriteAllTextAsync(file, after, cancellation);
                await output.WriteLineAsync($"{name} is in {file}, as it was saved last.");
            }

            foreach (var arn in flow.Unnamed)
            {
                await output.WriteLineAsync($"  {arn} is nothing that the stack made. Add it to deploy/template and write its name here, such as ${{Name.Arn}}.");
            }

            unnamed += flow.Unnamed.Length;
        }

        await output.WriteLineAsync("Read the difference (git diff), check it (hotline flow check deploy/flows), commit it, and deploy.");
        return unnamed == 0 ? ExitCodes.Ok : ExitCodes.CheckFailed;
    }
}
