using System.Collections.Immutable;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.CallSimulator.TestCases;

/// <summary>One observation of a test: an event that is waited for, and what is done when it comes
/// (https://docs.aws.amazon.com/connect/latest/devguide/testing-language-observations.html).</summary>
/// <param name="Words">The words of the prompt that is waited for; null for the beginning of the test.</param>
/// <param name="Actions">What is done.</param>
sealed record TestObservation(string? Words, ImmutableArray<TestAction> Actions);

/// <summary>The observations of a scenario, in turn.</summary>
static class TestObservations
{
    public static ImmutableArray<TestObservation> From(Scenario scenario, ImmutableArray<TestAction> overrides)
    {
        List<TestObservation> observations = [new(null, overrides)];
        foreach (var step in scenario.Steps)
        {
            if (step is ScenarioStep.Does { Act: CallerAct.OperatorAnswers })
            {
                break;
            }

            observations.AddRange(Heard(step).Where(words => words.Length > 0).Select(words => new TestObservation(words, [])));
            switch (step)
            {
                case ScenarioStep.Does(CallerAct.Presses(var keys)):
                    Add(observations, TestAction.Press(keys));
                    break;
                case ScenarioStep.Does(CallerAct.Says(var words)):
                    Add(observations, TestAction.Say(words, IsJapanese(words) ? "ja-JP" : "en-US"));
                    break;
                case ScenarioStep.Does(CallerAct.HangsUp):
                    Add(observations, TestAction.HangUp());
                    break;
            }
        }

        foreach (var seen in scenario.End.OfType<Expectation.OperatorSees>())
        {
            Add(observations, TestAction.Assert(seen.Name, seen.Value));
        }

        Add(observations, TestAction.End());
        return [.. observations];
    }

    /// <summary>The words that a step hears, a prompt each.</summary>
    public static ImmutableArray<string> Heard(ScenarioStep step) => step switch
    {
        ScenarioStep.Hears(var part) => [part],
        ScenarioStep.HearsExactly(var words) => [words],
        ScenarioStep.HearsInAnyOrder(var parts) => parts,
        _ => [],
    };

    static void Add(List<TestObservation> observations, TestAction action) =>
        observations[^1] = observations[^1] with { Actions = observations[^1].Actions.Add(action) };

    static bool IsJapanese(string words) => words.Any(letter => letter >= 0x3000);
}
