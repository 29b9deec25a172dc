using System.Text.Json;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.CallSimulator.TestCases;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>What is exported is what the documentation of the testing language shows:
/// https://docs.aws.amazon.com/connect/latest/APIReference/testing-language-observations.html and the pages beside it.</summary>
public sealed class ConnectTestCaseTests
{
    const string Text = """
        caller: +819012345678
        at: 2026-11-25T10:00+09:00
        operators: closed
        function: OrderTableRead answers {"outcome":"NoOrder"}
        function: CancelOrder fails
        action: Operator/queue fails

        heard: お電話ありがとうございます
        pressed: 1
        heard exactly: 新しい発送日をお話しください。
        said: 十二月三日
        heard in any order: a / b
        silent
        operator answers

        then: operator sees orderId = 100
        then: no text owed
        """;

    [Fact]
    public void Everything_exported_has_the_documented_structure()
    {
        using var content = JsonDocument.Parse(Export().Content);
        var root = content.RootElement;
        Assert.Equal("2025-06-21", root.GetProperty("Version").GetString());
        Assert.Equal(JsonValueKind.Object, root.GetProperty("Metadata").ValueKind);
        var observations = root.GetProperty("Observations").EnumerateArray().ToList();
        var names = observations.Select(one => one.GetProperty("Identifier").GetString()).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(observations, observation =>
        {
            AssertEvent(observation.GetProperty("Event"));
            Assert.Equal("EXACTLY", observation.GetProperty("Usage").GetProperty("Type").GetString());
            Assert.All(
                observation.GetProperty("Transitions").GetProperty("NextObservations").EnumerateArray(),
                next => Assert.Contains(next.GetString(), names));
            var actions = observation.GetProperty("Actions").EnumerateArray().ToList();
            var known = actions.Select(action => action.GetProperty("Identifier").GetString()).Append("").ToList();
            Assert.All(actions, action =>
            {
                AssertAction(action.GetProperty("Type").GetString()!, action.GetProperty("Parameters"));
                Assert.Contains(action.GetProperty("Transitions").GetProperty("NextAction").GetString(), known);
            });
        });
        Assert.Equal(
            ["OverrideSystemBehavior", "SendInstruction", "SendInstruction", "Assert", "TestControl"],
            observations.SelectMany(one => one.GetProperty("Actions").EnumerateArray()).Select(one => one.GetProperty("Type").GetString()));
    }

    [Theory]
    [InlineData("CancelOrder fails")]
    [InlineData("Operator/queue fails")]
    [InlineData("Operators closed")]
    [InlineData("An operator answers")]
    [InlineData("no text owed")]
    [InlineData("any order")]
    [InlineData("VOICE_CALL from +819012345678 to Reception")]
    public void What_a_test_cannot_say_is_told(string what) =>
        Assert.Contains(Export().LeftOut, leftOut => leftOut.Contains(what, StringComparison.Ordinal));

    static ConnectTestCase Export() => ConnectTestCase.From(ScenarioText.Read("x.call", Text));

    // https://docs.aws.amazon.com/connect/latest/devguide/testing-language-events-test-initiated.html
    // https://docs.aws.amazon.com/connect/latest/APIReference/testing-language-events-message-received.html
    static void AssertEvent(JsonElement happened)
    {
        Assert.NotEmpty(happened.GetProperty("Identifier").GetString()!);
        Assert.Equal("System", happened.GetProperty("Actor").GetString());
        var properties = happened.GetProperty("Properties");
        if (happened.GetProperty("Type").GetString() == "MessageReceived")
        {
            Assert.NotEmpty(properties.GetProperty("Text").GetString()!);
            Assert.Contains(properties.GetProperty("MatchingCriteria").GetString(), (string[])["Similarity", "Inclusion"]);
        }
        else
        {
            Assert.Equal("TestInitiated", happened.GetProperty("Type").GetString());
            Assert.Empty(properties.EnumerateObject());
        }
    }

    // The pages testing-language-actions-*, at the same places.
    static void AssertAction(string type, JsonElement parameters)
    {
        switch (type)
        {
            case "Assert":
                Assert.Equal("$.Attributes.orderId", parameters.GetProperty("Namespace").GetString());
                Assert.Equal("Equals", parameters.GetProperty("Operator").GetString());
                Assert.Equal("100", parameters.GetProperty("Operand").GetString());
                return;
            case "SendInstruction":
                Assert.Equal("Customer", parameters.GetProperty("Actor").GetString());
                var said = parameters.GetProperty("Instruction");
                Assert.True(said.GetProperty("Type").GetString() == "DtmfInput"
                    ? said.GetProperty("Properties").GetProperty("Value").GetString() == "1"
                    : said.GetProperty("Type").GetString() == "TextUtterance"
                        && said.GetProperty("Properties").GetProperty("LanguageCode").GetString() == "ja-JP");
                break;
            case "OverrideSystemBehavior":
                var behavior = parameters.GetProperty("Behavior");
                Assert.Equal("FlowAction", behavior.GetProperty("Type").GetString());
                var strategy = behavior.GetProperty("Properties").GetProperty("Strategy");
                Assert.Equal("MockResponse", strategy.GetProperty("Type").GetString());
                var result = strategy.GetProperty("Response").GetProperty("ExecutionResult");
                Assert.Equal("""{"outcome":"NoOrder"}""", result.GetProperty("LoadedData").GetString());
                break;
            default:
                Assert.Equal("EndTest", parameters.GetProperty("Command").GetProperty("Type").GetString());
                break;
        }

        Assert.Equal(type, parameters.GetProperty("ActionType").GetString());
    }
}
