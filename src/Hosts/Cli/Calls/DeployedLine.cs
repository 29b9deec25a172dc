using System.CommandLine;
using System.CommandLine.Parsing;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator;

namespace OrderHotline.Hosts.Cli;

/// <summary>What is played: the options that commands with whole calls have in common.</summary>
sealed class DeployedLine
{
    readonly Option<DirectoryInfo> deploy = new Option<DirectoryInfo>("--deploy")
    {
        Description = "Play what this folder would deploy: flows/*.json, bot/*.json and shop.json. Default: the line's own.",
        HelpName = "FOLDER",
    }.AcceptExistingOnly();

    readonly Option<string> flow = new("--flow")
    {
        Description = "The flow that the number leads to.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "Reception",
    };

    readonly ShopOption shop = new();

    /// <summary>Adds the option for a command whose calls say themselves where they begin.</summary>
    public Command TakeOption(Command command)
    {
        command.Add(deploy);
        return shop.AddTo(command);
    }

    /// <summary>Adds the options for a command that says where its calls begin.</summary>
    public Command TakeOptions(Command command)
    {
        command.Add(deploy);
        command.Add(flow);
        return shop.AddTo(command);
    }

    /// <summary>Adds the options for a command that plays any flow.</summary>
    public Command TakeOptionsOfAnyFlow(Command command)
    {
        flow.Description = "The flow that the number leads to: a name, or the file of any flow, which plays alone, or with those of --deploy.";
        flow.HelpName = "NAME|FLOW.json";
        return TakeOptions(command);
    }

    public string Flow(ParseResult line) => File(line) is { } file ? Path.GetFileNameWithoutExtension(file.Name) : line.GetValue(flow)!;

    /// <summary>The flow that was named by its file; null when one of those deployed was named.</summary>
    public FileInfo? File(ParseResult line) => File(line.CommandResult);

    /// <summary>The same while the line is being read: what was typed of <c>--flow</c> may turn out to be no flow at all.</summary>
    public FileInfo? File(SymbolResult line) =>
        line.GetResult(flow) is { Tokens: [.., { Value: var name }] } && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? new(name) : null;

    /// <summary>Reads what is played, with the flow of a file in it, whether Connect would take it or not.</summary>
    /// <exception cref="InvalidDataException">It cannot be played; the message says why.</exception>
    /// <exception cref="UnsoundShopException">There is no shop to play it for.</exception>
    public Deployment ReadAsItIs(ParseResult line)
    {
        if (File(line) is not { } file)
        {
            return WithFlow(line, Deployment.ReadAsItIs(Folder(line), shop.Read(line, Folder(line)), ofTheShop: shop.Folder(line)));
        }

        // Whose flow it is has a shop of their own, or none.
        var folder = line.GetValue(deploy);
        var sold = shop.Read(line, folder is not null && Path.Exists(Path.Combine(folder.FullName, ShopFile.Name)) ? folder : null);
        return folder is null ? Deployment.Alone(file, sold) : Deployment.ReadAsItIs(folder, sold, file, shop.Folder(line));
    }

    /// <summary>Reads what is played, and the shop that it is played for.</summary>
    /// <exception cref="InvalidDataException">It cannot be played; the message says why.</exception>
    /// <exception cref="UnsoundShopException">There is no shop to play it for.</exception>
    public Deployment Read(ParseResult line) => Deployment.Read(Folder(line), shop.Read(line, Folder(line)), shop.Folder(line));

    /// <summary>Reads what is played, in which there must be the flow where calls begin.</summary>
    /// <exception cref="InvalidDataException">It cannot be played; the message says why.</exception>
    public Deployment ReadWithFlow(ParseResult line) => WithFlow(line, Read(line));

    Deployment WithFlow(ParseResult line, Deployment deployment) =>
        deployment.Flows.ContainsKey(Flow(line))
            ? deployment
            : throw new InvalidDataException(
                $"There is no flow {Flow(line)}; there are {string.Join(", ", deployment.Flows.Keys.Order(StringComparer.Ordinal))}.");

    /// <summary>What names the same folder and shop again on another command line.</summary>
    public string Typed(ParseResult line) => (line.GetValue(deploy) is { } folder ? $" --deploy {folder}" : "") + shop.Typed(line);

    /// <summary>The folder that it is read from.</summary>
    public DirectoryInfo Folder(ParseResult line) => line.GetValue(deploy) ?? ShopOption.DeployedFolder;
}
