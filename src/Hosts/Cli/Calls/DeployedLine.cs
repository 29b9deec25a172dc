using System.CommandLine;
using OrderHotline.Adapters.Local;

namespace OrderHotline.Hosts.Cli;

/// <summary>What is played: the option that commands with whole calls have in common.</summary>
sealed class DeployedLine
{
    readonly Option<DirectoryInfo> deploy = new Option<DirectoryInfo>("--deploy")
    {
        Description = "Play what this folder would deploy: flows/*.json, bot/*.json and OperatorHours.json. Default: the line's own.",
        HelpName = "FOLDER",
    }.AcceptExistingOnly();

    public Command TakeOption(Command command)
    {
        command.Add(deploy);
        return command;
    }

    /// <summary>Reads what is played.</summary>
    /// <exception cref="InvalidDataException">It cannot be played; the message says why.</exception>
    public Deployment Read(ParseResult line) =>
        Deployment.Read(Folder(line));

    /// <summary>The folder that it is read from.</summary>
    public DirectoryInfo Folder(ParseResult line) => line.GetValue(deploy) ?? new(Path.Combine(AppContext.BaseDirectory, "deploy"));
}
