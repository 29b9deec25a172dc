using System.CommandLine;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>--shop</c>: the shop that a command works for.</summary>
sealed class ShopOption
{
    readonly Option<FileInfo> shop = new Option<FileInfo>("--shop")
    {
        Description = $"Work for the shop of this file. Default: {ShopFile.Name} beside what is deployed. HOTLINE_… variables override it.",
        HelpName = "FILE.json",
    }.AcceptExistingOnly();

    /// <summary>The folder that is deployed when nobody names another.</summary>
    public static DirectoryInfo DeployedFolder { get; } = new(Path.Combine(AppContext.BaseDirectory, "deploy"));

    public Command AddTo(Command command)
    {
        command.Add(shop);
        return command;
    }

    /// <summary>What names the same shop again on another command line; empty for that of the deployed folder.</summary>
    public string Typed(ParseResult line) => line.GetValue(shop) is { } file ? $" --shop {file}" : "";

    /// <summary>Reads the shop, and tells on the errors which variables override its file.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="deployed">The folder that is deployed.</param>
    /// <exception cref="UnsoundShopException">There is none to work for; the message lists everything that is wrong.</exception>
    public Shop Read(ParseResult line, DirectoryInfo? deployed = null)
    {
        var file = File(line, deployed ?? DeployedFolder);
        var (read, settings) = Read(file, Environment.GetEnvironmentVariable);
        foreach (var setting in settings.Where(setting => setting.Source == SettingSource.Environment))
        {
            line.InvocationConfiguration.Error.WriteLine(
                LogText.Masked($"{setting.Variable} overrides {setting.Path}: {setting.Value}"));
        }

        return read;
    }

    /// <summary>Reads the shop that was named, or else that of a folder that has one.</summary>
    /// <returns>Null where there is neither.</returns>
    /// <exception cref="UnsoundShopException">There is one that nobody can work for; the message lists everything that is wrong.</exception>
    public Shop? ReadIfAny(ParseResult line, DirectoryInfo? deployed) =>
        line.GetValue(shop) is not null || (deployed is not null && Path.Exists(Path.Combine(deployed.FullName, ShopFile.Name)))
            ? Read(line, deployed)
            : null;

    /// <summary>The shop's file: the one that was named, or that of the folder that is deployed.</summary>
    public FileInfo File(ParseResult line, DirectoryInfo deployed) => line.GetValue(shop) ?? new(Path.Combine(deployed.FullName, ShopFile.Name));

    /// <summary>The folder of the shop's file.</summary>
    public DirectoryInfo? Folder(ParseResult line) => line.GetValue(shop)?.Directory;

    /// <summary>Reads a shop's file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="variable">Gives the value of an environment variable, which overrides the file.</param>
    /// <exception cref="UnsoundShopException">There is none to work for; the message lists everything that is wrong.</exception>
    public static (Shop Shop, IReadOnlyList<ShopSetting> Settings) Read(FileInfo file, Func<string, string?> variable)
    {
        if (Directory.Exists(file.FullName))
        {
            throw new UnsoundShopException(file.Name, [$"{file.FullName} is a folder: name a file."]);
        }

        if (!file.Exists)
        {
            throw new UnsoundShopException(file.Name, [$"There is no {file.FullName}: write one there, or name another file."]);
        }

        return ShopFile.ReadFrom(file.FullName, variable) switch
        {
            ShopReading.Sound(var sound, var settings) => (sound, settings()),
            ShopReading.Unsound(var problems) => throw new UnsoundShopException(file.Name, problems),
            var other => throw new NotSupportedException($"No shop for {other.GetType().Name}."),
        };
    }
}

/// <summary>No shop can be worked for by this file: a usage error, which nothing was played for.</summary>
sealed class UnsoundShopException(string file, IReadOnlyCollection<string> problems)
    : Exception($"{file}: {(problems.Count == 1 ? "1 thing" : $"{problems.Count} things")} must be mended.")
{
    /// <summary>Everything that is wrong, a sentence each.</summary>
    public IReadOnlyCollection<string> Problems { get; } = problems;
}
