using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>"Which order am I calling about?" The latest one of the caller's, and what may be done with it.</summary>
public sealed record LookUpOrder(Caller Caller) : IRequest<LookUpOutcome>;

sealed class LookUpOrderValidator : AbstractValidator<LookUpOrder>
{
    public LookUpOrderValidator() => RuleFor(request => request.Caller).MustSayWhoIsCalling();
}

sealed class LookUpOrderHandler(IOrders orders, ShippingPolicy policy, IClock clock) : IRequestHandler<LookUpOrder, LookUpOutcome>
{
    public async Task<LookUpOutcome> Handle(LookUpOrder request, CancellationToken cancellationToken)
    {
        if (request.Caller is not Caller.Identified(var number))
        {
            return new LookUpOutcome.CallerUnidentified();
        }

        return await orders.Latest(number, cancellationToken).ConfigureAwait(false) is OrderSearch.Found(var order)
            ? new LookUpOutcome.OrderFound(order, order.OfferAt(clock.GetCurrentInstant(), policy))
            : new LookUpOutcome.NoOrder();
    }
}

/// <summary>The answer to <see cref="LookUpOrder"/>.</summary>
public abstract record LookUpOutcome
{
    LookUpOutcome()
    {
    }

    /// <summary>The caller's latest order, and what they may be offered.</summary>
    public sealed record OrderFound(Order Order, Offer Offer) : LookUpOutcome;

    /// <summary>The number is nobody's who ever bought anything.</summary>
    public sealed record NoOrder : LookUpOutcome;

    /// <summary>Nobody knows who is calling.</summary>
    public sealed record CallerUnidentified : LookUpOutcome;

    /// <summary>The channel asked in a way that makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : LookUpOutcome;
}
