namespace OrderHotline.Hosts.Cli.Tests;

/// <summary><c>samples/watchmaker</c>: a shop that asks callers for proof.</summary>
public sealed class AskingForProofTests : IDisposable
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "watchmaker");
    static readonly string Shop = $"--shop {Path.Combine(Folder, "shop.json")}";

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Its_calls_go_as_they_are_written() => Assert.EndsWith(
        "3 calls, 3 passed, 0 failed\n", (await desk.Type($"run {Path.Combine(Folder, "calls")} {Shop}")).Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public async Task Every_property_holds_for_it() => Assert.DoesNotContain(
        ": broken", (await desk.Type($"explore --depth 3 --now 2026-11-25T10:00+09:00 {Shop}")).Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_message_with_a_code_is_seen_on_the_desk()
    {
        desk.Put("input.txt", "cancel my order\nyes\n(hang up)\n");

        var called = (await desk.Type($"call --language en-US --input @input.txt --now 2026-11-25T10:00+09:00 {Shop}")).Succeeded().Output;

        Assert.Matches("Message   Tokei Kobo: [0-9]{6} is your code to CANCEL order 201\\.", called);
    }
}
