using System.Security.Cryptography;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli;

/// <summary>The bot of <c>bot/*.json</c>, which is written as CloudFormation takes it, and what its version and alias say of each locale.
/// </summary>
static class DeployedBot
{
    const string Name = "Name";

    /// <summary>What names in the parts of the template stand for.</summary>
    /// <param name="folder">The folder of the bot's files.</param>
    /// <param name="ofTheShop">Where the shop's own locales are; null for nowhere.</param>
    /// <param name="codeHook">The logical name of the function that the bot asks.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InvalidDataException">A file is not what it should be; the message names it and says what is wrong.</exception>
    public static async Task<IReadOnlyDictionary<string, YamlNode>> Read(
        DirectoryInfo folder, DirectoryInfo? ofTheShop, string codeHook, CancellationToken cancellation)
    {
        var bot = await Json(Path.Combine(folder.FullName, "OrderBot.json"), cancellation);
        // A bot of that name is the stack's, so the stack names it.
        bot.Children.Remove(new YamlScalarNode(Name));
        var locales = new List<YamlMappingNode>();
        foreach (var file in folder.GetFiles("OrderBot.*_*.json").Concat(ofTheShop?.GetFiles("OrderBot.*_*.json") ?? []).DistinctBy(file => file.Name)
            .OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            locales.Add(await Json(file.FullName, cancellation));
        }

        var whole = new YamlMappingNode("Bot", bot, "BotLocales", new YamlSequenceNode(locales));
        return new Dictionary<string, YamlNode>
        {
            ["Bot"] = bot,
            ["BotLocales"] = whole["BotLocales"],
            ["BotHash"] = YamlText.Text(Hash(YamlText.Write(whole))),
            ["VersionLocales"] = OfEach(locales, "BotVersionLocaleDetails", () => new("SourceBotVersion", "DRAFT")),
            ["AliasLocales"] = OfEach(locales, "BotAliasLocaleSetting", () => new(
                "Enabled", "true",
                "CodeHookSpecification", new YamlMappingNode("LambdaCodeHook", new YamlMappingNode(
                    "LambdaArn", new YamlScalarNode($"{codeHook}.Arn") { Tag = "!GetAtt" }, "CodeHookInterfaceVersion", YamlText.Text("1.0"))))),
        };
    }

    /// <summary>Twelve letters and digits that change with a text.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    static YamlSequenceNode OfEach(IEnumerable<YamlMappingNode> locales, string what, Func<YamlMappingNode> said) => new(
        locales.Select(locale => new YamlMappingNode("LocaleId", locale["LocaleId"], what, said())));

    static async Task<YamlMappingNode> Json(string file, CancellationToken cancellation) => YamlText.Read(file, await InputFile.Text(file, cancellation));
}
