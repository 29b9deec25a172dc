using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace OrderHotline.CallSimulator.TestCases;

/// <summary>The content of a test case, as its JSON has it: observations, each with the name of the next. How often an observation is
/// expected is left to the service, which expects it once.</summary>
sealed record TestContent(string Version, ImmutableDictionary<string, string> Metadata, ImmutableArray<TestContent.Observation> Observations)
{
    public static TestContent From(ImmutableArray<TestObservation> observations) => new(
        ConnectTestCase.LanguageVersion,
        [],
        [.. observations.Select((observation, index) => Named(observation, index, isLast: index == observations.Length - 1))]);

    static Observation Named(TestObservation observation, int index, bool isLast) => new(
        Name(index),
        observation.Words is { } words
            ? new($"{Name(index)}-event", "MessageReceived", "System", new(words, new("Inclusion")))
            : new($"{Name(index)}-event", "TestInitiated", "System", new()),
        [
            .. observation.Actions.Select((action, number) => new Action(
                ActionName(index, number),
                action.Type,
                action.Parameters,
                new(number == observation.Actions.Length - 1 ? null : ActionName(index, number + 1)))),
        ],
        new(isLast ? [] : [Name(index + 1)]));

    static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"step-{index + 1}");

    static string ActionName(int index, int action) => string.Create(CultureInfo.InvariantCulture, $"step-{index + 1}-action-{action + 1}");

    public sealed record Observation(string Identifier, Event Event, ImmutableArray<Action> Actions, NextObservations Transitions);

    public sealed record Event(string Identifier, string Type, string Actor, EventProperties Properties);

    public sealed record EventProperties(string? Text = null, Criterion? MatchingCriteria = null);

    public sealed record Criterion(string Type);

    public sealed record Action(string Identifier, string Type, TestActionParameters Parameters, NextAction Transitions);

    public sealed record NextAction([property: JsonPropertyName("NextAction")] string? Name);

    public sealed record NextObservations([property: JsonPropertyName("NextObservations")] ImmutableArray<string> Names);
}
