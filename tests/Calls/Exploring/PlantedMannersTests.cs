using System.Text.Json;
using System.Text.Json.Nodes;
using OrderHotline.CallSimulator.Exploration;
using OrderHotline.CallSimulator.Functions;
using static OrderHotline.Calls.Tests.Exploring.PlantedLine;

namespace OrderHotline.Calls.Tests.Exploring;

/// <summary>What a good operator does and does not do, and the shortest call to a line that does otherwise.</summary>
public sealed class PlantedMannersTests
{
    const string Placed = "placed, operators there";
    const string ToAnOperator = "presses 2 (OrderTableRead fails before its work)";
    const string ToTheKeypad = "says \"December 1st\" (OrderDialog fails before its work)";
    const string ToTheKeypadInJapanese = "says \"12月1日\" (OrderDialog fails before its work)";

    [Fact]
    public async Task A_wish_for_an_operator_that_leads_back_to_the_question_is_found()
    {
        var said = With("Conversation", flow => flow.Action("listen").Condition("Operator", "open-question"));
        var keyed = With("Keypad", flow => flow.Action("menu").Condition("0", "menu"));

        await Breaks<EveryWishIsHeard>(said, In(Placed, depth: 3), "presses 2", "says \"operator\"");
        await Breaks<EveryWishIsHeard>(keyed, In(Placed, depth: 3), "presses 2", ToTheKeypad, "presses 0");
    }

    [Fact]
    public async Task A_wish_to_cancel_that_is_answered_with_another_question_is_found() => await Breaks<EveryWishIsHeard>(
        Deployed, Answering("I'd like to cancel my order", "How can I help?"), "presses 2", "says \"I'd like to cancel my order\"");

    [Fact]
    public async Task A_yes_after_which_no_order_ships_on_that_day_is_found()
    {
        var line = With("Conversation", flow => flow.Action("listen").Condition("ChangeDate", "goodbye"));

        var broken = await Breaks<AYesTakesTheDayThatIsOffered>(
            line, In(Placed, depth: 3), "presses 2", "says \"December 1st\"", "says \"yes\"");

        Assert.Contains("2026-12-01", broken.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_to_keep_the_order_that_is_passed_over_in_words_is_found() => await Breaks<KeepingAnOrderChangesNothing>(
        Deployed, Answering("leave it as it is", "Anything else?"), "presses 2", "says \"leave it as it is\"");

    [Fact]
    public async Task A_menu_of_changes_to_an_order_that_has_shipped_is_found()
    {
        var line = With("Keypad", flow => flow.Action("may-be-changed").Condition("False", "menu"));

        await Breaks<NothingIsOfferedThatWouldBeRefused>(line, In("shipped, operators there", depth: 3), "presses 2", ToTheKeypad);
    }

    [Fact]
    public async Task A_day_that_is_offered_and_cannot_be_had_is_found()
    {
        var broken = await Breaks<NothingIsOfferedThatWouldBeRefused>(
            Deployed, Answering("yes", "Shipping on Wednesday, November 25th, is that right?"), "presses 2", "says \"yes\"");

        Assert.Equal("2026-11-25 is offered: TooSoon.", broken.Why);
    }

    [Fact]
    public async Task A_call_back_that_is_promised_and_never_created_is_found()
    {
        var line = With("Callback", flow => flow.Action("offer").Condition("1", "promised"));

        await Breaks<NothingIsPromisedThatIsNotSo>(line, In("placed, operators gone home", depth: 2), ToAnOperator, "presses 1");
    }

    [Fact]
    public async Task A_text_message_that_is_announced_and_not_owed_is_found()
    {
        var line = With("Conversation", flow => flow.Says("words-en", "cancelUnknown", "A text message is on its way."));

        await Breaks<NothingIsPromisedThatIsNotSo>(
            line,
            In(Placed, depth: 3),
            "presses 2",
            "says \"I'd like to cancel my order\"",
            "says \"yes\" (CancelOrder fails before its work)");
    }

    [Fact]
    public async Task An_operator_who_is_announced_to_a_caller_who_is_hung_up_on_is_found()
    {
        var line = With("Operator", flow => flow.Action("transfer").Error("QueueAtCapacity", "hang-up"));

        await Breaks<NothingIsPromisedThatIsNotSo>(line, In("placed, full queue", depth: 2), ToAnOperator);
    }

    [Fact]
    public async Task Keys_that_a_menu_has_swapped_are_found_in_either_language()
    {
        var english = With("Keypad", flow => flow.Says(
            "words-en", "menu", "To change the shipping date, press 2. To cancel the order, press 1. For an operator, press 0."));
        var japanese = With("Keypad", flow => flow.Says(
            "words-ja", "menu", "発送日の変更は二を、ご注文のキャンセルは一を、オペレーターはゼロを押してください。"));

        await Breaks<TheKeysThatAreNamedWork>(english, In(Placed, depth: 3), "presses 2", ToTheKeypad, "presses 1");
        await Breaks<TheKeysThatAreNamedWork>(japanese, In(Placed, depth: 3), "presses 7", ToTheKeypadInJapanese, "presses 1");
    }

    // The dialogue, with other words for its answer to one sentence.
    static ExplorationSettings Answering(string said, string words)
    {
        var settings = In(Placed, depth: 3);
        return settings with { Functions = (orders, shop, log) => Plant(settings.Functions(orders, shop, log)) };

        InvokeFunction Plant(InvokeFunction functions) => async (call, cancellation) =>
        {
            var answer = await functions(call, cancellation);
            if (call.Name != "OrderDialog" || answer is not FunctionAnswer.Replied(var reply, var took))
            {
                return answer;
            }

            using var turn = JsonDocument.Parse(call.Payload);
            if (turn.RootElement.GetProperty("inputTranscript").GetString() != said)
            {
                return answer;
            }

            var response = JsonNode.Parse(reply.Span)!;
            response["messages"] = new JsonArray(new JsonObject { ["contentType"] = "PlainText", ["content"] = words });
            return new FunctionAnswer.Replied(System.Text.Encoding.UTF8.GetBytes(response.ToJsonString()), took);
        };
    }
}
