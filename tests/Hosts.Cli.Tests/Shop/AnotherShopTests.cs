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
    public async Task A_call_hears_that_its_cut_off_has_passed()
    {
        desk.Put("input.txt", "\n1\n1\nあした\n");

        var ran = await desk.Type($"call --input @input.txt {AfterNoon} {Kimono}");

        Assert.Contains("2026-12-23 12:00:00 (UTC+09)", ran.Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("その日の発送には間に合いません。", ran.Output, StringComparison.Ordinal);
    }
}
