using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrderHotline.CallSimulator.TestCases;

/// <summary>Something that a test does when it has observed an event, as the testing language has it.</summary>
sealed record TestAction(string Type, TestActionParameters Parameters)
{
    const string SendInstruction = nameof(SendInstruction);
    const string OverrideSystemBehavior = nameof(OverrideSystemBehavior);
    const string TestControl = nameof(TestControl);

    // The most digits that every reader of JSON keeps in a number.
    const int DigitsOfANumber = 15;

    /// <summary>The caller presses keys
    /// (https://docs.aws.amazon.com/connect/latest/devguide/testing-language-actions-send-instruction.html).</summary>
    public static TestAction Press(string keys) => Instruct(new("DtmfInput", new(Dtmf(keys))));

    /// <summary>The caller speaks (same page). The page names the words <c>Text</c>; whoever has published test cases reports that
    /// Connect refuses it and takes <c>Value</c>.</summary>
    public static TestAction Say(string words, string language) => Instruct(new("Utterance", new(JsonValue.Create(words), language)));

    /// <summary>The caller hangs up (same page).</summary>
    public static TestAction HangUp() => Instruct(new("Disconnect", Properties: null));

    /// <summary>A flow's action does otherwise than it would, once
    /// (https://docs.aws.amazon.com/connect/latest/devguide/testing-language-actions-override-system-behavior.html).</summary>
    public static TestAction Override(string action, OverriddenResource resource, Strategy strategy) => new(
        OverrideSystemBehavior, new Overrides(OverrideSystemBehavior, new("FlowAction", new(action, resource, strategy))));

    /// <summary>A contact attribute is checked
    /// (https://docs.aws.amazon.com/connect/latest/devguide/testing-language-actions-assertion.html).</summary>
    public static TestAction Assert(string attribute, string value) =>
        new(nameof(Assert), new Asserts($"$.Attributes.{attribute}", "Equals", value));

    /// <summary>The test ends
    /// (https://docs.aws.amazon.com/connect/latest/devguide/testing-language-actions-test-control.html).</summary>
    public static TestAction End() => new(TestControl, new Controls(TestControl, new("EndTest")));

    static TestAction Instruct(Instruction instruction) =>
        new(SendInstruction, new Instructs(SendInstruction, Actor: "Customer", instruction));

    // A number where the keys are one: what is published has numbers, and a number has no # and no leading 0.
    static JsonValue Dtmf(string keys) =>
        keys.Length <= DigitsOfANumber && keys.All(char.IsAsciiDigit) && (keys.Length == 1 || keys[0] != '0')
            ? JsonValue.Create(long.Parse(keys, CultureInfo.InvariantCulture))
            : JsonValue.Create(keys);
}

[JsonDerivedType(typeof(Instructs))]
[JsonDerivedType(typeof(Overrides))]
[JsonDerivedType(typeof(Asserts))]
[JsonDerivedType(typeof(Controls))]
abstract record TestActionParameters;

sealed record Instructs(string ActionType, string Actor, Instruction Instruction) : TestActionParameters;

sealed record Instruction(string Type, InstructionProperties? Properties);

sealed record InstructionProperties(JsonValue Value, string? LanguageCode = null);

sealed record Overrides(string ActionType, Behavior Behavior) : TestActionParameters;

sealed record Behavior(string Type, BehaviorProperties Properties);

sealed record BehaviorProperties(string ActionType, OverriddenResource ActionParameters, Strategy Strategy);

/// <summary>What an override is for: the one of the three that its action has.</summary>
sealed record OverriddenResource(
    [property: JsonPropertyName("LambdaFunctionARN")] string? Function = null,
    [property: JsonPropertyName("HoursOfOperationId")] string? Hours = null,
    [property: JsonPropertyName("QueueId")] string? Queue = null);

/// <summary>What happens instead.</summary>
sealed record Strategy(string Type, string? SubstituteArn = null, MockResponse? Response = null)
{
    /// <summary>Another resource of the same kind is used.</summary>
    public static Strategy Substitute(string resource) => new("SubstituteResource", SubstituteArn: resource);

    /// <summary>Nothing is invoked; this comes back.</summary>
    /// <param name="json">As text: a value that is an object itself is refused.</param>
    public static Strategy Answer(string json) => new("MockResponse", Response: new("ExecutionResult", ExecutionResult: new(json)));

    /// <summary>Nothing is invoked; the action takes the branch of this error.</summary>
    public static Strategy Fail(string error) => new("MockResponse", Response: new("Error", Error: new(error)));
}

sealed record MockResponse(string Type, MockValue? ExecutionResult = null, MockValue? Error = null);

sealed record MockValue(string Value);

sealed record Asserts(string Namespace, string Operator, string Operand) : TestActionParameters;

sealed record Controls(string ActionType, TestCommand Command) : TestActionParameters;

sealed record TestCommand(string Type);
