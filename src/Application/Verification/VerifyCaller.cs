using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>"It is me: here is the code", or the end of the order's number.</summary>
/// <param name="OrderId">Which order; null means the caller's latest.</param>
/// <param name="Operation">What the caller wants to be let through to.</param>
/// <param name="FirstContact">The first contact of the call, under which the proof is kept.</param>
/// <param name="Code">What was keyed in for a code; null where the caller was asked for the end of the number.</param>
/// <param name="LastFour">What was keyed in for the end of the order's number; null where the caller was asked for a code.</param>
public sealed record VerifyCaller(
    Caller Caller, OrderId? OrderId, Operation Operation, ContactId FirstContact, string? Code, string? LastFour)
    : IVerificationRequest<VerifyCallerOutcome>
{
    /// <summary>Never what was keyed in.</summary>
    public override string ToString() => nameof(VerifyCaller);
}

sealed class VerifyCallerValidator : AbstractValidator<VerifyCaller>
{
    public VerifyCallerValidator()
    {
        RuleFor(request => request.Caller).MustSayWhoIsCalling();
        RuleFor(request => request).MustNameAnOrderOrNone(request => request.OrderId);
        RuleFor(request => request).MustNameItsContact(request => request.FirstContact);
        RuleFor(request => request).MustBeForAnOperation(request => request.Operation);
        RuleFor(request => request)
            .Must(asked => (asked.Code is null) != (asked.LastFour is null))
            .WithMessage("Pass either code or lastFour: the one that the caller was asked for, empty if nothing was keyed in.");
    }
}

sealed class VerifyCallerHandler(
    IOrders orders, IVerifications verifications, VerificationSettings settings, IClock clock)
    : IRequestHandler<VerifyCaller, VerifyCallerOutcome>
{
    readonly OptimisticVerification attempts = new(verifications);

    public async Task<VerifyCallerOutcome> Handle(VerifyCaller request, CancellationToken cancellationToken)
    {
        if (request.Caller is not Caller.Identified(var number))
        {
            return new VerifyCallerOutcome.CallerUnidentified();
        }

        var now = clock.GetCurrentInstant();
        var search = await orders.NamedOrLatest(number, request.OrderId, cancellationToken).ConfigureAwait(false);
        var order = (search as OrderSearch.Found)?.Order;
        var subject = new VerificationSubject(number, order?.Id);

        var (decision, _) = await attempts.Apply(subject, tried => Task.FromResult(Decide(tried)), cancellationToken).ConfigureAwait(false);
        return decision switch
        {
            VerificationDecision.Verified or VerificationDecision.VerifiedBefore => new VerifyCallerOutcome.Verified(),
            VerificationDecision.Wrong => new VerifyCallerOutcome.Wrong(),
            VerificationDecision.Locked => new VerifyCallerOutcome.Locked(),
            VerificationDecision.Expired => new VerifyCallerOutcome.Expired(),
            _ => throw new NotSupportedException($"No outcome for {decision.GetType().Name}."),
        };

        (VerificationDecision Decision, OrderVerification? Next) Decide(OrderVerification tried)
        {
            var attempt = request.Code is { } code
                ? tried.TryCode(
                    request.FirstContact, request.Operation, pending => IsRight(code, pending, subject), Fingerprints(request, subject), now)
                : tried.TryFactor(
                    request.FirstContact, request.Operation, IsTheEnd(request, order, now), Fingerprints(request, subject), now);
            return (attempt, attempt switch
            {
                VerificationDecision.Verified(var after) => after,
                VerificationDecision.Wrong(var after) => after,
                VerificationDecision.Locked(var after) => after,
                _ => null,
            });
        }
    }

    // Where the key is missing nobody knows whether it is right: that is an outage, and no wrong answer of the caller's.
    bool IsRight(string entered, PendingCode pending, VerificationSubject subject) =>
        settings.Keys.Find(pending.KeyId) is { } key
            ? OneTimeCode.Derive(key, subject, pending).Is(entered)
            : throw new InvalidOperationException("The key that this code was derived with is not in use here: nothing can be compared with it.");

    bool IsTheEnd(VerifyCaller request, Order? order, Instant now) =>
        order is not null && settings.Policy.IsProvedByTheEnd(request.LastFour!, order, request.Operation, now);

    // What is keyed in cannot be guessed back from it without the key.
    ImmutableArray<string> Fingerprints(VerifyCaller request, VerificationSubject subject) => settings.Keys.Fingerprints(
        subject, request.FirstContact, request.Code is null ? "lastFour" : "code", request.Code ?? request.LastFour!);
}

/// <summary>The answer to <see cref="VerifyCaller"/>.</summary>
public abstract record VerifyCallerOutcome
{
    VerifyCallerOutcome()
    {
    }

    /// <summary>The caller has proved what was asked for.</summary>
    public sealed record Verified : VerifyCallerOutcome;

    /// <summary>What was keyed in is wrong; it may be tried again.</summary>
    public sealed record Wrong : VerifyCallerOutcome;

    /// <summary>There is nothing that could be right: the code has expired, or that way is locked for the order. A new code may be asked for.
    /// </summary>
    public sealed record Expired : VerifyCallerOutcome;

    /// <summary>The contact has failed too often: an operator.</summary>
    public sealed record Locked : VerifyCallerOutcome;

    /// <summary>The caller is not identified.</summary>
    public sealed record CallerUnidentified : VerifyCallerOutcome;

    /// <summary>The channel asked in a way that makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : VerifyCallerOutcome;
}
