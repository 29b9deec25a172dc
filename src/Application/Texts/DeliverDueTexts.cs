using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>One round: finds the orders whose texts are due, those that have waited longest first, and delivers each.</summary>
/// <param name="Delivery">This round's own id, made at random by whoever starts it.</param>
/// <param name="Limit">How many orders at most of those that can be delivered; 1 or more. An order that cannot be read, or has nothing
/// to send in spite of being found, will be there in every round, and takes none of these places.</param>
/// <param name="LastCall">Signalled when no further order is to be begun: what is begun is finished, and the rest is left for the
/// next round.</param>
public sealed record DeliverDueTexts(ClaimId Delivery, int Limit, CancellationToken LastCall) : IRequest<RoundOutcome>;

sealed class DeliverDueTextsValidator : AbstractValidator<DeliverDueTexts>
{
    public DeliverDueTextsValidator()
    {
        RuleFor(request => request).MustBeADeliverysOwn(request => request.Delivery);
        RuleFor(request => request).Must(request => request.Limit > 0).WithMessage("Limit must be 1 or more.");
    }
}

sealed class DeliverDueTextsHandler(IOrders orders, IOwedTexts owed, OrderDesk desk, ITextMessages texts, IClock clock)
    : IRequestHandler<DeliverDueTexts, RoundOutcome>
{
    public async Task<RoundOutcome> Handle(DeliverDueTexts request, CancellationToken cancellationToken)
    {
        var round = new Round(request);
        var due = new DueTexts([], []);
        do
        {
            try
            {
                due = await owed.Due(clock.GetCurrentInstant(), round.Limit, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // What was delivered before is told all the same, and the fault with it.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                return new RoundOutcome.BrokenOff([.. round.Ends], due.Unreadable, fault);
            }
        }
        while (await Deliver(due, round, cancellationToken).ConfigureAwait(false));

        return new RoundOutcome.Ended([.. round.Ends], due.Orders.Count(round.IsNew), due.Unreadable);
    }

    /// <returns>Whether there may be more behind those that every round finds in the same place.</returns>
    async Task<bool> Deliver(DueTexts due, Round round, CancellationToken cancellation)
    {
        var limit = round.Limit;
        foreach (var order in due.Orders.Where(round.IsNew).Take(limit - round.Ends.Count))
        {
            if (round.IsOver)
            {
                return false;
            }

            round.Add(await Deliver(order, round.Delivery, cancellation).ConfigureAwait(false));
        }

        return due.Orders.Length == limit && round.Limit > limit && !round.IsOver;
    }

    async Task<OrderDelivery> Deliver(DueOrder due, ClaimId delivery, CancellationToken cancellation)
    {
        try
        {
            return new OrderDelivery.Answered(
                due,
                await new TextCourier(orders, desk, texts, clock).Deliver(due.Owner, due.Order, delivery, cancellation)
                    .ConfigureAwait(false));
        }
#pragma warning disable CA1031 // One order that cannot be read must not hold up everybody else's texts.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new OrderDelivery.Failed(due, fault);
        }
    }

    sealed class Round(DeliverDueTexts request)
    {
        readonly HashSet<(PhoneNumber, OrderId)> begun = [];
        int stuck;

        public List<OrderDelivery> Ends { get; } = [];

        public ClaimId Delivery => request.Delivery;

        public int Limit => request.Limit + stuck;

        public bool IsOver => request.LastCall.IsCancellationRequested;

        public bool IsNew(DueOrder order) => !begun.Contains((order.Owner, order.Order));

        public void Add(OrderDelivery end)
        {
            begun.Add((end.Order.Owner, end.Order.Order));
            Ends.Add(end);
            stuck += IsStuck(end) ? 1 : 0;
        }

        // Found, and the next round will find it in the same place.
        static bool IsStuck(OrderDelivery end) => end is not OrderDelivery.Answered
        {
            Outcome: DeliveryOutcome.Delivered { Texts.IsEmpty: false } or DeliveryOutcome.Postponed
        };
    }
}

/// <summary>The answer to <see cref="DeliverDueTexts"/>.</summary>
public abstract record RoundOutcome
{
    RoundOutcome()
    {
    }

    /// <summary>The round is over.</summary>
    /// <param name="Deliveries">What came of each order that was begun, in turn.</param>
    /// <param name="Left">How many orders were found and not begun.</param>
    /// <param name="Unreadable">What owes a text and cannot be read so far as to be delivered or even tried.</param>
    public sealed record Ended(ImmutableArray<OrderDelivery> Deliveries, int Left, ImmutableArray<UnreadableOrder> Unreadable)
        : RoundOutcome;

    /// <summary>What is due could not be found, or not all of it. It stays due.</summary>
    /// <param name="Deliveries">What came of each order that was begun before, in turn.</param>
    /// <param name="Unreadable">What was found before and cannot be read so far as to be delivered or even tried.</param>
    /// <param name="Fault">What went wrong.</param>
    public sealed record BrokenOff(ImmutableArray<OrderDelivery> Deliveries, ImmutableArray<UnreadableOrder> Unreadable, Exception Fault)
        : RoundOutcome;

    /// <summary>The request makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : RoundOutcome;
}

/// <summary>What came of one order in a round.</summary>
/// <param name="Order">The order, as it was found.</param>
public abstract record OrderDelivery(DueOrder Order)
{
    /// <summary>It was delivered, or there is a reason why not.</summary>
    /// <param name="Order">The order, as it was found.</param>
    /// <param name="Outcome">What the delivery answered.</param>
    public sealed record Answered(DueOrder Order, DeliveryOutcome Outcome) : OrderDelivery(Order);

    /// <summary>The order could not be read, or what came of its text could not be noted. It stays due.</summary>
    /// <param name="Order">The order, as it was found.</param>
    /// <param name="Fault">What went wrong.</param>
    public sealed record Failed(DueOrder Order, Exception Fault) : OrderDelivery(Order);
}
