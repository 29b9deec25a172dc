using System.Xml.Linq;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary><c>hotline run</c>, <c>hotline call --record</c> and <c>hotline transcript</c>: whole calls as files.</summary>
public sealed class ScenarioCommandTests : IDisposable
{
    const string Call = """
        # The caller hangs up at the greeting.
        loose
        caller: +819012345678
        at: 2026-11-25T10:00+09:00
        order: 100 | <Jacket> | 髙﨑 花 | ships 2026-11-30 | placed
        silent
        heard: <Jacket>
        hang up
        then: the caller hung up

        """;

    const string Morning = "--now 2026-11-25T10:00+09:00";

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Every_call_in_a_folder_and_the_folders_inside_is_played()
    {
        Directory.CreateDirectory(desk.PathOf("calls/more"));
        desk.Put("calls/one.call", Call);
        desk.Put("calls/more/two.call", Call);
        desk.Put("calls/notes.txt", "no call");

        var ran = (await desk.Type("run @calls")).Succeeded();

        Assert.Equal("2 calls, 2 passed, 0 failed\n", ran.Output);
    }

    [Fact]
    public async Task A_call_that_goes_otherwise_is_told_with_its_line_and_the_others_are_played_all_the_same()
    {
        desk.Put("a.call", Call.Replace("heard: <Jacket>", "heard: Hat", StringComparison.Ordinal));
        desk.Put("b.call", "nonsense");
        desk.Put("c.call", Call);

        var ran = await desk.Type("run @a.call @b.call @c.call");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("a.call:7\n  expected: heard: Hat\n  but: no prompt at this point fits.", ran.Output, StringComparison.Ordinal);
        Assert.Contains(">   7 | heard: Hat", ran.Output, StringComparison.Ordinal);
        Assert.Contains("b.call:1:1: \"nonsense\" is no line of a scenario", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("3 calls, 1 passed, 2 failed\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strict_call_that_goes_otherwise_now_is_written_anew_when_that_is_accepted()
    {
        desk.Put("input.txt", "0\n(hang up)");
        (await desk.Type($"call {Morning} --input @input.txt --record @kept.call")).Succeeded();
        var recorded = await File.ReadAllTextAsync(desk.PathOf("kept.call"), TestContext.Current.CancellationToken);
        desk.Put("kept.call", $"# Zero at the greeting.\n{recorded.Replace("おつなぎいたします", "おつなぎしました", StringComparison.Ordinal)}");
        desk.Put("loose.call", Call.Replace("heard: <Jacket>", "heard: Hat", StringComparison.Ordinal));
        var loose = await File.ReadAllTextAsync(desk.PathOf("loose.call"), TestContext.Current.CancellationToken);

        var ran = await desk.Type("run @kept.call @loose.call --accept");

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith($"written anew: {desk.PathOf("kept.call")}\n", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 calls, 1 passed, 1 failed\n", ran.Output, StringComparison.Ordinal);
        Assert.Equal(
            $"# Zero at the greeting.\n{recorded}",
            await File.ReadAllTextAsync(desk.PathOf("kept.call"), TestContext.Current.CancellationToken));
        Assert.Equal(loose, await File.ReadAllTextAsync(desk.PathOf("loose.call"), TestContext.Current.CancellationToken));
        (await desk.Type("run @kept.call")).Succeeded();
    }

    [Fact]
    public async Task What_is_not_there_is_told()
    {
        Directory.CreateDirectory(desk.PathOf("empty"));

        (await desk.Type("run @nowhere")).FailedSaying("There is no file or folder ", "nowhere.");
        (await desk.Type("run @empty")).FailedSaying("There is no scenario in ", "their names end in .call.");
    }

    [Theory]
    [InlineData("\n1\n来週の水曜日\nはい\n\n", "")]
    [InlineData("2\n1", "--language en-US --fail CancelOrder")]
    [InlineData("0\n1", "--operators full")]
    [InlineData("\n(operator)\n", "--from withheld --hang OrderTableRead")]
    [InlineData("\n2\n", "--from +819033334444")]
    public async Task A_call_that_is_recorded_passes_at_once(string input, string options)
    {
        desk.Put("input.txt", input);
        var called = (await desk.Type($"call {Morning} --input @input.txt --record @new.call {options}")).Succeeded();
        Assert.Contains($"Recorded in new.call; play it again with hotline run {desk.PathOf("new.call")}", called.Output, StringComparison.Ordinal);

        var ran = (await desk.Type("run @new.call")).Succeeded();

        Assert.Equal("1 call, 1 passed, 0 failed\n", ran.Output);
    }

    [Fact]
    public async Task A_recording_never_replaces_a_file()
    {
        desk.Put("old.call", Call);
        desk.Put("input.txt", "");

        (await desk.Type($"call {Morning} --input @input.txt --record @old.call"))
            .FailedSaying("old.call is there already: name another file, or delete it first.");

        Assert.Equal(Call, await File.ReadAllTextAsync(desk.PathOf("old.call"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_call_on_orders_that_are_not_in_memory_is_not_recorded() =>
        (await desk.Type("call --dynamodb http://127.0.0.1:1 --record @new.call"))
            .FailedSaying("--record writes down the orders as well, and sees only those in memory");

    [Fact]
    public async Task A_transcript_tells_the_call_the_order_and_the_way_through_the_flows()
    {
        desk.Put("one.call", Call);

        var ran = (await desk.Type("transcript @one.call")).Succeeded();

        Assert.StartsWith(
            "one.call\nThe caller hangs up at the greeting.\n+81********78 calls, Wednesday 2026-11-25 10:00:00 (UTC+09).\n"
                + "Before    order 100 · <Jacket> · ships 2026-11-30 · placed · 0 messages owed\n",
            ran.Output,
            StringComparison.Ordinal);
        Assert.Contains("\nCaller    (silence)\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\nAfter     order 100", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\nPath      Reception: flow-log > ", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transcript_for_a_browser_is_one_page_that_needs_nothing_else()
    {
        desk.Put("one.call", Call);

        (await desk.Type("transcript @one.call --html @one.html")).Succeeded();

        var page = await File.ReadAllTextAsync(desk.PathOf("one.html"), TestContext.Current.CancellationToken);
        Assert.Contains("&lt;Jacket&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<Jacket>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", page, StringComparison.Ordinal);
        Assert.Contains("会話 / Conversation", page, StringComparison.Ordinal);

        var (start, end) = (page.IndexOf("<svg", StringComparison.Ordinal), page.IndexOf("</svg>", StringComparison.Ordinal) + "</svg>".Length);
        var picture = XDocument.Parse(page[start..end]);
        Assert.Contains(picture.Descendants(), text => text.Value.StartsWith("language-offer: Input", StringComparison.Ordinal));
        Assert.Contains(picture.Descendants(), text => text.Value == "Conversation");
    }

    [Fact]
    public async Task A_transcript_of_a_call_that_goes_otherwise_says_so()
    {
        desk.Put("one.call", Call.Replace("heard: <Jacket>", "heard: Hat", StringComparison.Ordinal));

        var ran = await desk.Type("transcript @one.call");

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith("The call goes otherwise than written", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Line      お電話ありがとうございます。", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_scenario_has_no_transcript()
    {
        desk.Put("one.call", "caller: me");

        (await desk.Type("transcript @one.call")).FailedSaying("one.call:1:9: \"me\" is no telephone number");
    }
}
