using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>The table of proofs as a function reaches it.</summary>
sealed class ProofTableClient(SimulatedDay day, FunctionInstance instance) : IVerifications
{
    readonly TableConnection connection = new(day, instance);

    public Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation) =>
        connection.Ask("a look at proofs", $"{subject.Order}", () => day.Proofs[subject], subject.Owner, cancellation);

    public async Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation)
    {
        var (by, order, owner) = (instance.Running!, $"{next.Subject.Order}", next.Subject.Owner);
        if (!day.Settings.ProofsCompareFirstAndWriteLater)
        {
            return await connection.Ask("a proof", order, () => IsStill() ? Write() : StoreResult.ChangedMeanwhile, owner, cancellation);
        }

        return await connection.Ask("a comparison of proofs", order, IsStill, owner, cancellation)
            ? await connection.Ask("a proof", order, Write, owner, cancellation)
            : StoreResult.ChangedMeanwhile;

        bool IsStill()
        {
            var isStill = day.Proofs[next.Subject].Version == next.Version - 1;
            day.Statistics.Count("proofs decided again", isStill ? 0 : 1);
            return isStill;
        }

        StoreResult Write()
        {
            day.Proofs.Write(next, by);
            return StoreResult.Stored;
        }
    }

    public Task<CodeBudget> TakeCode(LocalDate date, int atMost, CancellationToken cancellation) =>
        connection.Ask("a count of codes", "", () => day.Proofs.TakeCode(date, atMost), owner: null, cancellation);
}
