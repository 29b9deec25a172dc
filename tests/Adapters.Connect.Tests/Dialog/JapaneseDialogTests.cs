using System.Text.Json.Nodes;
using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class JapaneseDialogTests
{
    const string WhichDay = "ElicitSlot: かしこまりました。何日の発送にいたしましょうか？";
    const string TheThird = "ConfirmIntent 2026-12-03: 十二月三日、木曜日の発送でよろしいでしょうか？";
    const string TheFourth = "ConfirmIntent 2026-12-04: 十二月四日、金曜日の発送でよろしいでしょうか？";

    [Fact]
    public async Task A_day_is_asked_for_read_back_and_fulfilled_by_a_yes()
    {
        var call = LexCall.InJapanese().AboutAJacket();

        Assert.Equal(WhichDay, await call.Says("日付を変えたいんですが"));
        Assert.Equal(TheThird, await call.Says("12月3日でお願いします", slot: "2026-12-03", heard: "12月3日"));
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.SaysYes("はい、お願いします"));
        Assert.Equal(("Confirmed", "Confirmed", "12月3日"), (call.Last.Result, call.Last.Confirmation, call.Last.Original));
        Assert.Equal([("dialogResult", "Confirmed")], call.Last.Attributes.Select(attribute => (attribute.Key, attribute.Value)));
    }

    [Fact]
    public async Task A_wish_that_names_the_day_is_read_back_at_once() =>
        Assert.Equal(TheThird, await LexCall.InJapanese().Says("発送日を12月3日に変えてください", slot: "2026-12-03", heard: "12月3日"));

    [Fact]
    public async Task A_vague_answer_is_never_a_day_whatever_Lex_put_into_the_slot()
    {
        var call = LexCall.InJapanese();

        Assert.Equal(
            "ElicitSlot: 十一月三十日、月曜日から十二月六日、日曜日までの発送日で、どの日がよろしいですか？",
            await call.Says("来週", slot: "2026-11-29"));
        Assert.Equal(TheThird, await call.Says("木曜日なら、来週の木曜日で", slot: "2026-11-26", heard: "木曜日"));
        Assert.Equal("木曜日", call.Last.Original);
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.SaysYes("はい"));
    }

    [Theory]
    [InlineData("昨日", "2026-11-26", "その日はもう過ぎています。最短は十一月二十六日、木曜日の発送ですが、よろしいでしょうか？")]
    [InlineData("今日", "2026-11-26", "その日の発送には間に合いません。最短は十一月二十六日、木曜日の発送ですが、よろしいでしょうか？")]
    [InlineData("元日", "2026-12-25", "その日の発送は、まだお受けできません。十二月二十五日、金曜日の発送でしたら承れますが、よろしいでしょうか？")]
    [InlineData("12月3日", "2026-12-04", "その日は発送をお休みしております。十二月四日、金曜日の発送でしたら承れますが、よろしいでしょうか？")]
    public async Task A_day_that_cannot_be_had_is_answered_with_the_reason_and_one_day_that_a_yes_takes(string said, string day, string answer)
    {
        var closed = SampleOrder.Policy with { ClosedDates = [new LocalDate(2026, 12, 3)] };
        var (taken, another) = (LexCall.InJapanese(closed), LexCall.InJapanese(closed));

        Assert.Equal($"ConfirmIntent {day}: {answer}", await taken.Says(said, slot: "2026-12-03"));
        Assert.Equal($"Close ChangeDate Fulfilled {day}", await taken.Mumbles("はい、それで"));

        await another.Says(said, slot: "2026-12-03");
        Assert.Equal("ConfirmIntent 2026-12-07: 十二月七日、月曜日の発送でよろしいでしょうか？", await another.Says("では七日で"));
    }

    [Fact]
    public async Task A_vague_answer_of_which_one_day_can_be_had_is_asked_about_with_yes_or_no()
    {
        var call = LexCall.InJapanese(SampleOrder.Policy with { ClosedDates = [new LocalDate(2026, 12, 4)] });

        Assert.Equal(TheThird, await call.Says("三日か四日"));
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.Mumbles("はい"));
    }

    [Fact]
    public async Task The_reason_is_not_said_again_when_the_offer_is_repeated()
    {
        var call = LexCall.InJapanese();
        await call.Says("昨日");

        Assert.Equal("ConfirmIntent 2026-11-26: 最短は十一月二十六日、木曜日の発送ですが、よろしいでしょうか？", await call.Wants("Repeat"));
    }

    [Fact]
    public async Task No_asks_for_another_day_and_is_no_failure()
    {
        var call = LexCall.InJapanese();
        await call.Says("三日", slot: "2026-12-03");

        Assert.Equal(WhichDay, await call.SaysNo("いいえ"));
        Assert.Equal("0", call.Attributes["dialogFailures"]);
        Assert.Equal(TheFourth, await call.Says("四日", slot: "2026-12-04"));
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-04", await call.SaysYes("はい"));
    }

    [Theory]
    [InlineData("いいえ、四日で")]
    [InlineData("三日じゃなくて四日")]
    [InlineData("四日にしてください")]
    public async Task A_new_day_instead_of_a_yes_is_read_back(string words)
    {
        var denied = LexCall.InJapanese();
        var fallback = LexCall.InJapanese();
        var filled = LexCall.InJapanese();
        var confirmed = LexCall.InJapanese();
        foreach (var call in new[] { denied, fallback, filled, confirmed })
        {
            Assert.Equal(TheThird, await call.Says("三日", slot: "2026-12-03"));
        }

        Assert.Equal(TheFourth, await denied.SaysNo(words));
        Assert.Equal(TheFourth, await fallback.Mumbles(words));
        Assert.Equal(TheFourth, await filled.Says(words, slot: "2026-12-04", heard: "四日"));
        Assert.Equal(TheFourth, await confirmed.SaysYes(words));
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-04", await fallback.Mumbles("はい"));
    }

    [Theory]
    [InlineData("はい")]
    [InlineData("ええ、お願いします。")]
    [InlineData("はい、そうです")]
    public async Task A_yes_that_Lex_did_not_understand_is_a_yes(string words)
    {
        var call = LexCall.InJapanese();
        await call.Says("三日", slot: "2026-12-03", heard: "三日");

        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.Mumbles(words));
        Assert.Equal("三日", call.Last.Original);
    }

    [Theory]
    [InlineData("違います")]
    [InlineData("いいえ、ちょっと")]
    public async Task The_callers_own_no_outweighs_what_Lex_made_of_it(string words)
    {
        var call = LexCall.InJapanese();
        await call.Says("三日", slot: "2026-12-03");

        Assert.Equal(WhichDay, await call.SaysYes(words));
        Assert.Equal("Denied", call.Log[^1].Result.ToString());
    }

    [Theory]
    [InlineData("はい、ちょっと待ってください")]
    [InlineData("結構です")]
    [InlineData("ジャケット")]
    public async Task What_is_neither_yes_nor_no_is_asked_again(string words)
    {
        var call = LexCall.InJapanese();
        await call.Says("三日", slot: "2026-12-03");

        Assert.Equal(
            "ConfirmIntent 2026-12-03: はい、か、いいえ、でお答えください。十二月三日、木曜日の発送でよろしいでしょうか？",
            await call.Mumbles(words));
    }

    [Fact]
    public async Task The_soonest_day_is_read_back_as_the_day_it_is()
    {
        var call = LexCall.InJapanese();

        Assert.Equal(
            "ConfirmIntent 2026-11-26: 十一月二十六日、木曜日の発送でよろしいでしょうか？", await call.Says("できるだけ早く"));
        Assert.Equal("できるだけ早く", call.Last.Original);
        Assert.Equal("Close ChangeDate Fulfilled 2026-11-26", await call.SaysYes("はい"));
    }

    [Fact]
    public async Task The_day_the_order_already_has_is_said_to_be_that_and_left_so_by_a_yes()
    {
        var call = LexCall.InJapanese().With("shippingDate", "2026-12-03");

        Assert.Equal(
            "ConfirmIntent 2026-12-03: もともと十二月三日、木曜日の発送ですが、このままでよろしいでしょうか？", await call.Says("三日"));
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.SaysYes("はい"));
        Assert.Equal("Unchanged", call.Last.Result);
    }

    [Fact]
    public async Task A_day_that_became_too_soon_before_the_yes_is_not_fulfilled()
    {
        var call = LexCall.InJapanese();
        await call.Says("明日", slot: "2026-11-26");
        call.TimePassesUntil(SampleOrder.Now + Duration.FromHours(8));

        Assert.Equal(
            "ConfirmIntent 2026-11-27: その日の発送には間に合いません。最短は十一月二十七日、金曜日の発送ですが、よろしいでしょうか？",
            await call.SaysYes("はい"));
        Assert.Equal("Close ChangeDate Fulfilled 2026-11-27", await call.SaysYes("はい"));
    }

    [Fact]
    public async Task Where_no_day_can_be_had_an_operator_helps()
    {
        var closed = new ShippingPolicy { LatestDaysAhead = 2, ClosedDates = [new(2026, 11, 26), new(2026, 11, 27)] };
        const string Operator = "Close Operator Fulfilled: 申し訳ございません。ただいまお選びいただける発送日がございません。";

        foreach (var words in new[] { "日付を変えたい", "来週", "12月3日", "できるだけ早く" })
        {
            var call = LexCall.InJapanese(closed);
            Assert.Equal(Operator, await call.Says(words));
            Assert.Equal(("Operator", "お選びいただける発送日がありません。"), (call.Last.Result, call.Last.Attributes["handOverReason"]));
            Assert.Equal(DialogResult.NoDayToChoose, call.Log[^1].Result);
        }
    }

    [Fact]
    public async Task Attributes_and_slots_of_others_go_back_as_they_came()
    {
        var gift = JsonNode.Parse("""{"shape":"List","value":null,"values":[{"shape":"Scalar","value":{"x":[1,null,"包装"]}}]}""");
        var call = LexCall.InJapanese().With("loyalty", "金").With("empty", "").WithSlot("Gift", gift).WithSlot("Card", null);
        var slots = call.Slots.ToJsonString().Replace("null", "*", StringComparison.Ordinal);

        foreach (var turn in new Func<Task<string>>[]
        {
            () => call.Says("日付を変えたい"), () => call.Mumbles("…"), () => call.Says("三日"), () => call.SaysNo("いいえ"),
            () => call.Says("三日"), () => call.Wants("Repeat"), () => call.SaysYes("はい"),
        })
        {
            await turn();
            Assert.Equal(("金", ""), (call.Attributes["loyalty"], call.Attributes["empty"]));
            Assert.True(JsonNode.DeepEquals(gift, call.Slots["Gift"]), slots);
            Assert.True(call.Slots.ContainsKey("Card"));
        }

        await call.Wants("Operator");
        Assert.Equal(["loyalty", "empty", "dialogResult", "handOverReason"], call.Attributes.Keys);
    }
}
