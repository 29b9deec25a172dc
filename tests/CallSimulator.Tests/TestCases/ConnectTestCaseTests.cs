using System.Text.Json.Nodes;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.CallSimulator.TestCases;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>What a scenario says is said in the testing language, or it is told that it is not.</summary>
public sealed class ConnectTestCaseTests
{
    const string Text = """
        # About: a call for the export.
        caller: +819012345678
        at: 2026-11-25T10:00+09:00
        operators: none
        function: OrderTableRead answers {"outcome":"NoOrder"} on call 1
        function: OrderTableRead answers {"outcome":"Found"} on call 2
        function: OrderTableRead answers {"outcome":"Found"} on call 4
        function: CancelOrder fails
        function: ChangeOrderDate fails on call 1
        function: OrderDialog fails
        action: Operator/queue fails

        heard: お電話ありがとうございます
        pressed: 1
        heard exactly: 新しい発送日をお話しください。
        said: 十二月三日
        heard: <speak/>
        heard in any order: a / b
        silent
        operator answers
        heard: c

        then: operator sees orderId = 100
        then: no text owed
        """;

    [Fact]
    public void The_whole_content_is_as_documented() => Assert.Equal(
        """
        {
          "Version": "2019-10-30",
          "Metadata": {},
          "Observations": [
            {
              "Identifier": "step-1",
              "Event": {
                "Identifier": "step-1-event",
                "Type": "TestInitiated",
                "Actor": "System",
                "Properties": {}
              },
              "Actions": [
                {
                  "Identifier": "step-1-action-1",
                  "Type": "OverrideSystemBehavior",
                  "Parameters": {
                    "ActionType": "OverrideSystemBehavior",
                    "Behavior": {
                      "Type": "FlowAction",
                      "Properties": {
                        "ActionType": "TransferContactToQueue",
                        "ActionParameters": {
                          "QueueId": "${OperatorQueue.QueueArn}"
                        },
                        "Strategy": {
                          "Type": "SubstituteResource",
                          "SubstituteArn": "${TestQueue.QueueArn}"
                        }
                      }
                    }
                  },
                  "Transitions": {}
                }
              ],
              "Transitions": {
                "NextObservations": [
                  "step-2"
                ]
              }
            },
            {
              "Identifier": "step-2",
              "Event": {
                "Identifier": "step-2-event",
                "Type": "MessageReceived",
                "Actor": "System",
                "Properties": {
                  "Text": "メニュー",
                  "MatchingCriteria": {
                    "Type": "Inclusion"
                  }
                }
              },
              "Actions": [
                {
                  "Identifier": "step-2-action-1",
                  "Type": "SendInstruction",
                  "Parameters": {
                    "ActionType": "SendInstruction",
                    "Actor": "Customer",
                    "Instruction": {
                      "Type": "DtmfInput",
                      "Properties": {
                        "Value": 1
                      }
                    }
                  },
                  "Transitions": {
                    "NextAction": "step-2-action-2"
                  }
                },
                {
                  "Identifier": "step-2-action-2",
                  "Type": "SendInstruction",
                  "Parameters": {
                    "ActionType": "SendInstruction",
                    "Actor": "Customer",
                    "Instruction": {
                      "Type": "Utterance",
                      "Properties": {
                        "Value": "はい",
                        "LanguageCode": "ja-JP"
                      }
                    }
                  },
                  "Transitions": {
                    "NextAction": "step-2-action-3"
                  }
                },
                {
                  "Identifier": "step-2-action-3",
                  "Type": "SendInstruction",
                  "Parameters": {
                    "ActionType": "SendInstruction",
                    "Actor": "Customer",
                    "Instruction": {
                      "Type": "Disconnect"
                    }
                  },
                  "Transitions": {
                    "NextAction": "step-2-action-4"
                  }
                },
                {
                  "Identifier": "step-2-action-4",
                  "Type": "TestControl",
                  "Parameters": {
                    "ActionType": "TestControl",
                    "Command": {
                      "Type": "EndTest"
                    }
                  },
                  "Transitions": {}
                }
              ],
              "Transitions": {
                "NextObservations": []
              }
            }
          ]
        }
        """,
        JsonNode.Parse(Exported("heard: メニュー\npressed: 1\nsaid: はい\nhang up").Content.Span)!.ToJsonString(Readable));

    [Theory]
    [InlineData("1", "1")]
    [InlineData("0", "0")]
    [InlineData("12", "12")]
    [InlineData("20261203", "20261203")]
    [InlineData("*", "\"*\"")]
    [InlineData("#", "\"#\"")]
    [InlineData("1203#", "\"1203#\"")]
    [InlineData("0312345678", "\"0312345678\"")]
    [InlineData("9999999999999999", "\"9999999999999999\"")]
    public void Keys_are_a_number_where_a_number_says_them(string keys, string json) => Assert.Equal(
        json, Instructions(Exported($"heard: a\npressed: {keys}")).Single()["Properties"]!["Value"]!.ToJsonString());

    [Theory]
    [InlineData("operators: closed", "CheckHoursOfOperation", "SubstituteResource", "${ClosedHours.HoursOfOperationArn}")]
    [InlineData("operators: full", "TransferContactToQueue", "MockResponse", "QueueAtCapacity")]
    [InlineData("action: TransferContactToQueue fails", "TransferContactToQueue", "MockResponse", "NoMatchingError")]
    [InlineData("function: CancelOrder fails", "InvokeLambdaFunction", "MockResponse", "NoMatchingError")]
    [InlineData("function: CancelOrder times out", "InvokeLambdaFunction", "MockResponse", "TimeLimitExceeded")]
    [InlineData("function: CancelOrder answers {\"a\":\"b\"}", "InvokeLambdaFunction", "MockResponse", "{\"a\":\"b\"}")]
    public void What_goes_otherwise_than_deployed_is_overridden(string line, string action, string strategy, string value)
    {
        var overridden = Overrides(Exported("heard: a", line))[0];

        Assert.Equal(
            (action, strategy, value),
            (overridden["ActionType"]!.GetValue<string>(), overridden["Strategy"]!["Type"]!.GetValue<string>(), Value(overridden)));
    }

