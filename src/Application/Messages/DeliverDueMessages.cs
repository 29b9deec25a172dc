using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>One sweep: finds the orders whose messages are due, those that have waited longest first, and delivers each.</summary>
/// <param name="Delivery">This sweep's own id, made at random when it starts.</param>
/// <param name="Limit">How many orders at most of those that can be delivered; 1 or more. An order that cannot be read, or has nothing
/// to send in spite of being found, will be there in every sweep, and takes none of these places.</param>
/// <param name="StopStarting">Signalled when no further order is to be begun: what is begun is finished, and the rest is left for the
/// next sweep.</param>
public sealed record DeliverDueMessages(ClaimId Delivery, int Limit, CancellationToken StopStarting) : IDeliveryRequest<SweepOutcome>;

sealed class DeliverDueMessagesValidator : AbstractValidator<DeliverDueMessages>
{
    public DeliverDueMessagesValidator()
    {
        RuleFor(request => request).MustBeADeliverysOwn(request => request.Delivery);
        RuleFor(request => request).Must(request => request.Limit > 0).WithMessage("Limit must be 1 or more.");
    }
}

sealed class DeliverDueMessagesHandler(IOrders orders, IOutbox outbox, IMessageSender sender, LineWords words, IClock clock)
    : IRequestHandler<DeliverDueMessages, SweepOutcome>
{
    public async Task<SweepOutcome> Handle(DeliverDueMessages request, CancellationToken cancellationToken)
    {
        var sweep = new Sweep(request);
        var due = new DueOrders([], []);
        do
        {
            try
            {
                due = await outbox.Due(clock.GetCurrentInstant(), sweep.Limit, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // What was delivered before is told all the same, and the fault with it.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                return new SweepOutcome.BrokenOff([.. sweep.Deliveries], due.Unreadable, fault);
            }
        }
        while (await Deliver(due, sweep, cancellationToken).ConfigureAwait(false));

        return new SweepOutcome.Ended([.. sweep.Deliveries], due.Orders.Count(sweep.IsNew), due.Unreadable)
        {
            OldestOwed = sweep.OldestOwedAt(clock.GetCurrentInstant()),
        };
    }

    /// <returns>Whether there may be more behind those that every sweep finds in the same place.</returns>
    async Task<bool> Deliver(DueOrders due, Sweep sweep, CancellationToken cancellation)
    {
        var limit = sweep.Limit;
        foreach (var order in due.Orders.Where(sweep.IsNew).Take(limit - sweep.Deliveries.Count))
        {
            if (sweep.IsOver)
            {
                return false;
            }

            sweep.Add(await Deliver(order, sweep.Delivery, cancellation).ConfigureAwait(false));
        }

        return due.Orders.Length == limit && sweep.Limit > limit && !sweep.IsOver;
    }

    async Task<OrderDelivery> Deliver(DueOrder due, ClaimId delivery, CancellationToken cancellation)
    {
        try
        {
            return new OrderDelivery.Answered(
                due,
                await new OutboxDelivery(orders, sender, words, clock).Deliver(due, delivery, cancellation)
                    .ConfigureAwait(false));
        }
#pragma warning disable CA1031 // One order that cannot be read must not hold up the messages of all others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new OrderDelivery.Failed(due, fault);
        }
    }

    sealed class Sweep(DeliverDueMessages request)
    {
        readonly HashSet<DueOrder> begun = [];
        int stuck;

        public List<OrderDelivery> Deliveries { get; } = [];

        public ClaimId Delivery => request.Delivery;

        public int Limit => request.Limit + stuck;

        public bool IsOver => request.StopStarting.IsCancellationRequested;

        public bool IsNew(DueOrder order) => !begun.Contains(order);

        public void Add(OrderDelivery delivery)
        {
            begun.Add(delivery.Order);
            Deliveries.Add(delivery);
            stuck += IsStuck(delivery) ? 1 : 0;
        }

        public Duration OldestOwedAt(Instant now)
        {
            var oldest = Duration.Zero;
            foreach (var delivery in Deliveries)
            {
                if (delivery is OrderDelivery.Answered(_, { OwedSince: var since }) && now - oldest > since)
                {
                    oldest = now - since;
                }
            }

            return oldest;
        }

        // Found, and the next sweep will find it in the same place.
        static bool IsStuck(OrderDelivery delivery) => delivery is not OrderDelivery.Answered
        {
            Outcome: DeliveryOutcome.Delivered { Settled.IsEmpty: false } or DeliveryOutcome.NotTaken or DeliveryOutcome.InDoubt
        };
    }
}

/// <summary>The answer to <see cref="DeliverDueMessages"/>.</summary>
public abstract record SweepOutcome
{
    SweepOutcome()
    {
    }

    /// <summary>The sweep is over.</summary>
    /// <param name="Deliveries">What came of each order that was begun, in turn.</param>
    /// <param name="Left">How many orders were found and not begun.</param>
    /// <param name="Unreadable">What owes a message and cannot be read so far as to be delivered or even tried.</param>
    public sealed record Ended(ImmutableArray<OrderDelivery> Deliveries, int Left, ImmutableArray<UnreadableOrder> Unreadable)
        : SweepOutcome
    {
        /// <summary>How long the oldest message has been owed, of the orders that were begun and owe one still; zero where none does. A
        /// message that pauses after a failed attempt is begun again before a quarter of an hour is over.</summary>
        public Duration OldestOwed { get; init; }

        /// <summary>How many of the orders that were found owe a message still.</summary>
        public int Owing => Left + Unreadable.Length + Deliveries.Count(delivery =>
            delivery is not OrderDelivery.Answered(_, var outcome) || outcome.OwedSince < Instant.MaxValue);
    }

    /// <summary>What is due could not be found, or not all of it. It stays due.</summary>
    /// <param name="Deliveries">What came of each order that was begun before, in turn.</param>
    /// <param name="Unreadable">What was found before and cannot be read so far as to be delivered or even tried.</param>
    /// <param name="Fault">What went wrong.</param>
    public sealed record BrokenOff(ImmutableArray<OrderDelivery> Deliveries, ImmutableArray<UnreadableOrder> Unreadable, Exception Fault)
        : SweepOutcome;

    /// <summary>The request makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : SweepOutcome;
}

/// <summary>What came of one order in a sweep.</summary>
/// <param name="Order">The order, as it was found.</param>
public abstract record OrderDelivery(DueOrder Order)
{
    /// <summary>It was delivered, or there is a reason why not.</summary>
    public sealed record Answered(DueOrder Order, DeliveryOutcome Outcome) : OrderDelivery(Order);

    /// <summary>The order could not be read, or what came of its message could not be noted. It stays due.</summary>
    public sealed record Failed(DueOrder Order, Exception Fault) : OrderDelivery(Order);
}
