using System.Text.Json;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary><c>hotline run --coverage</c>, <c>hotline flow draw</c> and <c>hotline export</c>: what calls take of the flows.</summary>
public sealed class CoverageCommandTests : IDisposable
{
    const string Call = """
        caller: +819012345678
        at: 2026-11-25T10:00+09:00
        loose
        heard: For English, press 2.
        pressed: 0
        hang up
        then: the caller hung up

        """;

    static readonly string Flows = Path.Combine(AppContext.BaseDirectory, "deploy", "flows");

    readonly Desk desk = new();

    public CoverageCommandTests() => desk.Put("one.call", Call);

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Coverage_below_all_fails_and_names_what_no_call_has_taken()
    {
        var ran = await desk.Type("run @one.call --coverage");

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith("1 call, 1 passed, 0 failed\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("more in which actions fail\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Never taken in ja-JP:\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Conversation/listen (never ran): ChangeDate, CancelOrder, Operator, Goodbye,", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_is_coloured_by_what_the_calls_have_taken()
    {
        await desk.Type("run @one.call --coverage-out @coverage.json");

        var chart = (await desk.Type($"flow draw {Flows} --coverage @coverage.json")).Succeeded().Output;

        Assert.Contains(":::never", chart, StringComparison.Ordinal);
        Assert.DoesNotContain(":::never", (await desk.Type($"flow draw {Flows}")).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_is_exported_and_what_a_test_case_cannot_say_is_told()
    {
        var ran = (await desk.Type("export @one.call --out @test.json")).Succeeded();

        using var test = JsonDocument.Parse(await File.ReadAllBytesAsync(desk.PathOf("test.json"), TestContext.Current.CancellationToken));
        Assert.Equal("2019-10-30", test.RootElement.GetProperty("Version").GetString());
        Assert.Contains("not exported: VOICE_CALL from ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("not exported: When it rings: ", ran.Error, StringComparison.Ordinal);
        Assert.Equal("", ran.Output);
    }

    [Fact]
    public async Task A_scenario_is_exported_with_its_entry_point_for_the_command_line_of_AWS()
    {
        var ran = (await desk.Type("export @one.call --cli-input-json")).Succeeded();

        using var input = JsonDocument.Parse(ran.Output);
        Assert.Equal("one", input.RootElement.GetProperty("Name").GetString());
        Assert.Equal("VOICE_CALL", input.RootElement.GetProperty("EntryPoint").GetProperty("Type").GetString());
        Assert.Contains("\"2019-10-30\"", input.RootElement.GetProperty("Content").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("VOICE_CALL", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_scenario_is_not_exported()
    {
        desk.Put("bad.call", "nonsense");

        (await desk.Type("export @bad.call")).FailedSaying("bad.call:1:1: \"nonsense\" is no line of a scenario");
    }
}
