namespace OrderHotline.CallSimulator.Tests;

/// <summary>The deployed bot and the order line talk to a caller.</summary>
public sealed class JapaneseConversationTests
{
    const string Open = "Jacketは十一月三十日、月曜日に発送します。ご用件をどうぞ。";
    const string WhichDay = "何日の発送にいたしましょうか？";
    const string AnyDay = "十一月二十六日、木曜日から十二月二十五日、金曜日までの発送日で、どの日がよろしいですか？";
    const string TheSecond = "Asks for a yes: 十二月二日、水曜日の発送でよろしいでしょうか？";
    const string TheThird = "Asks for a yes: 十二月三日、木曜日の発送でよろしいでしょうか？";
    const string Cancels = "Asks for a yes: ご注文をキャンセルいたしますが、よろしいでしょうか？";

    [Fact]
    public async Task A_day_is_asked_for_read_back_and_fulfilled_by_a_yes()
    {
        var call = BotCall.WithTheLine("ja_JP").AskedByTheFlow(Open).Passing("yours", "2");

        Assert.Equal($"Asks for ShippingDate: かしこまりました。{WhichDay}", await call.Says("発送日を変更したいんですが"));
        Assert.Equal(TheSecond, await call.Says("来週の水曜日でお願いします"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-02", await call.Says("はい"));
        Assert.Equal(
            [("dialogResult", "Confirmed"), ("yours", "2")],
            call.Attributes.Select(attribute => (attribute.Key, attribute.Value)).Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_words_are_an_answer_to_what_the_flow_has_asked(bool forADay)
    {
        var call = Asked(forADay);

        Assert.Equal(TheSecond, await call.Says("来週の水曜日"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-02", await call.Says("はい、お願いします"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Next_week_is_asked_again_and_never_becomes_its_Sunday(bool forADay)
    {
        var call = Asked(forADay);

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
    public async Task Silence_three_times_in_a_row_ends_at_an_operator(bool forADay)
    {
        var call = Asked(forADay);
        if (!forADay)
        {
            await call.Says("発送日を変更したい");
        }

        Assert.Equal($"Asks for ShippingDate: もしもし。{AnyDay}", await call.SaysNothing());
        Assert.Contains("ボタン", await call.SaysNothing(), StringComparison.Ordinal);
        Assert.Equal("Ended Operator Fulfilled", await call.SaysNothing());
        Assert.Equal(("Operator", "三回続けてご用件を聞き取れませんでした。"), (call.Attributes["dialogResult"], call.Attributes["handOverReason"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_day_can_be_keyed_and_so_can_the_yes(bool forADay)
    {
        var call = Asked(forADay);
        if (!forADay)
        {
            await call.Presses("1");
        }

        Assert.Equal(TheThird, await call.Presses("1203"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-03", await call.Presses("1"));
    }

    [Fact]
    public async Task A_cancellation_can_be_keyed_and_so_can_the_yes()
    {
        var call = Asked(forADay: false);

        Assert.Equal(Cancels, await call.Presses("2"));
        Assert.Equal("Ended CancelOrder Fulfilled", await call.Presses("1"));
    }

    [Fact]
    public async Task Zero_is_the_operator_at_every_question()
    {
        var readBack = Asked(forADay: true);
        await readBack.Says("12月3日");

        foreach (var call in (BotCall[])[Asked(forADay: false), Asked(forADay: true), readBack, BotCall.WithTheLine("ja_JP")])
        {
            Assert.Equal("Ended Operator Fulfilled", await call.Presses("0"));
        }
    }

    [Theory]
    [InlineData("いいえ、12月3日で")]
    [InlineData("違います、三日です")]
    public async Task A_no_with_a_day_is_that_day(string words)
    {
        var call = Asked(forADay: true);
        await call.Says("12月4日");

        Assert.Equal(TheThird, await call.Says(words));
    }

    [Fact]
    public async Task A_no_asks_for_another_day()
    {
        var call = Asked(forADay: true);
        await call.Says("12月4日");

        Assert.Equal($"Asks for ShippingDate: かしこまりました。{WhichDay}", await call.Says("いいえ"));
        Assert.Equal(TheThird, await call.Says("12月3日"));
    }

    [Fact]
    public async Task A_new_day_instead_of_a_yes_is_read_back()
    {
        var call = Asked(forADay: true);
        await call.Says("12月4日");

        Assert.Equal(TheThird, await call.Says("やっぱり12月3日にしてください"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-03", await call.Says("はい"));
    }

    [Theory]
    [InlineData("オペレーター", "Ended Operator Fulfilled")]
    [InlineData("オペレーターにつないでください", "Ended Operator Fulfilled")]
    [InlineData("注文をキャンセルしたい", Cancels)]
    [InlineData("やっぱりキャンセルしたいんですけど", Cancels)]
    public async Task Another_wish_is_heard_wherever_the_dialogue_stands(string words, string step)
    {
        var asked = Asked(forADay: false);
        await asked.Says("発送日を変更したい");
        var readBack = Asked(forADay: true);
        await readBack.Says("12月3日");

        Assert.All(
            await Task.WhenAll(Asked(forADay: false).Says(words), asked.Says(words), readBack.Says(words)),
            heard => Assert.Equal(step, heard));
    }

    [Fact]
    public async Task The_question_can_be_heard_again()
    {
        var call = Asked(forADay: false);
        Assert.Equal($"Asks for an intent: {Open}", await call.Says("もう一度お願いします"));

        await call.Says("発送日を変更したい");
        Assert.Equal($"Asks for ShippingDate: {WhichDay}", await call.Says("もう一度"));
        await call.Says("12月3日");
        Assert.Equal(TheThird, await call.Says("もう一度お願いします"));
        Assert.Equal("Ended ChangeDate Fulfilled 2026-12-03", await call.Says("はい"));
    }

    [Fact]
    public async Task What_is_no_day_is_asked_again_and_leads_to_an_operator()
    {
        var call = Asked(forADay: true);

        Assert.Equal($"Asks for ShippingDate: もう一度、{AnyDay}", await call.Says("猫が逃げました"));
        Assert.StartsWith("Asks for ShippingDate: ボタンでしたら、", await call.Says("猫が逃げました"), StringComparison.Ordinal);
        Assert.Equal("Ended Operator Fulfilled", await call.Says("猫が逃げました"));
    }

    [Fact]
    public async Task What_is_no_wish_is_answered_with_what_can_be_wished_for_and_leads_to_an_operator()
    {
        var call = Asked(forADay: false);

        Assert.Contains("キャンセルは二", await call.Says("猫が逃げました"), StringComparison.Ordinal);
        Assert.Equal("FallbackIntent", (string?)call.Event["sessionState"]!["intent"]!["name"]);
        Assert.StartsWith("Asks for an intent: ", await call.Says("猫が逃げました"), StringComparison.Ordinal);
        Assert.Equal("Ended Operator Fulfilled", await call.Says("猫が逃げました"));
    }

    static BotCall Asked(bool forADay) =>
        forADay ? BotCall.WithTheLine("ja_JP").AskedForADay(WhichDay) : BotCall.WithTheLine("ja_JP").AskedByTheFlow(Open);
}
