using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Domain.Tests;

/// <summary>Whatever decides a wish. Gives a <see cref="CancelDecision"/> or a <see cref="RescheduleDecision"/>.</summary>
delegate object Decide(Order order, Wish wish, Instant now, ShippingPolicy policy);

/// <summary>An order, a shop, and the wishes that arrive one after another.</summary>
sealed record Story(ShippingPolicy Policy, Order Start, ImmutableArray<Arrival> Arrivals)
{
    public static object AsTheDomainDecides(Order order, Wish wish, Instant now, ShippingPolicy policy) => wish switch
    {
        Wish.ToCancel cancel => order.Cancel(cancel, now, policy),
        Wish.ToReschedule reschedule => order.Reschedule(reschedule, now, policy),
        _ => throw new ArgumentOutOfRangeException(nameof(wish)),
    };

    /// <summary>Lets every wish be decided on what the ones before it left behind.</summary>
    public IReadOnlyList<Step> Told(Decide decide)
    {
        var steps = new List<Step>();
        var order = Start;
        foreach (var (wish, now, isTakenBack) in Arrivals)
        {
            order = isTakenBack && order.State is OrderState.Cancelled ? TakenBack(order) : order;
            var step = new Step(order, wish, now, decide(order, wish, now, Policy));
            steps.Add(step);
            order = step.Change?.After ?? order;
        }

        return steps;
    }

    static Order TakenBack(Order order) => new(
        order.Id,
        order.Owner,
        order.Item,
        order.CustomerName,
        order.ShippingDate,
        new OrderState.Placed(),
        order.PlacedAt,
        order.Version,
        order.History,
        order.Outbox);

    public override string ToString() => string.Join(
        '\n',
        [
            $"{Start.State}, ships {Start.ShippingDate}, {Start.History.Length} changes",
            $"{Policy.Zone.Id}, cut-off {Policy.CutOff}, {Policy.LatestDaysAhead} days",
            $"closed {string.Join(' ', Policy.ClosedWeekdays)} {string.Join(' ', Policy.ClosedDates)}",
            .. Arrivals.Select(arrival => $"{arrival.At}: {arrival.Wish}{(arrival.IsTakenBack ? ", after the shop took a cancellation back" : "")}"),
        ]);
}

/// <summary>A wish, and what the line's clock says when it arrives.</summary>
/// <param name="Wish">The wish.</param>
/// <param name="At">When it arrives.</param>
/// <param name="IsTakenBack">Whether the shop's own system has taken a cancellation back just before, if there was one.</param>
sealed record Arrival(Wish Wish, Instant At, bool IsTakenBack = false);

/// <summary>What was decided, on which order, and when.</summary>
sealed record Step(Order Before, Wish Wish, Instant Now, object Decision)
{
    /// <summary>What there is to store; nothing unless the wish was granted.</summary>
    public OrderChange? Change => Decision switch
    {
        CancelDecision.Cancelled cancelled => cancelled.Change,
        RescheduleDecision.Rescheduled rescheduled => rescheduled.Change,
        _ => null,
    };

    /// <summary>The change that the decision says was made by this very wish before.</summary>
    public Change? MadeBefore => Decision switch
    {
        CancelDecision.CancelledByThisWish cancelled => cancelled.Before,
        RescheduleDecision.RescheduledByThisWish rescheduled => rescheduled.Before,
        _ => null,
    };
}
