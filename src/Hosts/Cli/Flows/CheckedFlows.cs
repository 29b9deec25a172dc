using System.Collections.Immutable;
using OrderHotline.CallSimulator;
using OrderHotline.ContactFlows;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>The files of one command line, read and checked as one set.</summary>
sealed record CheckedFlows(IReadOnlyDictionary<string, string> FileByFlow, ImmutableArray<FlowFinding> Findings)
{
    public int Files => FileByFlow.Count;

    public int Count(FindingSeverity severity) => Findings.Count(finding => finding.Severity == severity);

    public string FileOf(FlowFinding finding) => FileByFlow[finding.Flow];

    /// <summary>Reads and checks files.</summary>
    /// <param name="paths">The files, and folders of them.</param>
    /// <param name="languages">The languages that callers are offered; none where that is not known.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InvalidDataException">Two files have the same name, and a placeholder could mean either.</exception>
    public static async Task<CheckedFlows> Read(string[] paths, IEnumerable<Language> languages, CancellationToken cancellation)
    {
        var files = new Dictionary<string, string>();
        var flows = new Dictionary<string, Flow>();
        var unreadable = new List<FlowFinding>();
        foreach (var (name, file) in FlowFiles.At(paths))
        {
            files.Add(name, file);
            try
            {
                flows.Add(name, Flow.Read(await InputFile.Bytes(file, cancellation)));
            }
            catch (FlowFormatException malformed)
            {
                unreadable.Add(FlowFinding.From(name, malformed));
            }
        }

        var contract = Deployment.Contract with { Languages = [.. languages.Select(language => language.ToString())] };
        return new(
            files,
            [.. unreadable.Concat(FlowCheck.Check(flows, contract)).OrderBy(finding => finding.Flow, StringComparer.Ordinal)]);
    }
}
