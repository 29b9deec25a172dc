using System.Text.Json;

namespace OrderHotline.Hosts.Cli.Tests;

public sealed class FlowCommandTests : IDisposable
{
    const string Good =
        """{"Version":"2019-10-30","StartAction":"bye","Actions":[{"Identifier":"bye","Type":"DisconnectParticipant"}]}""";

    const string Bad =
        """{"Version":"2019-10-30","StartAction":"bye","Actions":[{"Identifier":"bye","Type":"Disconnect"}]}""";

    const string Doubtful = """
        {"Version":"2019-10-30","StartAction":"bye","Actions":[
        {"Identifier":"bye","Type":"DisconnectParticipant"},
        {"Identifier":"more","Type":"DisconnectParticipant"}]}
        """;

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_good_flow_needs_no_words()
    {
        desk.Put("Menu.json", Good);
        var ran = (await desk.Type("flow check @Menu.json")).Succeeded();
        Assert.Equal("1 flow, 0 errors, 0 warnings, 0 hints", ran.Output.Trim());
    }

    [Fact]
    public async Task An_error_is_told_with_its_file_and_its_action()
    {
        desk.Put("Menu.json", Bad);
        var ran = await desk.Type("flow check @Menu.json");
        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith(
            $"{desk.PathOf("Menu.json")}: bye: error: Disconnect is no type of action", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 flow, 1 error, 0 warnings, 0 hints", ran.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_alone_is_no_failure()
    {
        desk.Put("Menu.json", Doubtful);
        var ran = (await desk.Type("flow check @Menu.json")).Succeeded();
        Assert.Contains(": more: warning: ", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_flow_is_an_error_beside_the_others()
    {
        desk.Put("Menu.json", "no flow");
        desk.Put("Whisper.json", Good);
        var ran = await desk.Type("flow check @Menu.json @Whisper.json");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("Menu.json: error: This is no flow: it is no JSON", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 flows, 1 error, 0 warnings, 0 hints", ran.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_stands_for_the_flows_in_it()
    {
        desk.Put("Menu.json", Good);
        desk.Put("Whisper.json", Good);
        desk.Put("notes.txt", "no flow");
        var ran = (await desk.Type("flow check", desk.PathOf(""))).Succeeded();
        Assert.Equal("2 flows, 0 errors, 0 warnings, 0 hints", ran.Output.Trim());
    }

    [Fact]
    public async Task Machines_read_the_same_as_json()
    {
        desk.Put("Menu.json", Bad);
        var ran = await desk.Type("flow check --json @Menu.json");
        Assert.Equal(1, ran.ExitCode);
        using var json = JsonDocument.Parse(ran.Output);
        Assert.Equal((1, 1, 0), (Number("flows"), Number("errors"), Number("warnings")));
        var finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray().ToList());
        Assert.Equal(
            (desk.PathOf("Menu.json"), "Menu", "bye", "UnknownActionType", "error"),
            (Word("file"), Word("flow"), Word("action"), Word("fault"), Word("severity")));

        int Number(string name) => json.RootElement.GetProperty(name).GetInt32();
        string? Word(string name) => finding.GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told() =>
        (await desk.Type("flow check @Menu.json")).FailedSaying("Menu.json");

    [Fact]
    public async Task Two_flows_of_one_name_are_not_told_apart()
    {
        desk.Put("Menu.json", Good);
        desk.Put("Menu.txt", Good);
        (await desk.Type("flow check @Menu.json @Menu.txt")).FailedSaying("both called Menu");
    }

    [Theory]
    [InlineData("", "flowchart LR")]
    [InlineData("--format dot", "digraph flows {")]
    [InlineData("--flow Menu", "flowchart LR")]
    public async Task A_chart_is_written_on_the_output(string options, string beginning)
    {
        desk.Put("Menu.json", Good);
        Assert.StartsWith(beginning, (await desk.Type($"flow draw @Menu.json {options}")).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_of_another_kind_or_of_no_flow_is_refused()
    {
        desk.Put("Menu.json", Good);
        desk.Put("Bad.json", "no flow");
        (await desk.Type("flow draw @Menu.json --format png")).FailedSaying("--format is \"png\": it must be mermaid or dot.");
        (await desk.Type("flow draw @Menu.json --flow Main")).FailedSaying("--flow is \"Main\": it must be one of Menu.");
        (await desk.Type("flow draw @Bad.json")).FailedSaying("Bad.json: This is no flow: it is no JSON");
    }
}
