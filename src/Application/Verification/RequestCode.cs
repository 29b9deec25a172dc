using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>"Send me a code." To the number on the order, and to no other.</summary>
/// <param name="OrderId">Which order; null means the caller's latest.</param>
/// <param name="Operation">What the code is for; it is worth nothing for what risks more.</param>
/// <param name="FirstContact">The first contact of the call, in which alone the code is worth anything.</param>
/// <param name="Language">The contact's language, in which the message is written.</param>
public sealed record RequestCode(Caller Caller, OrderId? OrderId, Operation Operation, ContactId FirstContact, Language Language)
    : IVerificationRequest<RequestCodeOutcome>;

sealed class RequestCodeValidator : AbstractValidator<RequestCode>
{
    public RequestCodeValidator()
    {
        RuleFor(request => request.Caller).MustSayWhoIsCalling();
        RuleFor(request => request).MustNameAnOrderOrNone(request => request.OrderId);
        RuleFor(request => request).MustNameItsContact(request => request.FirstContact);
        RuleFor(request => request).MustBeInALanguage(request => request.Language);
        RuleFor(request => request).MustBeForAnOperation(request => request.Operation);
    }
}

sealed class RequestCodeHandler(
    IOrders orders, IVerifications verifications, IMessageSender sender, VerificationSettings settings, ShippingPolicy shipping,
    LineWords words, IClock clock) : IRequestHandler<RequestCode, RequestCodeOutcome>
{
    readonly OptimisticVerification requests = new(verifications);

    public async Task<RequestCodeOutcome> Handle(RequestCode request, CancellationToken cancellationToken)
    {
        if (request.Caller is not Caller.Identified(var number))
        {
            return new RequestCodeOutcome.CallerUnidentified();
        }

        var now = clock.GetCurrentInstant();
        var search = await orders.NamedOrLatest(number, request.OrderId, cancellationToken).ConfigureAwait(false);
        var order = (search as OrderSearch.Found)?.Order;
        var subject = new VerificationSubject(number, order?.Id);
        var isAllowed = order is not null && settings.Policy.AllowsACodeFor(order, order.OfferAt(now, shipping).Standing);

        var isTaken = false; // once, however often others were faster
        var (decision, stored) = await requests.Apply(subject, Decide, cancellationToken).ConfigureAwait(false);
        var code = decision switch
        {
            CodeRequestDecision.NewCode(var fresh, _) => fresh,
            CodeRequestDecision.TheSameCode(var before) => before,
            _ => null,
        };
        if (code is null)
        {
            return new RequestCodeOutcome.Locked();
        }

        if (order is not null && code.Sending == CodeSending.Owed)
        {
            await Send(code, order, subject, stored, request.Language, now, cancellationToken).ConfigureAwait(false);
        }

        return new RequestCodeOutcome.Requested();

        async Task<(CodeRequestDecision Decision, OrderVerification? Next)> Decide(OrderVerification tried)
        {
            var requested = Request(tried);
            if (requested is CodeRequestDecision.NewCode { Code.Sending: CodeSending.Owed } && !isTaken)
            {
                isTaken = await verifications.TakeCode(shipping.Today(now), settings.Policy.CodesADay, cancellationToken).ConfigureAwait(false)
                    is CodeBudget.Taken;
                isAllowed = isTaken;
                requested = isTaken ? requested : Request(tried);
            }

            return (requested, (requested as CodeRequestDecision.NewCode)?.After);
        }

        CodeRequestDecision Request(OrderVerification tried) => tried.RequestCode(
            request.FirstContact, request.Operation, isAllowed, settings.NewNonce(), settings.Keys.Newest.Id, now);
    }

    // What is stored is read only where this request did not store it itself.
    async Task Send(
        PendingCode code, Order order, VerificationSubject subject, OrderVerification? stored, Language language, Instant now,
        CancellationToken cancellation)
    {
        if (settings.Keys.Find(code.KeyId) is not { } key)
        {
            throw new InvalidOperationException("The key that this code was derived with is no longer in use: it cannot be sent again.");
        }

        var digits = OneTimeCode.Derive(key, subject, code);
        var body = MessageWords.ForCode(digits, code.For, settings.ShopName, order, words.In(language));
        var receipt = await Deliver().ConfigureAwait(false);
        if (receipt is MessageReceipt.NotTaken(var reason, _))
        {
            throw new InvalidOperationException($"The service did not take the message with the code: {reason}.");
        }

        if (stored is not null && Noted(stored) is { } next
            && await verifications.Store(next, cancellation).ConfigureAwait(false) is StoreResult.Stored)
        {
            return;
        }

        await requests.Apply(subject, tried => Task.FromResult((receipt, Noted(tried))), cancellation).ConfigureAwait(false);

        OrderVerification? Noted(OrderVerification tried) => tried.NoteSending(code, isTaken: receipt is MessageReceipt.Accepted, now);

        async Task<MessageReceipt> Deliver()
        {
            try
            {
                return await sender.Send(subject.Owner, body, cancellation).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault.ToString().Contains(digits.ToDigits(), StringComparison.Ordinal))
            {
#pragma warning disable MA0054 // Faults are logged, and this one repeats the message that it is about.
                throw new InvalidOperationException($"The message with the code was not sent: {fault.GetType().Name}, whose text holds the code.");
#pragma warning restore MA0054
            }
        }
    }
}

/// <summary>The answer to <see cref="RequestCode"/>.</summary>
public abstract record RequestCodeOutcome
{
    RequestCodeOutcome()
    {
    }

    /// <summary>If there is such an order that can still be changed, of a number that takes texts, and not too many codes were sent, a code is
    /// on its way. Which of these is so, nobody is told: whoever holds the telephone sees it.</summary>
    public sealed record Requested : RequestCodeOutcome;

    /// <summary>The contact has failed too often: an operator.</summary>
    public sealed record Locked : RequestCodeOutcome;

    /// <summary>The caller is not identified.</summary>
    public sealed record CallerUnidentified : RequestCodeOutcome;

    /// <summary>The channel asked in a way that makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : RequestCodeOutcome;
}
