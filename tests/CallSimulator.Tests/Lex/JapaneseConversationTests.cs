
namespace OrderHotline.CallSimulator.Tests;

/// <summary>The deployed bot and the order line talk to a caller.</summary>
public sealed class JapaneseConversationTests
{
    const string AnyDay = "発送日は、十一月二十六日、木曜日から、十二月二十五日、金曜日までの間でお選びいただけます。何月何日がよろしいですか？";
    const string NextWeek = "発送日は、十一月三十日、月曜日から、十二月四日、金曜日までの間でお選びいただけます。何月何日がよろしいですか？";
    const string TheSecond = "Asks for a yes: 十二月二日、水曜日に変更します。よろしいですか？";
    const string TheThird = "Asks for a yes: 十二月三日、木曜日に変更します。よろしいですか？";

    [Fact]
    public async Task A_day_is_asked_for_read_back_and_fulfilled_by_a_yes()
    {
        var call = BotCall.WithTheLine("ja_JP").Passing("orderedItem", "Jacket").Passing("shippingDate", "2026-11-30");

        Assert.Equal($"Asks for ShippingDate: Jacketの発送日の変更ですね。{AnyDay}", await call.Says("発送日を変更したいんですが"));
        Assert.Equal(TheSecond, await call.Says("来週の水曜日でお願いします"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-02", await call.Says("はい"));
        Assert.Equal(
            [("dialogResult", "Confirmed"), ("orderedItem", "Jacket"), ("shippingDate", "2026-11-30")],
            call.Attributes.Select(attribute => (attribute.Key, attribute.Value)).Order());
    }

    [Fact]
    public async Task The_first_words_are_an_answer_when_the_flow_has_asked()
    {
        var call = BotCall.WithTheLine("ja_JP").AskedByTheFlow(AnyDay);

        Assert.Equal(TheSecond, await call.Says("来週の水曜日"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-02", await call.Says("はい、お願いします"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Next_week_is_asked_again_and_never_becomes_its_Sunday(bool askedByTheFlow)
    {
        var call = BotCall.WithTheLine("ja_JP");
        if (askedByTheFlow)
        {
            call.AskedByTheFlow(AnyDay);
        }

        var asked = await call.Says("来週");

        Assert.StartsWith("Asks for ShippingDate: ", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("二十九日", asked, StringComparison.Ordinal);
        Assert.Equal("2026-11-29", call.SlotAsHeard);
        Assert.StartsWith("Asks for ShippingDate: ", await call.Says("来週"), StringComparison.Ordinal);
        Assert.Equal(TheThird, await call.Says("木曜日じゃなくて、12月3日"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-03", await call.Says("はい"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silence_three_times_in_a_row_ends_in_a_failure(bool askedByTheFlow)
    {
        var call = BotCall.WithTheLine("ja_JP");
        if (askedByTheFlow)
        {
            call.AskedByTheFlow(AnyDay);
        }
        else
        {
            await call.Says("発送日を変更したい");
        }

        Assert.Equal($"Asks for ShippingDate: お声が聞こえませんでした。{AnyDay}", await call.SaysNothing());
        Assert.Contains("ボタン", await call.SaysNothing(), StringComparison.Ordinal);
        Assert.Equal("Ended ChangeDate Failed: 申し訳ございません。オペレーターにおつなぎします。", await call.SaysNothing());
        Assert.Equal("Operator", call.Attributes["dialogResult"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_day_can_be_keyed_and_so_can_the_yes(bool askedByTheFlow)
    {
        var call = BotCall.WithTheLine("ja_JP");
        if (askedByTheFlow)
        {
            call.AskedByTheFlow(AnyDay);
        }
        else
        {
            await call.Says("発送日を変更したい");
        }

        Assert.Equal(TheThird, await call.Presses("1203"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-03", await call.Presses("1"));
    }

    [Fact]
    public async Task Zero_is_the_operator_once_something_was_asked()
    {
        Assert.Equal("Ended Operator Fulfilled", await BotCall.WithTheLine("ja_JP").AskedByTheFlow(AnyDay).Presses("0"));
        Assert.Equal("Ended FallbackIntent Fulfilled", await BotCall.WithTheLine("ja_JP").Presses("0"));
    }

    [Theory]
    [InlineData("いいえ、12月3日で")]
    [InlineData("違います、三日です")]
    public async Task A_no_with_a_day_is_that_day(string words)
    {
        var call = BotCall.WithTheLine("ja_JP").AskedByTheFlow(AnyDay);
        await call.Says("12月4日");

        Assert.Equal(TheThird, await call.Says(words));
    }

    [Fact]
    public async Task A_no_asks_for_another_day()
    {
        var call = BotCall.WithTheLine("ja_JP").AskedByTheFlow(AnyDay);
        await call.Says("12月4日");

        Assert.Equal($"Asks for ShippingDate: 承知しました。{AnyDay}", await call.Says("いいえ"));
        Assert.Equal(TheThird, await call.Says("12月3日"));
    }

    [Fact]
    public async Task A_new_day_instead_of_a_yes_is_read_back()
    {
        var call = BotCall.WithTheLine("ja_JP").AskedByTheFlow(AnyDay);
        await call.Says("12月4日");

        Assert.Equal(TheThird, await call.Says("やっぱり12月3日にしてください"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-03", await call.Says("はい"));
    }

    [Theory]
    [InlineData("オペレーター", "Operator")]
    [InlineData("オペレーターにつないでください", "Operator")]
    [InlineData("注文をキャンセルしたい", "CancelOrder")]
    [InlineData("やっぱりキャンセルしたいんですけど", "CancelOrder")]
    public async Task Another_wish_ends_the_dialogue_wherever_it_stands(string words, string intent)
    {
        var atFirst = BotCall.WithTheLine("ja_JP");
        var asked = BotCall.WithTheLine("ja_JP");
        await asked.Says("発送日を変更したい");
        var readBack = BotCall.WithTheLine("ja_JP").AskedByTheFlow(AnyDay);
        await readBack.Says("12月3日");

        Assert.All(
            await Task.WhenAll(atFirst.Says(words), asked.Says(words), readBack.Says(words)),
            step => Assert.Equal($"Ended {intent} Fulfilled", step));
    }

    [Fact]
    public async Task The_question_can_be_heard_again()
    {
        var call = BotCall.WithTheLine("ja_JP");
        Assert.Equal("Ended Repeat Fulfilled", await call.Says("もう一度お願いします"));

        call.AskedByTheFlow(AnyDay);
        Assert.Equal($"Asks for ShippingDate: {AnyDay}", await call.Says("もう一度"));
        await call.Says("12月3日");
        Assert.Equal(TheThird, await call.Says("もう一度お願いします"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-03", await call.Says("はい"));
    }

    [Fact]
    public async Task What_is_not_understood_is_asked_again_and_leads_to_an_operator()
    {
        var call = BotCall.WithTheLine("ja_JP").AskedByTheFlow(AnyDay);

        Assert.Equal($"Asks for ShippingDate: 日付を聞き取れませんでした。{AnyDay}", await call.Says("請求書はどこですか"));
        Assert.StartsWith("Asks for ShippingDate: 日付を", await call.Says("請求書はどこですか"), StringComparison.Ordinal);
        Assert.StartsWith("Ended ChangeDate Failed: ", await call.Says("請求書はどこですか"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_the_line_does_is_the_fallback() =>
        Assert.Equal("Ended FallbackIntent Fulfilled", await BotCall.WithTheLine("ja_JP").Says("請求書はどこですか"));
}
