using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>"Ship my order on another day."</summary>
/// <param name="OrderId">Which order; null means the caller's latest.</param>
/// <param name="ContactId">The same on every retry.</param>
/// <param name="Language">The contact's language, in which the message is owed.</param>
/// <param name="ShippingDate">The day as a bot, a keypad or a calendar gives it; see <see cref="DateSlot"/>. Null when the
/// channel has no such thing, empty when the caller said nothing that fitted.</param>
/// <param name="SpokenDate">The caller's own words, if the channel passes them on; see <see cref="SpokenDateReader"/>. They outweigh
/// <paramref name="ShippingDate"/>: a bot makes a day of "next week" without saying so.</param>
public sealed record RescheduleOrder(
    Caller Caller,
    OrderId? OrderId,
    ContactId ContactId,
    Channel Channel,
    Language Language,
    string? ShippingDate,
    string? SpokenDate) : ICallRequest<RescheduleOutcome>
{
    /// <inheritdoc cref="CancelOrder.FirstContact"/>
    public ContactId? FirstContact { get; init; }

    /// <inheritdoc cref="CancelOrder.IsOneWish"/>
    public bool IsOneWish { get; init; }
}

sealed class RescheduleOrderValidator : AbstractValidator<RescheduleOrder>
{
    public RescheduleOrderValidator()
    {
        RuleFor(request => request.Caller).MustSayWhoIsCalling();
        RuleFor(request => request).MustNameAnOrderOrNone(request => request.OrderId);
        RuleFor(request => request).MustNameItsContact(request => request.ContactId);
        RuleFor(request => request).MustComeByAKnownChannel(request => request.Channel);
        RuleFor(request => request).MustBeInALanguage(request => request.Language);
        RuleFor(request => request.ShippingDate)
            .NotNull()
            .When(request => request.SpokenDate is null)
            .WithMessage("Neither shippingDate nor spokenDate was passed: pass at least one, empty if the caller gave none.");
    }
}

sealed class RescheduleOrderHandler(VerifiedUpdate update, ShippingPolicy policy, IClock clock)
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
            new Contact(request.ContactId, request.Channel, request.Language) { IsOneWish = request.IsOneWish },
            SpokenDateReader.Read(request.SpokenDate, request.ShippingDate, policy.Today(now), request.Language),
            request.SpokenDate ?? "");
        return await update.Apply<RescheduleOutcome>(
            new Asking(
                number, request.OrderId, request.FirstContact ?? request.ContactId, VerificationPolicy.WithoutProof(request.Channel)),
            Operation.Reschedule,
            now,
            (order, reached) =>
            {
                var decision = order.Reschedule(wish.ProvedBy(reached), now, policy);
                var change = (decision as RescheduleDecision.Rescheduled)?.Change;
                var after = change?.After ?? order;
                return (new RescheduleOutcome.Decided(decision, after, after.OfferAt(now, policy)), change);
            },
            way => new RescheduleOutcome.VerificationNeeded(way),
            noOrder: new RescheduleOutcome.NoOrder(),
            cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>The answer to <see cref="RescheduleOrder"/>.</summary>
public abstract record RescheduleOutcome
{
    RescheduleOutcome()
    {
    }

    /// <summary>The order's rules decided. Where the decision is a change, it is stored.</summary>
    /// <param name="Order">The order as it is now.</param>
    /// <param name="Offer">What the caller may have now.</param>
    public sealed record Decided(RescheduleDecision Decision, Order Order, Offer Offer) : RescheduleOutcome;

    /// <summary>The caller has no such order.</summary>
    public sealed record NoOrder : RescheduleOutcome;

    /// <summary>It could be done, and the caller must prove more first; or more must be proved before anything is told. Nothing was
    /// changed.</summary>
    /// <param name="Way">How.</param>
    public sealed record VerificationNeeded(WayToVerify Way) : RescheduleOutcome;

    /// <summary>The caller is not identified.</summary>
    public sealed record CallerUnidentified : RescheduleOutcome;

    /// <summary>The channel asked in a way that makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : RescheduleOutcome;
}
