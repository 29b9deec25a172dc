using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Proofs in memory that are set back before every step, and the codes that were sent in it.</summary>
sealed class ResettableProofs : IVerifications, IMessageSender
{
    InMemoryVerifications proofs = new();
    RecordedMessages codes = new();

    /// <summary>How often something was stored since the proofs were set back.</summary>
    public int Changes { get; private set; }

    /// <summary>The messages with codes that were sent since.</summary>
    public ImmutableArray<RecordedMessage> Sent => codes.Sent;

    public void Rewind(ImmutableArray<OrderVerification> to)
    {
        (proofs, codes, Changes) = (new(), new(), 0);
        proofs.Put(to);
    }

    public ImmutableArray<OrderVerification> All() => [.. proofs.All()];

    public Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation) => proofs.Of(subject, cancellation);

    public async Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation)
    {
        var result = await proofs.Store(next, cancellation).ConfigureAwait(false);
        if (result == StoreResult.Stored)
        {
            Changes++;
        }

        return result;
    }

    public Task<CodeBudget> TakeCode(LocalDate day, int atMost, CancellationToken cancellation) => proofs.TakeCode(day, atMost, cancellation);

    public Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation) => codes.Send(to, body, cancellation);
}
