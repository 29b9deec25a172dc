namespace OrderHotline.Hosts.Cli.Tests;

/// <summary><c>samples/workshop</c>: the flow, the bot and the words of 2018 in front of the line's functions.</summary>
public sealed class WorkshopTests : IDisposable
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "workshop");

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Its_calls_go_as_they_are_written() => Assert.EndsWith(
        "5 calls, 5 passed, 0 failed\n",
        (await desk.Type($"run {Path.Combine(Folder, "calls")} --deploy {Folder}")).Succeeded().Output,
        StringComparison.Ordinal);

    [Fact]
    public async Task Connect_takes_its_flow() => Assert.Contains(
        "1 flow, 0 errors, ", (await desk.Type($"flow check {Path.Combine(Folder, "flows")}")).Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_flow_that_reads_what_no_function_answers_would_be_told()
    {
        Directory.CreateDirectory(desk.PathOf("flows"));
        var flow = await File.ReadAllTextAsync(Path.Combine(Folder, "flows", "Workshop.json"), TestContext.Current.CancellationToken);
        desk.Put(Path.Combine("flows", "Workshop.json"), flow.Replace("$.External.recordFound", "$.External.recordFond", StringComparison.Ordinal));

        var check = await desk.Type("flow check @flows");

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("recordFond", check.Output, StringComparison.Ordinal);
    }
}
