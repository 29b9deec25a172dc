using OrderHotline.CallSimulator.Connect;

using static OrderHotline.Calls.Tests.PhoneCall;

namespace OrderHotline.Calls.Tests;

/// <summary>The two questions that are answered with a key before anything happens: whether it is about this order, and what to do.</summary>
public sealed class MenuTests
{
    static readonly CallerAct[] ToTheOrder = [Silence];
    static readonly CallerAct[] ToTheMenu = [Silence, Press("1")];

    public static TheoryData<bool> Questions => [true, false];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Silence_and_a_wrong_key_have_words_of_their_own_and_the_question_is_asked_again(bool menu)
    {
        var asked = await At(menu);
        var question = asked.LastHeard;
        var before = asked.Heard.Count;

        await asked.Then(Silence, Press("7"));

        Assert.Equal(["ボタン操作を確認できませんでした。", question, "そのボタンはお使いいただけません。", question], asked.Heard.Skip(before));
    }

    [Theory]
    [InlineData(true, "", "", "")]
    [InlineData(true, "7", "*", "#")]
    [InlineData(true, "7", "", "8")]
    [InlineData(false, "", "", "")]
    [InlineData(false, "7", "*", "#")]
    public async Task After_the_third_failure_an_operator_takes_over(bool menu, params string[] keys)
    {
        var call = await (await At(menu)).Then([.. keys.Select(key => key.Length == 0 ? Silence : Press(key))]);

        Assert.Contains("オペレーターにおつなぎします。少々お待ちください。", call.Heard);
        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
        Assert.Equal("操作が三回続けて確認できませんでした。", call.State.Attributes["handOverReason"]);
    }

    [Theory]
    [InlineData(true, "3")]
    [InlineData(true, "0")]
    [InlineData(false, "0")]
    public async Task An_operator_can_be_reached_from_every_question(bool menu, string key)
    {
        var call = await (await At(menu)).Then(Press(key));

        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
        Assert.Equal("オペレーターをご希望です。", call.State.Attributes["handOverReason"]);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Nine_repeats_the_question_as_often_as_one_likes(bool menu)
    {
        var call = await At(menu);
        var question = call.LastHeard;

        await call.Then([.. Enumerable.Repeat(Press("9"), 10)]);

        Assert.Equal(question, call.LastHeard);
        Assert.IsType<CallWaiting.ForKey>(call.State.Waiting);
    }

    [Fact]
    public async Task Whoever_calls_about_something_else_gets_an_operator_who_knows()
    {
        var call = await (await At(menu: false)).Then(Press("2"), OperatorAnswers);

        Assert.Equal("最近のご注文以外のご用件です。", call.OperatorSaw["handOverReason"]);
    }

    [Fact]
    public async Task An_operator_can_be_reached_from_the_greeting_before_a_word_of_the_order()
    {
        var call = await (await TestShop.WithAnOrder().Ring()).Then(Press("0"));

        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
    }

    [Fact]
    public async Task A_key_pressed_ahead_is_lost_and_nothing_happens_unheard()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then(Silence, Press("12"));
        Assert.Contains("キャンセルは二を", call.LastHeard, StringComparison.Ordinal);

        await call.Then(Press("21"));
        Assert.Contains("のご注文をキャンセルいたします。", call.LastHeard, StringComparison.Ordinal);
        Assert.Empty(shop.Order.History);
    }

    [Fact]
    public async Task There_can_be_anything_else_after_a_change()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then(
            Silence, Press("1"), Press("1"), Say("十二月三日"), Say("はい"), Press("1"), Press("2"), Press("1"), Press("2"));

        Assert.Equal(2, shop.Order.History.Length);
        Assert.Equal("お電話ありがとうございました。失礼いたします。", call.LastHeard);
    }

    static async Task<PhoneCall> At(bool menu) => await (await TestShop.WithAnOrder().Ring()).Then(menu ? ToTheMenu : ToTheOrder);
}
