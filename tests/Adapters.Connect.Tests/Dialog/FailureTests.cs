namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>Silence, misunderstandings, keys, and what can be wished for at any time.</summary>
public sealed class FailureTests
{
    const string AnyDay = "発送日は、十一月二十六日、木曜日から、十二月二十五日、金曜日までの間でお選びいただけます。何月何日がよろしいですか？";
    const string TheThird = "ConfirmIntent 2026-12-03: 十二月三日、木曜日に変更します。よろしいですか？";
    const string Keypad = "たとえば十二月三日は、ボタンで、一、二、ゼロ、三、シャープ、と押すこともできます。";
    const string GaveUp = "Close ChangeDate Failed: 申し訳ございません。オペレーターにおつなぎします。";

    [Fact]
    public async Task After_the_third_silence_an_operator_helps()
    {
        var call = LexCall.InJapanese();
        await call.Says("日付を変えたい");

        Assert.Equal($"ElicitSlot: お声が聞こえませんでした。{AnyDay}", await call.SaysNothing());
        Assert.Equal($"ElicitSlot: お声が聞こえませんでした。{Keypad}{AnyDay}", await call.SaysNothing());
        Assert.Equal(GaveUp, await call.SaysNothing());
        Assert.Equal([("dialogResult", "Operator")], call.Attributes.Select(attribute => (attribute.Key, attribute.Value)));
        Assert.Equal(DialogResult.GaveUp, call.Log[^1].Result);
    }

    [Fact]
    public async Task After_the_third_misunderstanding_an_operator_helps()
    {
        var call = LexCall.InJapanese();
        await call.Says("日付を変えたい");

        Assert.Equal($"ElicitSlot: 日付を聞き取れませんでした。{AnyDay}", await call.Says("ジャケット", slot: "2026-12-03"));
        Assert.Equal($"ElicitSlot: 日付を聞き取れませんでした。{Keypad}{AnyDay}", await call.Mumbles("ジャケット"));
        Assert.Equal(GaveUp, await call.Mumbles("ジャケット"));
    }

    [Fact]
    public async Task Silences_and_misunderstandings_are_counted_together_also_while_a_day_is_confirmed()
    {
        var call = LexCall.InJapanese();
        await call.Says("日付を変えたい");
        await call.Mumbles("ジャケット");
        Assert.Equal(TheThird, await call.Says("三日"));

        Assert.Equal(
            "ConfirmIntent 2026-12-03: お声が聞こえませんでした。十二月三日、木曜日に変更します。よろしいですか？", await call.SaysNothing());
        Assert.Equal(
            "ConfirmIntent 2026-12-03: はい、または、いいえ、でお答えください。ボタンでお答えいただくこともできます。はい、は一、いいえ、は二です。"
                + "十二月三日、木曜日に変更します。よろしいですか？",
            await call.Mumbles("ジャケット"));
        Assert.Equal(GaveUp, await call.SaysNothing());
    }

    [Fact]
    public async Task An_answer_that_is_understood_begins_the_count_anew()
    {
        var call = LexCall.InJapanese();
        await call.Says("日付を変えたい");

        foreach (var understood in new[] { "来週", "昨日", "三日" })
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

        Assert.Equal(
            asked.Replace(": ", ": お声が聞こえませんでした。", StringComparison.Ordinal), await call.SaysNothing());
    }

    [Theory]
    [InlineData("CancelOrder")]
    [InlineData("Operator")]
    public async Task Cancelling_and_an_operator_can_be_wished_for_at_any_time(string intent)
    {
        foreach (var (before, count) in new[] { ("", 0), ("日付を変えたい", 1), ("三日", 1), ("ジャケット", 2) })
        {
            var call = LexCall.InJapanese().With("orderedItem", "Jacket");
            for (var i = 0; i < count; i++)
            {
                await call.Says(before);
            }

            Assert.Equal($"Close {intent} Fulfilled", await call.Wants(intent));
            Assert.Equal(["orderedItem", "dialogResult"], call.Attributes.Keys);
            Assert.Equal(intent, call.Last.Result);
        }
    }

    [Fact]
    public async Task Repeating_asks_the_same_again_and_is_no_failure()
    {
        var call = LexCall.InJapanese();
        Assert.Equal("Close Repeat Fulfilled", await call.Wants("Repeat"));

        await call.Says("日付を変えたい");
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

        Assert.Equal($"ElicitSlot: {AnyDay}", await call.Wants("Repeat"));
        Assert.Equal($"ElicitSlot: 日付を聞き取れませんでした。{AnyDay}", await call.With("dialogMessage", "<>").Mumbles("はい"));
    }

    [Fact]
    public async Task The_keypad_is_another_way_to_answer_everything()
    {
        var call = LexCall.InJapanese();
        await call.Says("日付を変えたい");

        Assert.Equal(TheThird, await call.Presses("1203"));
        Assert.Equal("1203", call.Last.Original);
        Assert.Equal($"ElicitSlot: 承知しました。{AnyDay}", await call.Presses("2"));
        Assert.Equal(TheThird, await call.Presses("1203#", slot: "2027-12-03"));
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.Presses("1", slot: "2026-12-01"));
    }

    [Theory]
    [InlineData("1340")]
    [InlineData("99999999")]
    [InlineData("*#*")]
    public async Task Keys_that_are_no_date_are_a_misunderstanding(string keys)
    {
        var call = LexCall.InJapanese();
        await call.Says("日付を変えたい");

        Assert.Equal($"ElicitSlot: 日付を聞き取れませんでした。{AnyDay}", await call.Presses(keys, slot: "2026-12-03"));
    }

    [Fact]
    public async Task Zero_is_an_operator_at_any_time()
    {
        var call = LexCall.InEnglish();
        await call.Says("December 3rd");

        Assert.Equal("Close Operator Fulfilled", await call.Presses("0"));
        Assert.Equal("Operator", call.Last.Result);
    }

    [Fact]
    public async Task Keys_that_come_without_a_transcript_are_read_all_the_same()
    {
        var call = LexCall.InEnglish();

        Assert.StartsWith(
            "ConfirmIntent 2026-12-03",
            await call.Turn(new() { Transcript = null, Keys = "1203", InputMode = "DTMF" }),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_types_is_not_told_of_a_keypad()
    {
        var call = LexCall.InJapanese();
        await call.Says("日付を変えたい");
        await call.SaysNothing();

        Assert.Equal($"ElicitSlot: 日付を聞き取れませんでした。{AnyDay}", await call.Turn(new() { Transcript = "？", InputMode = "Text" }));
    }

    [Theory]
    [InlineData("Greeting")]
    [InlineData("FallbackIntent")]
    public async Task What_is_none_of_the_lines_business_is_left_to_the_bot(string intent)
    {
        var call = LexCall.InJapanese().With("loyalty", "gold").With("dialogResult", "Confirmed");

        Assert.Equal("Delegate", await call.Wants(intent));
        Assert.Equal("gold", call.Attributes["loyalty"]);
        Assert.Equal($"Close {intent} Fulfilled", await call.Turn(new() { Intent = intent, Source = "FulfillmentCodeHook" }));
    }

    [Fact]
    public async Task After_a_turn_that_was_left_to_the_bot_a_yes_is_not_one_to_the_day_that_was_read_back()
    {
        var call = LexCall.InJapanese();
        await call.Says("三日");
        await call.Wants("Greeting");

        Assert.Equal("Delegate", await call.Mumbles("はい"));
        Assert.StartsWith("ElicitSlot", await call.SaysYes("はい"), StringComparison.Ordinal);
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
