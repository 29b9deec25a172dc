using OrderHotline.Application;
using OrderHotline.Domain;
using OrderHotline.Hosting;

namespace OrderHotline.Hosts.Web;

/// <summary>Changes orders for one wish at a time, under the conditions that came with it.</summary>
sealed class ChangeLine(OpenCallLine open, IOrders orders)
{
    /// <summary>Cancels an order.</summary>
    /// <exception cref="RefusedException">The wish's key or its condition forbids it.</exception>
    /// <exception cref="UnconfirmedException">The wish is a yes that was used before.</exception>
    public Task<CancelOutcome> Cancel(Customer customer, OrderId id, WishKey wish, ChangeCondition condition, CancellationToken cancellation) =>
        Cancel(new RequestedOrders(orders, wish, condition), customer, id, wish, cancellation);

    /// <summary>Moves the shipping date of an order.</summary>
    /// <inheritdoc cref="Cancel(Customer, OrderId, WishKey, ChangeCondition, CancellationToken)"/>
    public Task<RescheduleOutcome> Reschedule(
        Customer customer, OrderId id, DayAsked day, WishKey wish, ChangeCondition condition, CancellationToken cancellation) =>
        Reschedule(new RequestedOrders(orders, wish, condition), customer, id, day, wish, cancellation);

    /// <summary>What cancelling an order would come to.</summary>
    public Task<Rehearsal<CancelOutcome>> RehearseCancelling(Customer customer, OrderId id, WishKey wish, CancellationToken cancellation) =>
        Rehearsal<CancelOutcome>.Of(orders, rehearsed => Cancel(rehearsed, customer, id, wish, cancellation));

    /// <summary>What moving the date of an order would come to.</summary>
    public Task<Rehearsal<RescheduleOutcome>> RehearseRescheduling(
        Customer customer, OrderId id, DayAsked day, WishKey wish, CancellationToken cancellation) =>
        Rehearsal<RescheduleOutcome>.Of(orders, rehearsed => Reschedule(rehearsed, customer, id, day, wish, cancellation));

    Task<CancelOutcome> Cancel(IOrders over, Customer customer, OrderId id, WishKey wish, CancellationToken cancellation) => open(over)
        .Send(new CancelOrder(customer.Caller, id, wish.Contact, customer.Channel, customer.Language) { IsOneWish = true }, cancellation);

    Task<RescheduleOutcome> Reschedule(
        IOrders over, Customer customer, OrderId id, DayAsked day, WishKey wish, CancellationToken cancellation) => open(over)
        .Send(new RescheduleOrder(customer.Caller, id, wish.Contact, customer.Channel, customer.Language, day.Slot, day.Said) { IsOneWish = true }, cancellation);
}
