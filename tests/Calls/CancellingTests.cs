using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;
using static OrderHotline.Calls.Tests.PhoneCall;

namespace OrderHotline.Calls.Tests;

public sealed class CancellingTests
{
    static readonly CallerAct[] ToTheQuestion = [Silence, Press("2")];

    [Fact]
    public async Task A_Japanese_caller_cancels_from_ring_to_goodbye()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheQuestion, Press("1"), Silence]);

        Assert.Contains(call.Heard, words => words.StartsWith("ご注文をキャンセルいたしました。", StringComparison.Ordinal));
        Assert.Equal("お電話ありがとうございました。失礼いたします。", call.LastHeard);
        Assert.IsType<OrderState.Cancelled>(shop.Order.State);
        Assert.Single(shop.Order.Outbox.Owed);
    }

    [Fact]
    public async Task An_English_caller_cancels_from_ring_to_goodbye()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then(Press("2"), Press("2"), Press("1"), Silence);

        Assert.Contains("Shall I cancel your order?", call.Heard);
        Assert.Contains("I have cancelled your order.", call.Heard);
        Assert.Equal("Thank you for calling. Goodbye.", call.LastHeard);
        Assert.IsType<OrderState.Cancelled>(shop.Order.State);
        Assert.Single(shop.Order.Outbox.Owed);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("9")]
    [InlineData("5")]
    [InlineData("0")]
    public async Task Nothing_but_a_yes_cancels(string key)
    {
        var shop = TestShop.WithAnOrder();

        await (await shop.Ring()).Then([.. ToTheQuestion, Press(key), Silence]);

        Assert.IsType<OrderState.Placed>(shop.Order.State);
        Assert.Empty(shop.Order.History);
    }

    [Fact]
    public async Task Silence_never_cancels_and_leads_to_an_operator_the_third_time()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheQuestion, Silence, Silence, Silence]);

        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
        Assert.IsType<OrderState.Placed>(shop.Order.State);
    }

    [Fact]
    public async Task An_order_just_cancelled_is_neither_moved_nor_cancelled_again_in_the_same_call()
    {
        var shop = TestShop.WithAnOrder();

        var call = await (await shop.Ring()).Then([.. ToTheQuestion, Press("1"), Press("2"), Press("1")]);

        Assert.Equal(2, call.Heard.Count(words => words.StartsWith("ご注文はすでにキャンセルされています。", StringComparison.Ordinal)));
        Assert.Single(shop.Order.History);
    }

    [Fact]
    public async Task An_order_without_a_name_has_one_when_it_is_spoken_of()
    {
        var call = await (await TestShop.WithAnOrder(item: "").Ring()).Then(Silence);

        Assert.StartsWith("ご注文の商品は十一月三十日、月曜日に発送します。", call.LastHeard, StringComparison.Ordinal);
    }
}
