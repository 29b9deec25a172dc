using System.Collections.Immutable;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.CallSimulator.TestCases;

/// <summary>A scenario in Amazon Connect's own testing language, for <c>CreateTestCase</c>
/// (https://docs.aws.amazon.com/connect/latest/APIReference/testing-language.html).</summary>
/// <param name="Content">The test, as UTF-8 JSON. Functions are named by placeholders such as <c>${CancelOrder.Arn}</c>, as in
/// flows.</param>
/// <param name="LeftOut">What the language cannot say, or its documentation does not show how, a sentence each.</param>
public sealed record ConnectTestCase(ReadOnlyMemory<byte> Content, ImmutableArray<string> LeftOut)
{
    /// <summary>The version of the testing language.</summary>
    public const string LanguageVersion = "2025-06-21";

    /// <summary>Says a scenario in the testing language.</summary>
    public static ConnectTestCase From(Scenario scenario) =>
        new(TestContent.From(TestObservations.From(scenario)).ToJson(), LeftOutOf(scenario));

    static ImmutableArray<string> LeftOutOf(Scenario scenario)
    {
        var start = scenario.Start;
        var caller = start.Caller?.ToE164() ?? "a withheld number";
        var given = new List<string>();
        given.Add($"The entry point is no part of the test's content: VOICE_CALL from {caller} to {start.Flow}.");
        given.Add($"When it rings: {start.At}. A test runs when it runs.");
        given.AddRange(start.ShopChanges.Select(change =>
            $"The shop, {ShopChangeText.Write(change)}: it is the one that the functions have read."));
        given.AddRange(start.Orders.Select(order => $"Order {order.Id}: the orders are those of the table that the functions read."));
        given.AddRange(start.Faults.Where(fault => fault.Kind != FaultKind.Answers).Select(fault =>
            $"{fault.Function} {ScenarioWords.For(fault.Kind)}: only an answer of the test's own is exported."));
        given.AddRange(start.FailingActions.Select(action =>
            $"{action.Action} fails: no action but those with a resource can be overridden."));
        if (start.Operators is not OperatorsFound.AsDeployed)
        {
            given.Add($"Operators {ScenarioWords.For(start.Operators)}: hours can be replaced by others of the instance only.");
        }

        if (scenario.Steps.Any(step => step is ScenarioStep.HearsExactly))
        {
            given.Add("Exact words: a test expects them to be heard, among others perhaps.");
        }

        if (scenario.Steps.Any(step => step is ScenarioStep.HearsInAnyOrder))
        {
            given.Add("Prompts in any order: the test expects them in the order written.");
        }

        given.AddRange(scenario.Steps
            .OfType<ScenarioStep.Does>()
            .Where(does => does.Act is CallerAct.OperatorAnswers)
            .Select(_ => "An operator answers: the test ends before it."));
        given.AddRange(scenario.End.Where(expected => expected is not Expectation.OperatorSees).Select(expected => ScenarioText.Line(expected, start.Zone)));
        return [.. given];
    }
}
