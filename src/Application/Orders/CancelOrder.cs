using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>"Cancel my order."</summary>
/// <param name="OrderId">Which order; null means the caller's latest.</param>
/// <param name="ContactId">The same on every retry.</param>
/// <param name="Language">The contact's language, in which the message is owed.</param>
public sealed record CancelOrder(Caller Caller, OrderId? OrderId, ContactId ContactId, Channel Channel, Language Language)
    : ICallRequest<CancelOutcome>
{
    /// <summary>The first contact of the call, under which it is kept what the caller proved; null where that is
    /// <see cref="ContactId"/>.</summary>
    public ContactId? FirstContact { get; init; }

    /// <summary>Whether <see cref="ContactId"/> names this wish and no other; see <see cref="Contact.IsOneWish"/>.</summary>
    public bool IsOneWish { get; init; }
}

sealed class CancelOrderValidator : AbstractValidator<CancelOrder>
{
    public CancelOrderValidator()
    {
        RuleFor(request => request.Caller).MustSayWhoIsCalling();
        RuleFor(request => request).MustNameAnOrderOrNone(request => request.OrderId);
        RuleFor(request => request).MustNameItsContact(request => request.ContactId);
        RuleFor(request => request).MustComeByAKnownChannel(request => request.Channel);
        RuleFor(request => request).MustBeInALanguage(request => request.Language);
    }
}

sealed class CancelOrderHandler(VerifiedUpdate update, ShippingPolicy policy, IClock clock) : IRequestHandler<CancelOrder, CancelOutcome>
{
    public async Task<CancelOutcome> Handle(CancelOrder request, CancellationToken cancellationToken)
    {
        if (request.Caller is not Caller.Identified(var number))
        {
            return new CancelOutcome.CallerUnidentified();
        }

        var now = clock.GetCurrentInstant();
        var wish = new Wish.ToCancel(new Contact(request.ContactId, request.Channel, request.Language) { IsOneWish = request.IsOneWish });
        return await update.Apply<CancelOutcome>(
            new Asking(
                number, request.OrderId, request.FirstContact ?? request.ContactId, VerificationPolicy.WithoutProof(request.Channel)),
            Operation.Cancel,
            now,
            (order, reached) =>
            {
                var decision = order.Cancel(wish.ProvedBy(reached), now, policy);
                var change = (decision as CancelDecision.Cancelled)?.Change;
                var after = change?.After ?? order;
                return (new CancelOutcome.Decided(decision, after, after.OfferAt(now, policy)), change);
            },
            way => new CancelOutcome.VerificationNeeded(way),
            noOrder: new CancelOutcome.NoOrder(),
            cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>The answer to <see cref="CancelOrder"/>.</summary>
public abstract record CancelOutcome
{
    CancelOutcome()
    {
    }

    /// <summary>The order's rules decided. Where the decision is a change, it is stored.</summary>
    /// <param name="Order">The order as it is now.</param>
    /// <param name="Offer">What the caller may have now.</param>
    public sealed record Decided(CancelDecision Decision, Order Order, Offer Offer) : CancelOutcome;

    /// <summary>The caller has no such order.</summary>
    public sealed record NoOrder : CancelOutcome;

    /// <summary>It could be done, and the caller must prove more first; or more must be proved before anything is told. Nothing was
    /// changed.</summary>
    /// <param name="Way">How.</param>
    public sealed record VerificationNeeded(WayToVerify Way) : CancelOutcome;

    /// <summary>The caller is not identified.</summary>
    public sealed record CallerUnidentified : CancelOutcome;

    /// <summary>The channel asked in a way that makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : CancelOutcome;
}
