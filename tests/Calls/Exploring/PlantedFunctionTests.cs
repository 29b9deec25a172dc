using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Exploration;
using OrderHotline.CallSimulator.Functions;
using static OrderHotline.Calls.Tests.Exploring.PlantedLine;

namespace OrderHotline.Calls.Tests.Exploring;

/// <summary>Functions that break a property, and the shortest call in which they do.</summary>
public sealed class PlantedFunctionTests
{
    [Fact]
    public async Task A_function_that_cancels_unasked_is_found()
    {
        // Whoever moves an order loses it.
        var settings = With((functions, _) => async (call, cancellation) =>
        {
            var answer = await functions(call, cancellation);
            if (call.Name == "ChangeOrderDate")
            {
                await functions(call with { Name = "CancelOrder" }, cancellation);
            }

            return answer;
        });

        var broken = await Breaks<NothingIsWrittenWithoutAYes>(
            Deployed, settings, "presses 2", "says \"December 1st\"", "says \"yes\"");

        Assert.Contains("is cancelled", broken.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_goes_by_the_policy_of_another_shop_is_found()
    {
        var settings = In("nothing ships tomorrow", depth: 3);
        var another = settings with { Functions = (orders, _, log) => settings.Functions(orders, Deployed.Shop, log) };

        var broken = await Breaks<NoOrderIsMovedToADayTheShopCannot>(
            Deployed, another, "presses 2", "says \"yesterday\"", "says \"yes\"");

        Assert.Equal("Order 100 ships on 2026-11-26: NotAShippingDay.", broken.Why);
    }

    [Fact]
    public async Task A_dialogue_that_takes_an_unsure_day_at_once_is_found()
    {
        var settings = With((functions, _) => async (call, cancellation) =>
        {
            var answer = await functions(call, cancellation);
            if (call.Name != "OrderDialog" || answer is not FunctionAnswer.Replied(var reply, var took))
            {
                return answer;
            }

            using var turn = JsonDocument.Parse(call.Payload);
            var response = JsonNode.Parse(reply.Span)!;
            var state = response["sessionState"]!;
            if (turn.RootElement.GetProperty("inputTranscript").GetString()?.StartsWith("deliver", StringComparison.Ordinal) != true
                || state["dialogAction"]!["type"]!.GetValue<string>() != "ConfirmIntent")
            {
                return answer;
            }

            state["dialogAction"]!["type"] = "Close";
            state["intent"]!["state"] = "Fulfilled";
            return new FunctionAnswer.Replied(System.Text.Encoding.UTF8.GetBytes(response.ToJsonString()), took);
        });

        await Breaks<NoOrderIsWrittenOnAnUnsureReading>(
            Deployed, settings, "presses 2", "says \"deliver it on December 1st\"");
    }

    [Fact]
    public async Task A_function_that_repeats_its_answer_to_a_retry_whatever_the_shop_has_done_is_found()
    {
        var first = new ConcurrentDictionary<string, FunctionAnswer>(StringComparer.Ordinal);
        var settings = With((functions, _) => async (call, cancellation) =>
        {
            var answer = await functions(call, cancellation);
            if (call.Name != "ChangeOrderDate" || answer is not FunctionAnswer.Replied(var reply, _))
            {
                return answer;
            }

            var wish = Convert.ToBase64String(call.Payload.Span);
            using var document = JsonDocument.Parse(reply);
            return document.RootElement.GetProperty("outcome").GetString() == "ChangedMeanwhile" ? first[wish] : first[wish] = answer;
        });

        var broken = await Breaks<WhatIsAnnouncedIsWhatWasDone>(
            Deployed,
            settings,
            "presses 2",
            "says \"December 1st\"",
            "says \"yes\" (ChangeOrderDate fails once after its work, and the shop changes the order before the retry)");

        Assert.Contains("and none does", broken.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_logs_the_caller_is_found()
    {
        var settings = With((functions, log) => async (call, cancellation) =>
        {
            using var request = JsonDocument.Parse(call.Payload);
            if (request.RootElement.TryGetProperty("Details", out var details))
            {
                log($"{call.Name} for {details.GetProperty("ContactData").GetProperty("CustomerEndpoint").GetProperty("Address")}");
            }

            return await functions(call, cancellation);
        });

        var broken = await Breaks<NoPersonalDataIsLogged>(Deployed, settings, "presses 2");

        Assert.DoesNotContain("12345678", broken.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_is_left_alone_gives_up_after_its_own_retries()
    {
        // Asks for the date once, and then leaves it to the bot, which asks again twice.
        var settings = With((functions, _) => async (call, cancellation) =>
        {
            if (call.Name != "OrderDialog")
            {
                return await functions(call, cancellation);
            }

            using var turn = JsonDocument.Parse(call.Payload);
            var state = turn.RootElement.GetProperty("sessionState");
            var intent = state.GetProperty("intent");
            var begins = !state.GetProperty("sessionAttributes").TryGetProperty("asked", out var _)
                && intent.GetProperty("name").GetString() != "ChangeDate";
            var isOver = intent.GetProperty("name").GetString() != "ChangeDate"
                || intent.GetProperty("slots").GetProperty("ShippingDate").ValueKind == JsonValueKind.Object;
            return begins
                ? Answer("""{"type": "ElicitSlot", "slotToElicit": "ShippingDate"}""", """{"name": "ChangeDate"}""", """{"asked": "yes"}""")
                : Answer("""{"type": "Delegate"}""", intent.GetRawText(), isOver ? "{}" : """{"asked": "yes"}""");
        });

        var exploration = await CallExplorer.Explore(
            Deployed,
            settings with { Depth = 5, Properties = [new TheBotNeverGivesUp()] },
            progress: null,
            TestContext.Current.CancellationToken);

        Assert.Equal(5, Assert.IsType<PropertyVerdict.Broken>(Assert.Single(exploration.Verdicts)).Length);
    }

    static FunctionAnswer.Replied Answer(string action, string intent, string attributes) => new(
        System.Text.Encoding.UTF8.GetBytes(
            $$$"""
            {"sessionState": {"dialogAction": {{{action}}}, "intent": {{{intent}}}, "sessionAttributes": {{{attributes}}}},
             "messages": [{"contentType": "PlainText", "content": "Which day? 何日ですか"}]}
            """),
        NodaTime.Duration.Zero);

    static ExplorationSettings With(Func<InvokeFunction, Action<string>, InvokeFunction> plant)
    {
        var settings = In("placed, operators there", depth: 3);
        return settings with { Functions = (orders, policy, log) => plant(settings.Functions(orders, policy, log), log) };
    }

    sealed class TheBotNeverGivesUp : CallProperty
    {
        public override string Sentence => "The bot never gives up";

        public override string? WhatIsWrong(string remembered, ExploredStep step) =>
            step.Events.Any(happened => happened is CallEvent.BotEnded { Intent.Name: "FallbackIntent" }) ? "It did." : null;
    }
}
