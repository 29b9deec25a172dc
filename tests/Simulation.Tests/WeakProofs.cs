using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation.Tests;

/// <summary>A store that gives something else than it holds.</summary>
sealed class SpoiltProofs(IVerifications proofs, Func<OrderVerification, OrderVerification> spoil) : IVerifications
{
    public async Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation) =>
        spoil(await proofs.Of(subject, cancellation).ConfigureAwait(false));

    public Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation) => proofs.Store(next, cancellation);

    public Task<CodeBudget> TakeCode(LocalDate day, int atMost, CancellationToken cancellation) => proofs.TakeCode(day, atMost, cancellation);
}

/// <summary>A store that takes whatever comes last, whatever it follows on.</summary>
sealed class CarelessProofs(IVerifications proofs) : IVerifications
{
    public Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation) => proofs.Of(subject, cancellation);

    public async Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation)
    {
        var stored = await proofs.Of(next.Subject, cancellation).ConfigureAwait(false);
        return await proofs.Store(next with { Version = stored.Version + 1 }, cancellation).ConfigureAwait(false);
    }

    public Task<CodeBudget> TakeCode(LocalDate day, int atMost, CancellationToken cancellation) => proofs.TakeCode(day, atMost, cancellation);
}

/// <summary>A store that does not take a code away when it was right.</summary>
sealed class ProofsThatKeepCodes(IVerifications proofs) : IVerifications
{
    public Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation) => proofs.Of(subject, cancellation);

    public async Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation)
    {
        var before = await proofs.Of(next.Subject, cancellation).ConfigureAwait(false);
        return await proofs.Store(
            next with
            {
                Contacts =
                [
                    .. next.Contacts.Select(call => call.Reached is null || call.Pending is not null
                        ? call
                        : call with { Pending = before.Contacts.FirstOrDefault(known => known.Contact == call.Contact)?.Pending }),
                ],
            },
            cancellation).ConfigureAwait(false);
    }

    public Task<CodeBudget> TakeCode(LocalDate day, int atMost, CancellationToken cancellation) => proofs.TakeCode(day, atMost, cancellation);
}

/// <summary>A store that keeps a locked call's code, and forgets that it is locked once its third failure was told.</summary>
sealed class ProofsThatUnlock(IVerifications proofs) : IVerifications
{
    readonly Dictionary<ContactId, PendingCode?> codes = [];

    public async Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation)
    {
        var tried = await proofs.Of(subject, cancellation).ConfigureAwait(false);
        foreach (var call in tried.Contacts.Where(call => call.Pending is not null))
        {
            codes[call.Contact] = call.Pending;
        }

        return tried with
        {
            Contacts =
            [
                .. tried.Contacts.Select(call => call.IsLocked
                    ? call with { WrongAttempts = [.. call.WrongAttempts.Take(2)], Pending = codes.GetValueOrDefault(call.Contact) }
                    : call),
            ],
        };
    }

    public Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation) => proofs.Store(next, cancellation);

    public Task<CodeBudget> TakeCode(LocalDate day, int atMost, CancellationToken cancellation) => proofs.TakeCode(day, atMost, cancellation);
}
