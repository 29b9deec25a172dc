using System.Diagnostics;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>A shop of its own, <c>samples/kimono</c>, in every command: closed on Sundays, parcels packed from noon.</summary>
public sealed class AnotherShopTests : IDisposable
{
    const string Wednesday = "--now 2026-12-23T10:00+09:00";
    const string AfterNoon = "--now 2026-12-23T12:00+09:00";

    static readonly string Kimono = $"--shop {Path.Combine(AppContext.BaseDirectory, "samples", "kimono", "shop.json")}";

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("日曜日", "nothing ships then; the nearest: 2026-12-26, 2026-12-28")]
    [InlineData("元日", "nothing ships then; the nearest: 2026-12-30, 2027-01-04")]
    [InlineData("1月14日", "too far ahead; the nearest: 2027-01-13")]
    [InlineData("土曜日", "can be had: 2026-12-26")]
    public async Task A_date_is_judged_by_its_policy(string said, string verdict) => Assert.Contains(
        $"Verdict  {verdict}\n", (await desk.Type($"date {said} {Wednesday} {Kimono}")).Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public async Task Its_own_calls_go_as_they_are_written_and_only_in_this_shop()
    {
        var calls = Path.Combine(AppContext.BaseDirectory, "samples", "kimono", "calls");

        Assert.EndsWith("4 calls, 4 passed, 0 failed\n", (await desk.Type($"run {calls} {Kimono}")).Succeeded().Output, StringComparison.Ordinal);
        Assert.EndsWith("4 calls, 0 passed, 4 failed\n", (await desk.Type($"run {calls}")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_property_holds_for_it() => Assert.DoesNotContain(
        ": broken", (await desk.Type($"explore --depth 5 {Wednesday} {Kimono}")).Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_variable_overrides_its_file_and_says_so()
    {
        // In a process of its own: every command of this one would hear of the variable.
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "hotline"), ["date", "土曜日", .. Wednesday.Split(' '), .. Kimono.Split(' ')])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HOTLINE_CLOSED_WEEKDAYS"] = "Saturday" },
        };
        using var hotline = Process.Start(start)!;
        var (output, error) = (
            await hotline.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            await hotline.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));

        Assert.Equal("HOTLINE_CLOSED_WEEKDAYS overrides $.shipping.closedWeekdays: Saturday\n", error);
        Assert.Contains("nothing ships then", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_is_recorded_says_with_which_shop_it_is_played_again()
    {
        desk.Put("input.txt", "\n1\n日曜日\n月曜日\nはい\n\n");

        var called = (await desk.Type($"call --input @input.txt {Wednesday} {Kimono} --record @new.call")).Succeeded().Output;

        Assert.EndsWith($"play it again with hotline run {desk.PathOf("new.call")} {Kimono}\n", called, StringComparison.Ordinal);
        Assert.EndsWith("1 call, 1 passed, 0 failed\n", (await desk.Type($"run @new.call {Kimono}")).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_hears_that_its_cut_off_has_passed()
    {
        desk.Put("input.txt", "\n1\nあした\n");

        var ran = await desk.Type($"call --input @input.txt {AfterNoon} {Kimono}");

        Assert.Contains("2026-12-23 12:00:00 (UTC+09)", ran.Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("その日の発送には間に合いません。", ran.Output, StringComparison.Ordinal);
    }
}
