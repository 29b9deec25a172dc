using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;
using static OrderHotline.Calls.Tests.PhoneCall;

namespace OrderHotline.Calls.Tests;

public sealed class WhoCallsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("anonymous")]
    public async Task A_withheld_number_hears_so_and_gets_an_operator(string? from)
    {
        var call = await (await TestShop.WithAnOrder().Ring(from)).Then(Silence);

        Assert.Contains("お客様のお電話番号を確認できませんでした。", call.Heard);
        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
        await call.Then(OperatorAnswers);
        Assert.Equal("電話番号を確認できませんでした。 お話しになる言語は、 日本語", Assert.Single(call.OperatorHeard));
    }

    [Fact]
    public async Task Somebody_without_an_order_hears_so_and_gets_an_operator()
    {
        var call = await (await TestShop.WithoutOrders().Ring()).Then(Press("2"));

        Assert.Contains("I found no order for your phone number.", call.Heard);
        Assert.IsType<CallWaiting.ForOperator>(call.State.Waiting);
    }

    [Fact]
    public async Task Nobody_hears_of_somebody_elses_order()
    {
        var call = await (await TestShop.WithAnOrder().Ring("+819087654321")).Then(Silence);

        Assert.DoesNotContain(call.Heard, words => words.Contains("Jacket", StringComparison.Ordinal));
        Assert.Contains("お客様のお電話番号では、ご注文が見つかりませんでした。", call.Heard);
    }

    [Fact]
    public async Task A_cancelled_order_can_be_neither_moved_nor_cancelled()
    {
        var shop = TestShop.With(new OrderState.Cancelled());

        var call = await (await shop.Ring()).Then(Silence, Press("1"), Press("2"));

        Assert.Contains("Jacketは、キャンセルを承っております。ご用件をどうぞ。", call.Heard);
        Assert.Equal(2, call.Heard.Count(words => words.StartsWith("ご注文はすでにキャンセルされています。", StringComparison.Ordinal)));
        Assert.Empty(shop.Order.History);
    }

    [Fact]
    public async Task A_shipped_order_can_be_neither_moved_nor_cancelled()
    {
        var shop = TestShop.With(new OrderState.Shipped(TestShop.Morning - Duration.FromHours(1)));

        var call = await (await shop.Ring()).Then(Silence, Press("1"), Press("2"));

        Assert.Equal(2, call.Heard.Count(words => words.StartsWith("すでに発送いたしましたので、変更もキャンセルもできません。", StringComparison.Ordinal)));
        Assert.Empty(shop.Order.History);
    }
}
