using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;
using static OrderHotline.Calls.Tests.PhoneCall;

namespace OrderHotline.Calls.Tests;

/// <summary>What a caller hears when a function of the line is out of order: words, and an operator.</summary>
public sealed class BrokenFunctionTests
{
    [Fact]
    public async Task A_look_up_that_fails_is_never_told_as_no_order()
    {
        var call = await (await TestShop.WithAnOrder().Breaking("OrderTableRead").Ring()).Then(Silence);

        Assert.Contains("申し訳ございません。ただいまご注文の状況を確認できません。", call.Heard);
        Assert.DoesNotContain(call.Heard, words => words.Contains("見つかりません", StringComparison.Ordinal));
        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
    }

    [Fact]
    public async Task A_cancellation_that_fails_is_told_neither_as_done_nor_as_refused()
    {
        var shop = TestShop.WithAnOrder().Breaking("CancelOrder");

        var call = await (await shop.Ring()).Then(Silence, Press("2"), Press("1"));

        Assert.Contains("申し訳ございません。キャンセルの結果を確認できませんでした。", call.Heard);
        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
        await call.Then(OperatorAnswers);
        Assert.Equal("キャンセルを確認できませんでした。", call.OperatorSaw["handOverReason"]);
        Assert.IsType<OrderState.Placed>(shop.Order.State);
    }

    [Fact]
    public async Task A_change_that_fails_is_told_neither_as_done_nor_as_refused()
    {
        var call = await (await TestShop.WithAnOrder().Breaking("ChangeOrderDate").Ring())
            .Then(Silence, Press("1"), Say("十二月三日"), Say("はい"));

        Assert.Contains("申し訳ございません。変更の結果を確認できませんでした。", call.Heard);
        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
    }

    [Fact]
    public async Task A_bot_whose_code_hook_fails_leads_to_the_same_order_by_keys_alone()
    {
        var shop = TestShop.WithAnOrder().Breaking("OrderDialog");

        var call = await (await shop.Ring()).Then(Silence, Say("十二月三日"), Press("1"), Press("1203#"), Press("1"), Silence);

        Assert.DoesNotContain(call.Heard, words => words.Contains("おつなぎ", StringComparison.Ordinal));
        Assert.Equal(new NodaTime.LocalDate(2026, 12, 3), shop.Order.ShippingDate);
        Assert.Equal(CallEnd.LineHungUp, call.End);
    }

    [Fact]
    public async Task Connect_tries_a_function_that_fails_again_before_it_gives_up()
    {
        var call = await (await TestShop.WithAnOrder().Breaking("OrderTableRead").Ring()).Then(Silence);

        Assert.Equal([1, 2, 3, 4], call.Events.OfType<CallEvent.Invoked>().Select(invoked => invoked.Attempt));
    }
}
