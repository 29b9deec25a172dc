namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>Silence, misunderstandings, repetitions, and what is none of the line's business.</summary>
public sealed class FailureTests
{
    const string WhichDay = "ElicitSlot: かしこまりました。何日の発送にいたしましょうか？";
    const string AnyDay = "十一月二十六日、木曜日から十二月二十五日、金曜日までの発送日で、どの日がよろしいですか？";
    const string TheThird = "ConfirmIntent 2026-12-03: 十二月三日、木曜日の発送でよろしいでしょうか？";
    const string Keypad = "ボタンでしたら、十二月三日は、一、二、ゼロ、三、シャープです。";
    const string Help = "発送日の変更は一、キャンセルは二、オペレーターはゼロを押すか、そのままお話しください。";
    const string Operator = "Close Operator Fulfilled";

    [Fact]
    public async Task After_the_third_silence_an_operator_helps()
    {
        var call = LexCall.InJapanese();
        await call.Says("日付を変えたい");

        Assert.Equal($"ElicitSlot: もしもし。{AnyDay}", await call.SaysNothing());
        Assert.Equal($"ElicitSlot: {Keypad}何日の発送にいたしましょうか？", await call.SaysNothing());
        Assert.Equal(Operator, await call.SaysNothing());
        Assert.Equal(
            [("dialogKeypad", "told"), ("dialogResult", "Operator"), ("handOverReason", "三回続けてご用件を聞き取れませんでした。")],
            call.Attributes.Select(attribute => (attribute.Key, attribute.Value)));
        Assert.Equal(DialogResult.GaveUp, call.Log[^1].Result);
    }

    [Fact]
    public async Task After_the_third_misunderstanding_an_operator_helps()
    {
        var call = LexCall.InJapanese();
        await call.Says("日付を変えたい");

        Assert.Equal($"ElicitSlot: もう一度、{AnyDay}", await call.Says("ジャケット", slot: "2026-12-03"));
        Assert.Equal($"ElicitSlot: {Keypad}何日の発送にいたしましょうか？", await call.Mumbles("ジャケット"));
        Assert.Equal(Operator, await call.Mumbles("ジャケット"));
    }

    [Fact]
    public async Task Who_hesitates_at_the_first_question_is_told_what_can_be_said_and_not_scolded()
    {
        var call = LexCall.InJapanese().AboutAJacket();

        Assert.Equal($"ElicitIntent: {Help}", await call.SaysNothing());
        Assert.Equal("ElicitIntent: もしもし。ご用件をどうぞ。", await call.SaysNothing());
        Assert.Equal(Operator, await call.SaysNothing());
        Assert.Equal("三回続けてご用件を聞き取れませんでした。", call.Attributes["handOverReason"]);
    }

    [Fact]
    public async Task Who_is_not_understood_at_the_first_question_is_told_so_and_then_what_can_be_said()
    {
        var call = LexCall.InJapanese().AboutAJacket();

        Assert.Equal($"ElicitIntent: 恐れ入ります、もう一度お願いいたします。{Help}", await call.Mumbles("ジャケット"));
        Assert.Equal("ElicitIntent: 恐れ入ります、もう一度お願いいたします。ご用件をどうぞ。", await call.Mumbles("ジャケット"));
        Assert.Equal(Operator, await call.Mumbles("ジャケット"));
    }

    [Fact]
    public async Task Who_says_nothing_more_after_an_answer_is_done()
    {
        var call = LexCall.InJapanese().AboutAJacket();
        await call.Wants("OrderStatus", "いつ届きますか");

        Assert.Equal("Close Goodbye Fulfilled", await call.SaysNothing());
        Assert.Equal(("Goodbye", DialogResult.Goodbye), (call.Last.Result, call.Log[^1].Result));
    }

    [Fact]
    public async Task Silences_and_misunderstandings_are_counted_together_also_while_a_day_is_confirmed()
    {
        var call = LexCall.InJapanese();
        await call.Says("日付を変えたい");
        await call.Mumbles("ジャケット");
        Assert.Equal(TheThird, await call.Says("三日"));

        Assert.Equal("ConfirmIntent 2026-12-03: もしもし。十二月三日、木曜日の発送でよろしいでしょうか？", await call.SaysNothing());
        Assert.Equal(
            "ConfirmIntent 2026-12-03: ボタンでしたら、はいは一、いいえは二です。十二月三日、木曜日の発送でよろしいでしょうか？",
            await call.Mumbles("ジャケット"));
        Assert.Equal(Operator, await call.SaysNothing());
    }

    [Fact]
    public async Task An_answer_that_is_understood_begins_the_count_anew()
    {
        var call = LexCall.InJapanese().AboutAJacket();
        await call.Says("日付を変えたい");

        foreach (var understood in new[] { "来週", "昨日", "三日", "来週" })
        {
            await call.SaysNothing();
            await call.Mumbles("ジャケット");
            Assert.Equal("2", call.Attributes["dialogFailures"]);
            await call.Says(understood);
            Assert.Equal("0", call.Attributes["dialogFailures"]);
        }
    }

    [Fact]
    public async Task After_a_failure_the_question_that_was_not_answered_is_asked_again()
    {
        var call = LexCall.InJapanese();
        var asked = await call.Says("来週");

        Assert.Equal(asked.Replace(": ", ": もしもし。", StringComparison.Ordinal), await call.SaysNothing());
    }

    [Theory]
    [InlineData("Date", "ElicitSlot")]
    [InlineData("Confirm", "ConfirmIntent")]
    [InlineData("ConfirmCancel", "ConfirmIntent")]
    [InlineData("CancelOrKeep", "ElicitIntent")]
    public async Task The_keys_of_a_question_are_told_once_a_call(string question, string action)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until(question);

