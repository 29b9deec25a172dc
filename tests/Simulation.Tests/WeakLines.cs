using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation.Tests;

/// <summary>Verifies a caller by what would verify another request, too.</summary>
sealed class LaxLine(
    IVerificationLine line, IVerifications proofs, IClock clock, Func<VerifyCaller, OrderVerification, IEnumerable<VerifyCaller>> others) : IVerificationLine
{
    public async Task<TOutcome> Send<TOutcome>(IVerificationRequest<TOutcome> request, CancellationToken cancellation)
    {
        if (request is VerifyCaller { Caller: Caller.Identified(var number) } asked)
        {
            var subject = new VerificationSubject(number, asked.OrderId);
            foreach (var other in others(asked, await proofs.Of(subject, cancellation).ConfigureAwait(false)).ToList())
            {
                if (await line.Send(other, cancellation).ConfigureAwait(false) is VerifyCallerOutcome.Verified verified)
                {
                    await Grant(asked, subject, cancellation).ConfigureAwait(false);
                    return (TOutcome)(object)verified;
                }
            }
        }

        return await line.Send(request, cancellation).ConfigureAwait(false);
    }

    async Task Grant(VerifyCaller asked, VerificationSubject subject, CancellationToken cancellation)
    {
        var tried = await proofs.Of(subject, cancellation).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        var call = tried.Contacts.FirstOrDefault(known => known.Contact == asked.FirstContact) ?? ContactVerification.Of(asked.FirstContact);
        await proofs.Store(
            tried with
            {
                Version = tried.Version + 1,
                Contacts =
                [
                    .. tried.Contacts.Where(known => known.Contact != asked.FirstContact),
                    call with { LatestAt = now, Pending = null, Reached = new(asked.Code is null ? Assurance.Factor : Assurance.Possession, asked.Operation, now) },
                ],
            },
            cancellation).ConfigureAwait(false);
    }
}

/// <summary>Tells who asks for a code whether one was sent.</summary>
sealed class TellingLine(IVerificationLine line, IVerifications proofs) : IVerificationLine
{
    public async Task<TOutcome> Send<TOutcome>(IVerificationRequest<TOutcome> request, CancellationToken cancellation)
    {
        var answer = await line.Send(request, cancellation).ConfigureAwait(false);
        if (request is not RequestCode { Caller: Caller.Identified(var number) } asked)
        {
            return answer;
        }

        var tried = await proofs.Of(new VerificationSubject(number, asked.OrderId), cancellation).ConfigureAwait(false);
        return tried.Contacts.Any(call => call.Contact == asked.FirstContact && call.Pending is { Sending: CodeSending.Decoy })
            ? (TOutcome)(object)new RequestCodeOutcome.Locked()
            : answer;
    }
}

/// <summary>Sends every message to somebody else.</summary>
sealed class MessagesToAnybody(IMessageSender messages) : IMessageSender
{
    public Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation) => messages.Send(Shop.Number(99), body, cancellation);
}
