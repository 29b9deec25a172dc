using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>What is stored, as the table keeps it: every write is whole, conditional and at one moment.</summary>
sealed class Table(SimulatedDay day)
{
    readonly Dictionary<OrderId, Order> orders = [];
    readonly Dictionary<OrderId, List<Step>> steps = [];

    public IEnumerable<Order> All => orders.Values;

    public Order this[OrderId id] => orders[id];

    public IReadOnlyList<Step> StepsOf(OrderId id) => steps[id];

    public void Put(Order order)
    {
        orders.Add(order.Id, order);
        steps.Add(order.Id, []);
    }

    public OrderSearch Latest(PhoneNumber owner) =>
        orders.Values.Any(order => order.Owner == owner) ? new OrderSearch.Found(LatestOf(owner)) : new OrderSearch.NoOrder();

    public Order LatestOf(PhoneNumber owner) => orders.Values.Where(order => order.Owner == owner).MaxBy(order => order.PlacedAt)!;

    public OrderSearch Find(PhoneNumber owner, OrderId id) =>
        orders.TryGetValue(id, out var order) && order.Owner == owner ? new OrderSearch.Found(order) : new OrderSearch.NoOrder();

    public DueOrders Due(Instant now, int limit) => new(
    [
        .. orders.Values
            .Where(order => !order.Outbox.Owed.IsEmpty && order.Outbox.DueAt <= now)
            .OrderBy(order => order.Outbox.DueAt)
            .Take(limit)
            .Select(order => new DueOrder(order.Owner, order.Id)),
    ],
    []);

    /// <summary>Whether a change may be written: the condition of the line's one write.</summary>
    public bool IsStill(Order before) =>
        orders[before.Id] is var held
        && held.Version == before.Version
        && held.ShippingDate == before.ShippingDate
        && held.State is OrderState.Cancelled == before.State is OrderState.Cancelled
        && !(before.State is OrderState.Placed && held.State is OrderState.Shipped);

    public void Write(Order after, Writer by)
    {
        var before = orders[after.Id];
        orders[after.Id] = after;
        var step = new Step(day.Time.Now, before, after, by);
        steps[after.Id].Add(step);
        day.Events.Write($"{after.Id}", $"stored version {after.Version}: {after.State.GetType().Name} for {after.ShippingDate:uuuu-MM-dd}, "
            + $"owes {string.Join(" and ", after.Outbox.Owed.Select(message => message.Number).DefaultIfEmpty(0))}, "
            + $"{after.Outbox.Delivery.GetType().Name} by {by}");
        day.Statistics.Count(step.IsAChange && by is not Writer.Shop ? "changes" : "other writes");
        day.Deliveries.TellOf(after);
    }
}
