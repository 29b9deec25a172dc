using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Local;

/// <summary>The ways in which a call can begin: every state of an order, with every state of the operators.</summary>
public static class StartWorlds
{
    const string Customer = "+819012345678";

    /// <summary>Every order with every state of the operators.</summary>
    /// <param name="deployment">What is deployed.</param>
    /// <param name="today">The day of the calls, in the shop's zone.</param>
    /// <param name="policy">When the shop ships; the default policy if null.</param>
    public static ImmutableArray<StartWorld> All(Deployment deployment, LocalDate today, ShippingPolicy? policy = null)
    {
        var shop = policy ?? new ShippingPolicy();
        return
        [
            .. from order in Orders(today, shop)
               from operators in Operators(deployment.World)
               select order with { Name = $"{order.Name}, {operators.Name}", Connect = operators.World },
        ];
    }

    // Item and name are of letters that no sentence of the line has, so that neither is taken for words of a language.
    static IEnumerable<StartWorld> Orders(LocalDate today, ShippingPolicy policy)
    {
        var morning = At(LocalTime.Min(new LocalTime(10, 0), policy.CutOff.PlusMinutes(-1)));
        var evening = At(policy.CutOff);
        yield return World("placed", morning, Order(today.PlusDays(5), new OrderState.Placed()));
        yield return World("due tomorrow, before the cut-off", morning, Order(today.PlusDays(1), new OrderState.Placed()));
        yield return World("due tomorrow, after the cut-off", evening, Order(today.PlusDays(1), new OrderState.Placed()));
        yield return World("cancelled", morning, Order(today.PlusDays(5), new OrderState.Cancelled()));
        yield return World("shipped", morning, Order(today, new OrderState.Shipped(morning - Duration.FromHours(2))));
        yield return World("no order", morning, null);
        yield return World("withheld number", morning, null) with { From = null };

        Instant At(LocalTime time) => (today + time).InZoneLeniently(policy.Zone).ToInstant();

        StartWorld World(string name, Instant at, Order? order) => new(
            name, at, Customer, order is null ? [] : [order], new ConnectWorld())
        {
            Policy = policy,
        };

        Order Order(LocalDate date, OrderState state) => new(
            OrderId.TryParse("100", out var id) ? id : default,
            PhoneNumber.TryParse(Customer, out var owner) ? owner : default,
            "Qyzzx-200",
            "Wyxq",
            date,
            state,
            morning - Duration.FromDays(2));
    }

    // Hours are open or closed for good: the time of day decides about parcels alone.
    static IEnumerable<(string Name, ConnectWorld World)> Operators(ConnectWorld world)
    {
        var zone = world.Hours.TryGetValue(Deployment.OperatorHours, out var hours)
            ? hours.Zone
            : new ShippingPolicy().Zone;
        var open = world with { Hours = world.Hours.Remove(Deployment.OperatorHours) };
        yield return ("operators there", open);
        yield return (
            "operators gone home",
            world with { Hours = world.Hours.SetItem(Deployment.OperatorHours, new OpeningHours(zone, [])) });
        yield return ("nobody logged in", Queue(queue => queue with { Online = 0, Available = 0 }));
        yield return ("full queue", Queue(queue => queue with { Available = 0, Waiting = queue.Capacity }));

        ConnectWorld Queue(Func<QueueState, QueueState> change) => open with
        {
            Queues = world.Queues.SetItem(
                Deployment.OperatorQueue, change(world.Queues.GetValueOrDefault(Deployment.OperatorQueue) ?? new QueueState())),
        };
    }
}
