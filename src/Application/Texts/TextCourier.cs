using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Claims, sends and notes, one text after another, until an order owes none. Each is for one order.</summary>
sealed class TextCourier(IOrders orders, OrderDesk desk, ITextMessages texts, IClock clock)
{
    readonly ImmutableArray<SettledText>.Builder settled = ImmutableArray.CreateBuilder<SettledText>();

    public async Task<DeliveryOutcome> Deliver(PhoneNumber owner, OrderId id, ClaimId delivery, CancellationToken cancellation)
    {
        var search = await orders.Find(owner, id, cancellation).ConfigureAwait(false);
        while (search is OrderSearch.Found(var order))
        {
            TextClaim claim;
            switch (order.ClaimText(delivery, clock.GetCurrentInstant()))
            {
                case ClaimDecision.Held(var held):
                    claim = held;
                    break;
                case ClaimDecision.Granted(var granted, var change):
                    if (await orders.Store(change, cancellation).ConfigureAwait(false) is not StoreResult.Stored)
                    {
                        search = await orders.Find(owner, id, cancellation).ConfigureAwait(false);
                        continue;
                    }

                    (claim, order) = (granted, change.After);
                    break;
                case var nothingToSend:
                    return Outcome(nothingToSend);
            }

            if (!order.LeavesTimeFor(claim, clock.GetCurrentInstant()))
            {
                search = await orders.Find(owner, id, cancellation).ConfigureAwait(false);
                continue;
            }

            TextReceipt receipt;
            try
            {
                receipt = await texts.Send(owner, TextWords.Of(claim.Text, order), cancellation).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever went wrong, there was an attempt, and whoever makes the next must know of it.
            catch (Exception outage)
#pragma warning restore CA1031
            {
                return await Postpone(order, claim, outage).ConfigureAwait(false);
            }

            search = await Settle(order, claim, receipt).ConfigureAwait(false);
        }

        return new DeliveryOutcome.NoOrder();
    }

    DeliveryOutcome Outcome(ClaimDecision nothingToSend) => nothingToSend switch
    {
        ClaimDecision.NothingOwed => new DeliveryOutcome.Delivered(settled.ToImmutable()),
        ClaimDecision.HeldByAnother(var until) => new DeliveryOutcome.ClaimedByAnother(settled.ToImmutable(), until),
        ClaimDecision.NotYetDue(var until) => new DeliveryOutcome.NotYetDue(settled.ToImmutable(), until),
        _ => throw new NotSupportedException($"No outcome for {nothingToSend.GetType().Name}."),
    };

    /// <returns>The order as it is afterwards.</returns>
    Task<OrderSearch> Settle(Order order, TextClaim claim, TextReceipt receipt)
    {
        var now = clock.GetCurrentInstant();
        var end = receipt switch
        {
            TextReceipt.Accepted(var messageId) => claim.Accepted(messageId, now),
            TextReceipt.Refused(var reason) => claim.Refused(reason, now),
            _ => throw new NotSupportedException($"No note for {receipt.GetType().Name}."),
        };
        settled.Add(end);
        return Note(order, current => current.Settle(end));
    }

    async Task<DeliveryOutcome> Postpone(Order order, TextClaim claim, Exception outage)
    {
        var (end, reason) = outage is TextNotTakenException refusal
            ? (FailedAttempt.NotTaken, refusal.Reason)
            : (FailedAttempt.InDoubt, outage.GetType().Name);
        var now = clock.GetCurrentInstant();
        return await Note(order, current => current.Postpone(claim, end, reason, now)).ConfigureAwait(false)
            is OrderSearch.Found(var noted)
            ? new DeliveryOutcome.Postponed(settled.ToImmutable(), noted.Texts.Due, outage)
            : new DeliveryOutcome.NoOrder();
    }

    // It has happened, so it is noted whether or not the caller has any time left.
    Task<OrderSearch> Note(Order order, Func<Order, TextNote> decide) => desk.Answer<OrderSearch>(
        new OrderSearch.Found(order),
        current => decide(current) is TextNote.ToStore(var change)
            ? (new OrderSearch.Found(change.After), change)
            : (new OrderSearch.Found(current), null),
        noOrder: new OrderSearch.NoOrder(),
        CancellationToken.None);
}
