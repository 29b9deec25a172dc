namespace OrderHotline.Calls.Tests.Understanding;

/// <summary>What callers say at the open question is understood by the deployed bot, as the local Lex has it.</summary>
public sealed class UnderstandingTests(ITestOutputHelper output)
{
    const double Enough = 0.9;
    const double EnoughOfTheUnseen = 0.7;

    public static TheoryData<string> Languages => ["ja", "en", "fr"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Nine_of_ten_utterances_are_understood_and_every_near_miss(string language)
    {
        var hearing = await DeployedEar.Of(language).Hear(UtteranceTable.Of(language));

        output.WriteLine(HearingReport.Write(language, hearing));
        Assert.InRange(HearingReport.Share(hearing), Enough, 1);
        Assert.InRange(HearingReport.Share(hearing.Where(heard => heard.Row.Section == TableSection.Last)), EnoughOfTheUnseen, 1);
        Assert.Empty(hearing.Where(heard => IsNearMiss(heard) && !heard.IsRight).Select(heard => $"{heard.Row.Words}: {heard.Intent}"));
    }

    // Certainty is for what is a sample, whatever day is named for its slot.
    [Theory]
    [MemberData(nameof(Languages))]
    public async Task No_utterance_is_a_sample(string language)
    {
        var hearing = await DeployedEar.Of(language).Hear(UtteranceTable.Of(language));

        Assert.Empty(hearing.Where(heard => heard.Confidence == 1).Select(heard => heard.Row.Words));
    }

    [Theory]
    [InlineData("ja", 200)]
    [InlineData("en", 200)]
    [InlineData("fr", 40)]
    public void A_table_has_many_utterances_once_each_and_some_for_every_intent(string language, int many)
    {
        var rows = UtteranceTable.Of(language);

        Assert.InRange(rows.Count, many, int.MaxValue);
        Assert.Equal(rows.Count, rows.Select(row => row.Words).Distinct().Count());
        Assert.Equal(DeployedEar.Of(language).Intents.Order(), rows.Select(row => row.Intent).Distinct().Order());
        Assert.Contains(rows, row => row.Section == TableSection.NearMisses);
    }

    [Fact]
    public async Task A_row_with_the_wrong_intent_is_told_and_so_is_one_that_is_a_sample()
    {
        var rows = UtteranceTable.Read("# Rows\n発送日を別の日にしてもらいたいんですけど\tCancelOrder\n\n# Near misses\nキャンセル\tCancelOrder\nはい\tNo\n");

        var hearing = await DeployedEar.Of("ja").Hear(rows);

        Assert.Equal([false, true, false], hearing.Select(heard => heard.IsRight));
        Assert.Equal([false, true, true], hearing.Select(IsNearMiss));
        Assert.Equal([false, true, true], hearing.Select(heard => heard.Confidence == 1));
        Assert.Contains("CancelOrder was meant, ChangeDate heard", HearingReport.Write("ja", hearing), StringComparison.Ordinal);
    }

    static bool IsNearMiss(HeardWords heard) => heard.Row.Section == TableSection.NearMisses;
}
