namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>An order is cancelled only after a yes to that, and "keep it" changes nothing and says so.</summary>
public sealed class CancelOrKeepTests
{
    const string Cancel = "ConfirmIntent CancelOrder: ご注文をキャンセルいたしますが、よろしいでしょうか？";
    const string Kept = "ElicitIntent: かしこまりました。ご注文はそのままにいたします。ほかにご用件はございますか？";
    const string CancelOrKeep = "ElicitIntent: ご注文をキャンセルなさいますか？それとも、このままになさいますか？";

    [Theory]
    [InlineData("はい")]
    [InlineData("はい、キャンセルしてください")]
    [InlineData("キャンセルでお願いします")]
    [InlineData("取り消してください")]
    public async Task A_yes_in_the_callers_own_words_cancels(string words)
    {
        foreach (var intent in new[] { "CancelOrder", "FallbackIntent", "Yes" })
        {
            var call = LexCall.InJapanese().AboutAJacket();
            Assert.Equal(Cancel, await call.Wants("CancelOrder", "キャンセルしたいんですけど"));

            Assert.Equal("Close CancelOrder Fulfilled", await call.Wants(intent, words));
            Assert.Equal([("dialogResult", "Confirmed")], call.Attributes.Select(attribute => (attribute.Key, attribute.Value)));
        }
    }

    [Fact]
    public async Task A_yes_that_only_Lex_understood_cancels()
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until("ConfirmCancel");

