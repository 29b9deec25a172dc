namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>The keypad does everything that a voice does, and a digit means one thing at a question.</summary>
public sealed class KeyTests
{
    const string WhichDay = "ElicitSlot: かしこまりました。何日の発送にいたしましょうか？";
    const string AnyDay = "十一月二十六日、木曜日から十二月二十五日、金曜日までの発送日で、どの日がよろしいですか？";
    const string TheThird = "ConfirmIntent 2026-12-03: 十二月三日、木曜日の発送でよろしいでしょうか？";

    public static TheoryData<string> Questions => ["Open", "More", "Date", "Confirm", "ConfirmCancel", "CancelOrKeep"];

    [Fact]
    public async Task A_day_is_changed_by_keys_alone()
    {
        var call = LexCall.InJapanese().AboutAJacket();

        Assert.Equal(WhichDay, await call.Presses("1"));
        Assert.Equal(TheThird, await call.Presses("1203"));
        Assert.Equal("1203", call.Last.Original);
        Assert.Equal(WhichDay, await call.Presses("2"));
        Assert.Equal(TheThird, await call.Presses("1203#", slot: "2027-12-03"));
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.Presses("1", slot: "2026-12-01"));
    }

    [Fact]
    public async Task A_day_that_is_keyed_in_at_the_first_question_is_read_back_at_once() =>
        Assert.Equal(TheThird, await LexCall.InJapanese().AboutAJacket().Presses("1203"));

    [Fact]
    public async Task An_order_is_cancelled_by_two_keys_and_kept_by_two()
    {
        var (cancelled, kept) = (LexCall.InJapanese().AboutAJacket(), LexCall.InJapanese().AboutAJacket());

        Assert.Equal("ConfirmIntent CancelOrder: ご注文をキャンセルいたしますが、よろしいでしょうか？", await cancelled.Presses("2"));
        Assert.Equal("Close CancelOrder Fulfilled", await cancelled.Presses("1"));

        await kept.Presses("2");
        Assert.Equal("ElicitIntent: かしこまりました。ご注文はそのままにいたします。ほかにご用件はございますか？", await kept.Presses("2"));
    }

    [Fact]
    public async Task Where_it_is_asked_whether_to_cancel_or_to_keep_one_cancels_after_a_yes_and_two_keeps()
    {
        var cancelled = await LexCall.InJapanese().AboutAJacket().Until("CancelOrKeep");
        var kept = await LexCall.InJapanese().AboutAJacket().Until("CancelOrKeep");

        Assert.StartsWith("ConfirmIntent CancelOrder", await cancelled.Presses("1"), StringComparison.Ordinal);
        Assert.StartsWith("ElicitIntent: かしこまりました。ご注文はそのままにいたします。", await kept.Presses("2"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Zero_is_an_operator_and_nine_the_question_again_everywhere(string question)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until(question);
        await call.Wants("Repeat");
        var asked = call.Last.ToString();

        Assert.Equal(asked, await call.Presses("9"));
        Assert.Equal("Close Operator Fulfilled", await call.Presses("0"));
        Assert.Equal(("Operator", "オペレーターをご希望です。"), (call.Last.Result, call.Attributes["handOverReason"]));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_key_that_means_nothing_is_a_failure_that_says_so(string question)
    {
        foreach (var key in question is "Open" or "More" or "Date" ? new[] { "4", "8", "*" } : ["3", "4", "8", "*"])
        {
            var call = await LexCall.InJapanese().AboutAJacket().Until(question);
            await call.Presses(key);

            Assert.Equal((key, DialogResult.NotUnderstood, question), (key, call.Log[^1].Result, call.Attributes["dialogStep"]));
            Assert.StartsWith(
                question == "Date" ? "もう一度、" : "そのボタンはお使いになれません。",
                call.Last.Message,
                StringComparison.Ordinal);
        }
    }

    // A slot that Lex fills from one digit is no day that the caller named.
    [Theory]
    [InlineData("Open", "1", "ElicitSlot")]
    [InlineData("Open", "2", "ConfirmIntent CancelOrder")]
    [InlineData("More", "1", "ElicitSlot")]
    [InlineData("More", "2", "ConfirmIntent CancelOrder")]
    [InlineData("Confirm", "2", "ElicitSlot")]
    [InlineData("ConfirmCancel", "1", "Close CancelOrder")]
    [InlineData("ConfirmCancel", "2", "ElicitIntent")]
    [InlineData("CancelOrKeep", "1", "ConfirmIntent CancelOrder")]
    [InlineData("CancelOrKeep", "2", "ElicitIntent")]
    public async Task One_digit_is_an_answer_and_no_day_whatever_Lex_made_of_it(string question, string key, string next)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until(question);

        Assert.StartsWith(next, await call.Presses(key, slot: $"2026-12-0{key}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1340")]
    [InlineData("99999999")]
    [InlineData("*#*")]
    [InlineData("1")]
    public async Task Keys_that_are_no_date_are_a_misunderstanding_where_a_day_is_asked_for(string keys)
    {
        var call = LexCall.InJapanese();
        await call.Says("日付を変えたい");

        Assert.Equal($"ElicitSlot: もう一度、{AnyDay}", await call.Presses(keys, slot: "2026-12-03"));
    }

    [Fact]
    public async Task Keys_that_come_without_a_transcript_are_read_all_the_same() =>
        Assert.StartsWith(
            "ConfirmIntent 2026-12-03",
            await LexCall.InEnglish().Turn(new() { Transcript = null, Keys = "1203", InputMode = "DTMF" }),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_digit_that_is_typed_is_no_key() =>
        Assert.Equal(
            "ElicitIntent",
            await Action(LexCall.InJapanese().AboutAJacket(), new() { Transcript = "2", InputMode = "Text", Intent = "FallbackIntent" }));

    static async Task<string> Action(LexCall call, LexTurnEvent turn)
    {
        await call.Turn(turn);
        return call.Last.Action;
    }
}
