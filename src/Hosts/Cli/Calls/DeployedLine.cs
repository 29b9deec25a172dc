using System.CommandLine;
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

    public string Flow(ParseResult line) => line.GetValue(flow)!;

    /// <summary>Reads what is played, and the shop that it is played for.</summary>
    /// <exception cref="InvalidDataException">It cannot be played; the message says why.</exception>
    /// <exception cref="UnsoundShopException">There is no shop to play it for.</exception>
    public Deployment Read(ParseResult line) => Deployment.Read(Folder(line), shop.Read(line, Folder(line)));

    /// <summary>Reads what is played, in which there must be the flow where calls begin.</summary>
    /// <exception cref="InvalidDataException">It cannot be played; the message says why.</exception>
    public Deployment ReadWithFlow(ParseResult line)
    {
        var deployment = Read(line);
        return deployment.Flows.ContainsKey(Flow(line))
            ? deployment
            : throw new InvalidDataException(
                $"There is no flow {Flow(line)}; there are {string.Join(", ", deployment.Flows.Keys.Order(StringComparer.Ordinal))}.");
    }

    /// <summary>What names the same folder and shop again on another command line.</summary>
    public string Typed(ParseResult line) => (line.GetValue(deploy) is { } folder ? $" --deploy {folder}" : "") + shop.Typed(line);

    /// <summary>The folder that it is read from.</summary>
    public DirectoryInfo Folder(ParseResult line) => line.GetValue(deploy) ?? ShopOption.DeployedFolder;
}
