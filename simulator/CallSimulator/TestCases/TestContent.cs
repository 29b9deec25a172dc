using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderHotline.CallSimulator.TestCases;

/// <summary>The content of a test case, as its JSON has it: observations, each with the name of the next.</summary>
sealed record TestContent(string Version, ImmutableDictionary<string, string> Metadata, ImmutableArray<TestContent.Observation> Observations)
{
    static readonly TestContentFormat Format = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static TestContent From(ImmutableArray<TestObservation> observations) => new(
        ConnectTestCase.LanguageVersion,
        [],
        [.. observations.Select((observation, index) => Named(observation, index, isLast: index == observations.Length - 1))]);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Format.TestContent);

    static Observation Named(TestObservation observation, int index, bool isLast) => new(
        Name(index),
        observation.Words is { } words
            ? new($"{Name(index)}-event", "MessageReceived", "System", new(words, "Inclusion"))
            : new($"{Name(index)}-event", "TestInitiated", "System", new(null, null)),
        new("EXACTLY", 1),
        [
            .. observation.Actions.Select((action, number) => new Action(
                ActionName(index, number),
                action.Type,
                action.Parameters,
                new(number == observation.Actions.Length - 1 ? "" : ActionName(index, number + 1)))),
        ],
        new(isLast ? [] : [Name(index + 1)]));

    static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"step-{index + 1}");

    static string ActionName(int index, int action) => string.Create(CultureInfo.InvariantCulture, $"step-{index + 1}-action-{action + 1}");

    public sealed record Observation(
        string Identifier, Event Event, Usage Usage, ImmutableArray<Action> Actions, NextObservations Transitions);

    public sealed record Event(string Identifier, string Type, string Actor, EventProperties Properties);

    public sealed record EventProperties(string? Text, string? MatchingCriteria);

    public sealed record Usage(string Type, int Times);

    public sealed record Action(string Identifier, string Type, TestActionParameters Parameters, NextAction Transitions);

    public sealed record NextAction([property: JsonPropertyName("NextAction")] string Name);

    public sealed record NextObservations([property: JsonPropertyName("NextObservations")] ImmutableArray<string> Names);
}

[JsonSerializable(typeof(TestContent))]
sealed partial class TestContentFormat : JsonSerializerContext;
