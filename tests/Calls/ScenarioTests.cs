using OrderHotline.Adapters.Local;

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

        if (await Runner.Run(ScenarioText.Read(file, text), TestContext.Current.CancellationToken) is ScenarioResult.Diverged(_, var difference))
        {
            Assert.Fail(difference.Explain(file, text));
        }
    }

    [Fact]
    public void Both_languages_have_scenarios_enough()
    {
        Assert.InRange(Files.Count(file => file.Data.StartsWith("ja/", StringComparison.Ordinal)), 30, int.MaxValue);
        Assert.InRange(Files.Count(file => file.Data.StartsWith("en/", StringComparison.Ordinal)), 30, int.MaxValue);
    }
}
