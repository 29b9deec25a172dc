using System.Text.Json.Nodes;
using OrderHotline.CallSimulator.Exploration;
using static OrderHotline.Calls.Tests.Exploring.PlantedLine;

namespace OrderHotline.Calls.Tests.Exploring;

/// <summary>For each property a flow that breaks it, and the shortest call in which it does.</summary>
public sealed class PlantedFaultTests
{
    const string Placed = "placed, operators there";
    const string ToTheKeypad = "says \"December 1st\" (OrderDialog fails before its work)";
    const string ToTheKeypadInJapanese = "says \"12月1日\" (OrderDialog fails before its work)";

    [Fact]
    public async Task A_menu_that_nobody_gets_out_of_is_found()
    {
        var line = With("Keypad", flow =>
        {
            var branches = flow.Action("menu")["Transitions"]!;
            branches["Conditions"] = new JsonArray();
            flow.Action("wrong-key").Next("menu");
            flow.Action("silence").Next("menu");
        });

        await Breaks<EveryCallCanReachAnOperatorOrAGoodbye>(line, In(Placed, depth: 4), "presses 2", ToTheKeypad);
    }

    [Fact]
    public async Task A_way_out_that_only_a_longer_call_finds_is_no_dead_end() =>
        Assert.IsType<PropertyVerdict.Holds>(await Judge<EveryCallCanReachAnOperatorOrAGoodbye>(Deployed, In(Placed, depth: 1)));

    [Fact]
    public async Task A_cancellation_that_nobody_was_asked_about_is_found()
    {
        var line = With("Keypad", flow => flow.Action("menu").Condition("2", "cancel"));

        await Breaks<NothingIsWrittenWithoutAYes>(line, In(Placed, depth: 3), "presses 2", ToTheKeypad, "presses 2");
    }

    [Fact]
    public async Task Silence_that_is_taken_for_a_yes_is_found()
    {
        var line = With("Keypad", flow => flow.Action("confirm-cancel").Error("InputTimeLimitExceeded", "cancel"));

        await Breaks<NothingIsWrittenWithoutAYes>(
            line, In(Placed, depth: 4), "presses 2", ToTheKeypad, "presses 2", "stays silent");
    }

    [Fact]
    public async Task A_confirmation_that_a_key_pressed_ahead_can_answer_unheard_is_found()
    {
        var kept = With("Keypad", flow => flow.Action("menu").Condition("2", "confirm-cancel"));

        await Breaks<NothingIsWrittenWithoutAYes>(kept, In(Placed, depth: 3), "presses 2", ToTheKeypad, "presses 21");
        Assert.IsType<PropertyVerdict.Holds>(await Judge<NothingIsWrittenWithoutAYes>(Deployed, In(Placed, depth: 4)));
    }

    [Fact]
    public async Task The_same_key_twice_is_a_yes_to_what_was_heard_and_to_nothing_after_it()
    {
        var line = With("Keypad", flow => flow.Action("menu").Condition("1", "confirm-cancel"));
        var asked = With("Keypad", flow =>
        {
            flow.Add(Buffering("keep", "true", "confirm-cancel"));
            flow.Action("no-keys-ahead-of-cancelling").Next("keep");
        });

        await Breaks<NothingIsWrittenWithoutAYes>(line, In(Placed, depth: 3), "presses 2", ToTheKeypad, "presses 11");

        // There 11 cancels, too, and was asked about; but whoever has it repeated does not hear it.
        await Breaks<NothingIsWrittenWithoutAYes>(
            asked, In(Placed, depth: 4), "presses 2", ToTheKeypad, "presses 2", "presses 91");
    }

    [Fact]
    public async Task A_date_that_is_changed_without_being_read_back_is_found()
    {
        var line = With("Keypad", flow => flow.Action("was-keyed").Error("NoMatchingCondition", "change-date"));

        await Breaks<NothingIsWrittenWithoutAYes>(
            line, In(Placed, depth: 4), "presses 2", ToTheKeypad, "presses 1", "presses 1201#");
    }

    [Fact]
    public async Task An_error_branch_that_hangs_up_without_a_word_is_found()
    {
        var line = With("Conversation", flow => flow.Action("look-up").Error("NoMatchingError", "hang-up"));

        await Breaks<EveryEndHasWords>(
            line, In(Placed, depth: 2), "presses 2 (OrderTableRead fails before its work)");
    }

