using System.Text.Json.Nodes;
using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class JapaneseDialogTests
{
    const string AnyDay = "発送日は、十一月二十六日、木曜日から、十二月二十五日、金曜日までの間でお選びいただけます。何月何日がよろしいですか？";
    const string TheThird = "ConfirmIntent 2026-12-03: 十二月三日、木曜日に変更します。よろしいですか？";
    const string TheFourth = "ConfirmIntent 2026-12-04: 十二月四日、金曜日に変更します。よろしいですか？";

    [Fact]
    public async Task A_day_is_asked_for_read_back_and_fulfilled_by_a_yes()
    {
        var call = LexCall.InJapanese().With("orderedItem", "Jacket").With("shippingDate", "2026-11-30");

        Assert.Equal($"ElicitSlot: Jacketの発送日の変更ですね。{AnyDay}", await call.Says("日付を変えたいんですが"));
        Assert.Equal(TheThird, await call.Says("12月3日でお願いします", slot: "2026-12-03", heard: "12月3日"));
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.SaysYes("はい、お願いします"));
        Assert.Equal(("Confirmed", "Confirmed", "12月3日"), (call.Last.Result, call.Last.Confirmation, call.Last.Original));
        Assert.Equal(
            [("orderedItem", "Jacket"), ("shippingDate", "2026-11-30"), ("dialogResult", "Confirmed")],
            call.Last.Attributes.Select(attribute => (attribute.Key, attribute.Value)));
    }

    [Fact]
    public async Task A_wish_that_names_the_day_is_read_back_at_once() =>
        Assert.Equal(TheThird, await LexCall.InJapanese().Says("発送日を12月3日に変えてください", slot: "2026-12-03", heard: "12月3日"));

    [Fact]
    public async Task A_vague_answer_is_never_a_day_whatever_Lex_put_into_the_slot()
    {
        var call = LexCall.InJapanese();

        Assert.Equal(
            "ElicitSlot: 発送日は、十一月三十日、月曜日から、十二月六日、日曜日までの間でお選びいただけます。何月何日がよろしいですか？",
            await call.Says("来週", slot: "2026-11-29"));
        Assert.Equal(TheThird, await call.Says("木曜日なら、来週の木曜日で", slot: "2026-11-26", heard: "木曜日"));
        Assert.Equal("木曜日", call.Last.Original);
        Assert.Equal("Close ChangeDate Fulfilled 2026-12-03", await call.SaysYes("はい"));
    }

    [Theory]
    [InlineData("昨日", "その日はもう過ぎています。発送日は、十一月二十六日、木曜日をお選びいただけます。何月何日がよろしいですか？")]
    [InlineData("今日", "その日の発送には間に合いません。発送日は、十一月二十六日、木曜日をお選びいただけます。何月何日がよろしいですか？")]
    [InlineData("元日", "その日はまだお受けできません。発送日は、十二月二十五日、金曜日をお選びいただけます。何月何日がよろしいですか？")]
    [InlineData(
        "12月3日",
        "その日は発送をお休みしております。発送日は、十二月二日、水曜日、または十二月四日、金曜日をお選びいただけます。何月何日がよろしいですか？")]
    public async Task A_day_that_cannot_be_had_is_answered_with_the_reason_and_the_nearest_days(string said, string answer)
    {
        var call = LexCall.InJapanese(SampleOrder.Policy with { ClosedDates = [new LocalDate(2026, 12, 3)] });

        Assert.Equal($"ElicitSlot: {answer}", await call.Says(said, slot: "2026-12-03"));
        Assert.Null(call.Slots["ShippingDate"]);
        Assert.Equal(TheFourth, await call.Says("では四日で"));
    }

    [Fact]
    public async Task No_asks_for_another_day_and_is_no_failure()
    {
        var call = LexCall.InJapanese();
        await call.Says("三日", slot: "2026-12-03");

        Assert.Equal($"ElicitSlot: 承知しました。{AnyDay}", await call.SaysNo("いいえ"));
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

        Assert.Equal($"ElicitSlot: 承知しました。{AnyDay}", await call.SaysYes(words));
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
            "ConfirmIntent 2026-12-03: はい、または、いいえ、でお答えください。十二月三日、木曜日に変更します。よろしいですか？",
            await call.Mumbles(words));
    }

    [Fact]
    public async Task The_soonest_day_is_read_back_as_the_day_it_is()
    {
        var call = LexCall.InJapanese();

        Assert.Equal(
            "ConfirmIntent 2026-11-26: 十一月二十六日、木曜日に変更します。よろしいですか？", await call.Says("できるだけ早く"));
        Assert.Equal("できるだけ早く", call.Last.Original);
        Assert.Equal("Close ChangeDate Fulfilled 2026-11-26", await call.SaysYes("はい"));
    }

    [Fact]
    public async Task The_day_the_order_already_has_is_said_to_be_that_and_left_so_by_a_yes()
    {
        var call = LexCall.InJapanese().With("shippingDate", "2026-12-03");

        Assert.Equal(
            "ConfirmIntent 2026-12-03: ご注文は、もともと十二月三日、木曜日に発送の予定です。このままでよろしいですか？", await call.Says("三日"));
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
            "ElicitSlot: その日の発送には間に合いません。発送日は、十一月二十七日、金曜日をお選びいただけます。何月何日がよろしいですか？",
            await call.SaysYes("はい"));
    }

    [Fact]
    public async Task Where_no_day_can_be_had_an_operator_helps()
    {
        var closed = new ShippingPolicy { LatestDaysAhead = 2, ClosedDates = [new(2026, 11, 26), new(2026, 11, 27)] };
        const string Operator =
            "Close ChangeDate Failed: 申し訳ございません。ただいまお選びいただける発送日がございません。オペレーターにおつなぎします。";

        foreach (var words in new[] { "日付を変えたい", "来週", "12月3日", "できるだけ早く" })
        {
            var call = LexCall.InJapanese(closed);
            Assert.Equal(Operator, await call.Says(words));
            Assert.Equal("Operator", call.Last.Result);
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
        Assert.Equal(["loyalty", "empty", "dialogResult"], call.Attributes.Keys);
    }
}
