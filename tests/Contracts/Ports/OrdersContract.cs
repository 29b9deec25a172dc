using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Contracts;

/// <summary>What every store of orders promises, whatever it is made of.</summary>
public abstract class OrdersContract
{
    static readonly LocalDate Friday = new(2026, 12, 4);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A store that holds nothing yet.</summary>
    protected abstract Task<IOrders> Open();

    /// <summary>Puts an order there, or in the place of the one that is there, the way the shop's own systems do.</summary>
    protected abstract Task Put(IOrders store, Order order);

    [Fact]
    public async Task A_caller_who_never_bought_anything_has_no_order()
    {
        var store = await Holding(Of(SomebodyElse, "1"));

        Assert.IsType<OrderSearch.NoOrder>(await store.Latest(Customer, Cancellation));
        Assert.IsType<OrderSearch.NoOrder>(await store.Find(Customer, Id("1"), Cancellation));
    }

    [Fact]
    public async Task The_latest_order_is_the_one_placed_last_whatever_its_id()
    {
        var store = await Holding(
            [
                Of(Customer, "2", Now),
                Of(Customer, "1", Now + Duration.FromSeconds(1)),
                Of(Customer, "3", Now - Duration.FromDays(400)),
                Of(SomebodyElse, "4", Now + Duration.FromDays(1)),
            ]);

        Assert.Equal(Id("1"), (await Latest(store)).Id);
    }

    [Fact]
    public async Task An_order_whose_placing_was_never_recorded_is_found_and_comes_after_all_others()
    {
        var store = await Holding(Of(Customer, "9", NodaConstants.UnixEpoch));
        Assert.Equal(Id("9"), (await Latest(store)).Id);

        await Put(store, Of(Customer, "1", Now - Duration.FromDays(4000)));
        Assert.Equal(Id("1"), (await Latest(store)).Id);
    }

    [Fact]
    public async Task An_order_is_found_by_its_id_and_only_for_its_owner()
    {
        var store = await Holding(Of(Customer, "1"), Of(SomebodyElse, "2"));

        Assert.Equal(Of(Customer, "1").Whole(), (await Found(store, "1")).Whole());
        Assert.IsType<OrderSearch.NoOrder>(await store.Find(Customer, Id("2"), Cancellation));
    }

    [Fact]
    public async Task A_stored_change_is_read_back_whole()
    {
        var store = await Holding(Of(Customer, "1", item: "コーヒー豆 \u3000 & <髙﨑> 😀"));

        var moved = (await Found(store, "1")).MoveTo(Friday, heard: "十二月四日 \"金\"");
        Assert.Equal(StoreResult.Stored, await store.Store(moved, Cancellation));
        Assert.Equal(moved.After.Whole(), (await Found(store, "1")).Whole());

        var cancelled = (await Found(store, "1")).Cancel("call-2");
        Assert.Equal(StoreResult.Stored, await store.Store(cancelled, Cancellation));
        Assert.Equal(cancelled.After.Whole(), (await Latest(store)).Whole());
    }

    [Fact]
    public async Task How_the_shop_has_an_item_spoken_is_read_and_outlives_every_change()
    {
        var before = Of(Customer, "1");
        var store = await Holding(
            new Order(
                before.Id, Customer, "Kettle CK-AX08", before.CustomerName, before.ShippingDate, before.State, before.PlacedAt,
                spokenItem: [new(Language.English, "kettle"), new(Language.Japanese, "電気ケトル")]));

        foreach (var step in (Func<Order, OrderChange>[])[order => order.MoveTo(Friday), order => order.Cancel("call-2")])
        {
            await store.Store(step(await Found(store, "1")), Cancellation);

            Assert.Equal("電気ケトル", (await Latest(store)).SpokenItemIn(Language.Japanese));
            Assert.Equal("kettle", (await Found(store, "1")).SpokenItemIn(Language.English));
        }
    }

