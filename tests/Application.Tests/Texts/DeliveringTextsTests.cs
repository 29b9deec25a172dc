using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Application.Tests;

public sealed class DeliveringTextsTests
{
    [Fact]
    public async Task Every_text_an_order_owes_is_sent_oldest_first_and_then_owed_no_more()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Reschedule("2026-12-04");
        await shop.Cancel();

        var delivered = Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver());

        Assert.Equal(2, delivered.Receipts.Length);
        Assert.Equal(
            [
                (Customer, "We changed shipping date to 2026-12-04.\nItem Name: Jacket\nOrder ID: 1"),
                (Customer, "We changed state to cancel.\nItem Name: Jacket\nOrder ID: 1"),
            ],
            shop.Texts.Sent.Select(text => (text.To, text.Body)));
        Assert.Empty(shop.Only.OwedTexts);
    }

    [Fact]
    public async Task What_is_settled_is_not_sent_again()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Cancel();
        await shop.Deliver();

        Assert.Empty(Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver()).Receipts);
        Assert.Single(shop.Texts.Sent);
    }

    [Fact]
    public async Task A_refused_text_is_told_and_not_owed_for_ever()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        shop.Texts.OptOut(Customer);
        await shop.Cancel();

        Assert.Equal(
            [new TextReceipt.Refused("OptedOut")], Assert.IsType<DeliveryOutcome.Delivered>(await shop.Deliver()).Receipts.AsEnumerable());
        Assert.Empty(shop.Only.OwedTexts);
    }

    [Fact]
    public async Task A_change_made_while_a_text_is_on_its_way_is_not_lost()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Reschedule("2026-12-04");
        shop.Store.BeforeTheNextWrite = settling => shop.Orders.Put(settling.Before.Cancel("call-2").After);

        await shop.Deliver();

        Assert.IsType<OrderState.Cancelled>(shop.Only.State);
        Assert.IsType<OwedText.OfCancellation>(Assert.Single(shop.Only.OwedTexts));
    }

    [Fact]
    public async Task An_outage_leaves_that_text_and_those_after_it_owed()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        await shop.Reschedule("2026-12-04");
        await shop.Cancel();
        var line = OrderLine.Open(shop.Store, new OneTextThenNone(), Policy, new StoppedClock(Now));

        await Assert.ThrowsAsync<HttpRequestException>(
            () => line.Send(new DeliverTexts(ShopLine.Customer, "1"), TestContext.Current.CancellationToken));
        Assert.IsType<OwedText.OfCancellation>(Assert.Single(shop.Only.OwedTexts));

        await shop.Deliver();
        Assert.Equal("We changed state to cancel.", Assert.Single(shop.Texts.Sent).Body.Split('\n')[0]);
    }

    [Fact]
    public async Task An_order_that_is_not_there_owes_nothing()
    {
        using var shop = new ShopLine(Of(SomebodyElse, "1"));

        Assert.IsType<DeliveryOutcome.NoOrder>(await shop.Deliver());
        Assert.IsType<DeliveryOutcome.NoOrder>(await shop.Deliver(owner: Caller.At("anonymous")));
    }

    sealed class OneTextThenNone : ITextMessages
    {
        int sent;

        public Task<TextReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation) => sent++ == 0
            ? Task.FromResult<TextReceipt>(new TextReceipt.Accepted("1"))
            : throw new HttpRequestException("out of reach");
    }
}
