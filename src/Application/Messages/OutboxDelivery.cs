using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Claims, sends and notes, one message after another, until an order owes none. Each instance is for one order.</summary>
sealed class OutboxDelivery(IOrders orders, IMessageSender sender, LineWords words, IClock clock)
{
    readonly OptimisticUpdate update = new(orders);
    readonly ImmutableArray<SettledMessage>.Builder settled = ImmutableArray.CreateBuilder<SettledMessage>();

    public async Task<DeliveryOutcome> Deliver(DueOrder due, ClaimId delivery, CancellationToken cancellation)
    {
        var search = await orders.Find(due.Owner, due.Id, cancellation).ConfigureAwait(false);
        while (search is OrderSearch.Found(var order))
        {
            switch (order.ClaimMessage(delivery, clock.GetCurrentInstant()))
            {
                case ClaimDecision.Granted(var claiming):
                    // The next turn asks again, by the time at which it is stored: a process that stood still meanwhile may have lost
                    // the order to another delivery, which sends the same message.
                    search = await orders.Store(claiming, cancellation).ConfigureAwait(false) is StoreResult.Stored
                        ? new OrderSearch.Found(claiming.After)
                        : await orders.Find(due.Owner, due.Id, cancellation).ConfigureAwait(false);
                    break;
                case ClaimDecision.Held(var claim):
                    MessageReceipt receipt;
                    try
                    {
                        receipt = await sender.Send(due.Owner, MessageWords.For(claim.Message, order, words), cancellation).ConfigureAwait(false);
                    }
#pragma warning disable CA1031 // Whatever went wrong, there was an attempt, and the delivery that makes the next must know of it.
                    catch (Exception fault)
#pragma warning restore CA1031
                    {
                        return await NoteDoubt(order, claim, fault).ConfigureAwait(false);
                    }

                    if (receipt is MessageReceipt.NotTaken notTaken)
                    {
                        return await Postpone(order, claim, notTaken).ConfigureAwait(false);
                    }

                    search = await Settle(order, claim, receipt).ConfigureAwait(false);
                    break;
                case ClaimDecision.NothingOwed:
                    return About(order, new DeliveryOutcome.Delivered(settled.ToImmutable()));
                case ClaimDecision.HeldByAnother(var until):
                    return About(order, new DeliveryOutcome.ClaimedByAnother(settled.ToImmutable(), until));
                case ClaimDecision.NotYetDue(var until):
                    return About(order, new DeliveryOutcome.NotYetDue(settled.ToImmutable(), until));
                case var decision:
                    throw new NotSupportedException($"No outcome for {decision.GetType().Name}.");
            }
        }

        return new DeliveryOutcome.NoOrder();
    }

    /// <returns>The order as it is afterwards.</returns>
    Task<OrderSearch> Settle(Order order, MessageClaim claim, MessageReceipt receipt)
    {
        var now = clock.GetCurrentInstant();
        var end = receipt switch
        {
            MessageReceipt.Accepted(var messageId) => claim.Accepted(messageId, now),
            MessageReceipt.Refused(var reason) => claim.Refused(reason, now),
            _ => throw new NotSupportedException($"{receipt.GetType().Name} settles nothing."),
        };
        settled.Add(end);
        return Note(order, current => current.Settle(end));
    }

    async Task<DeliveryOutcome> Postpone(Order order, MessageClaim claim, MessageReceipt.NotTaken receipt)
    {
        var now = clock.GetCurrentInstant();
        return await Note(order, current => current.Postpone(claim, receipt.Reason, now)).ConfigureAwait(false)
            is OrderSearch.Found(var noted)
            ? About(noted, new DeliveryOutcome.NotTaken(settled.ToImmutable(), noted.Outbox.DueAt, receipt.Reason, receipt.Details))
            : new DeliveryOutcome.NoOrder();
    }

    async Task<DeliveryOutcome> NoteDoubt(Order order, MessageClaim claim, Exception fault)
    {
        var now = clock.GetCurrentInstant();
        return await Note(order, current => current.PostponeInDoubt(claim, fault.GetType().Name, now)).ConfigureAwait(false)
            is OrderSearch.Found(var noted)
            ? About(noted, new DeliveryOutcome.InDoubt(settled.ToImmutable(), noted.Outbox.DueAt, fault))
            : new DeliveryOutcome.NoOrder();
    }

    static DeliveryOutcome About(Order order, DeliveryOutcome outcome) => outcome with
    {
        OwedSince = order.Outbox.OwedSince,
        LastChangeBy = order.History is [.., var last] ? last.Contact : null,
    };

    // It has happened, so it is noted whether or not there is any time left.
    Task<OrderSearch> Note(Order order, Func<Order, OrderChange?> decide) => update.Apply<OrderSearch>(
        new OrderSearch.Found(order),
        current => decide(current) is { } change
            ? (new OrderSearch.Found(change.After), change)
            : (new OrderSearch.Found(current), null),
        noOrder: new OrderSearch.NoOrder(),
        CancellationToken.None);
}