    [Fact]
    public async Task Whatever_becomes_of_a_message_is_read_back_whole()
    {
        var store = await Holding(Of(Customer, "1"));
        Func<Order, OrderChange>[] story =
        [
            order => order.MoveTo(Friday),
            order => order.ClaimMessage(),
            order => order.MoveTo(Friday.PlusDays(3), "call-2"),
            order => order.Accept(),
            order => order.ClaimMessage(),
            order => order.Fail(),
            order => order.ClaimMessage(delivery: 2, at: order.Outbox.DueAt),
            order => order.Refuse(delivery: 2),
            order => order.MoveTo(Friday, "call-3"),
            order => order.Cancel("call-4"),
        ];

        foreach (var step in story)
        {
            var change = step(await Found(store, "1"));
            Assert.Equal(StoreResult.Stored, await store.Store(change, Cancellation));
            Assert.Equal(change.After.Whole(), (await Found(store, "1")).Whole());
        }

        Assert.Equal(3, (await Found(store, "1")).Outbox.Settled.Length);
    }

    [Fact]
    public async Task Of_many_deliveries_that_claim_one_message_exactly_one_gets_it()
    {
        var store = await Holding(Of(Customer, "1"));
        await store.Store((await Found(store, "1")).Cancel(), Cancellation);
        var seen = await Found(store, "1");

        var results = await Task.WhenAll(Enumerable.Range(1, 20)
            .Select(delivery => Task.Run(() => store.Store(seen.ClaimMessage(delivery), Cancellation))));

        Assert.Single(results, StoreResult.Stored);
    }

    [Fact]
    public async Task A_message_can_be_claimed_and_settled_after_the_order_has_shipped()
    {
        var store = await Holding(Of(Customer, "1"));
        await store.Store((await Found(store, "1")).MoveTo(Friday), Cancellation);
        var order = await Found(store, "1");
        await Put(store, new Order(
            order.Id, order.Owner, order.Item, order.CustomerName, order.ShippingDate, new OrderState.Shipped(Now), order.PlacedAt,
            order.Version, order.History, order.Outbox));

        Assert.Equal(StoreResult.Stored, await store.Store((await Found(store, "1")).ClaimMessage(), Cancellation));
        Assert.Equal(StoreResult.Stored, await store.Store((await Found(store, "1")).Accept(), Cancellation));
    }

    [Fact]
    public async Task A_change_decided_on_an_older_version_is_not_stored()
    {
        var store = await Holding(Of(Customer, "1"));
        var seen = await Found(store, "1");
        await store.Store(seen.MoveTo(Friday), Cancellation);
        var stored = await Found(store, "1");

        Assert.Equal(StoreResult.ChangedMeanwhile, await store.Store(seen.Cancel("call-2"), Cancellation));
        Assert.Equal(stored.Whole(), (await Found(store, "1")).Whole());
    }

    public static TheoryData<string> WhatAShopDoesWithoutTheLine => ["ships it", "cancels it", "moves it"];

    [Theory]
    [MemberData(nameof(WhatAShopDoesWithoutTheLine))]
    public async Task A_change_is_not_stored_when_the_shop_changed_the_order_meanwhile(string what)
    {
        var store = await Holding(Of(Customer, "1"));
        var seen = await Found(store, "1");
        await Put(store, what switch
        {
            "ships it" => Of(Customer, "1", state: new OrderState.Shipped(Now)),
            "cancels it" => Of(Customer, "1", state: new OrderState.Cancelled()),
            _ => new Order(seen.Id, Customer, seen.Item, seen.CustomerName, Friday, seen.State, seen.PlacedAt),
        });
        var stored = await Found(store, "1");

        Assert.Equal(StoreResult.ChangedMeanwhile, await store.Store(seen.MoveTo(new LocalDate(2026, 12, 8)), Cancellation));
        Assert.Equal(stored.Whole(), (await Found(store, "1")).Whole());
    }

