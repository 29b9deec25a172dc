using System.Text.Json;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>The table of <c>docs/spoken-dates.md</c> says what <c>hotline date</c> says.</summary>
public sealed class TruthTableTests : IDisposable
{
    readonly Desk desk = new();

    public static TheoryData<string, string, string, string, string> Rows
    {
        get
        {
            using var page = new StreamReader(typeof(TruthTableTests).Assembly.GetManifestResourceStream("spoken-dates.md")!);
            var rows = new TheoryData<string, string, string, string, string>();
            foreach (var cells in page.ReadToEnd().Split('\n').Where(line => line.StartsWith("| ja-JP", StringComparison.Ordinal)
                || line.StartsWith("| en-US", StringComparison.Ordinal)).Select(line => line.Split(" | ")))
            {
                rows.Add(cells[0].Trim('|', ' '), cells[1], cells[3], cells[4], cells[5].TrimEnd('|', ' '));
            }

            return rows;
        }
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public void The_table_has_at_least_thirty_phrases() => Assert.InRange(Rows.Count, 30, 100);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_phrase_of_the_page_is_read_and_answered_as_the_page_says(
        string language, string said, string reads, string sure, string does)
    {
        var json = (await desk.Type($"date --now 2026-11-25T10:00+09:00 --language {language} --json", said)).Succeeded().Output;
        using var document = JsonDocument.Parse(json);
        var days = document.RootElement.GetProperty("days").EnumerateArray().Select(day => day.GetString()!).ToList();

        Assert.Equal(reads, document.RootElement.GetProperty("reads").GetString());
        var unsureFor = document.RootElement.GetProperty("unsureFor").EnumerateArray().Select(word => word.GetString());
        Assert.Equal(
            sure,
            reads == "NotADate" ? "—" : document.RootElement.GetProperty("sure").GetBoolean() ? "yes" : $"no: {string.Join(", ", unsureFor)}");
        Assert.Equal(does, document.RootElement.GetProperty("verdict").GetString() switch
        {
            "Possible" => $"reads back {days[0]}",
            "WhichDay" when days.Count > 4 => $"asks which of {days[0]} to {days[^1]}",
            "WhichDay" => $"asks which of {string.Join(", ", days)}",
            "NotUnderstood" => "asks again",
            "InThePast" => $"says it has passed, offers {string.Join(" and ", days)}",
            "TooSoon" => $"says it is too soon, offers {string.Join(" and ", days)}",
            "TooFar" => $"says it is too far ahead, offers {string.Join(" and ", days)}",
            var verdict => $"says {verdict}, offers {string.Join(" and ", days)}",
        });
    }
}
