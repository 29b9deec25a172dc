using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>An operator says: I know this caller. Whatever the shop asks for, the call then has it, for as long as a proof counts.</summary>
/// <param name="OrderId">Which order; null means the caller's latest.</param>
/// <param name="FirstContact">The first contact of the call, under which the proof is kept.</param>
/// <param name="ContactWithTheOperator">The contact in which the operator speaks with the caller.</param>
public sealed record VouchForCaller(Caller Caller, OrderId? OrderId, ContactId FirstContact, ContactId ContactWithTheOperator)
    : IOperatorRequest<VouchForCallerOutcome>;

sealed class VouchForCallerValidator : AbstractValidator<VouchForCaller>
{
    public VouchForCallerValidator()
    {
        RuleFor(request => request.Caller).MustSayWhoIsCalling();
        RuleFor(request => request).MustNameAnOrderOrNone(request => request.OrderId);
        RuleFor(request => request).MustNameItsContact(request => request.FirstContact);
        RuleFor(request => request).MustNameItsContact(request => request.ContactWithTheOperator);
    }
}

sealed class VouchForCallerHandler(IOrders orders, IVerifications verifications, IOperators operators, IClock clock)
    : IRequestHandler<VouchForCaller, VouchForCallerOutcome>
{
    readonly OptimisticVerification proofs = new(verifications);

    public async Task<VouchForCallerOutcome> Handle(VouchForCaller request, CancellationToken cancellationToken)
    {
        if (request.Caller is not Caller.Identified(var number))
        {
            return new VouchForCallerOutcome.CallerUnidentified();
        }

        // The operator of another call vouches for nobody in this one.
        var connection = await operators.ConnectedTo(request.ContactWithTheOperator, cancellationToken).ConfigureAwait(false);
        if (connection is not OperatorConnection.Connected(var operatorId, var first) || first != request.FirstContact)
        {
            return new VouchForCallerOutcome.NoOperatorConnected();
        }

        if (await orders.NamedOrLatest(number, request.OrderId, cancellationToken).ConfigureAwait(false) is not OrderSearch.Found(var order))
        {
            return new VouchForCallerOutcome.NoOrder();
        }

        var now = clock.GetCurrentInstant();
        await proofs.Apply(new(order.Owner, order.Id), Decide, cancellationToken).ConfigureAwait(false);
        return new VouchForCallerOutcome.Verified(operatorId);

        Task<(VerificationDecision Decision, OrderVerification? Next)> Decide(OrderVerification tried)
        {
            var decision = tried.Vouch(request.FirstContact, now);
            return Task.FromResult((decision, (decision as VerificationDecision.Verified)?.After));
        }
    }
}

/// <summary>The answer to <see cref="VouchForCaller"/>.</summary>
public abstract record VouchForCallerOutcome
{
    VouchForCallerOutcome()
    {
    }

    /// <summary>The call has what every change needs.</summary>
    /// <param name="OperatorId">The call centre's own id of the operator who vouched.</param>
    public sealed record Verified(string OperatorId) : VouchForCallerOutcome;

    /// <summary>The call centre says that no operator is connected to this call. Nothing was noted.</summary>
    public sealed record NoOperatorConnected : VouchForCallerOutcome;

    /// <summary>The caller has no such order: there is nothing to vouch for.</summary>
    public sealed record NoOrder : VouchForCallerOutcome;

    /// <summary>The caller is not identified.</summary>
    public sealed record CallerUnidentified : VouchForCallerOutcome;

    /// <summary>The channel asked in a way that makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : VouchForCallerOutcome;
}
