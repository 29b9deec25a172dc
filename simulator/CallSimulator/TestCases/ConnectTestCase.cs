using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.CallSimulator.TestCases;

/// <summary>A scenario in Amazon Connect's own testing language, for <c>CreateTestCase</c>
/// (https://docs.aws.amazon.com/connect/latest/devguide/testing-language.html). What is known of the language is in
/// <c>connect-test-case.schema.json</c> beside this file. Resources are named by placeholders such as <c>${CancelOrder.Arn}</c>, as in
/// flows.</summary>
/// <param name="Content">The test, as UTF-8 JSON.</param>
/// <param name="LeftOut">What the language cannot say, a sentence each.</param>
public sealed record ConnectTestCase(ReadOnlyMemory<byte> Content, ImmutableArray<string> LeftOut)
{
    /// <summary>The version of the testing language.</summary>
    public const string LanguageVersion = "2019-10-30";

    static readonly Duration LongestTest = Duration.FromMinutes(5);

    /// <summary>The test and its entry point, as UTF-8 JSON: what <c>aws connect create-test-case --cli-input-json</c> reads.</summary>
    public required ReadOnlyMemory<byte> CliInput { get; init; }

    /// <summary>Where the call comes in, for readers. It is in <see cref="CliInput"/>, and no part of <see cref="Content"/>.</summary>
    public required string EntryPoint { get; init; }

    /// <summary>Says a scenario in the testing language.</summary>
    public static ConnectTestCase From(Scenario scenario)
    {
        var overrides = TestOverrides.From(scenario);
        var content = JsonSerializer.SerializeToUtf8Bytes(
            TestContent.From(TestObservations.From(scenario, overrides.Actions)), TestCaseFormat.Readable.TestContent);
        var input = CreateTestCaseInput.From(scenario, Encoding.UTF8.GetString(content));
        return new(content, [.. LeftOutOf(scenario.Start), .. overrides.LeftOut, .. LeftOutOf(scenario)])
        {
            CliInput = JsonSerializer.SerializeToUtf8Bytes(input, TestCaseFormat.Readable.CreateTestCaseInput),
            EntryPoint = $"VOICE_CALL from {scenario.Start.Caller?.ToE164() ?? "a number that is not said"} to {scenario.Start.Flow}",
        };
    }

    static IEnumerable<string> LeftOutOf(ScenarioStart start)
    {
        if (start.Caller is null)
        {
            yield return "The caller's number is withheld: a test either names a number or says nothing of it.";
        }

        yield return $"When it rings: {start.At}. A test runs when it runs.";
        foreach (var change in start.ShopChanges)
        {
            yield return $"The shop, {ShopChangeText.Write(change)}: it is the one that the functions have read.";
        }

        foreach (var order in start.Orders)
        {
            yield return $"Order {order.Id}: the orders are those of the table that the functions read.";
        }
    }

    static IEnumerable<string> LeftOutOf(Scenario scenario)
    {
        if (scenario.MatchMode == MatchMode.Strict)
        {
            yield return "Nothing else is heard: a test does not mind other prompts.";
        }

        if (scenario.Steps.Any(step => step is ScenarioStep.HearsExactly))
        {
            yield return "Exact words: a test expects them to be heard, among others perhaps.";
        }

        if (scenario.Steps.SelectMany(step => TestObservations.Heard(step)).Any(words => words.Length == 0))
        {
            yield return "A prompt whatever its words: a test expects words.";
        }

        if (scenario.Steps.Any(step => step is ScenarioStep.HearsInAnyOrder))
        {
            yield return "Prompts in any order: the test expects them in the order written.";
        }

        if (scenario.Steps.Any(step => step is ScenarioStep.Does { Act: CallerAct.OperatorAnswers }))
        {
            yield return "An operator answers: the test ends before it.";
        }

        foreach (var expected in scenario.End.Where(expected => expected is not Expectation.OperatorSees))
        {
            yield return ScenarioText.Line(expected, scenario.Start.Zone);
        }

        if (scenario.End.Any(expected => expected is Expectation.CallIsOver { At: { } over } && over - scenario.Start.At > LongestTest))
        {
            yield return $"The call takes longer than {LongestTest.TotalMinutes} minutes: a test that does has failed.";
        }
    }
}
