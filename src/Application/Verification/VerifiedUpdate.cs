using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Lets a caller hear of an order, and change it, only as far as the shop's policy allows for what the caller has proved.</summary>
/// <remarks>What was proved is read only where the caller's number alone does not do: an ordinary request is not a read longer.</remarks>
sealed class VerifiedUpdate(IOrders orders, IVerifications verifications, VerificationPolicy policy, ShippingPolicy shipping)
{
    readonly OptimisticUpdate update = new(orders);

    /// <summary>Reads the order, for telling of it.</summary>
    /// <param name="answer">Gives the answer for what the caller has reached towards hearing who bought what.</param>
    /// <inheritdoc cref="Apply"/>
    public async Task<TOutcome> Read<TOutcome>(
        Asking asking,
        Instant now,
        Func<Order, Assurance, TOutcome> answer,
        Func<WayToVerify, TOutcome> verificationNeeded,
        TOutcome noOrder,
        CancellationToken cancellation)
    {
        if (await orders.NamedOrLatest(asking.Number, asking.OrderId, cancellation).ConfigureAwait(false) is not OrderSearch.Found(var order))
        {
            return policy.HidesWhetherThereIsAnOrderFrom(asking.Number, asking.Assurance)
                ? verificationNeeded(await WayWithoutAnOrder(asking, now, cancellation).ConfigureAwait(false))
                : noOrder;
        }

        var (toTell, toTellAll) = (policy.NeededFor(Operation.Tell, order, now), policy.NeededFor(Operation.TellNameAndItem, order, now));
        if (asking.Assurance >= toTell && asking.Assurance >= toTellAll)
        {
            return answer(order, asking.Assurance);
        }

        var tried = await verifications.Of(new(order.Owner, order.Id), cancellation).ConfigureAwait(false);
        return asking.Reached(Operation.Tell, tried, now) >= toTell
            ? answer(order, asking.Reached(Operation.TellNameAndItem, tried, now))
            : verificationNeeded(WayToHear(asking, order, tried, now));
    }

    /// <summary>Reads the order, and has it decided on.</summary>
    /// <param name="asking">Who asks.</param>
    /// <param name="operation">What for.</param>
    /// <param name="now">The time.</param>
    /// <param name="decide">Gives the answer for what the caller has reached, and the change that must be stored for it to be true; null when
    /// it is true already, which needs no more than telling does.</param>
    /// <param name="verificationNeeded">The answer when the caller must prove more.</param>
    /// <param name="noOrder">The answer when there is no such order.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<TOutcome> Apply<TOutcome>(
        Asking asking,
        Operation operation,
        Instant now,
        Func<Order, Assurance, (TOutcome Outcome, OrderChange? Change)> decide,
        Func<WayToVerify, TOutcome> verificationNeeded,
        TOutcome noOrder,
        CancellationToken cancellation)
        where TOutcome : class
    {
        var search = await orders.NamedOrLatest(asking.Number, asking.OrderId, cancellation).ConfigureAwait(false);
        if (search is OrderSearch.NoOrder && policy.HidesWhetherThereIsAnOrderFrom(asking.Number, asking.Assurance))
        {
            return verificationNeeded(await WayWithoutAnOrder(asking, now, cancellation).ConfigureAwait(false));
        }

        OrderVerification? verification = null;
        while (true)
        {
            Order? beyond = null;
            var answer = await update.Apply<TOutcome?>(search, Decide, noOrder, cancellation).ConfigureAwait(false);
            if (beyond is null)
            {
                return answer!;
            }

            if (verification is not null)
            {
                return verificationNeeded(Way(beyond, verification));
            }

            verification = await verifications.Of(new(beyond.Owner, beyond.Id), cancellation).ConfigureAwait(false);
            search = new OrderSearch.Found(beyond);

            (TOutcome? Outcome, OrderChange? Change) Decide(Order order)
            {
                beyond = null;
                if (asking.Reached(Operation.Tell, verification, now) < policy.NeededFor(Operation.Tell, order, now))
                {
                    beyond = order;
                    return (null, null);
                }

                var reached = asking.Reached(operation, verification, now);
                var (outcome, change) = decide(order, reached);
                if (change is not null && reached < policy.NeededFor(operation, order, now))
                {
                    beyond = order;
                    return (null, null);
                }

                return (outcome, change);
            }
        }

        WayToVerify Way(Order order, OrderVerification tried) =>
            asking.Reached(Operation.Tell, tried, now) < policy.NeededFor(Operation.Tell, order, now)
                ? WayToHear(asking, order, tried, now)
                : policy.WayTo(operation, order, order.OfferAt(now, shipping).Standing, tried, asking.FirstContact, now);
    }

    // Who may not hear how an order stands must not see it by the way that is offered.
    WayToVerify WayToHear(Asking asking, Order order, OrderVerification tried, Instant now) =>
        tried.IsLockedFor(asking.FirstContact, now) ? WayToVerify.Operator : policy.WayForANumberAlone(order.Owner);

    // The same for a number that has none, by as many requests: a call that has failed too often would hear the difference.
    async Task<WayToVerify> WayWithoutAnOrder(Asking asking, Instant now, CancellationToken cancellation)
    {
        var tried = await verifications.Of(new(asking.Number, Order: null), cancellation).ConfigureAwait(false);
        return tried.IsLockedFor(asking.FirstContact, now) ? WayToVerify.Operator : policy.WayForANumberAlone(asking.Number);
    }
}

/// <summary>Who asks about which order.</summary>
/// <param name="Number">The caller's number.</param>
/// <param name="OrderId">Which order; null means the latest.</param>
/// <param name="FirstContact">The call's first contact, under which proofs are kept.</param>
/// <param name="Assurance">What the caller has without proving anything.</param>
sealed record Asking(PhoneNumber Number, OrderId? OrderId, ContactId FirstContact, Assurance Assurance)
{
    /// <summary>What the caller has reached for an operation.</summary>
    /// <param name="tried">What was proved, as far as it was read.</param>
    public Assurance Reached(Operation operation, OrderVerification? tried, Instant now) =>
        tried?.ReachedBy(FirstContact, operation, now) is { } proved && proved > Assurance ? proved : Assurance;
}