    [Fact]
    public void Answers_are_given_as_often_as_the_function_is_called() => Assert.Equal(
        ["1", "2", "3", "3", "${TestQueue.QueueArn}"],
        Overrides(Exported(
            "heard: a\n\nthen: function CancelOrder called 4 times",
            "function: CancelOrder answers {\"a\":\"2\"} on call 2",
            "function: CancelOrder answers {\"a\":\"1\"} on call 1",
            "function: CancelOrder answers {\"a\":\"3\"}")).Select(overridden => JsonOf(Value(overridden))));

    [Fact]
    public void No_simulated_caller_comes_to_the_operators_own_queue() => Assert.All(
        (string[])["operators: full", "operators: closed", "operators: none", "operators: 3 waiting"],
        line => Assert.Equal("${TestQueue.QueueArn}", Value(Overrides(Exported("heard: a", line))[^1])));

    [Theory]
    [InlineData("CancelOrder fails every time")]
    [InlineData("ChangeOrderDate fails on call 1: Connect's own retries")]
    [InlineData("OrderTableRead answers on call 4")]
    [InlineData("OrderDialog fails: the bot invokes it")]
    [InlineData("Operator/queue fails with NoMatchingError")]
    [InlineData("Operators none")]
    [InlineData("An operator answers")]
    [InlineData("no text owed")]
    [InlineData("any order")]
    [InlineData("Exact words")]
    [InlineData("whatever its words")]
    [InlineData("Nothing else is heard")]
    [InlineData("When it rings")]
    public void What_a_test_cannot_say_is_told(string what) =>
        Assert.Single(Everything().LeftOut, leftOut => leftOut.Contains(what, StringComparison.Ordinal));

    [Fact]
    public void What_a_test_says_is_not_told()
    {
        var told = string.Join('\n', Everything().LeftOut);

        Assert.All(
            (string[])["on call 2", "orderId", "hangs up", "OrderTableRead answers on call 1"],
            said => Assert.DoesNotContain(said, told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10:04", 0)]
    [InlineData("10:06", 1)]
    public void A_call_that_outlasts_a_test_is_told(string over, int told) => Assert.Equal(told, Exported(
        $"heard: a\n\nthen: the line hung up at 2026-11-25T{over}+09:00").LeftOut.Count(leftOut => leftOut.Contains("5 minutes", StringComparison.Ordinal)));

    [Fact]
    public void The_input_for_the_command_line_of_AWS_names_the_entry_point()
    {
        var input = JsonNode.Parse(Everything().CliInput.Span)!;

        Assert.Equal(
            """{"Type":"VOICE_CALL","VoiceCallEntryPointParameters":{"SourcePhoneNumber":"\u002B819012345678","FlowId":"${Reception.ContactFlowArn}"}}""",
            input["EntryPoint"]!.ToJsonString());
        Assert.Equal(("${InstanceId}", "x", "PUBLISHED"), (input["InstanceId"]!.GetValue<string>(), input["Name"]!.GetValue<string>(), input["Status"]!.GetValue<string>()));
        Assert.Equal("VOICE_CALL from +819012345678 to Reception", Everything().EntryPoint);
    }

    [Fact]
    public void A_withheld_number_is_left_out_and_told()
    {
        var test = ConnectTestCase.From(ScenarioText.Read("x.call", "caller: withheld\nat: 2026-11-25T10:00+09:00\n\nheard: a"));

        Assert.DoesNotContain("SourcePhoneNumber", System.Text.Encoding.UTF8.GetString(test.CliInput.Span), StringComparison.Ordinal);
        Assert.Single(test.LeftOut, leftOut => leftOut.Contains("withheld", StringComparison.Ordinal));
    }

    static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static ConnectTestCase Everything() => ConnectTestCase.From(ScenarioText.Read("x.call", Text));

    static ConnectTestCase Exported(string steps, params string[] start) => ConnectTestCase.From(ScenarioText.Read(
        "x.call", $"caller: +819012345678\nat: 2026-11-25T10:00+09:00\n{string.Concat(start.Select(line => line + "\n"))}\n{steps}"));

    static IEnumerable<JsonNode> Instructions(ConnectTestCase test) =>
        Parameters(test).Select(parameters => parameters["Instruction"]).OfType<JsonNode>();

    static List<JsonNode> Overrides(ConnectTestCase test) =>
        [.. Parameters(test).Select(parameters => parameters["Behavior"]?["Properties"]).OfType<JsonNode>()];

    static IEnumerable<JsonNode> Parameters(ConnectTestCase test) => JsonNode.Parse(test.Content.Span)!["Observations"]!.AsArray()
        .SelectMany(one => one!["Actions"]!.AsArray())
        .Select(action => action!["Parameters"]!);

    static string Value(JsonNode overridden)
    {
        var strategy = overridden["Strategy"]!;
        return (strategy["SubstituteArn"] ?? (strategy["Response"]!["ExecutionResult"] ?? strategy["Response"]!["Error"])!["Value"])!.GetValue<string>();
    }

    static string JsonOf(string value) => value.StartsWith('{') ? JsonNode.Parse(value)!["a"]!.GetValue<string>() : value;
}
