using System.Text.RegularExpressions;
using OrderHotline.Application;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>docs/web.md says which status an outcome has, and the host answers so.</summary>
public sealed partial class StatusTableTests
{
    [Fact]
    public void The_page_has_every_outcome_and_refusal_with_its_status()
    {
        var answered = Enum.GetValues<Outcome>()
            .Where(outcome => OutcomeStatus.Of(outcome) is not null)
            .Select(outcome => $"{outcome} {OutcomeStatus.Of(outcome)}")
            .Concat(Enum.GetValues<Refusal>().Select(refusal => $"{refusal} {(int)refusal}"));

        Assert.Equal(answered.Distinct().Order(StringComparer.Ordinal), Written(Page()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Another_status_on_the_page_is_seen() =>
        Assert.Equal(["NoOrder 410", "WhichDay 422", "NotJson 415"], Written("| 410 | `NoOrder` |\n| 422 | `WhichDay` |\n| 415 | `NotJson` |"));

    [Fact]
    public void An_outcome_of_a_look_up_or_a_change_has_a_status_and_success_is_no_error()
    {
        var reachable = Outcomes.OfLookingUp.Concat(Outcomes.OfCancelling).Concat(Outcomes.OfRescheduling).Append(Outcome.Unavailable).Append(Outcome.InvalidRequest);

        Assert.All(reachable, outcome => Assert.NotNull(OutcomeStatus.Of(outcome)));
    }

    static IEnumerable<string> Written(string page) =>
        from row in Row().Matches(page)
        from name in Name().Matches(row.Groups["names"].Value)
        select $"{name.Groups["name"].Value} {row.Groups["status"].Value}";

    static string Page()
    {
        using var page = new StreamReader(typeof(StatusTableTests).Assembly.GetManifestResourceStream("web.md")!);
        return page.ReadToEnd();
    }

    [GeneratedRegex(@"^\| (?<status>\d{3}) \| (?<names>[^|]*)\|", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
