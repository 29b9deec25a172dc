using System.Text.Json;

namespace OrderHotline.CallSimulator.TestCases;

/// <summary>Something that a test does when it has observed an event.</summary>
abstract record TestAction
{
    TestAction()
    {
    }

    /// <summary>Writes type and parameters.</summary>
    public abstract void Write(Utf8JsonWriter writer);

    /// <summary>The caller presses keys
    /// (https://docs.aws.amazon.com/connect/latest/devguide/testing-language-actions-send-instruction.html).</summary>
    public sealed record Presses(string Keys) : TestAction
    {
        public override void Write(Utf8JsonWriter writer) =>
            Instruction(writer, "DtmfInput", properties => properties.WriteString("Value", Keys));
    }

    /// <summary>The caller speaks (same page).</summary>
    public sealed record Says(string Words, string Language) : TestAction
    {
        public override void Write(Utf8JsonWriter writer) => Instruction(writer, "TextUtterance", properties =>
        {
            properties.WriteString("Text", Words);
            properties.WriteString("LanguageCode", Language);
        });
    }

    /// <summary>A function answers what the test says
    /// (https://docs.aws.amazon.com/connect/latest/APIReference/testing-language-actions-override-system-behavior.html).</summary>
    public sealed record Answers(string Function, string Json) : TestAction
    {
        const string Name = "OverrideSystemBehavior";

        public override void Write(Utf8JsonWriter writer)
        {
            writer.WriteString("Type", Name);
            writer.WriteStartObject("Parameters");
            writer.WriteString("ActionType", Name);
            writer.WriteStartObject("Behavior");
            writer.WriteString("Type", "FlowAction");
            writer.WriteStartObject("Properties");
            writer.WriteString("ActionType", "InvokeLambdaFunction");
            writer.WriteStartObject("ActionParameters");
            writer.WriteString("LambdaFunctionARN", $"${{{Function}.Arn}}");
            writer.WriteEndObject();
            writer.WriteStartObject("Strategy");
            writer.WriteString("Type", "MockResponse");
            writer.WriteStartObject("Response");
            writer.WriteString("Type", "ExecutionResult");
            writer.WriteStartObject("ExecutionResult");
            writer.WriteNumber("DelaySeconds", 0);
            writer.WriteString("LoadedData", Json);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    /// <summary>A contact attribute is checked
    /// (https://docs.aws.amazon.com/connect/latest/APIReference/testing-language-actions-assertion.html).</summary>
    public sealed record Asserts(string Attribute, string Value) : TestAction
    {
        public override void Write(Utf8JsonWriter writer)
        {
            writer.WriteString("Type", "Assert");
            writer.WriteStartObject("Parameters");
            writer.WriteString("Namespace", $"$.Attributes.{Attribute}");
            writer.WriteString("Operator", "Equals");
            writer.WriteString("Operand", Value);
            writer.WriteEndObject();
        }
    }

    /// <summary>The test ends
    /// (https://docs.aws.amazon.com/connect/latest/APIReference/testing-language-actions-test-control.html).</summary>
    public sealed record Ends : TestAction
    {
        const string Name = "TestControl";

        public override void Write(Utf8JsonWriter writer)
        {
            writer.WriteString("Type", Name);
            writer.WriteStartObject("Parameters");
            writer.WriteString("ActionType", Name);
            writer.WriteStartObject("Command");
            writer.WriteString("Type", "EndTest");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    static void Instruction(Utf8JsonWriter writer, string type, Action<Utf8JsonWriter> properties)
    {
        const string name = "SendInstruction";
        writer.WriteString("Type", name);
        writer.WriteStartObject("Parameters");
        writer.WriteString("ActionType", name);
        writer.WriteString("Actor", "Customer");
        writer.WriteStartObject("Instruction");
        writer.WriteString("Type", type);
        writer.WriteStartObject("Properties");
        properties(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
