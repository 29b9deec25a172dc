using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Calls.Tests;

/// <summary>Every call of Scenarios/ goes as it is written.</summary>
public sealed class ScenarioTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Scenarios");

    static readonly ScenarioRunner Runner = new(Deployment.Read(new(Path.Combine(AppContext.BaseDirectory, "deploy"))));

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Folder, "*.call", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_call_goes_as_it_is_written(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken);

        var result = await Runner.Run(ScenarioText.Read(file, text), TestContext.Current.CancellationToken);

        if (result is ScenarioResult.Diverged(_, var difference))
        {
            Assert.Fail(difference.Explain(file, text));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task It_goes_so_too_where_the_bot_keeps_its_session_attributes(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken);
        var scenario = ScenarioText.Read(file, text);

        var result = await Runner.Run(
            scenario with { Start = scenario.Start with { SessionAttributes = SessionAttributesOf.TheBot } }, TestContext.Current.CancellationToken);

        Assert.IsType<ScenarioResult.Passed>(result);
    }

    /// <summary>Those in which everything has to be written.</summary>
    public static TheoryData<string> StrictFiles =>
        [.. Files.Select(file => file.Data).Where(file => !File.ReadLines(Path.Combine(Folder, file)).Contains("loose"))];

    [Theory]
    [MemberData(nameof(StrictFiles))]
    public async Task Every_line_of_the_call_matters(string file)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken);
        var idle = new List<string>();
        for (var number = 0; number < lines.Length; number++)
        {
            var without = string.Join('\n', lines.Where((_, index) => index != number));
            if (lines[number] is [not '#', ..] && await Passes(file, without))
            {
                idle.Add(lines[number]);
            }
        }

        Assert.Empty(idle);
    }

    [Fact]
    public void Both_languages_have_scenarios_enough()
    {
        Assert.InRange(Files.Count(file => file.Data.StartsWith("ja/", StringComparison.Ordinal)), 30, int.MaxValue);
        Assert.InRange(Files.Count(file => file.Data.StartsWith("en/", StringComparison.Ordinal)), 30, int.MaxValue);
    }

    static async Task<bool> Passes(string file, string text)
    {
        try
        {
            return await Runner.Run(ScenarioText.Read(file, text), TestContext.Current.CancellationToken) is ScenarioResult.Passed;
        }
        catch (Exception refused) when (refused is ScenarioFormatException or InvalidDataException)
        {
            return false;
        }
    }
}
