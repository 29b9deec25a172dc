using System.Text;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Coverage;
using OrderHotline.ContactFlows;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class FlowCoverageTests
{
    const string Header = UnreachableBranches.Header + "\n";

    static readonly Dictionary<string, Flow> Flows = new()
    {
        ["Main"] = FlowText.Of(
            Action("menu", "Compare", "{}", ("1", "bye"), ("NumberGreaterThan 5", "bye"), ("next", "bye"), ("!NoMatchingCondition", "bye")),
            Action("bye", "DisconnectParticipant")),
    };

    [Fact]
    public void What_was_taken_counts_in_the_language_of_its_call_only()
    {
        var coverage = new FlowCoverage(Flows, OrderBot.Definition);
        coverage.Add([Ran("menu", "1", "bye"), Ran("bye", "end", null)], "ja-JP");
        var report = coverage.Report(UnreachableBranches.None);

        Assert.Equal((2, 5), (report.BranchesIn("ja-JP").Taken, report.BranchesIn("ja-JP").Reachable));
        Assert.Equal((2, 2), (report.ActionsIn("ja-JP").Taken, report.ActionsIn("ja-JP").Reachable));
        Assert.Equal(0, report.BranchesIn("en-US").Percent);
        Assert.False(report.IsComplete);
        Assert.Equal(BranchUse.Partly, report.Branches.Single(branch => branch.Branch.Name == "1").Use);
        Assert.Contains("Main/menu: NumberGreaterThan 5, next, NoMatchingCondition", CoverageText.Write(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", "NumberGreaterThan 5", "5")]
    [InlineData("x", "NoMatchingCondition", "Unheard")]
    public void A_branch_is_found_by_its_operand_and_by_an_error_that_has_none_of_its_own(string id, string name, string taken)
    {
        (string, string)[] ways = [("NumberGreaterThan 5", "bye"), ("!NoMatchingCondition", "bye"), ("!NoMatchingError", "bye")];
        var action = FlowText.Of(Action(id, "Compare", "{}", ways)).Actions[0];

        Assert.Equal(
            taken == "Unheard" ? FlowErrors.NoMatchingError : name, FlowBranch.Taken("Main", action, taken, "bye")!.Name);
        Assert.Null(FlowBranch.Taken("Main", action, taken, "elsewhere"));
    }

    [Theory]
    [InlineData("Main\tmenu\tnext\t*\tNever.", null)]
    [InlineData("*\ttype:Compare\tnext\tja-JP\tNever.", null)]
    [InlineData("Main\tmenu\tgone\t*\tNever.", "names no branch")]
    [InlineData("Main\tmenu\tnext\tfr-FR\tNever.", "names no language")]
    [InlineData("Main\tmenu\t1\t*\tNever.", "Main/menu takes 1 in ja-JP after all")]
    public void The_list_of_what_cannot_be_taken_cannot_rot(string line, string? mistake)
    {
        var coverage = new FlowCoverage(Flows, OrderBot.Definition);
        coverage.Add([Ran("menu", "1", "bye")], "ja-JP");
        var mistakes = coverage.Report(UnreachableBranches.Read(Header + "# why\n" + line + "\n")).Mistakes;

        if (mistake is null)
        {
            Assert.Empty(mistakes);
        }
        else
        {
            Assert.Contains(mistake, Assert.Single(mistakes), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(Header + "Main\tmenu\tnext\t*\t \n")]
    [InlineData(Header + "Main menu next\n")]
    public void A_list_without_reasons_or_columns_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => UnreachableBranches.Read(text));

    [Fact]
    public void Coverage_as_json_is_the_same_when_it_is_read_again()
    {
        var json = Json();

        Assert.Equal(json, CoverageJson.Write(CoverageJson.Read(json)));
    }

    [Theory]
    [InlineData("\"languages\"", "\"tongues\"")]
    [InlineData("\"kind\": \"condition\"", "\"kind\": \"sort\"")]
    [InlineData("\"kind\": \"condition\"", "\"kind\": 1")]
    [InlineData("\"ja-JP\": \"taken\"", "\"ja-JP\": \"eaten\"")]
    [InlineData("\"ja-JP\": \"taken\"", "\"ja-JP\": null")]
    [InlineData("\"ja-JP\": \"taken\"", "\"fr-FR\": \"taken\"")]
    [InlineData("\"flow\": \"Main\"", "\"flow\": null")]
    [InlineData("{", "[")]
    public void What_is_no_coverage_is_refused(string written, string otherwise)
    {
        var json = Encoding.UTF8.GetString(Json());
        Assert.Contains(written, json, StringComparison.Ordinal);

        Assert.Throws<InvalidDataException>(
            () => CoverageJson.Read(Encoding.UTF8.GetBytes(json.Replace(written, otherwise, StringComparison.Ordinal))));
    }

    static byte[] Json()
    {
        var coverage = new FlowCoverage(Flows, OrderBot.Definition);
        coverage.Add([Ran("menu", "1", "bye")], "ja-JP");
        return CoverageJson.Write(coverage.Report(UnreachableBranches.Read(Header + "Main\tmenu\tnext\t*\tNever.\n")));
    }

    static CallEvent.Ran Ran(string action, string branch, string? next) =>
        new(Rehearsal.Noon, "Main", action, "", branch, next);
}
