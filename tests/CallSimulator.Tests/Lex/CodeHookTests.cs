using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.Contracts;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>What a code hook is told, and what becomes of its answer.</summary>
public sealed class CodeHookTests
{
    const string AskForTheDate =
        """
        {"sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"ShippingDate"},
         "intent":{"name":"ChangeDate","state":"InProgress"}}}
        """;

    static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_event_is_what_Lex_sends_under_Connect()
    {
        var call = BotCall.WithHook(AskForTheDate).Passing("orderedItem", "Jacket");

        await call.Says("発送日を12月3日に変更したい");

        var invoked = Assert.Single(call.Calls);
        Assert.Equal(("OrderDialog", Duration.FromSeconds(30)), (invoked.Name, invoked.Limit));
        Approved.Holds("code-hook-event", call.Event.ToJsonString(Readable), "The code hook is told something else than before.");
    }

    [Fact]
    public async Task Words_keys_and_silence_are_told_apart()
    {
        var call = BotCall.WithHook(AskForTheDate);
        await call.Says("発送日を変更したい");
        Assert.Equal(("Speech", "発送日を変更したい", null), Input(call));
        await call.Presses("1203");
        Assert.Equal(("DTMF", "1203", "1203"), Input(call));
        Assert.Null(call.Event["sessionState"]!["intent"]!["slots"]!["ShippingDate"]);
        await call.SaysNothing();
        Assert.Equal(("Speech", "", null), Input(call));
        Assert.Equal("ChangeDate", (string?)call.Event["sessionState"]!["intent"]!["name"]);
        Assert.Empty(call.Event["transcriptions"]!.AsArray());
    }

    [Fact]
    public async Task Silence_before_anything_was_said_is_the_fallback()
    {
        var call = BotCall.WithHook("""{"sessionState":{"dialogAction":{"type":"Delegate"}}}""");

        Assert.Equal("Ended FallbackIntent Fulfilled", await call.SaysNothing());
        Assert.Equal(("Speech", "", null), Input(call));
        Assert.Null(call.Event["interpretations"]![0]!["nluConfidence"]);
    }

    [Fact]
    public async Task What_the_bot_would_do_next_is_proposed()
    {
        var call = BotCall.WithHook(AskForTheDate);
        await call.Says("発送日を変更したい");
        Assert.Equal("Initial", (string?)call.Event["proposedNextState"]!["prompt"]!["attempt"]);
        await call.SaysNothing();

        var proposed = call.Event["proposedNextState"]!;
        Assert.Equal("""{"type":"ElicitSlot","slotToElicit":"ShippingDate"}""", proposed["dialogAction"]!.ToJsonString());
        Assert.Equal("Retry1", (string?)proposed["prompt"]!["attempt"]);
    }

    [Theory]
    [InlineData("", "it is no JSON, at line 1, byte 1")]
    [InlineData("null", "a Null where sessionState should be")]
    [InlineData("{}", "no sessionState")]
    [InlineData("""{"sessionState":{}}""", "no sessionState.dialogAction")]
    public async Task An_answer_that_is_none_breaks_the_bot(string answer, string why) => await IsUnusable(answer, why);

    [Theory]
    [InlineData("""{"type":"Dance"}""", "the unknown action Dance")]
    [InlineData("""{"type":1}""", "type that is no text")]
    [InlineData("""{"type":"Close"}""", "Close without an intent")]
    [InlineData("""{"type":"Delegate"},"sessionAttributes":{"a":1}""", "the session attribute a, which is no text")]
    [InlineData("""{"type":"Delegate"},"sessionAttributes":[]""", "sessionAttributes that are no object")]
    public async Task An_action_that_Lex_does_not_know_breaks_the_bot(string action, string why) =>
        await IsUnusable($$$"""{"sessionState":{"dialogAction":{{{action}}}}}""", why);

    [Theory]
    [InlineData("Close", """{"name":"ChangeDate"}""", "Close with the state InProgress")]
    [InlineData("Close", """{"name":"Dance","state":"Failed"}""", "the unknown intent Dance")]
    [InlineData("Close", """{"name":"Repeat","state":"Tired"}""", "the unknown state Tired")]
    [InlineData("Delegate", """{"name":"Repeat","confirmationState":"Perhaps"}""", "the unknown confirmationState Perhaps")]
    [InlineData("ElicitSlot", """{"name":"ChangeDate"}""", "ElicitSlot without slotToElicit")]
    [InlineData("Delegate", """{"name":"Repeat","slots":{"Day":null}}""", "the slot Day, and Repeat has no such slot")]
    [InlineData(
        "Delegate",
        """{"name":"ChangeDate","slots":{"ShippingDate":{"value":{"originalValue":"明日"}}}}""",
        "the slot ShippingDate without an interpretedValue")]
    public async Task An_intent_that_the_bot_does_not_have_breaks_it(string action, string intent, string why) =>
        await IsUnusable($$$"""{"sessionState":{"dialogAction":{"type":"{{{action}}}"},"intent":{{{intent}}}}}""", why);

