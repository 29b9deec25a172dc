using OrderHotline.CallSimulator.Connect;

using static OrderHotline.Calls.Tests.PhoneCall;

namespace OrderHotline.Calls.Tests;

/// <summary>What holds at every question that the line asks, by voice and by key.</summary>
public sealed class QuestionTests
{
    public static TheoryData<string> Questions => ["how can I help", "which day", "is it that day", "shall I cancel", "anything else", "cancel or keep"];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task An_operator_can_be_reached_by_voice_and_by_key(string question)
    {
        foreach (var act in new[] { Press("0"), Say("オペレーター") })
        {
            var call = await (await At(question)).Then(act);

            Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
            Assert.Equal("オペレーターをご希望です。", call.State.Attributes["handOverReason"]);
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Nine_repeats_the_question_as_often_as_one_likes(string question)
    {
        var call = await (await At(question)).Then(Press("9"));
        var repeated = call.LastHeard;

        await call.Then([.. Enumerable.Repeat(Press("9"), 10)]);

        Assert.Equal(repeated, call.LastHeard);
        Assert.IsType<CallWaiting.ForAnswer>(call.State.Waiting);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_caller_may_ask_how_the_order_stands(string question)
    {
        var call = await (await At(question)).Then(Say("いつ発送されますか"));

        Assert.Contains("Jacketは十一月三十日、月曜日に発送します。", call.LastHeard, StringComparison.Ordinal);
        Assert.IsType<CallWaiting.ForAnswer>(call.State.Waiting);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_caller_may_leave_the_order_as_it_is(string question)
    {
        var call = await (await At(question)).Then(Say("そのままでお願いします"));

        Assert.StartsWith("かしこまりました。ご注文はそのままにいたします。", call.LastHeard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("how can I help")]
    [InlineData("which day")]
    [InlineData("is it that day")]
    [InlineData("anything else")]
    [InlineData("cancel or keep")]
    public async Task The_caller_may_wish_to_cancel(string question)
    {
        var call = await (await At(question)).Then(Say("キャンセルしたい"));

        Assert.Equal("ご注文をキャンセルいたしますが、よろしいでしょうか？", call.LastHeard);
    }

    [Theory]
    [InlineData("how can I help")]
    [InlineData("shall I cancel")]
    [InlineData("anything else")]
    [InlineData("cancel or keep")]
    public async Task The_caller_may_wish_for_another_day(string question)
    {
        var call = await (await At(question)).Then(Say("十二月三日に変更してください"));

        Assert.Equal("十二月三日、木曜日の発送でよろしいでしょうか？", call.LastHeard);
    }

    [Theory]
    [InlineData("how can I help")]
    [InlineData("which day")]
    [InlineData("is it that day")]
    [InlineData("shall I cancel")]
    [InlineData("cancel or keep")]
    public async Task After_the_third_failure_a_person_helps(string question)
    {
        var call = await (await At(question)).Then(Silence, Press("7"), Say("天気はどうですか"));

        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
        Assert.Equal("三回続けてご用件を聞き取れませんでした。", call.State.Attributes["handOverReason"]);
    }

    [Fact]
    public async Task Silence_when_nothing_is_left_to_do_is_a_goodbye()
    {
        var call = await (await At("anything else")).Then(Silence);

        Assert.Equal("お電話ありがとうございました。失礼いたします。", call.LastHeard);
        Assert.Equal(CallEnd.LineHungUp, call.End);
    }

    [Fact]
    public async Task The_keypad_is_explained_once_a_call()
    {
        var call = await (await At("how can I help")).Then(Silence, Say("発送日を変更したい"), Silence, Silence, Say("十二月三日"), Silence);

        Assert.Single(call.Heard, words => words.Contains('一') && words.Contains("ゼロ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_operator_can_be_reached_from_the_greeting_before_a_word_of_the_order()
    {
        var call = await (await TestShop.WithAnOrder().Ring()).Then(Press("0"));

        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
    }

    [Fact]
    public async Task There_can_be_anything_else_after_a_change()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then(Silence, Say("十二月三日"), Say("はい"), Say("キャンセルしたい"), Say("はい"), Say("いいえ"));

        Assert.Equal(2, shop.Order.History.Length);
        Assert.Equal("お電話ありがとうございました。失礼いたします。", call.LastHeard);
    }

    static async Task<PhoneCall> At(string question) => await (await TestShop.WithAnOrder().Ring()).Then(question switch
    {
        "how can I help" => [Silence],
        "which day" => [Silence, Press("1")],
        "is it that day" => [Silence, Press("1"), Say("十二月四日")],
        "shall I cancel" => [Silence, Press("2")],
        "anything else" => [Silence, Press("2"), Press("2")],
        _ => [Silence, Say("やめます")],
    });
}
