using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>"Which order am I calling about?" The latest one of the caller's, and what they may have now.</summary>
/// <param name="Contact">The first contact of the call, under which it is kept what the caller proved.</param>
/// <param name="Channel">How the contact reached the shop.</param>
public sealed record LookUpOrder(Caller Caller, ContactId Contact, Channel Channel) : ICallRequest<LookUpOutcome>;

sealed class LookUpOrderValidator : AbstractValidator<LookUpOrder>
{
    public LookUpOrderValidator()
    {
        RuleFor(request => request.Caller).MustSayWhoIsCalling();
        RuleFor(request => request).MustNameItsContact(request => request.Contact);
        RuleFor(request => request).MustComeByAKnownChannel(request => request.Channel);
    }
}

sealed class LookUpOrderHandler(VerifiedUpdate update, VerificationPolicy verification, ShippingPolicy policy, IClock clock) : IRequestHandler<LookUpOrder, LookUpOutcome>
{
    public async Task<LookUpOutcome> Handle(LookUpOrder request, CancellationToken cancellationToken)
    {
        if (request.Caller is not Caller.Identified(var number))
        {
            return new LookUpOutcome.CallerUnidentified();
        }

        var now = clock.GetCurrentInstant();
        return await update.Read<LookUpOutcome>(
            new Asking(number, OrderId: null, request.Contact, VerificationPolicy.WithoutProof(request.Channel)),
            now,
            (order, reached) => new LookUpOutcome.OrderFound(
                reached >= verification.NeededFor(Operation.TellNameAndItem, order, now) ? order : order.WithoutNameAndItem(),
                order.OfferAt(now, policy)),
            way => new LookUpOutcome.VerificationNeeded(way),
            noOrder: new LookUpOutcome.NoOrder(),
            cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>The answer to <see cref="LookUpOrder"/>.</summary>
public abstract record LookUpOutcome
{
    LookUpOutcome()
    {
    }

    /// <summary>The caller's latest order, without name and item where the caller has not proved enough to hear them, and what they may be
    /// offered.</summary>
    public sealed record OrderFound(Order Order, Offer Offer) : LookUpOutcome;

    /// <summary>No order was ever placed from the number.</summary>
    public sealed record NoOrder : LookUpOutcome;

    /// <summary>The caller must prove more before anything is told. Whether there is an order is not said, either, where the number itself is
    /// the reason.</summary>
    /// <param name="Way">How.</param>
    public sealed record VerificationNeeded(WayToVerify Way) : LookUpOutcome;

    /// <summary>The caller is not identified.</summary>
    public sealed record CallerUnidentified : LookUpOutcome;

    /// <summary>The channel asked in a way that makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : LookUpOutcome;
}