        await call.Mumbles("ジャケット");
        Assert.DoesNotContain("ボタン", call.Last.Message, StringComparison.Ordinal);
        await call.Mumbles("ジャケット");
        Assert.Contains("ボタン", call.Last.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ボタン", await call.Wants("Repeat"), StringComparison.Ordinal);

        await call.Wants("KeepOrder");
        await call.Until(question);
        await call.Mumbles("ジャケット");
        await call.Mumbles("ジャケット");
        Assert.Equal((action, "2"), (call.Last.Action, call.Attributes["dialogFailures"]));
        Assert.DoesNotContain("ボタン", call.Last.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_told_of_the_keys_at_one_question_is_not_told_of_them_at_another()
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until("Open");
        await call.SaysNothing();
        Assert.Equal("told", call.Attributes["dialogKeypad"]);

        foreach (var question in new[] { "More", "ConfirmCancel", "Confirm", "CancelOrKeep", "Date" })
        {
            await (await call.Until("More")).Until(question);
            foreach (var failure in new[] { 1, 2 })
            {
                await call.Mumbles("ジャケット");

                Assert.Equal($"{failure}", call.Attributes["dialogFailures"]);
                Assert.DoesNotContain("ボタン", call.Last.Message, StringComparison.Ordinal);
                Assert.DoesNotContain("押す", call.Last.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task What_was_told_of_the_keys_is_remembered_when_the_flow_comes_back()
    {
        var call = LexCall.InJapanese().AboutAJacket();
        await call.SaysNothing();
        await call.Until("Confirm");
        await call.SaysYes("はい");
        Assert.Equal(["dialogKeypad", "dialogResult"], call.Attributes.Keys);

        Assert.DoesNotContain("押す", await call.AboutAJacket().Mumbles("ジャケット"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Date")]
    [InlineData("Confirm")]
    [InlineData("ConfirmCancel")]
    [InlineData("CancelOrKeep")]
    public async Task Whoever_types_is_not_told_of_a_keypad(string question)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until(question);
        await call.SaysNothing();
        await call.Turn(new() { Transcript = "？", InputMode = "Text", Intent = "FallbackIntent" });

        Assert.Equal("2", call.Attributes["dialogFailures"]);
        Assert.DoesNotContain("ボタン", call.Last.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeating_asks_the_same_again_and_is_no_failure()
    {
        var call = LexCall.InJapanese();
        Assert.Equal("ElicitIntent: ご用件をどうぞ。", await call.Wants("Repeat"));

        Assert.Equal(WhichDay, await call.Says("日付を変えたい"));
        Assert.Equal("ElicitSlot: 何日の発送にいたしましょうか？", await call.Wants("Repeat"));
        await call.SaysNothing();
        Assert.Equal($"ElicitSlot: {AnyDay}", await call.Wants("Repeat"));
        Assert.Equal("1", call.Attributes["dialogFailures"]);
        var vague = await call.Says("来週");
        Assert.Equal(vague, await call.Wants("Repeat"));
        Assert.Equal(TheThird, await call.Says("三日"));
        Assert.Equal(TheThird, await call.Wants("Repeat"));
        Assert.Equal(TheThird, await call.Presses("9"));
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.SaysYes("はい"));
    }

    [Fact]
    public async Task A_question_that_was_lost_is_asked_anew()
    {
        var call = LexCall.InJapanese().With("dialogStep", "Confirm").With("dialogDay", "soon").With("dialogFailures", "-7");

        Assert.Equal("ElicitSlot: 何日の発送にいたしましょうか？", await call.Wants("Repeat"));
        Assert.Equal($"ElicitSlot: もう一度、{AnyDay}", await call.With("dialogMessage", "<>").Mumbles("はい"));
        Assert.Equal(
            "ElicitIntent: ご用件をどうぞ。", await LexCall.InJapanese().With("dialogStep", "Greeting").With("dialogMessage", "$").Wants("Repeat"));
    }

    [Fact]
    public async Task What_is_none_of_the_lines_business_is_left_to_the_bot()
    {
        var call = LexCall.InJapanese().With("loyalty", "gold").With("dialogResult", "Confirmed");

        Assert.Equal("Delegate", await call.Wants("Greeting"));
        Assert.Equal([("loyalty", "gold")], call.Attributes.Select(attribute => (attribute.Key, attribute.Value)));
        Assert.Equal("Close Greeting Fulfilled", await call.Turn(new() { Intent = "Greeting", Source = "FulfillmentCodeHook" }));
    }

    [Fact]
    public async Task After_a_turn_that_was_left_to_the_bot_a_yes_is_not_one_to_what_was_read_back()
    {
        foreach (var question in new[] { "Confirm", "ConfirmCancel" })
        {
            var call = await LexCall.InJapanese().AboutAJacket().Until(question);
            await call.Wants("Greeting");

            Assert.Equal("ElicitIntent: ご用件をどうぞ。", await call.Mumbles("はい"));
            Assert.StartsWith("ElicitIntent", await call.Wants("Yes", "はい"), StringComparison.Ordinal);
            Assert.StartsWith("ElicitSlot", await call.Turn(new() { Transcript = "はい", Confirmation = "Confirmed" }), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Fulfilment_without_a_day_that_was_read_back_goes_on_asking()
    {
        var call = LexCall.InJapanese();
        var fulfilment = new LexTurnEvent { Transcript = "はい", Confirmation = "Confirmed", Source = "FulfillmentCodeHook" };

        Assert.StartsWith(
            "ElicitSlot", await call.Turn(fulfilment, LexTurnEvent.Filled("来週", "2026-11-29")), StringComparison.Ordinal);
        await call.Says("三日");
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.Turn(fulfilment));
    }
}