        Assert.Equal("Close CancelOrder Fulfilled", await call.SaysYes("頼むわ"));
    }

    // What Lex holds to be confirmed is the date of another turn.
    [Fact]
    public async Task A_yes_to_a_day_is_no_yes_to_cancelling()
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until("ConfirmCancel");

        Assert.StartsWith(
            "ElicitSlot", await call.Turn(new() { Transcript = "頼むわ", Intent = "ChangeDate", Confirmation = "Confirmed" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("キャンセルじゃない方がいいかな")]
    [InlineData("はい、ちょっと待って")]
    [InlineData("結構です")]
    [InlineData("変更してください")]
    public async Task What_is_no_plain_yes_does_not_cancel(string words)
    {
        foreach (var intent in new[] { "CancelOrder", "FallbackIntent", "Thanks" })
        {
            var call = await LexCall.InJapanese().AboutAJacket().Until("ConfirmCancel");

            Assert.Equal("ConfirmIntent", ActionOf(await call.Wants(intent, words)));
            Assert.Equal(("ConfirmCancel", DialogResult.NotUnderstood), (call.Attributes["dialogStep"], call.Log[^1].Result));
        }
    }

    [Theory]
    [InlineData("はい、十二月三日で")]
    [InlineData("十二月三日にしてください")]
    public async Task A_day_at_the_question_of_cancelling_is_read_back_even_where_Lex_heard_a_yes(string words)
    {
        const string TheThird = "ConfirmIntent 2026-12-03: 十二月三日、木曜日の発送でよろしいでしょうか？";
        var (confirmed, fallback) = (LexCall.InJapanese().AboutAJacket(), LexCall.InJapanese().AboutAJacket());
        await confirmed.Until("ConfirmCancel");
        await fallback.Until("ConfirmCancel");

        Assert.Equal(TheThird, await confirmed.SaysYes(words));
        Assert.Equal(TheThird, await fallback.Mumbles(words));
    }

    [Theory]
    [InlineData("FallbackIntent", "いいえ")]
    [InlineData("FallbackIntent", "違います、そうじゃなくて")]
    [InlineData("CancelOrder", "いいえ、キャンセルしないで")]
    [InlineData("Yes", "いいえ")]
    [InlineData("No", "…")]
    [InlineData("KeepOrder", "やっぱりそのままで")]
    [InlineData("Stop", "やめます")]
    public async Task A_no_to_cancelling_keeps_the_order_and_says_so(string intent, string words)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until("ConfirmCancel");

        Assert.Equal(Kept, await call.Wants(intent, words));
        Assert.Equal((DialogResult.Kept, "More"), (call.Log[^1].Result, call.Attributes["dialogStep"]));
    }

    [Theory]
    [MemberData(nameof(KeyTests.Questions), MemberType = typeof(KeyTests))]
    public async Task Keeping_it_changes_nothing_at_any_question_and_a_yes_after_it_is_none_to_what_was_asked_before(string question)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until(question);

        Assert.Equal(Kept, await call.Wants("KeepOrder", "このままでいいです"));
        Assert.Equal("ElicitIntent: ご用件をどうぞ。", await call.Wants("Yes", "はい"));
        Assert.StartsWith("ElicitSlot", await call.Turn(new() { Transcript = "はい", Confirmation = "Confirmed" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_change_is_open_to_stop_can_mean_either_and_is_asked_about()
    {
        var (cancelled, kept) = (LexCall.InJapanese().AboutAJacket(), LexCall.InJapanese().AboutAJacket());
        Assert.Equal(CancelOrKeep, await cancelled.Wants("Stop", "やめます"));
        Assert.Equal(CancelOrKeep, await kept.Wants("Stop", "やめます"));

        Assert.Equal(Cancel, await cancelled.Wants("CancelOrder", "キャンセルします"));
        Assert.Equal(Kept, await kept.Wants("KeepOrder", "このままで"));
    }

    [Theory]
    [InlineData("はい")]
    [InlineData("いいえ")]
    public async Task Neither_yes_nor_no_says_which_of_two_is_meant(string words)
    {
        foreach (var intent in new[] { "Yes", "No", "FallbackIntent" })
        {
            var call = await LexCall.InJapanese().AboutAJacket().Until("CancelOrKeep");

            Assert.Equal(CancelOrKeep.Replace(": ", ": 恐れ入ります、もう一度お願いいたします。", StringComparison.Ordinal), await call.Wants(intent, words));
        }
    }

    [Theory]
    [InlineData("Date")]
    [InlineData("Confirm")]
    public async Task Where_a_change_is_open_to_stop_drops_the_change(string question)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until(question);

        Assert.Equal(Kept, await call.Wants("Stop", "やめます"));
    }

    [Theory]
    [InlineData("やめます")]
    [InlineData("やっぱりいいです")]
    public async Task To_stop_in_the_callers_own_words_drops_what_was_read_back_whatever_Lex_made_of_it(string words)
    {
        foreach (var question in new[] { "Confirm", "ConfirmCancel" })
        {
            foreach (var intent in new[] { "FallbackIntent", "ChangeDate", "CancelOrder", "No", "Stop" })
            {
                var call = await LexCall.InJapanese().AboutAJacket().Until(question);

                await call.Wants(intent, words);

                Assert.Equal((Kept, "More"), ($"{call.Last.Action}: {call.Last.Message}", call.Attributes["dialogStep"]));
            }
        }
    }

    [Theory]
    [InlineData("三日はやめて四日にしてください")]
    [InlineData("三日はやめます、四日で")]
    public async Task To_stop_at_one_day_for_another_reads_that_one_back(string words)
    {
        foreach (var intent in new[] { "FallbackIntent", "ChangeDate", "Stop" })
        {
            var call = await LexCall.InJapanese().AboutAJacket().Until("Confirm");

            Assert.Equal("ConfirmIntent 2026-12-04: 十二月四日、金曜日の発送でよろしいでしょうか？", await call.Wants(intent, words));
        }
    }

    [Theory]
    [InlineData("Open", "")]
    [InlineData("More", "")]
    [InlineData("Date", ": かしこまりました。ご注文はそのままにいたします。")]
    [InlineData("Confirm", ": かしこまりました。ご注文はそのままにいたします。")]
    [InlineData("ConfirmCancel", ": かしこまりました。ご注文はそのままにいたします。")]
    [InlineData("CancelOrKeep", ": かしこまりました。ご注文はそのままにいたします。")]
    public async Task Who_says_goodbye_over_an_open_change_is_told_that_nothing_changes(string question, string words)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until(question);

        Assert.Equal($"Close Goodbye Fulfilled{words}", await call.Wants("Goodbye", "失礼します"));
    }

    [Theory]
    [InlineData("Thanks", "ありがとう")]
    [InlineData("No", "ないです")]
    [InlineData("FallbackIntent", "いいえ、大丈夫です")]
    [InlineData("Stop", "結構です")]
    [InlineData("Stop", "もういいです")]
    [InlineData("Yes", "大丈夫です")]
    [InlineData("Yes", "はい、大丈夫です")]
    public async Task Whoever_needs_nothing_else_is_let_go(string intent, string words)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until("More");

        Assert.Equal("Close Goodbye Fulfilled", await call.Wants(intent, words));
    }

    // To another question it is no such thing, and "that's all right" is none either.
    [Theory]
    [InlineData("Open", "結構です")]
    [InlineData("More", "いいですか、発送日なんですが")]
    [InlineData("More", "はい")]
    public async Task Whoever_may_need_something_is_not(string question, string words)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until(question);

        Assert.DoesNotContain("Goodbye", await call.Wants("FallbackIntent", words), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ChangeDate", "別の日にしてください")]
    [InlineData("FallbackIntent", "ほかの日でお願いします")]
    [InlineData("Yes", "違う日がいいです")]
    public async Task Whoever_wants_another_day_than_the_one_that_was_read_back_is_asked_which(string intent, string words)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until("Confirm");

        Assert.Equal("ElicitSlot: かしこまりました。何日の発送にいたしましょうか？", await call.Wants(intent, words));
        Assert.Equal(DialogResult.Denied, call.Log[^1].Result);
    }

    [Fact]
    public async Task Another_day_is_no_yes_though_Lex_takes_it_for_one()
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until("Confirm");

        Assert.StartsWith("ElicitSlot", await call.SaysYes("別の日でお願いします"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Operator", "別の日のことでオペレーターに", "Close Operator Fulfilled")]
    [InlineData("ChangeDate", "別の日、四日で", "ConfirmIntent 2026-12-04: 十二月四日、金曜日の発送でよろしいでしょうか？")]
    public async Task Whoever_says_more_of_it_is_heard(string intent, string words, string answer)
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until("Confirm");

        Assert.Equal(answer, await call.Wants(intent, words));
    }

    [Fact]
    public async Task Thanks_over_an_open_change_are_no_answer_to_it_and_with_a_yes_they_are_one()
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until("Confirm");

        Assert.StartsWith("ConfirmIntent 2026-12-03", await call.Wants("Thanks", "どうも"), StringComparison.Ordinal);
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.Wants("Thanks", "はい、ありがとうございます"));
    }

    [Fact]
    public async Task From_the_question_of_cancelling_a_caller_may_change_the_day_instead()
    {
        var call = await LexCall.InJapanese().AboutAJacket().Until("ConfirmCancel");

        Assert.Equal("ElicitSlot: かしこまりました。何日の発送にいたしましょうか？", await call.Wants("ChangeDate", "やっぱり日にちを変えたい"));
    }

    static string ActionOf(string reply) => reply.Split(' ', ':')[0];
}
