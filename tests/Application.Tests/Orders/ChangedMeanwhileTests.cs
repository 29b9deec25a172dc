using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Application.Tests;

public sealed class ChangedMeanwhileTests
{
    [Fact]
    public async Task A_change_that_lost_the_race_is_decided_again_on_the_new_state()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        shop.Store.BeforeTheNextWrite = change => shop.Orders.Put(change.Before.Cancel("call-2").After);

        Assert.IsType<RescheduleOutcome.OrderIsCancelled>(await shop.Reschedule("2026-12-04"));
        Assert.Equal(1, shop.Only.Version);
    }

    [Fact]
    public async Task A_change_that_is_still_possible_after_a_lost_race_is_made_on_top_of_the_other()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        shop.Store.BeforeTheNextWrite = change => shop.Orders.Put(change.Before.MoveTo(new LocalDate(2026, 12, 9), "call-2").After);

        Assert.IsType<RescheduleOutcome.Rescheduled>(await shop.Reschedule("2026-12-04"));
        Assert.Equal(["call-2", "call-1"], shop.Only.History.Select(change => change.Contact.ToString()));
        Assert.Equal([2], shop.Only.Outbox.Owed.Select(message => message.Number));
    }

    [Fact]
    public async Task An_order_the_shop_ships_meanwhile_is_changed_no_more()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        shop.Store.BeforeTheNextWrite = _ => shop.Orders.Put(Of(Customer, "1", state: new OrderState.Shipped(Now)));

        Assert.IsType<CancelOutcome.TooLateToCancel>(await shop.Cancel());
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_recognised_and_not_made_twice()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        shop.Store.LosesTheNextAnswer = true;

        Assert.IsType<RescheduleOutcome.Rescheduled>(await shop.Reschedule("2026-12-04"));
        Assert.Single(shop.Only.History);
        Assert.Single(shop.Only.Outbox.Owed);

        shop.Store.LosesTheNextAnswer = true;
        Assert.IsType<CancelOutcome.Cancelled>(await shop.Cancel());
        Assert.Equal(2, shop.Only.Version);
    }

    [Fact]
    public async Task An_order_that_others_never_stop_changing_is_a_fault_and_stays_theirs()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        var others = 0;
        shop.Store.BeforeTheNextWrite = Interrupt;

        var fault = await Assert.ThrowsAsync<TimeoutException>(() => shop.Cancel());

        Assert.Contains("changed by others 30 times", fault.Message, StringComparison.Ordinal);
        Assert.Equal(30, shop.Only.Version);
        Assert.DoesNotContain(shop.Only.History, change => change.Contact.ToString() == "call-1");

        void Interrupt(OrderChange change)
        {
            shop.Orders.Put(change.Before.MoveTo(new LocalDate(2026, 12, 1 + (++others % 2)), $"other-{others}").After);
            shop.Store.BeforeTheNextWrite = Interrupt;
        }
    }
}
