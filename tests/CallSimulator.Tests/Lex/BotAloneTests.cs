using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Lex;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>What the bot does without a code hook, or with one that leaves everything to it.</summary>
public sealed class BotAloneTests
{
    const string OwnQuestion = "Asks for ShippingDate: 発送日は何月何日がよろしいですか？";

    const string Confirmation =
        """
        {"PromptSpecification":{"MaxRetries":1,"MessageGroupsList":[{"Message":{"PlainTextMessage":{"Value":"よろしいですか？"}}}]}}
        """;

    const string Delegate = """{"sessionState":{"dialogAction":{"type":"Delegate"}}}""";

    public static TheoryData<bool> WithAndWithoutAHook => [true, false];

    [Theory]
    [MemberData(nameof(WithAndWithoutAHook))]
    public async Task A_slot_is_asked_for_and_the_intent_is_fulfilled_by_it(bool hook)
    {
        var call = Alone(hook);

        Assert.Equal(OwnQuestion, await call.Says("発送日を変更したい"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-03", await call.Says("12月3日で"));
        Assert.Equal(hook ? 2 : 0, call.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutAHook))]
    public async Task A_slot_that_was_named_at_once_is_not_asked_for(bool hook) =>
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-03", await Alone(hook).Says("発送日を12月3日に変更したい"));

    // Left to itself Lex falls into its own trap.
    [Fact]
    public async Task Next_week_is_the_Sunday_of_this_week() =>
        Assert.Equal("Ended ChangeDate Fulfilled 2026-11-29", await Alone(hook: false).Says("来週"));

    [Theory]
    [MemberData(nameof(WithAndWithoutAHook))]
    public async Task After_its_own_retries_comes_the_fallback(bool hook)
    {
        var call = Alone(hook);

        Assert.Equal(OwnQuestion, await call.Says("発送日を変更したい"));
        Assert.Equal(OwnQuestion, await call.SaysNothing());
        Assert.Equal(OwnQuestion, await call.Presses("99"));
        Assert.Equal("Ended FallbackIntent Fulfilled", await call.Says("猫が逃げました"));
        Assert.Equal(hook ? 5 : 0, call.Calls.Count);
    }

    [Fact]
    public async Task A_confirmation_is_asked_for_and_a_yes_fulfils_the_intent()
    {
        var call = Alone(hook: false, Confirmation);

        Assert.Equal("Asks for a yes: よろしいですか？", await call.Says("12月3日"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-03", await call.Says("はい、お願いします。"));
    }

    [Fact]
    public async Task A_no_fails_the_intent()
    {
        var call = Alone(hook: false, Confirmation);
        await call.Says("12月3日");

        Assert.Equal("Ended ChangeDate Failed 2026-12-03", await call.Says("いいえ"));
    }

    [Fact]
    public async Task Neither_yes_nor_no_is_asked_again_until_the_fallback()
    {
        var call = Alone(hook: false, Confirmation);
        await call.Says("12月3日");

        Assert.Equal("Asks for a yes: よろしいですか？", await call.Says("猫が逃げました"));
        Assert.Equal("Ended FallbackIntent Fulfilled", await call.SaysNothing());
    }

    [Fact]
    public async Task A_new_day_instead_of_a_yes_replaces_the_first()
    {
        var call = Alone(hook: false, Confirmation);
        await call.Says("12月3日");
        await call.Says("12月4日");

        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-04", await call.Says("はい"));
    }

    [Fact]
    public async Task A_fulfilment_hook_is_asked_once_nothing_is_missing()
    {
        var bot = Bot(hook: false, confirmation: null, fulfillment: true);
        var call = BotCall.With(bot, Answers(
            """
            {"sessionState":{"dialogAction":{"type":"Close"},"intent":{"name":"ChangeDate","state":"Failed"}},
             "messages":[{"contentType":"PlainText","content":"あいにく。"}]}
            """));

        Assert.Equal(OwnQuestion, await call.Says("発送日を変更したい"));
        Assert.Empty(call.Calls);
        Assert.Equal("Ended ChangeDate Failed: あいにく。", await call.Says("12月3日"));
        Assert.Equal(
            ("FulfillmentCodeHook", "ReadyForFulfillment"),
            ((string?)call.Event["invocationSource"], (string?)call.Event["sessionState"]!["intent"]!["state"]));
    }

    [Fact]
    public async Task A_fulfilment_that_is_left_to_the_bot_succeeds()
    {
        var call = BotCall.With(Bot(hook: false, confirmation: null, fulfillment: true), Answers(Delegate));

        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-03", await call.Says("12月3日"));
    }

    [Fact]
    public async Task A_session_that_is_over_does_not_answer_for_the_next_block()
    {
        var call = Alone(hook: false);
        await call.Says("12月3日");

        Assert.Equal("Ended CancelOrder Fulfilled", await call.Says("キャンセル"));
        Assert.Equal("Ended FallbackIntent Fulfilled", await call.SaysNothing());
    }

    static BotCall Alone(bool hook, string? confirmation = null) =>
        BotCall.With(Bot(hook, confirmation, fulfillment: false), hook ? Answers(Delegate) : NobodyIsAsked);

    static BotDefinition Bot(bool hook, string? confirmation, bool fulfillment)
    {
        var locale = OrderBot.Json("OrderBot.ja_JP.json");
        foreach (var intent in locale["Intents"]!.AsArray())
        {
            intent!["DialogCodeHook"]!["Enabled"] = hook;
        }

        var changeDate = locale["Intents"]![0]!;
        changeDate["FulfillmentCodeHook"] = new JsonObject { ["Enabled"] = fulfillment };
        if (confirmation is not null)
        {
            changeDate["IntentConfirmationSetting"] = JsonNode.Parse(confirmation);
        }

        return BotDefinition.Read(OrderBot.Bytes("OrderBot.json"), OrderBot.Bytes(locale));
    }

    static InvokeFunction Answers(string json) => (_, _) => Task.FromResult<FunctionAnswer>(
        new FunctionAnswer.Replied(Encoding.UTF8.GetBytes(json), Duration.Zero));

    static Task<FunctionAnswer> NobodyIsAsked(FunctionCall call, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{call.Name} was asked.");
}
