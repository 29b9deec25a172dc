namespace OrderHotline.Bench.Race.Tests;

public sealed class QuotedResultsTests
{
    static readonly string Page = Read("performance.md");

    [Theory]
    [InlineData("stub.json")]
    [InlineData("tls.json")]
    [InlineData("dynalite.json")]
    public void The_page_of_figures_says_what_was_measured(string result)
    {
        var json = Read(result);

        Assert.Contains(string.Join('\n', QuotedResults.Figures(json)), Page, StringComparison.Ordinal);
        Assert.Contains(string.Join('\n', QuotedResults.Verdicts(json)), Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_was_not_measured_is_seen()
    {
        var verdicts = string.Join('\n', QuotedResults.Verdicts(Read("stub.json").Replace("\"ratio\": 8", "\"ratio\": 9", StringComparison.Ordinal)));

        Assert.DoesNotContain(verdicts, Page, StringComparison.Ordinal);
    }

    static string Read(string name)
    {
        using var file = new StreamReader(typeof(QuotedResultsTests).Assembly.GetManifestResourceStream(name)!);
        return file.ReadToEnd();
    }
}