    [Fact]
    public async Task A_change_is_stored_exactly_when_it_still_applies_to_what_the_store_holds()
    {
        OrderState[] states =
            [new OrderState.Placed(), new OrderState.Shipped(Now), new OrderState.Shipped(Now + Duration.FromHours(1)), new OrderState.Cancelled()];
        var orders = (
            from state in states
            from date in new[] { Friday, Friday.PlusDays(1) }
            from version in new[] { 0, 1 }
            select new Order(Id("1"), Customer, "Jacket", "", date, state, Now, version)).ToList();
        var store = await Open();

        foreach (var (before, held) in orders.SelectMany(before => orders.Select(held => (before, held))))
        {
            var change = new OrderChange(
                before, new Order(before.Id, Customer, "Jacket", "", Friday, before.State, Now, before.Version + 1));
            await Put(store, held);

            Assert.Equal(
                (before, held, change.StillAppliesTo(held) ? StoreResult.Stored : StoreResult.ChangedMeanwhile),
                (before, held, await store.Store(change, Cancellation)));
        }
    }

    [Fact]
    public async Task A_change_to_an_order_that_is_not_there_makes_none()
    {
        var store = await Holding();

        Assert.Equal(StoreResult.ChangedMeanwhile, await store.Store(Of(Customer, "1").Cancel(), Cancellation));
        Assert.IsType<OrderSearch.NoOrder>(await store.Find(Customer, Id("1"), Cancellation));
    }

    [Fact]
    public async Task Of_many_changes_to_one_version_exactly_one_is_stored()
    {
        var store = await Holding(Of(Customer, "1"));
        var seen = await Found(store, "1");

        var results = await Task.WhenAll(Enumerable.Range(1, 20)
            .Select(call => Task.Run(() => store.Store(seen.MoveTo(Friday.PlusDays(call % 7), $"call-{call}"), Cancellation))));

        Assert.Single(results, StoreResult.Stored);
        Assert.Single((await Found(store, "1")).History);
    }

    [Fact]
    public async Task No_change_is_lost_when_many_read_and_change_at_once()
    {
        const int Calls = 16;
        var store = await Holding(Of(Customer, "1"));

        await Task.WhenAll(Enumerable.Range(1, Calls).Select(call => Task.Run(async () =>
        {
            OrderChange change;
            do
            {
                var seen = await Found(store, "1");
                change = seen.MoveTo(seen.ShippingDate == Friday ? Friday.PlusDays(1) : Friday, $"call-{call}");
            }
            while (await store.Store(change, Cancellation) != StoreResult.Stored);
        })));

        var order = await Found(store, "1");
        Assert.Equal(Calls, order.Version);
        Assert.Equal((1, Calls - 1), (order.Outbox.Owed.Length, order.Outbox.Settled.Length));
        Assert.Equal(Calls, order.History.Select(change => change.Contact).Distinct().Count());
    }

    [Fact]
    public async Task The_history_keeps_the_last_twenty_changes()
    {
        var store = await Holding(Of(Customer, "1"));
        for (var call = 1; call <= 23; call++)
        {
            var seen = await Found(store, "1");
            await store.Store(seen.MoveTo(Friday.PlusDays(call % 2), $"call-{call}"), Cancellation);
        }

        var history = (await Found(store, "1")).History;
        Assert.Equal(Order.HistoryLength, history.Length);
        Assert.Equal(("call-4", "call-23"), (history[0].Contact.ToString(), history[^1].Contact.ToString()));
    }

    [Fact]
    public async Task A_caller_who_has_hung_up_is_not_served()
    {
        var store = await Holding(Of(Customer, "1"));
        var hungUp = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Latest(Customer, hungUp));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Find(Customer, Id("1"), hungUp));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Store(Of(Customer, "1").Cancel(), hungUp));
        Assert.Equal(0, (await Found(store, "1")).Version);
    }

    protected async Task<IOrders> Holding(params Order[] orders)
    {
        var store = await Open();
        foreach (var order in orders)
        {
            await Put(store, order);
        }

        return store;
    }

    protected static async Task<Order> Found(IOrders store, string id) =>
        Assert.IsType<OrderSearch.Found>(await store.Find(Customer, Id(id), Cancellation)).Order;

    protected static async Task<Order> Latest(IOrders store) =>
        Assert.IsType<OrderSearch.Found>(await store.Latest(Customer, Cancellation)).Order;
}
