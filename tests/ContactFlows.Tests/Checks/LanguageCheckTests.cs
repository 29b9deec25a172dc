using System.Text;

namespace OrderHotline.ContactFlows.Tests;

/// <summary>Flows that lack a language which callers are offered.</summary>
public sealed class LanguageCheckTests
{
    const string Chooses = """{"Identifier":"choose","Type":"UpdateContactData","Parameters":{"LanguageCode":"en-US"},"Transitions":{"NextAction":"bye","Errors":[{"NextAction":"bye","ErrorType":"NoMatchingError"}]} }""";
    const string Bye = """{"Identifier":"bye","Type":"DisconnectParticipant","Parameters":{},"Transitions":{} }""";

    [Fact]
    public void A_flow_that_goes_by_the_language_has_a_branch_for_each() => Assert.Equal(
        [("Menu", "language", "fr-FR")], Missing([("Menu", Flow(GoesBy("$.LanguageCode", "ja-JP", "en-US"), Bye))], "ja-JP", "en-US", "fr-FR"));

    [Fact]
    public void A_language_that_nobody_can_choose_is_told_once() => Assert.Equal(
        [("Reception", null, "fr-FR")], Missing([("Menu", Flow(Bye)), ("Reception", Flow(Chooses, Bye))], "en-US", "fr-FR"));

    [Fact]
    public void Flows_in_which_nobody_chooses_are_told_of_no_choice() => Assert.Empty(Missing([("Menu", Flow(Bye))], "ja-JP", "fr-FR"));

    [Fact]
    public void Another_comparison_is_not_about_the_language() =>
        Assert.Empty(Missing([("Menu", Flow(GoesBy("$.Channel", "VOICE"), Bye))], "ja-JP"));

    [Fact]
    public void A_way_to_a_language_that_is_not_offered_is_told() => Assert.Equal(
        (FlowFault.LanguageNotOffered, "choose"),
        FlowCheck.Check(new Dictionary<string, Flow> { ["A"] = ContactFlows.Flow.Read(Encoding.UTF8.GetBytes(Flow(Chooses, Bye))) }, new([], []) { Languages = ["ja-JP"] })
            .Where(finding => finding.Fault == FlowFault.LanguageNotOffered)
            .Select(finding => (finding.Fault, finding.Action))
            .Single());

    [Fact]
    public void Where_it_is_not_known_what_callers_are_offered_nothing_is_missing() =>
        Assert.Empty(Missing([("Menu", Flow(GoesBy("$.LanguageCode", "de-DE"), Chooses, Bye))]));

    [Fact]
    public void Rendering_mends_what_is_missing()
    {
        var flow = Flow(
            """{"Identifier":"greet","Type":"GetParticipantInput","Parameters":{"Text":"?","StoreInput":"False","InputTimeLimitSeconds":"3"},"Transitions":{"NextAction":"bye","Conditions":[{"NextAction":"language-en","Condition":{"Operator":"Equals","Operands":["2"]} },{"NextAction":"bye","Condition":{"Operator":"Equals","Operands":["3"]} }],"Errors":[{"NextAction":"bye","ErrorType":"InputTimeLimitExceeded"},{"NextAction":"bye","ErrorType":"NoMatchingCondition"},{"NextAction":"bye","ErrorType":"NoMatchingError"}]} }""",
            Chooses.Replace("choose", "language-en", StringComparison.Ordinal), Bye);

        var rendered = FlowRendering.Render(
            Encoding.UTF8.GetBytes(flow), "Reception", [new("ja-JP", _ => null), new("en-US", _ => null), new("fr-FR", _ => null), new("de-DE", _ => null)]);

        var read = ContactFlows.Flow.Read(rendered);
        Assert.Equal(["greet", "language-en", "language-de", "language-fr", "language-ja", "bye"], read.Actions.Select(action => action.Identifier));
        Assert.Equal("fr-FR", read.Find("language-fr")!.Parameter("LanguageCode"));
        // 3 is taken, so that the next free keys are theirs; the language that nobody has to choose has one as well.
        Assert.Equal(
            ["2 language-en", "6 language-de", "5 language-fr", "4 language-ja", "3 bye"],
            read.Find("greet")!.Conditions.Select(condition => $"{condition.Operands[0]} {condition.NextAction}"));
        Assert.Empty(Missing([("Reception", Encoding.UTF8.GetString(rendered))], "ja-JP", "en-US", "fr-FR", "de-DE"));
    }

    static IEnumerable<(string Flow, string? Action, string Language)> Missing((string Name, string Json)[] flows, params string[] languages) =>
        FlowCheck.Check(
                flows.ToDictionary(flow => flow.Name, flow => ContactFlows.Flow.Read(Encoding.UTF8.GetBytes(flow.Json))),
                new([], []) { Languages = [.. languages] })
            .Where(finding => finding.Fault == FlowFault.MissingLanguage)
            .Select(finding => (finding.Flow, finding.Action, languages.Single(language => finding.Reason.Contains(language, StringComparison.Ordinal))));

    static string GoesBy(string value, params string[] operands) =>
        $$"""{"Identifier":"language","Type":"Compare","Parameters":{"ComparisonValue":"{{value}}"},"Transitions":{"NextAction":"bye","Conditions":[{{string.Join(',', operands.Select(operand => $$$"""{"NextAction":"bye","Condition":{"Operator":"Equals","Operands":["{{{operand}}}"]} }"""))}}],"Errors":[{"NextAction":"bye","ErrorType":"NoMatchingCondition"}]} }""";

    static string Flow(params string[] actions) =>
        $$"""{"Version":"2019-10-30","StartAction":"{{actions[0].Split('"')[3]}}","Actions":[{{string.Join(',', actions)}}]}""";
}
