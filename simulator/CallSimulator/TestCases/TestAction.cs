using System.Text.Json.Serialization;

namespace OrderHotline.CallSimulator.TestCases;

/// <summary>Something that a test does when it has observed an event, as the testing language has it.</summary>
sealed record TestAction(string Type, TestActionParameters Parameters)
{
    const string SendInstruction = nameof(SendInstruction);
    const string OverrideSystemBehavior = nameof(OverrideSystemBehavior);
    const string TestControl = nameof(TestControl);

    /// <summary>The caller presses keys
    /// (https://docs.aws.amazon.com/connect/latest/devguide/testing-language-actions-send-instruction.html).</summary>
    public static TestAction Press(string keys) => Instruct(new("DtmfInput", new(Value: keys)));

    /// <summary>The caller speaks (same page).</summary>
    public static TestAction Say(string words, string language) => Instruct(new("TextUtterance", new(Text: words, LanguageCode: language)));

    /// <summary>A function answers what the test says
    /// (https://docs.aws.amazon.com/connect/latest/APIReference/testing-language-actions-override-system-behavior.html).</summary>
    public static TestAction Answer(string function, string json) => new(OverrideSystemBehavior, new Overrides(
        OverrideSystemBehavior,
        new("FlowAction", new(
            "InvokeLambdaFunction",
            new($"${{{function}.Arn}}"),
            new("MockResponse", new("ExecutionResult", new(DelaySeconds: 0, json)))))));

    /// <summary>A contact attribute is checked
    /// (https://docs.aws.amazon.com/connect/latest/APIReference/testing-language-actions-assertion.html).</summary>
    public static TestAction Assert(string attribute, string value) =>
        new(nameof(Assert), new Asserts($"$.Attributes.{attribute}", "Equals", value));

    /// <summary>The test ends
    /// (https://docs.aws.amazon.com/connect/latest/APIReference/testing-language-actions-test-control.html).</summary>
    public static TestAction End() => new(TestControl, new Controls(TestControl, new("EndTest")));

    static TestAction Instruct(Instruction instruction) =>
        new(SendInstruction, new Instructs(SendInstruction, Actor: "Customer", instruction));
}

[JsonDerivedType(typeof(Instructs))]
[JsonDerivedType(typeof(Overrides))]
[JsonDerivedType(typeof(Asserts))]
[JsonDerivedType(typeof(Controls))]
abstract record TestActionParameters;

sealed record Instructs(string ActionType, string Actor, Instruction Instruction) : TestActionParameters;

sealed record Instruction(string Type, InstructionProperties Properties);

sealed record InstructionProperties(string? Value = null, string? Text = null, string? LanguageCode = null);

sealed record Overrides(string ActionType, Behavior Behavior) : TestActionParameters;

sealed record Behavior(string Type, BehaviorProperties Properties);

sealed record BehaviorProperties(string ActionType, InvokedFunction ActionParameters, Strategy Strategy);

sealed record InvokedFunction([property: JsonPropertyName("LambdaFunctionARN")] string Arn);

sealed record Strategy(string Type, MockResponse Response);

sealed record MockResponse(string Type, ExecutionResult ExecutionResult);

sealed record ExecutionResult(int DelaySeconds, string LoadedData);

sealed record Asserts(string Namespace, string Operator, string Operand) : TestActionParameters;

sealed record Controls(string ActionType, TestCommand Command) : TestActionParameters;

sealed record TestCommand(string Type);
