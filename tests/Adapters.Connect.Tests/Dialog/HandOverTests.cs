namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>What the line cannot do goes to an operator at once, with its reason in the shop's own language.</summary>
public sealed class HandOverTests
{
    [Theory]
    [InlineData("Operator", "オペレーターをご希望です。")]
    [InlineData("AnotherOrder", "最近のご注文以外のご用件です。")]
    [InlineData("ReturnGoods", "返品、交換のご用件です。")]
    [InlineData("ChangeAddress", "お届け先、お届け時間のご用件です。")]
    [InlineData("Payment", "お支払い、領収書のご用件です。")]
    [InlineData("OtherBusiness", "発送日の変更、キャンセル以外のご用件です。")]
    public async Task Other_business_is_an_operators_at_every_question_whatever_language_the_caller_speaks(string intent, string reason)
    {
        foreach (var call in new[] { LexCall.InJapanese(), LexCall.InEnglish(), LexCall.In("de_DE") })
        {
            foreach (var question in new[] { "Open", "More", "Date", "Confirm", "ConfirmCancel", "CancelOrKeep" })
            {
                await call.AboutAJacket().Until(question);

                Assert.Equal("Close Operator Fulfilled", await call.Wants(intent));
                Assert.Equal(
                    [("dialogResult", "Operator"), ("handOverReason", reason)],
                    call.Attributes.Select(attribute => (attribute.Key, attribute.Value)));
                Assert.Equal(DialogResult.Operator, call.Log[^1].Result);
            }
        }
    }

    [Fact]
    public async Task Whoever_is_not_understood_in_English_is_announced_in_the_shops_language()
    {
        var call = LexCall.InEnglish().AboutAJacket();
        for (var i = 0; i < 3; i++)
        {
            await call.Mumbles("jacket");
        }

        Assert.Equal("三回続けてご用件を聞き取れませんでした。", call.Attributes["handOverReason"]);
    }

    // It says nothing of the call that comes after it.
    [Fact]
    public async Task A_reason_is_of_one_dialogue_only()
    {
        var call = LexCall.InJapanese().AboutAJacket().With("handOverReason", "返品、交換のご用件です。");

        await call.Wants("OrderStatus");
        Assert.DoesNotContain("handOverReason", call.Attributes.Keys);
        await call.Wants("ReturnGoods");
        await call.AboutAJacket().Wants("Goodbye");
        Assert.DoesNotContain("handOverReason", call.Attributes.Keys);
    }

    [Fact]
    public async Task What_the_flow_passed_of_the_order_does_not_outlive_the_dialogue()
    {
        foreach (var turn in new Func<LexCall, Task<string>>[]
        {
            call => call.Wants("Operator"), call => call.Wants("Goodbye"), call => call.Wants("ReturnGoods"),
            async call => await (await call.Until("ConfirmCancel")).SaysYes("はい"), async call => await (await call.Until("Confirm")).SaysYes("はい"),
        })
        {
            var call = LexCall.InJapanese().AboutAJacket().With("loyalty", "gold");
            await turn(call);

            Assert.Equal("Close", call.Last.Action);
            Assert.Equal(["loyalty"], call.Attributes.Keys.Where(key => key is not ("dialogResult" or "handOverReason")));
        }
    }

    [Fact]
    public async Task What_the_flow_passed_of_the_order_stays_until_then()
    {
        var call = LexCall.InJapanese().AboutAJacket("Packing");

        await call.Wants("CancelOrder");
        await call.Wants("Greeting");

        Assert.Equal(
            ["orderedItem", "spokenItem", "orderId", "orderState", "shippingDate", "shippedDate", "lastChange"],
            call.Attributes.Keys);
    }
}
