using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>"Ship my order on another day."</summary>
/// <param name="Caller">Who is asking.</param>
/// <param name="OrderId">Which order; null or empty means the caller's latest.</param>
/// <param name="ContactId">The channel's id of this call or chat, the same on every retry.</param>
/// <param name="Channel">How the contact reached the shop.</param>
/// <param name="Language">The contact's language, in which the message is owed.</param>
/// <param name="ShippingDate">The day as a bot, a keypad or a calendar gives it; see <see cref="DateSlot"/>. Null when the
/// channel has no such thing, empty when the caller said nothing that fitted.</param>
/// <param name="SpokenDate">The caller's own words, if the channel passes them on; see <see cref="SpokenDateReader"/>. They outweigh
/// <paramref name="ShippingDate"/>: a bot makes a day of "next week" without saying so.</param>
public sealed record RescheduleOrder(
    Caller Caller,
    string? OrderId,
    string? ContactId,
    Channel Channel,
    Language Language,
    string? ShippingDate,
    string? SpokenDate) : IRequest<RescheduleOutcome>;

sealed class RescheduleOrderValidator : AbstractValidator<RescheduleOrder>
{
    public RescheduleOrderValidator()
    {
        RuleFor(request => request.Caller).MustSayWhoIsCalling();
        RuleFor(request => request.OrderId).MustBeAnOrderIdOrEmpty();
        RuleFor(request => request.ContactId).MustBeAContactId();
        RuleFor(request => request.ShippingDate)
            .NotNull()
            .When(request => request.SpokenDate is null)
            .WithMessage("Neither shippingDate nor spokenDate was passed: pass at least one, empty if the caller gave none.");
    }
}

sealed class RescheduleOrderHandler(OptimisticUpdate update, ShippingPolicy policy, IClock clock)
    : IRequestHandler<RescheduleOrder, RescheduleOutcome>
{
    public async Task<RescheduleOutcome> Handle(RescheduleOrder request, CancellationToken cancellationToken)
    {
        if (request.Caller is not Caller.Identified(var number))
        {
            return new RescheduleOutcome.CallerUnidentified();
        }

        var now = clock.GetCurrentInstant();
        var wish = new Wish.ToReschedule(
            new Contact(Trusted.ContactId(request.ContactId), request.Channel, request.Language),
            SpokenDateReader.Read(request.SpokenDate, request.ShippingDate, policy.Today(now), request.Language),
            request.SpokenDate ?? "");
        return await update.Apply<RescheduleOutcome>(
            number,
            request.OrderId,
            order => order.Reschedule(wish, now, policy) switch
            {
                RescheduleDecision.Rescheduled(var change) => (Rescheduled(change.After, change.After.ShippingDate), change),
                RescheduleDecision.RescheduledByThisWish(var granted) => (Rescheduled(order, granted.To), null),
                RescheduleDecision.Unchanged => (new RescheduleOutcome.Unchanged(order, order.OfferAt(now, policy)), null),
                RescheduleDecision.OrderIsCancelled => (new RescheduleOutcome.OrderIsCancelled(order), null),
                RescheduleDecision.TooLateToReschedule => (new RescheduleOutcome.TooLateToReschedule(order), null),
                RescheduleDecision.WhichDay(var possible) =>
                    (new RescheduleOutcome.WhichDay(possible, order.OfferAt(now, policy)), null),
                RescheduleDecision.DateNotUnderstood =>
                    (new RescheduleOutcome.DateNotUnderstood(order.OfferAt(now, policy)), null),
                RescheduleDecision.DayNotPossible(var verdict) =>
                    (new RescheduleOutcome.DayNotPossible(verdict, order.OfferAt(now, policy)), null),
                var decision => throw new NotSupportedException($"No outcome for {decision.GetType().Name}."),
            },
            noOrder: new RescheduleOutcome.NoOrder(),
            cancellationToken).ConfigureAwait(false);

        RescheduleOutcome Rescheduled(Order order, LocalDate to) =>
            new RescheduleOutcome.Rescheduled(order, to, order.OfferAt(now, policy));
    }
}

/// <summary>The answer to <see cref="RescheduleOrder"/>.</summary>
public abstract record RescheduleOutcome
{
    RescheduleOutcome()
    {
    }

    /// <summary>The order was moved to <paramref name="To"/> by this wish, now or when it first arrived, and a message is owed for
    /// it once.</summary>
    public sealed record Rescheduled(Order Order, LocalDate To, Offer Offer) : RescheduleOutcome;

    /// <summary>The order ships on that day as it is. What the caller wants is true.</summary>
    public sealed record Unchanged(Order Order, Offer Offer) : RescheduleOutcome;

    /// <summary>A cancelled order has no shipping date to move.</summary>
    public sealed record OrderIsCancelled(Order Order) : RescheduleOutcome;

    /// <summary>The order is with the carrier.</summary>
    public sealed record TooLateToReschedule(Order Order) : RescheduleOutcome;

    /// <summary>More than one day was meant, or none in particular: ask which.</summary>
    /// <param name="Possible">The days to choose from.</param>
    /// <param name="Offer">What the caller may be offered.</param>
    public sealed record WhichDay(ShippingDays Possible, Offer Offer) : RescheduleOutcome;

    /// <summary>What was said names no date.</summary>
    public sealed record DateNotUnderstood(Offer Offer) : RescheduleOutcome;

    /// <summary>One day was meant, and the shipping policy does not allow it.</summary>
    /// <param name="Verdict">Why not; never <see cref="DayVerdict.Possible"/>.</param>
    /// <param name="Offer">What the caller may be offered.</param>
    public sealed record DayNotPossible(DayVerdict Verdict, Offer Offer) : RescheduleOutcome;

    /// <summary>The caller has no such order.</summary>
    public sealed record NoOrder : RescheduleOutcome;

    /// <summary>Nobody knows who is calling.</summary>
    public sealed record CallerUnidentified : RescheduleOutcome;

    /// <summary>The channel asked in a way that makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : RescheduleOutcome;
}
