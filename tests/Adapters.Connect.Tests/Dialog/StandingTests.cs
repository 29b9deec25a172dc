namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>How the order stands is told in one turn, and what cannot be done is not offered.</summary>
public sealed class StandingTests
{
    const string Anything = "ほかにご用件はございますか？";

    [Theory]
    [InlineData("Placed", "none", "none", "Jacketは十一月三十日、月曜日に発送します。")]
    [InlineData("Placed", "none", "Rescheduled", "Jacketは、ご変更のとおり十一月三十日、月曜日に発送します。")]
    [InlineData("Packing", "none", "none", "Jacketは十一月三十日、月曜日の発送分として、お荷物の準備中です。")]
    [InlineData("Packing", "none", "Rescheduled", "Jacketは十一月三十日、月曜日の発送分として、お荷物の準備中です。")]
    [InlineData("Shipped", "2026-11-24", "none", "Jacketは、十一月二十四日、火曜日に発送いたしました。")]
    [InlineData("Cancelled", "none", "Cancelled", "Jacketは、キャンセルを承っております。")]
    public async Task How_an_order_stands_is_told_in_one_turn(string state, string shippedOn, string lastChange, string status)
    {
        var call = LexCall.InJapanese().AboutAJacket(state, shippedOn, lastChange);

        Assert.Equal($"ElicitIntent: {status}{Anything}", await call.Wants("OrderStatus", "いつ届きますか"));
        Assert.Equal((DialogResult.Status, "More"), (call.Log[^1].Result, call.Attributes["dialogStep"]));
        Assert.Equal($"ElicitIntent: {status}{Anything}", await call.Wants("Repeat"));
        Assert.Equal($"ElicitIntent: {status}{Anything}", await call.Wants("OrderStatus", "もう一度"));
    }

    [Fact]
    public async Task In_English_it_is_told_likewise() =>
        Assert.Equal(
            "ElicitIntent: Your order, Jacket, ships on Monday, November 30th. Anything else?",
            await LexCall.InEnglish().AboutAJacket().Wants("OrderStatus", "when does it ship"));

    [Theory]
    [InlineData("Date", "ElicitSlot", "何日の発送にいたしましょうか？")]
    [InlineData("Confirm", "ConfirmIntent 2026-12-03", "十二月三日、木曜日の発送でよろしいでしょうか？")]
    [InlineData("ConfirmCancel", "ConfirmIntent CancelOrder", "ご注文をキャンセルいたしますが、よろしいでしょうか？")]
    [InlineData("CancelOrKeep", "ElicitIntent", "ご注文をキャンセルなさいますか？それとも、このままになさいますか？")]
    public async Task Over_a_question_it_is_told_in_passing_and_the_question_stands(string question, string action, string asked)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until(question);
        await call.Mumbles("ジャケット");

        var answer = await call.Wants("OrderStatus", "いつ届くんでしたっけ");

        Assert.StartsWith($"{action}: Jacketは十一月三十日、月曜日に発送します。", answer, StringComparison.Ordinal);
        if (question != "Date")
        {
            Assert.EndsWith(asked, answer, StringComparison.Ordinal);
        }

        Assert.Equal((question, "1"), (call.Attributes["dialogStep"], call.Attributes["dialogFailures"]));
    }

    [Theory]
    [InlineData("Placed", "none")]
    [InlineData("none", "2026-11-30")]
    [InlineData("Shipped", "2026-11-30")]
    [InlineData("Packing", "soon")]
    [InlineData("Lost", "2026-11-30")]
    public async Task Where_the_line_was_not_told_how_it_stands_an_operator_says_it(string state, string day)
    {
        var call = LexCall.InJapanese().AboutAJacket(state).With("shippingDate", day);

        Assert.Equal("Close Operator Fulfilled", await call.Wants("OrderStatus"));
        Assert.Equal("発送日の変更、キャンセル以外のご用件です。", call.Attributes["handOverReason"]);
    }

    [Theory]
    [InlineData("Packing", "お荷物の準備中ですので、変更もキャンセルもできません。")]
    [InlineData("Shipped", "すでに発送いたしましたので、変更もキャンセルもできません。")]
    [InlineData("Cancelled", "ご注文はすでにキャンセルされています。")]
    public async Task What_cannot_be_done_is_refused_at_once_and_not_offered(string state, string why)
    {
        foreach (var (intent, words) in new[]
        {
            ("ChangeDate", "日付を変えたい"), ("ChangeDate", "十二月三日にしてください"), ("CancelOrder", "キャンセルしたい"), ("FallbackIntent", "来週"),
        })
        {
            var call = LexCall.InJapanese().AboutAJacket(state, "2026-11-24");

            Assert.Equal($"ElicitIntent: {why}{Anything}", await call.Wants(intent, words));
            Assert.Equal((DialogResult.NotPossible, "More"), (call.Log[^1].Result, call.Attributes["dialogStep"]));
        }
    }

    [Theory]
    [InlineData("Packing")]
    [InlineData("Shipped")]
    [InlineData("Cancelled")]
    public async Task Who_hesitates_over_an_order_that_can_be_changed_no_more_is_offered_only_an_operator(string state)
    {
        var call = LexCall.InJapanese().AboutAJacket(state, "2026-11-24");

        Assert.Equal("ElicitIntent: ほかのご用件は、オペレーターが承ります。ゼロを押すか、オペレーター、とお話しください。", await call.SaysNothing());
    }

    [Theory]
    [InlineData("Packing")]
    [InlineData("Shipped")]
    [InlineData("Cancelled")]
    public async Task To_stop_is_to_leave_an_order_that_can_be_changed_no_more(string state) =>
        Assert.StartsWith(
            "ElicitIntent: かしこまりました。", await LexCall.InJapanese().AboutAJacket(state, "2026-11-24").Wants("Stop", "やめます"), StringComparison.Ordinal);

    // The function decides; it is asked when the flow did not pass on what it said before.
    [Fact]
    public async Task An_order_of_which_nothing_was_told_may_be_changed_as_far_as_the_dialogue_knows()
    {
        var call = LexCall.InJapanese();

        Assert.Equal("ConfirmIntent CancelOrder: ご注文をキャンセルいたしますが、よろしいでしょうか？", await call.Wants("CancelOrder"));
    }

    [Fact]
    public async Task A_shift_counts_from_the_day_that_the_order_has()
    {
        var call = LexCall.InJapanese().AboutAJacket();

        Assert.Equal("ConfirmIntent 2026-12-02: 十二月二日、水曜日の発送でよろしいでしょうか？", await call.Says("二日遅らせて"));
    }

    // No name of an item leads out of the sentence that is around it.
    [Fact]
    public async Task Whatever_the_item_is_called_the_status_is_fit_to_be_spoken()
    {
        foreach (var item in HostileTexts.Known.Where(text => !text.Any(char.IsSurrogate)))
        {
            foreach (var call in new[] { LexCall.InJapanese(), LexCall.InEnglish() })
            {
                foreach (var key in new[] { "orderedItem", "spokenItem" })
                {
                    await call.AboutAJacket().With(key, item).Wants("OrderStatus");

                    Assert.Equal("ElicitIntent", call.Last.Action);
                    Assert.InRange(call.Last.Message.Length, 1, key == "orderedItem" ? 160 : 300);
                }
            }
        }
    }
}
