using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>The bot's code hook as it is deployed. It needs no table.</summary>
public sealed class OrderDialogTests
{
    const string Session = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";

    [Fact]
    public async Task The_executable_reads_a_day_back_and_fulfils_it_by_a_yes()
    {
        await using var lambda = RunningLambda.Start("OrderDialog", RunningLambda.ContractNow);

        var asked = await Ask(lambda, Event("Justinです。十一月十四日に変えてください", "None", "{}"));
        var attributes = asked["sessionState"]!["sessionAttributes"]!.ToJsonString();
        var confirmed = await Ask(lambda, Event("はい", "Confirmed", attributes));

        Assert.Equal("ConfirmIntent", (string?)asked["sessionState"]!["dialogAction"]!["type"]);
        Assert.Equal("十一月十四日、水曜日の発送でよろしいでしょうか？", (string?)asked["messages"]![0]!["content"]);
        Assert.Equal(
            """{"name":"ChangeDate","state":"Fulfilled","confirmationState":"Confirmed","slots":{"ShippingDate":"""
                + """{"shape":"Scalar","value":{"originalValue":"2018-11-14","interpretedValue":"2018-11-14","""
                + "\"resolvedValues\":[\"2018-11-14\"]}}}}",
            confirmed["sessionState"]!["intent"]!.ToJsonString());
        Assert.Contains(
            $$"""{"level":"info","function":"OrderDialog","contactId":"{{Session}}","intent":"ChangeDate","step":"Confirm","outcome":"Confirmed","duration":""",
            await lambda.Stop(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_makes_no_sense_ends_without_words_and_the_next_turn_is_served()
    {
        await using var lambda = RunningLambda.Start("OrderDialog", RunningLambda.ContractNow, ("HOTLINE_LANGUAGE", "en-US"));

        var refused = await Ask(lambda, "{}");
        var asked = await Ask(lambda, Event("日付を変えたい", "None", "{}"));

        Assert.Equal("Failed", (string?)refused["sessionState"]!["intent"]!["state"]);
        Assert.Null(refused["messages"]);
        Assert.Equal("ElicitSlot", (string?)asked["sessionState"]!["dialogAction"]!["type"]);
        Assert.Equal("かしこまりました。何日の発送にいたしましょうか？", (string?)asked["messages"]![0]!["content"]);
    }

    static async Task<JsonNode> Ask(RunningLambda lambda, string json)
    {
        var outcome = await lambda.Send(json);
        Assert.False(outcome.IsError, outcome.Text);
        return JsonNode.Parse(outcome.Body.Span)!;
    }

    static string Event(string said, string confirmation, string attributes) =>
        $$"""
        {
          "messageVersion": "1.0", "invocationSource": "DialogCodeHook", "inputMode": "Speech", "sessionId": "{{Session}}",
          "inputTranscript": "{{said}}", "bot": { "name": "OrderBot", "localeId": "ja_JP", "version": "3" },
          "interpretations": [], "proposedNextState": null,
          "requestAttributes": { "x-amz-lex:channels:platform": "Connect" },
          "sessionState": {
            "sessionAttributes": {{attributes}}, "activeContexts": null, "dialogAction": null,
            "intent": { "name": "ChangeDate", "state": "InProgress", "confirmationState": "{{confirmation}}",
              "slots": { "ShippingDate": null } }
          }
        }
        """;
}
