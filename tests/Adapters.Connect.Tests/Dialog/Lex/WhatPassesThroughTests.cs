using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using OrderHotline.Domain.Tests;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>The session and the intent belong to the flow and the bot: what the line does not read goes back byte for byte, whatever it
/// is, and what Lex could not take back is not sent.</summary>
public sealed class WhatPassesThroughTests
{
    // Texts as they stand in JSON, escapes, whole and halved characters.
    static readonly Gen<string> Texts =
        Gen.Elements("\\ud83e", "\\uDDE5", "\\ud83e\\udde5", "\\ude00\\ud83d", "\\u3042", "\\\\ud83e", "\\\"", "\\n", "あ", "🧥", "x", " ", "gold", "$", "\\/")
            .ListOf().Select(string.Concat);

    static readonly Gen<string> Objects =
        from text in Texts
        from more in Gen.Elements("", ",\"values\":[1e400,null,{}]", ",\"value\":{\"originalValue\":\"\\udde5\"}")
        select $"{{ \"shape\": \"{text}\"{more} }}";

    static readonly Gen<string> Intents = Gen.Elements(
        "ChangeDate", "CancelOrder", "Operator", "Repeat", "Slower", "OrderStatus", "KeepOrder", "Stop", "Goodbye", "Yes", "No", "FallbackIntent", "OpeningHours");

    [Fact]
    public void What_others_keep_in_the_session_and_in_slots_goes_back_as_it_came() =>
        ForEvery.Value(
            from intent in Intents
            from name in Texts
            from value in Texts
            from slot in Objects
            from said in Texts
            from own in Gen.Elements(
                "orderedItem", "spokenItem", "orderId", "orderState", "shippedDate", "lastChange", "dialogMessage", "dialogDay", "dialogStep", "dialogFailures",
                "dialogKeypad", "dialogPace", "handOverReason", "shippingDate", "")
            select (intent, name, value, slot, said, own),
            turn =>
            {
                var attribute = $"\"other {turn.name}\": \"{turn.value}\"";
                var gift = $"\"Gift\" : {turn.slot}";
                var json = Event(
                    turn.intent, turn.said, $"{attribute},\"dialogStep{(turn.own == "dialogStep" ? "" : "2")}\":\"{turn.value}\""
                        + (turn.own is "" or "dialogStep" ? "" : $",\"{turn.own}\":\"{turn.value}\""), gift);

                var reply = Answer(json);

                Assert.Contains(attribute, reply, StringComparison.Ordinal);
                Assert.DoesNotContain("InvalidRequest", reply, StringComparison.Ordinal);
                Assert.DoesNotContain("Unavailable", reply, StringComparison.Ordinal);
                if (reply.Contains($"\"name\":\"{turn.intent}\"", StringComparison.Ordinal))
                {
                    Assert.Contains(gift, reply, StringComparison.Ordinal);
                }
            },
            tests: 2000);

    [Fact]
    public void What_Lex_could_not_take_back_is_never_sent() =>
        ForEvery.Value(
            from intent in Intents
            from slot in Gen.Elements("5", "true", "\"text\"", "[]", "[{}]", "\"\\ud83e\"")
            from attribute in Gen.Elements("5", "true", "null", "[]", "{}")
            from state in Gen.Elements("\"InProgress\"", "\"Justin\"", "\"\"", "\"\\ud83e\"", "null")
            from confirmation in Gen.Elements("\"None\"", "\"Justin\"", "\"\\ud83e\"", "null")
            select (intent, slot, attribute, state, confirmation),
            turn =>
            {
                var root = JsonNode.Parse(Answer(Event(
                    turn.intent, "hello", $"\"mine\":{turn.attribute},\"loyalty\":\"gold\"", $"\"Gift\":{turn.slot}", turn.state, turn.confirmation)))!;

                var intent = root["sessionState"]!["intent"]!;
                Assert.All(intent["slots"]!.AsObject(), slot => Assert.True(slot.Value is null or JsonObject, $"{slot.Value}"));
                Assert.Contains((string?)intent["state"], (string[])["Failed", "Fulfilled", "InProgress"]);
                Assert.Contains((string?)intent["confirmationState"], (string?[])["Confirmed", "Denied", "None", null]);
                Assert.Equal("gold", (string?)root["sessionState"]!["sessionAttributes"]!["loyalty"]);
                Assert.All(
                    root["sessionState"]!["sessionAttributes"]!.AsObject(),
                    attribute => Assert.Equal(JsonValueKind.String, attribute.Value?.GetValueKind()));
            });

    /// <summary>A dialogue that cannot go on loses nothing of the session: the flow goes on with it.</summary>
    [Theory]
    [InlineData("sessionState.intent")]
    [InlineData("sessionState.intent.name")]
    [InlineData("sessionState.intent.slots")]
    [InlineData("sessionState.intent.state")]
    [InlineData("sessionState.intent.slots.ShippingDate")]
    [InlineData("sessionState.sessionAttributes.dialogStep")]
    [InlineData("sessionState.sessionAttributes.dialogPace")]
    [InlineData("sessionState.sessionAttributes.orderState")]
    [InlineData("bot")]
    [InlineData("bot.localeId")]
    [InlineData("inputMode")]
    [InlineData("inputTranscript")]
    [InlineData("invocationSource")]
    [InlineData("sessionId")]
    [InlineData("requestAttributes")]
    [InlineData("interpretations")]
    public async Task A_field_of_the_wrong_type_ends_the_dialogue_and_nothing_else(string field)
    {
        foreach (var wrong in new[] { "42", "true", "[[1]]" })
        {
            var root = JsonNode.Parse(new LexTurnEvent { Attributes = new Dictionary<string, string> { ["loyalty"] = "gold" } }.ToJson())!;
            var path = field.Split('.');
            path[..^1].Aggregate(root, (node, name) => node[name]!)[path[^1]] = JsonNode.Parse(wrong);

            var reply = await LexCall.InJapanese().Answer(Encoding.UTF8.GetBytes(root.ToJsonString()));

            Assert.Equal((field, "InvalidRequest", "gold"), (field, reply.Result, reply.Attributes.GetValueOrDefault("loyalty")));
        }
    }

    static string Event(
        string intent, string said, string attributes, string slot, string state = "\"InProgress\"", string confirmation = "\"None\"") =>
        $$"""
        {
          "invocationSource": "DialogCodeHook", "inputMode": "Speech", "sessionId": "5ca32fbd-8f92-46af-92a5-6b0f970f0efe",
          "inputTranscript": "{{said}}", "bot": { "localeId": "ja_JP" }, "interpretations": [],
          "sessionState": {
            "intent": { "name": "{{intent}}", "state": {{state}}, "confirmationState": {{confirmation}}, "slots": { {{slot}} } },
            "sessionAttributes": { {{attributes}} }
          }
        }
        """;

    static string Answer(string json) => Encoding.UTF8.GetString(
        LexCall.InJapanese().AnswerAsItIs(Encoding.UTF8.GetBytes(json)).GetAwaiter().GetResult());
}
