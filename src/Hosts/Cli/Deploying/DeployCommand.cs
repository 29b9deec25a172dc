using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline deploy</c>: what it takes to switch the line on.</summary>
static class DeployCommand
{
    static readonly DirectoryInfo Deployed = new("deploy");

    public static Command Create()
    {
        var (stack, region) = (StackOption(), RegionOption());
        var bucket = new Option<string?>("--bucket") { Description = "The bucket for packages and templates. Default: order-line-ACCOUNT-REGION, which is made when it is not there.", HelpName = "NAME" };
        var parameters = new Option<string[]>("--parameter") { Description = "What the template is given, such as InstanceAlias=my-shop. What is not named stays as it was deployed last.", HelpName = "NAME=VALUE" };
        var package = new Option<FileInfo>("--package") { Description = "The functions' zip. Default: the one that dotnet publish made.", HelpName = "ZIP" }.AcceptExistingOnly();
        var tag = new Option<string?>("--to") { Description = "Deploy again what was deployed of this tag, byte for byte.", HelpName = "TAG" };
        var yes = new Option<bool>("--yes") { Description = "Answer every question with yes." };
        var plan = new Option<bool>("--plan") { Description = "Show what would happen, and do nothing." };
        var replace = new Option<string[]>("--allow-replace") { Description = "Let this instance, number, table, bucket or key be replaced, or leave the stack. The old one is kept.", HelpName = "ID" };
        var overwrite = new Option<string[]>("--overwrite") { Description = "Lose what was edited in this flow in the console.", HelpName = "FLOW" };
        var every = new Option<double>("--ask-every") { Description = "How many seconds to wait before asking AWS again.", HelpName = "SECONDS", DefaultValueFactory = _ => 5 };
        var shop = new ShopOption();
        var command = shop.AddTo(new Command("deploy", "Switches the line on in AWS, or brings it up to date: shows what would happen, and does it after a yes. Needs aws 2.9 and the package of the functions. docs/deploying.md says how.")
        {
            Render(),
            DoctorCommand.Create(),
            UsersCommand.Create(),
            stack, region, bucket, parameters, package, tag, yes, plan, replace, overwrite, every,
        });
        command.Validators.Add(typed =>
        {
            if (typed.GetValue(tag) is not null && (typed.GetResult(package) ?? typed.GetResult("--shop")) is OptionResult { Option: var other })
            {
                typed.AddError($"--to takes package and shop as they were then: leave {other.Name} out.");
            }
        });
        command.SetAction(async (line, cancellation) => await new StackDeployment(
            new(
                line.GetRequiredValue(stack),
                line.GetValue(region),
                line.GetValue(bucket),
                Pairs(line.GetValue(parameters) ?? []),
                line.GetValue(package),
                line.GetValue(tag),
                line.GetValue(yes),
                line.GetValue(plan),
                line.GetValue(replace) ?? [],
                line.GetValue(overwrite) ?? [],
                TimeSpan.FromSeconds(Math.Clamp(line.GetValue(every), 0, 3600))),
            stop => Rendered(line, shop, stop),
            line.InvocationConfiguration.Output).Run(cancellation));
        return command;
    }

    /// <summary><c>--stack</c>.</summary>
    public static Option<string> StackOption() => new("--stack")
    {
        Description = "The name of the stack in CloudFormation, such as order-line.",
        HelpName = "NAME",
        Required = true,
        CustomParser = argument =>
        {
            // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
            var name = argument.Tokens[0].Value;
            if (name.Length is 0 or > 128 || !char.IsAsciiLetter(name[0]) || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            {
                argument.AddError($"--stack is \"{name}\": it must begin with a letter and have letters, digits and hyphens alone.");
            }

            return name;
        },
    };

    /// <summary><c>--region</c>.</summary>
    public static Option<string?> RegionOption() => new("--region") { Description = "The region, such as ap-northeast-1. Default: the one that aws takes.", HelpName = "REGION" };

    static Command Render()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER")
        {
            Description = "What is deployed: template/*.yaml, flows, bot, trust and shop.json.",
            DefaultValueFactory = _ => Deployed,
        };
        var to = new Option<FileInfo?>("--to") { Description = $"Write it here. Default: {DeploymentTemplate.Name} in the folder.", HelpName = "FILE" };
        var shop = new ShopOption();
        var command = shop.AddTo(new Command("render", "Writes the CloudFormation template: the hand-written parts, with flows, bot, hours and shop in it.") { folder, to });
        command.SetAction(async (line, cancellation) =>
        {
            var deployed = line.GetValue(folder)!;
            var text = await Rendered(deployed, line, shop, cancellation);
            var file = line.GetValue(to)?.FullName ?? Path.Combine(deployed.FullName, DeploymentTemplate.Name);
            await File.WriteAllBytesAsync(file, text, cancellation);
            await line.InvocationConfiguration.Output.WriteLineAsync($"{file}: {text.Length / 1024} KB.");
            return ExitCodes.Ok;
        });
        return command;
    }

    static async Task<RenderedShop> Rendered(ParseResult line, ShopOption shop, CancellationToken cancellation)
    {
        var template = await Rendered(Deployed, line, shop, cancellation);
        var flows = await DeployedFlows.Read(new(Path.Combine(Deployed.FullName, "flows")), shop.Read(line, Deployed), cancellation);
        return new(Deployed, await InputFile.Bytes(shop.File(line, Deployed).FullName, cancellation), template, DeployedFlows.Hashes(flows));
    }

    static async Task<byte[]> Rendered(DirectoryInfo deployed, ParseResult line, ShopOption shop, CancellationToken cancellation)
    {
        if (!deployed.Exists)
        {
            throw new InvalidDataException($"There is no folder {deployed.FullName}: name the one that is deployed.");
        }

        var text = Encoding.UTF8.GetBytes(await DeploymentTemplate.Render(deployed, shop.Read(line, deployed), shop.Folder(line), cancellation));
        return text.Length <= DeploymentTemplate.Largest ? text : throw new InvalidDataException(string.Create(
            CultureInfo.InvariantCulture,
            $"The template would have {text.Length:N0} bytes; CloudFormation takes {DeploymentTemplate.Largest:N0}. Flows are the most of it: shorten them, or the words of a language."));
    }

    static Dictionary<string, string> Pairs(string[] typed)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var pair in typed)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !pairs.TryAdd(pair[..at], pair[(at + 1)..]))
            {
                throw new InvalidDataException($"--parameter is \"{pair}\": it must be NAME=VALUE, each name once.");
            }
        }

        return pairs;
    }
}