    [Fact]
    public async Task A_slot_that_the_intent_does_not_have_breaks_the_bot() => await IsUnusable(
        """{"sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"Day"},"intent":{"name":"ChangeDate"}}}""",
        "ElicitSlot of Day, and ChangeDate has no such slot");

    [Theory]
    [InlineData("{}", "messages that are no list")]
    [InlineData("""[{"contentType":"PlainText","content":""}]""", "a message that is empty or longer than 1024 characters")]
    [InlineData("""[{"contentType":"SSML"}]""", "a message that is empty or longer than 1024 characters")]
    public async Task Words_that_cannot_be_spoken_break_the_bot(string messages, string why) =>
        await IsUnusable($$$"""{"sessionState":{"dialogAction":{"type":"Delegate"}},"messages":{{{messages}}}}""", why);

    [Theory]
    [InlineData("""{"sessionState":{"dialogAction":{"type":"ConfirmIntent"},"intent":{"name":"ChangeDate"}}}""", "ConfirmIntent")]
    [InlineData("""{"sessionState":{"dialogAction":{"type":"ElicitIntent"}}}""", "ElicitIntent")]
    public async Task A_question_that_nobody_has_words_for_breaks_the_bot(string answer, string action) => Assert.Equal(
        $"Broke: OrderDialog answered {action} without messages, and the bot has no words.",
        await BotCall.WithHook(answer).Says("発送日を変更したい"));

    [Fact]
    public async Task A_function_that_fails_or_takes_too_long_breaks_the_bot_and_is_not_asked_again()
    {
        var failing = BotCall.WithHook((_, _) => Task.FromResult<FunctionAnswer>(
            new FunctionAnswer.Failed("it is on fire", Duration.FromSeconds(2))));
        Assert.Equal("Broke: OrderDialog failed: it is on fire.", await failing.Says("発送日を変更したい"));
        Assert.Equal(Duration.FromSeconds(2), failing.Last.Took);
        Assert.Single(failing.Calls);

        var slow = BotCall.WithHook((_, _) => Task.FromResult<FunctionAnswer>(
            new FunctionAnswer.Replied(Encoding.UTF8.GetBytes(AskForTheDate), Duration.FromSeconds(31))));
        Assert.Equal("Broke: OrderDialog did not answer within 30 seconds.", await slow.Says("発送日を変更したい"));
        Assert.Equal(Duration.FromSeconds(30), slow.Last.Took);
        Assert.Single(slow.Calls);
    }

    [Fact]
    public async Task A_locale_that_the_bot_lacks_breaks_it_before_anybody_is_asked()
    {
        var call = BotCall.WithHook(AskForTheDate, locale: "de_DE");

        Assert.Equal(
            "Broke: OrderBot has no locale de_DE, only en_US, ja_JP: the contact's language must be one.", await call.Says("Guten Tag"));
        Assert.Empty(call.Calls);
    }

    [Fact]
    public async Task The_hooks_words_and_attributes_replace_the_bots()
    {
        var call = BotCall.WithHook(
            """
            {"sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"ShippingDate"},
              "intent":{"name":"ChangeDate"},"sessionAttributes":{"mine":"1"}},
             "messages":[{"contentType":"PlainText","content":"いつ？"},{"contentType":"CustomPayload","content":"{}"},
              {"contentType":"SSML","content":"<speak>ね</speak>"}]}
            """).Passing("yours", "2");

        Assert.Equal("Asks for ShippingDate: いつ？ <speak>ね</speak>", await call.Says("発送日を変更したい"));
        Assert.Equal(["mine"], call.Attributes.Keys);
        Assert.Equal(Duration.FromMilliseconds(20), call.Last.Took);
    }

    [Fact]
    public async Task Without_words_of_the_hooks_the_bot_speaks_its_own() =>
        Assert.Equal(
            "Asks for ShippingDate: 発送日は何月何日がよろしいですか？", await BotCall.WithHook(AskForTheDate).Says("発送日を変更したい"));

    [Fact]
    public async Task A_hook_can_ask_what_the_call_is_about()
    {
        var call = BotCall.WithHook(
            """{"sessionState":{"dialogAction":{"type":"ElicitIntent"}},"messages":[{"contentType":"PlainText","content":"ご用件は？"}]}""");

        Assert.Equal("Asks for an intent: ご用件は？", await call.Says("発送日を変更したい"));
        await call.Says("キャンセルしたい");
        Assert.Equal("CancelOrder", (string?)call.Event["sessionState"]!["intent"]!["name"]);
    }

    static async Task IsUnusable(string answer, string why) => Assert.Equal(
        $"Broke: OrderDialog answered what Lex cannot use: {why}.", await BotCall.WithHook(answer).Says("発送日を変更したい"));

    static (string? Mode, string? Transcript, string? Keys) Input(BotCall call) => (
        (string?)call.Event["inputMode"],
        (string?)call.Event["inputTranscript"],
        (string?)call.Event["requestAttributes"]!["x-amz-lex:dtmf-transcript"]);
}
