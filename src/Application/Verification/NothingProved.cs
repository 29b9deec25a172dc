using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>For a shop that takes the number for the person: nobody proves anything, and nothing is kept.</summary>
sealed class NothingProved : IVerifications
{
    public Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation) =>
        Task.FromResult(OrderVerification.NothingTried(subject));

    public Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation) => throw NothingIsKept();

    public Task<CodeBudget> TakeCode(LocalDate day, int atMost, CancellationToken cancellation) => throw NothingIsKept();

    static InvalidOperationException NothingIsKept() => new("This shop verifies nobody, so there is nowhere to keep what was proved.");
}