    [Fact]
    public async Task A_flow_that_has_nowhere_to_go_is_found()
    {
        var line = With("Conversation", flow => flow.Action("to-keypad").Next("nowhere"));
        var cut = With("Keypad", flow => flow.Action("menu").Condition("1", "nowhere"));

        Assert.IsType<PropertyVerdict.Holds>(await Judge<EveryEndHasWords>(line, In(Placed, depth: 3)));
        var broken = await Breaks<EveryEndHasWords>(cut, In(Placed, depth: 3), "presses 2", ToTheKeypad, "presses 1");
        Assert.Contains("cut off", broken.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_one_language_lacks_are_found()
    {
        var without = With("Keypad", flow => flow.Action("words-en")["Parameters"]!["FlowAttributes"]!.AsObject().Remove("menu"));
        var inTheOther = With("Keypad", flow => flow.Says("words-en", "menu", "発送日の変更は一を押してください。"));
        var japanese = With("Keypad", flow => flow.Says("words-ja", "menu", "To change the date, press 1."));

        await Breaks<EveryPromptIsInTheCallersLanguage>(without, In(Placed, depth: 3), "presses 2", ToTheKeypad);
        await Breaks<EveryPromptIsInTheCallersLanguage>(inTheOther, In(Placed, depth: 3), "presses 2", ToTheKeypad);
        await Breaks<EveryPromptIsInTheCallersLanguage>(japanese, In(Placed, depth: 3), "presses 7", ToTheKeypadInJapanese);
    }

    [Fact]
    public async Task An_error_branch_that_goes_round_for_ever_is_found()
    {
        var line = With("Conversation", flow => flow.Action("look-up").Error("NoMatchingError", "language"));

        await Breaks<NoCallLoopsWithoutAsking>(line, In(Placed, depth: 2), "presses 2 (OrderTableRead fails before its work)");
    }

    [Fact]
    public async Task Three_functions_in_a_row_are_found_however_quick_they_are()
    {
        var line = With("Conversation", flow =>
        {
            foreach (var (name, next) in new[] { ("second", "third"), ("third", "found") })
            {
                var copy = flow.Action("look-up").DeepClone().AsObject();
                copy["Identifier"] = name;
                copy.Next(next);
                flow["Actions"]!.AsArray().Add(copy);
            }

            flow.Action("look-up").Next("second");
        });

        var broken = await Breaks<NoChainOfFunctionsOutlastsConnect>(line, In(Placed, depth: 2), "presses 2");

        Assert.Contains("look-up, second, third may take 24 seconds", broken.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_is_announced_as_done_is_found()
    {
        var line = With("Keypad", flow =>
        {
            flow.Action("may-be-changed").Condition("False", "menu");
            flow.Action("note-cancel").Next("lie");
            flow.Add("""
                {"Identifier": "lie", "Type": "MessageParticipant", "Parameters": {"Text": "I have cancelled your order."},
                 "Transitions": {"NextAction": "more", "Errors": [{"NextAction": "more", "ErrorType": "NoMatchingError"}]}}
                """);
        });

        await Breaks<WhatIsAnnouncedIsWhatWasDone>(
            line, In("shipped, operators there", depth: 4), "presses 2", ToTheKeypad, "presses 2", "presses 1");
    }

    [Fact]
    public async Task A_change_that_is_announced_as_refused_or_not_at_all_is_found()
    {
        var refused = With("Keypad", flow => flow.Action("say-result")["Parameters"]!["Text"] =
            "Your order is being packed, so it can be neither changed nor cancelled.");
        var untold = With("Keypad", flow => flow.Action("note-cancel").Next("more"));
        string[] acts = ["presses 2", ToTheKeypad, "presses 2", "presses 1"];

        var asRefused = await Breaks<WhatIsAnnouncedIsWhatWasDone>(refused, In(Placed, depth: 4), acts);
        var notAtAll = await Breaks<WhatIsAnnouncedIsWhatWasDone>(untold, In(Placed, depth: 4), acts);
        Assert.Contains("cannot be", asRefused.Why, StringComparison.Ordinal);
        Assert.Contains("not told", notAtAll.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_that_is_announced_all_the_same_is_found()
    {
        var line = With("Keypad", flow => flow.Says("words-ja", "cancelUnknown", "ご注文をキャンセルいたしました。"));

        await Breaks<WhatIsAnnouncedIsWhatWasDone>(
            line,
            In(Placed, depth: 4),
            "presses 7",
            ToTheKeypadInJapanese,
            "presses 2",
            "presses 1 (CancelOrder fails before its work)");
    }

    static string Buffering(string identifier, string enable, string next) => $$"""
        {"Identifier": "{{identifier}}", "Type": "GetParticipantInput", "Parameters": {"EnableDTMFBuffer": "{{enable}}"},
         "Transitions": {"NextAction": "{{next}}", "Errors": [{"NextAction": "{{next}}", "ErrorType": "NoMatchingError"}] } }
        """;
}
