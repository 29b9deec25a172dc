using System.CommandLine;
using System.Xml.Linq;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>--junit FILE</c>: what was checked, in the XML that builds read (https://github.com/testmoapp/junitxml).</summary>
static class JUnitReport
{
    public static Option<FileInfo> Option() => new("--junit") { Description = "Write the results as JUnit XML as well.", HelpName = "FILE" };

    /// <summary>Writes the file.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="suite">What was checked.</param>
    /// <param name="cases">Each that was checked: its name, and why it failed; empty when it did not.</param>
    /// <param name="cancellation">Stops writing.</param>
    public static async Task Write(
        FileInfo file, string suite, IReadOnlyCollection<(string Name, string Failure)> cases, CancellationToken cancellation)
    {
        var report = new XDocument(new XElement(
            "testsuites",
            new XElement(
                "testsuite",
                new XAttribute("name", suite),
                new XAttribute("tests", cases.Count),
                new XAttribute("failures", cases.Count(one => one.Failure.Length > 0)),
                cases.Select(one => new XElement(
                    "testcase",
                    new XAttribute("classname", suite),
                    new XAttribute("name", VisibleText.OneLine(one.Name)),
                    one.Failure.Length == 0 ? null : new XElement(
                        "failure", new XAttribute("message", VisibleText.OneLine(one.Failure.Split('\n')[0])), VisibleText.Lines(one.Failure)))))));
        await File.WriteAllTextAsync(file.FullName, $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{report}\n", cancellation);
    }
}
