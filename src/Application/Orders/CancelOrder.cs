using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>"Cancel my order."</summary>
/// <param name="Caller">Who is asking.</param>
/// <param name="OrderId">Which order; null or empty means the caller's latest.</param>
/// <param name="ContactId">The channel's id of this call or chat, the same on every retry.</param>
/// <param name="Channel">How the contact reached the shop.</param>
/// <param name="Language">The contact's language, in which the message is owed.</param>
public sealed record CancelOrder(Caller Caller, string? OrderId, string? ContactId, Channel Channel, Language Language)
    : IRequest<CancelOutcome>;

sealed class CancelOrderValidator : AbstractValidator<CancelOrder>
{
    public CancelOrderValidator()
    {
        RuleFor(request => request.Caller).MustSayWhoIsCalling();
        RuleFor(request => request.OrderId).MustBeAnOrderIdOrEmpty();
        RuleFor(request => request.ContactId).MustBeAContactId();
    }
}

sealed class CancelOrderHandler(OptimisticUpdate update, ShippingPolicy policy, IClock clock) : IRequestHandler<CancelOrder, CancelOutcome>
{
    public async Task<CancelOutcome> Handle(CancelOrder request, CancellationToken cancellationToken)
    {
        if (request.Caller is not Caller.Identified(var number))
        {
            return new CancelOutcome.CallerUnidentified();
        }

        var now = clock.GetCurrentInstant();
        var wish = new Wish.ToCancel(new Contact(Trusted.ContactId(request.ContactId), request.Channel, request.Language));
        return await update.Apply<CancelOutcome>(
            number,
            request.OrderId,
            order => order.Cancel(wish, now, policy) switch
            {
                CancelDecision.Cancelled(var change) => (new CancelOutcome.Cancelled(change.After), change),
                CancelDecision.CancelledByThisWish => (new CancelOutcome.Cancelled(order), null),
                CancelDecision.AlreadyCancelled => (new CancelOutcome.AlreadyCancelled(order), null),
                CancelDecision.TooLateToCancel => (new CancelOutcome.TooLateToCancel(order), null),
                var decision => throw new NotSupportedException($"No outcome for {decision.GetType().Name}."),
            },
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

    /// <summary>The order is cancelled by this wish, now or when it first arrived, and a message is owed for it once.</summary>
    public sealed record Cancelled(Order Order) : CancelOutcome;

    /// <summary>The order had been cancelled before. What the caller wants is true.</summary>
    public sealed record AlreadyCancelled(Order Order) : CancelOutcome;

    /// <summary>The order is with the carrier.</summary>
    public sealed record TooLateToCancel(Order Order) : CancelOutcome;

    /// <summary>The caller has no such order.</summary>
    public sealed record NoOrder : CancelOutcome;

    /// <summary>Nobody knows who is calling.</summary>
    public sealed record CallerUnidentified : CancelOutcome;

    /// <summary>The channel asked in a way that makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : CancelOutcome;
}
