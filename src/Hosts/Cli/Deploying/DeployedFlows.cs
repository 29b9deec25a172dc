using System.Text;
using System.Text.Json;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli;

/// <summary>The flows of <c>flows/*.json</c> with the shop's words in them, as they are committed but for what ends a line: <c>${Function.Arn}</c>
/// in them is what CloudFormation fills in.</summary>
static class DeployedFlows
{
    /// <summary>An entry for each flow, by its logical name.</summary>
    /// <param name="folder">The folder of the flows.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InvalidDataException">A file is no flow, or has no type; the message names it and says what is wrong.</exception>
    public static async Task<YamlMappingNode> Read(DirectoryInfo folder, Shop shop, CancellationToken cancellation)
    {
        var flows = new YamlMappingNode();
        foreach (var (name, file) in FlowFiles.At([folder.FullName]))
        {
            var json = await FlowFiles.Read(file, bytes => Deployment.Rendered(bytes, name, shop), cancellation);
            var text = Encoding.UTF8.GetString(json).ReplaceLineEndings("\n");
            flows.Add(name, Entry(file, text));
        }

        return flows;
    }

    /// <summary>What each of these flows does, see <see cref="FlowContent.Hash"/>.</summary>
    public static IReadOnlyDictionary<string, string> Hashes(YamlMappingNode flows) =>
        flows.ToDictionary(flow => $"{flow.Key}", flow => $"{flow.Value["FlowHash"]}");

    static YamlMappingNode Entry(string file, string flow)
    {
        using var json = JsonDocument.Parse(flow);
        return new(
            "FlowType", Metadata("type"),
            "FlowDescription", YamlText.Text(Metadata("description")),
            "FlowHash", YamlText.Text(FlowContent.Hash(flow)),
            "FlowNeeds", new YamlSequenceNode(Needs(flow).Select(need => new YamlScalarNode(need))),
            "FlowContent", YamlText.Text(flow));

        string Metadata(string name) =>
            json.RootElement.TryGetProperty("Metadata", out var metadata) && metadata.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text
                ? text
                : throw new InvalidDataException($"{file}: Metadata has no {name}: Connect must be told it.");
    }

    // What makes the functions that it names the instance's own.
    static IEnumerable<string> Needs(string flow) => Enum.GetNames<ConnectFunction>()
        .Where(function => flow.Contains($"${{{function}.Arn}}", StringComparison.Ordinal)).Select(function => $"{function}InConnect");
}
