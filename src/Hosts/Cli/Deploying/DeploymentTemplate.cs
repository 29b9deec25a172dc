using OrderHotline.Adapters.Connect;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli;

/// <summary>The CloudFormation template of a shop's line, rendered from what is deployed anyway and from hand-written parts.</summary>
static class DeploymentTemplate
{
    /// <summary>Its file, in the folder that is deployed.</summary>
    public const string Name = "template.yaml";

    /// <summary>How many bytes CloudFormation takes at most, from a bucket
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html).</summary>
    public const int Largest = 1024 * 1024;

    const string Heading = "# Rendered by \"hotline deploy render\" from template/*.yaml, flows, bot, trust and shop.json: change those, not this.\n";

    /// <summary>Renders it; the same files make the same bytes.</summary>
    /// <param name="folder">The folder that is deployed.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="ofTheShop">Where the bot's locales are that the shop adds; null for nowhere.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InvalidDataException">A file is not what it should be; the message names it and says what is wrong.</exception>
    public static async Task<string> Render(DirectoryInfo folder, Shop shop, DirectoryInfo? ofTheShop, CancellationToken cancellation)
    {
        var files = Files(folder);
        DirectoryInfo In(string name) => new(Path.Combine(folder.FullName, name));
        var values = new Dictionary<string, YamlNode>(await DeployedBot.Read(In("bot"), ofTheShop, OrderDialogHandler.FunctionName, cancellation))
        {
            ["Trust"] = await Variables(Path.Combine(folder.FullName, "trust", "variables.env"), cancellation),
            ["TimeZone"] = new YamlScalarNode(shop.OperatorHours.Zone.Id),
            ["Hours"] = DeployedHours.Week(shop.OperatorHours),
            ["Overrides"] = DeployedHours.Overrides(shop.OperatorHours),
        };
        var lists = new Dictionary<string, YamlMappingNode> { ["Flow"] = await DeployedFlows.Read(In("flows"), shop, cancellation) };
        var parts = new TemplateParts(values, lists);
        var holds = new Dictionary<string, bool> { ["the shop asks for proof"] = shop.Verification.IsOn };
        foreach (var file in files)
        {
            parts.Add(file.Name, YamlText.Read(file.Name, await InputFile.Text(file.FullName, cancellation)), holds);
        }

        return Heading + YamlText.Write(parts.Together());
    }

    static List<FileInfo> Files(DirectoryInfo folder)
    {
        var parts = new DirectoryInfo(Path.Combine(folder.FullName, "template"));
        var files = parts.Exists ? parts.GetFiles("*.yaml").OrderBy(file => file.Name, StringComparer.Ordinal).ToList() : [];
        return files.Count > 0 ? files : throw new InvalidDataException($"There is no part of a template in {parts.FullName}: their names end in .yaml.");
    }

    // Lines such as SSL_CERT_FILE=/var/task/amazon-roots.pem.
    static async Task<YamlMappingNode> Variables(string file, CancellationToken cancellation)
    {
        var variables = new YamlMappingNode();
        foreach (var line in (await InputFile.Text(file, cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('=', count: 2) is not [var name, var value])
            {
                throw new InvalidDataException($"{file}: \"{line}\" must be a variable and its value, with = between.");
            }

            if (variables.Children.ContainsKey(new YamlScalarNode(name)))
            {
                throw new InvalidDataException($"{file}: {name} is there twice.");
            }

            variables.Add(name, YamlText.Text(value));
        }

        return variables;
    }
}
