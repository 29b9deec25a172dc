using System.CommandLine;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline shop</c>: the file that says what a shop is.</summary>
static class ShopCommand
{
    public static Command Create() => new("shop", "Checks, shows and fills the file that says what a shop is.")
    {
        Check(),
        Show(),
        HolidaysCommand.Create(),
    };

    static Command Check()
    {
        var (file, json) = (FileArgument(), JsonReport.Option());
        var command = new Command("check", "Says everything that is wrong with a shop's file, and what would be right.") { file, json };
        command.SetAction(async (line, _) =>
        {
            var (path, output) = (line.GetValue(file)!, line.InvocationConfiguration.Output);
            IReadOnlyList<ShopSetting> settings;
            try
            {
                settings = Checked(path);
            }
            catch (UnsoundShopException unsound) when (line.GetValue(json))
            {
                await WriteJson(output, [], unsound.Problems);
                throw;
            }

            if (line.GetValue(json))
            {
                await WriteJson(output, settings, []);
                return ExitCodes.Ok;
            }

            await output.WriteLineAsync($"{path.Name}: {settings.Count} settings, nothing to mend.");
            return ExitCodes.Ok;
        });
        return command;
    }

    // With the flows and the bot that are beside it, or those of the line: a language is theirs, too.
    static IReadOnlyList<ShopSetting> Checked(FileInfo file)
    {
        var (shop, settings) = ShopOption.Read(file, Environment.GetEnvironmentVariable);
        var folder = Directory.Exists(Path.Combine(file.DirectoryName!, "flows")) ? file.Directory! : ShopOption.DeployedFolder;
        string[] lacking = [.. Deployment.ReadAsItIs(folder, shop, ofTheShop: file.Directory).WhatLanguagesLack()];
        return lacking.Length == 0 ? settings : throw new UnsoundShopException(file.Name, lacking);
    }

    static Command Show()
    {
        var (file, json) = (FileArgument(), JsonReport.Option());
        var command = new Command("show", "Prints every setting that counts, and where it comes from.") { file, json };
        command.SetAction(async (line, _) =>
        {
            var (_, settings) = ShopOption.Read(line.GetValue(file)!, Environment.GetEnvironmentVariable);
            if (line.GetValue(json))
            {
                await WriteJson(line.InvocationConfiguration.Output, settings, []);
                return ExitCodes.Ok;
            }

            var (path, source) = (settings.Max(setting => setting.Path.Length), settings.Max(setting => Source(setting).Length));
            foreach (var setting in settings)
            {
                await line.InvocationConfiguration.Output.WriteLineAsync(VisibleText.OneLine(
                    $"{setting.Path.PadRight(path)}  {Source(setting).PadRight(source)}  {(setting.Value.Length == 0 ? "-" : setting.Value)}"));
            }

            return 0;
        });
        return command;
    }

    static Task WriteJson(TextWriter output, IReadOnlyList<ShopSetting> settings, IReadOnlyCollection<string> problems) => JsonReport.Write(
        output,
        writer =>
        {
            writer.List("settings", settings, setting =>
            {
                writer.WriteString("setting", setting.Path);
                writer.WriteString("source", Source(setting));
                writer.WriteString("value", setting.Value);
            });
            writer.WriteStartArray("problems");
            foreach (var problem in problems)
            {
                writer.WriteStringValue(LogText.Masked(problem));
            }

            writer.WriteEndArray();
        });

    static string Source(ShopSetting setting) => setting.Source switch
    {
        SettingSource.Default => "default",
        SettingSource.File => "file",
        SettingSource.Environment => setting.Variable,
        _ => throw new NotSupportedException($"No words for {setting.Source}."),
    };

    static Argument<FileInfo> FileArgument() => new("FILE.json")
    {
        Description = $"The shop's file. Default: the {ShopFile.Name} of the line's own.",
        DefaultValueFactory = _ => new(Path.Combine(ShopOption.DeployedFolder.FullName, ShopFile.Name)),
    };
}
