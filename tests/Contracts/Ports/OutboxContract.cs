using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Contracts;

/// <summary>What every outbox promises, whatever it is kept in.</summary>
public abstract class OutboxContract
{
    static readonly Duration Minute = Duration.FromMinutes(1);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A store that holds these orders, as the shop's own systems put them there, and its outbox.</summary>
    protected abstract Task<(IOrders Orders, IOutbox Outbox)> Holding(params Order[] orders);

    [Fact]
    public async Task Only_an_order_that_owes_a_message_is_found_and_only_until_it_is_settled()
    {
        var (orders, outbox) = await Holding(Of(Customer, "1"), Of(Customer, "2"));
        await Store(orders, "1", order => order.Cancel());

        Assert.Equal([new DueOrder(Customer, Id("1"))], (await outbox.Due(Now, limit: 10, Cancellation)).Orders);

        await Store(orders, "1", order => order.ClaimMessage());
        await Store(orders, "1", order => order.Accept());
        Assert.Empty((await outbox.Due(Now + Duration.FromDays(1), limit: 10, Cancellation)).Orders);
    }

    [Fact]
    public async Task A_message_is_found_from_the_second_in_which_it_is_due()
    {
        var (orders, outbox) = await Holding(Of(Customer, "1"));
        await Store(orders, "1", order => order.Cancel());

        Assert.Empty((await outbox.Due(Now - Duration.FromSeconds(1), limit: 10, Cancellation)).Orders);
        Assert.Single((await outbox.Due(Now + Duration.FromMilliseconds(1), limit: 10, Cancellation)).Orders);
    }

    [Fact]
    public async Task A_claimed_message_is_found_when_its_lease_has_ended_and_a_postponed_one_when_its_pause_has()
    {
        var (orders, outbox) = await Holding(Of(Customer, "1"));
        await Store(orders, "1", order => order.Cancel());
        await Store(orders, "1", order => order.ClaimMessage());
        Assert.Empty((await outbox.Due(Now + Outbox.Lease - Duration.FromSeconds(1), limit: 10, Cancellation)).Orders);
        Assert.Single((await outbox.Due(Now + Outbox.Lease, limit: 10, Cancellation)).Orders);

        await Store(orders, "1", order => order.Fail());
        var due = (await Found(orders, "1")).Outbox.DueAt;
        Assert.Empty((await outbox.Due(due - Duration.FromSeconds(1), limit: 10, Cancellation)).Orders);
        Assert.Single((await outbox.Due(due + Duration.FromSeconds(1), limit: 10, Cancellation)).Orders);
    }

    [Fact]
    public async Task The_order_that_has_waited_longest_is_found_first_whatever_its_owners_number_and_no_more_than_asked_for()
    {
        var numbers = Enumerable.Range(0, 10).Select(digit => Number($"+8190111122{digit}{9 - digit}")).ToList();
        var (orders, outbox) = await Holding([.. numbers.Select(number => Of(number, "1"))]);
        var waiting = numbers.Select((number, i) => (Number: number, Since: Now + (Minute * ((i * 7) % 10)))).ToList();
        foreach (var (number, since) in waiting)
        {
            var order = Assert.IsType<OrderSearch.Found>(await orders.Find(number, Id("1"), Cancellation)).Order;
            var cancelled = Assert.IsType<CancelDecision.Cancelled>(order.Cancel(new Wish.ToCancel(Contact("call-1")), since, Policy));
            Assert.Equal(StoreResult.Stored, await orders.Store(cancelled.Change, Cancellation));
        }

        var all = (await outbox.Due(Now + (Minute * 10), limit: 100, Cancellation)).Orders;
        Assert.Equal(waiting.OrderBy(order => order.Since).Select(order => order.Number), all.Select(due => due.Owner));
        Assert.Equal(all[..3], (await outbox.Due(Now + (Minute * 10), limit: 3, Cancellation)).Orders);
    }

    [Fact]
    public async Task An_order_that_was_found_owes_nothing_to_what_cannot_be_read()
    {
        var (orders, outbox) = await Holding(Of(Customer, "1"), Of(Customer, "2"));
        await Store(orders, "1", order => order.Cancel());

        Assert.Empty((await outbox.Due(Now, limit: 10, Cancellation)).Unreadable);
    }

    [Fact]
    public async Task A_search_that_was_called_off_finds_nothing()
    {
        var (_, outbox) = await Holding(Of(Customer, "1"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outbox.Due(Now, limit: 10, new CancellationToken(canceled: true)));
    }

    protected static async Task Store(IOrders orders, string id, Func<Order, OrderChange> change) =>
        Assert.Equal(StoreResult.Stored, await orders.Store(change(await Found(orders, id)), Cancellation));

    static async Task<Order> Found(IOrders orders, string id) =>
        Assert.IsType<OrderSearch.Found>(await orders.Find(Customer, Id(id), Cancellation)).Order;
}
