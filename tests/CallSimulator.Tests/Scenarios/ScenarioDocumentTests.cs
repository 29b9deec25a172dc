using System.Text.RegularExpressions;
using OrderHotline.CallSimulator.Scenarios;
using static OrderHotline.CallSimulator.Tests.Deployed;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>docs/scenarios.md is true: its example passes, and its lines can be read.</summary>
public sealed partial class ScenarioDocumentTests
{
    const string Nothing = "caller: withheld\nat: 2026-11-25T10:00+09:00\n";

    static readonly string Document = Read();

    public static TheoryData<string> Lines =>
        [.. Rows().Matches(Document).Select(row => row.Groups["line"].Value.Replace("\\|", "|", StringComparison.Ordinal))];

    [Fact]
    public async Task The_example_passes() => await Passes(Example().Match(Document).Groups["text"].Value);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_line_can_be_read(string line)
    {
        var start = string.Concat(Nothing.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(needed => needed[..needed.IndexOf(':', StringComparison.Ordinal)] != line.Split(':')[0])
            .Select(needed => $"{needed}\n"));

        var written = ScenarioText.Write(ScenarioText.Read("docs", $"{start}{line}\n"));

        // The usual flow goes without saying.
        Assert.True(line == "flow: Reception" || written.Split('\n').Contains(line), written);
    }

    [Fact]
    public void Every_kind_of_line_is_shown() => Assert.InRange(Lines.Count, 28, int.MaxValue);

    static string Read()
    {
        using var reader = new StreamReader(typeof(ScenarioDocumentTests).Assembly.GetManifestResourceStream("scenarios.md")!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"```call\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| `(?<line>[^`]*)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rows();
}
