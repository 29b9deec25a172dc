using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.CallSimulator.TestCases;

/// <summary>One observation of a test: an event that is waited for, and what is done when it comes
/// (https://docs.aws.amazon.com/connect/latest/APIReference/testing-language-observations.html).</summary>
/// <param name="Words">The words of the prompt that is waited for; null for the beginning of the test.</param>
/// <param name="Actions">What is done.</param>
sealed record TestObservation(string? Words, ImmutableArray<TestAction> Actions)
{
    public void Write(Utf8JsonWriter writer, int index, bool isLast)
    {
        writer.WriteStartObject();
        writer.WriteString("Identifier", Name(index));
        writer.WriteStartObject("Event");
        writer.WriteString("Identifier", $"{Name(index)}-event");
        writer.WriteString("Type", Words is null ? "TestInitiated" : "MessageReceived");
        writer.WriteString("Actor", "System");
        writer.WriteStartObject("Properties");
        if (Words is not null)
        {
            writer.WriteString("Text", Words);
            writer.WriteString("MatchingCriteria", "Inclusion");
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("Usage");
        writer.WriteString("Type", "EXACTLY");
        writer.WriteNumber("Times", 1);
        writer.WriteEndObject();
        writer.WriteStartArray(nameof(Actions));
        for (var action = 0; action < Actions.Length; action++)
        {
            writer.WriteStartObject();
            writer.WriteString("Identifier", ActionName(index, action));
            Actions[action].Write(writer);
            writer.WriteStartObject("Transitions");
            writer.WriteString("NextAction", action == Actions.Length - 1 ? "" : ActionName(index, action + 1));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("Transitions");
        writer.WriteStartArray("NextObservations");
        if (!isLast)
        {
            writer.WriteStringValue(Name(index + 1));
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"step-{index + 1}");

    static string ActionName(int index, int action) => string.Create(CultureInfo.InvariantCulture, $"step-{index + 1}-action-{action + 1}");
}

/// <summary>The observations of a scenario, in turn.</summary>
static class TestObservations
{
    public static ImmutableArray<TestObservation> From(Scenario scenario)
    {
        List<TestObservation> observations = [new(null, [.. scenario.Start.Faults
            .Where(fault => fault.Answer is not null)
            .Select(fault => new TestAction.Answers(fault.Function, fault.Answer!))])];
        foreach (var step in scenario.Steps)
        {
            if (step is ScenarioStep.Does { Act: CallerAct.OperatorAnswers or CallerAct.HangsUp })
            {
                break;
            }

            switch (step)
            {
                case ScenarioStep.Hears(var part):
                    observations.Add(new(part, []));
                    break;
                case ScenarioStep.HearsExactly(var words):
                    observations.Add(new(words, []));
                    break;
                case ScenarioStep.HearsInAnyOrder(var parts):
                    observations.AddRange(parts.Select(part => new TestObservation(part, [])));
                    break;
                case ScenarioStep.Does(CallerAct.Presses(var keys)):
                    Add(observations, new TestAction.Presses(keys));
                    break;
                case ScenarioStep.Does(CallerAct.Says(var words)):
                    Add(observations, new TestAction.Says(words, IsJapanese(words) ? "ja-JP" : "en-US"));
                    break;
            }
        }

        foreach (var seen in scenario.End.OfType<Expectation.OperatorSees>())
        {
            Add(observations, new TestAction.Asserts(seen.Name, seen.Value));
        }

        Add(observations, new TestAction.Ends());
        return [.. observations];
    }

    static void Add(List<TestObservation> observations, TestAction action) =>
        observations[^1] = observations[^1] with { Actions = observations[^1].Actions.Add(action) };

    static bool IsJapanese(string words) => words.Any(letter => letter >= 0x3000);
}
