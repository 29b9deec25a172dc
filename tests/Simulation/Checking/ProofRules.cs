using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>What a caller must have proved, and by what; of an order whose shop asks for it.</summary>
static class ProofRules
{
    const int MostWrongEnds = 3;

    public static IReadOnlyList<Rule> All { get; } =
    [
        Of("Every proof follows the one before it", FollowsTheOneBefore),
        Of("Possession is proved by the digits that were sent for that very call", IsWhatWasSent),
        Of("A code proves once", IsRightOnce),
        Of("A code proves nothing for what risks more than it was asked for", IsForNothingRiskier),
        Of("A code proves within five minutes", IsRightForFiveMinutes),
        Of("The end of a number is a factor where the shop says so, and three wrong ones lock it", IsAFactor),
        Of("Every change has in its history an assurance that the shop asks for", IsAskedFor),
        Of("Whoever changes an order has shown what its history says", IsShown),
        Of("Nothing is told for which too little was proved", IsProvedBeforeItIsTold),
    ];

    internal static Rule Of(string sentence, Func<OrderTrace, ProofTrace, InvariantChecker, IEnumerable<string>> breaches) =>
        new(sentence, (trace, checker) => trace.Proofs is { } proofs ? breaches(trace, proofs, checker) : []);

    /// <summary>The shop's policy, said once more: how much an operation needs.</summary>
    internal static Assurance Needed(OrderTrace trace, ProofTrace proofs, Operation operation, Instant at)
    {
        var (order, policy) = (trace.First, proofs.Policy);
        var isSuspicious = at - order.PlacedAt > Duration.FromDays(policy.DaysUntilAnOrderIsOld)
            || at - order.PhoneChangedAt < Duration.FromDays(7)
            || !policy.Countries.Any(code => order.Owner.ToE164().StartsWith(code, StringComparison.Ordinal));
        return isSuspicious ? Assurance.Possession
            : operation switch
            {
                Operation.Tell => policy.ToTell,
                Operation.TellNameAndItem => policy.ToTellNameAndItem,
                Operation.Reschedule => policy.ToReschedule,
                _ => policy.ToCancel,
            };
    }

    /// <summary>What a flow may have a caller verified for by the name of a function: looking an order up tells name and item, too.</summary>
    internal static Operation ProvedFor(ConnectFunction function) =>
        function is ConnectFunction.OrderTableRead ? Operation.TellNameAndItem : OperationOf(function);

    internal static Operation OperationOf(ConnectFunction function) => function switch
    {
        ConnectFunction.CancelOrder => Operation.Cancel,
        ConnectFunction.ChangeOrderDate => Operation.Reschedule,
        _ => Operation.Tell,
    };

    /// <summary>Whether a call has, by a moment, what an operation needs: its number, or more that it has proved.</summary>
    internal static bool Has(ProofTrace proofs, string call, Assurance level, Operation operation, Instant by) => level <= Assurance.Number
        || proofs.Proofs.Any(proof => proof.Call == call && proof.At <= by && proof.Reached.Assurance >= level && proof.Reached.For >= operation);

    static IEnumerable<Proof> ByCode(ProofTrace proofs) => proofs.Proofs.Where(proof => proof.Reached.Assurance == Assurance.Possession);

    static IEnumerable<Proof> ByEnd(ProofTrace proofs) => proofs.Proofs.Where(proof => proof.Reached.Assurance == Assurance.Factor);

    // What was keyed in, as it was handed to the service for the same call before.
    static Publishing? SentFor(ProofTrace proofs, Proof proof) => proofs.Codes.FirstOrDefault(code =>
        code.HandedAt <= proof.At
        && code.By.Asked?.Wish.First == proof.Call
        && proof.By.Asked?.Wish.Code == ProofTrace.Digits(code));

    static IEnumerable<string> FollowsTheOneBefore(OrderTrace trace, ProofTrace proofs, InvariantChecker checker)
    {
        OrderVerification? held = null;
        foreach (var step in proofs.Steps)
        {
            if (step.After.Version != step.Before.Version + 1 || (held ?? step.Before) != step.Before)
            {
                yield return $"{step.By} wrote version {step.After.Version} where version {(held ?? step.Before).Version} was stored.";
            }

            held = step.After;
        }
    }

    static IEnumerable<string> IsWhatWasSent(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) => ByCode(proofs)
        .Where(proof => proof.By.Asked?.Wish.First != proof.Call || SentFor(proofs, proof) is not { } code || code.To != trace.First.Owner)
        .Select(proof => $"{proof.By.Asked?.Wish.ToString() ?? "Nobody"} proved possession for {proof.Call}, which was sent no such code.");

    static IEnumerable<string> IsRightOnce(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) => ByCode(proofs)
        .GroupBy(proof => (proof.Call, proof.By.Asked?.Wish.Code))
        .Where(code => code.Count() > 1)
        .Select(code => $"{code.Key.Code} proved {code.Count()} times for {code.Key.Call}.");

    static IEnumerable<string> IsForNothingRiskier(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) =>
        from proof in ByCode(proofs)
        let asked = SentFor(proofs, proof)?.By.Asked?.Wish.For
        where asked is { } function && proof.Reached.For > ProvedFor(function)
        select $"{proof.Call} asked for a code for {asked} and proved {proof.Reached.For} by it.";

    // It is as old as the request that had it stored, by whose clock it expires; both clocks may be off.
    static IEnumerable<string> IsRightForFiveMinutes(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) =>
        from proof in ByCode(proofs)
        let code = SentFor(proofs, proof)
        where code is not null && proof.By.Asked is { } keyed
            && keyed.Began - code.HandedAt >= Duration.FromMinutes(5) + (2 * checker.ClocksAreOff)
        select $"A code of {code.HandedAt} proved at {proof.At}.";

    static IEnumerable<string> IsAFactor(OrderTrace trace, ProofTrace proofs, InvariantChecker checker)
    {
        // Whoever guesses, in whichever call: three wrong ends end all guessing.
        var wrong = proofs.Steps
            .Where(step => step.By.Asked?.Wish.LastFour is not null && step.Changed.Any(call => call.Reached is null || call.Reached.At < call.LatestAt))
            .ToList();
        var id = $"{trace.First.Id}";
        foreach (var proof in ByEnd(proofs))
        {
            var mayBe = proofs.Policy.OrderNumbersCannotBeGuessed && id.Length >= 8 && proof.Reached.For < Operation.Cancel
                && Needed(trace, proofs, proof.Reached.For, proof.At) < Assurance.Possession;
            if (!mayBe || proof.By.Asked?.Wish.LastFour != id[^4..])
            {
                yield return $"{proof.By.Asked?.Wish} proved {proof.Reached.For} for {proof.Call}.";
            }

            if (wrong.Count(end => end.At < proof.At) >= MostWrongEnds)
            {
                yield return $"{proof.Call} proved {proof.Reached.For} by the end of a number after three wrong ones.";
            }
        }

        if (wrong.Count > MostWrongEnds)
        {
            yield return $"{wrong.Count} wrong ends were compared, the last by {wrong[^1].By}.";
        }
    }

    static IEnumerable<string> IsAskedFor(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) =>
        from step in trace.Changes
        let entry = step.After.History[^1]
        let needed = Needed(trace, proofs, entry is Change.Cancellation ? Operation.Cancel : Operation.Reschedule, step.At)
        where entry.Assurance < needed
        select $"Version {step.After.Version} says {entry.Assurance}, and {needed} is asked for.";

    static IEnumerable<string> IsShown(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) =>
        from step in trace.Changes
        let entry = step.After.History[^1]
        let call = (step.By as Writer.Line)?.By.Asked?.Wish.First ?? ""
        where !Has(proofs, call, entry.Assurance, entry is Change.Cancellation ? Operation.Cancel : Operation.Reschedule, step.At)
        select $"Version {step.After.Version} says {entry.Assurance}, which {call} had not shown.";

    static IEnumerable<string> IsProvedBeforeItIsTold(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) =>
        from attempt in trace.Attempts
        where attempt is { Reply: not null, Ended: not null } && TellsOfTheOrder(attempt.Reply.Outcome)
        let operation = TellsNameOrItem(attempt.Reply!, trace.First) ? Operation.TellNameAndItem : Operation.Tell
        let needed = Needed(trace, proofs, operation, attempt.Began)
        where !Has(proofs, attempt.Wish.First, needed, operation, attempt.Ended!.Value)
        select $"{attempt}, and {needed} is asked for {operation}.";

    static bool TellsNameOrItem(Reply reply, Order order) => reply.Pairs.Any(pair =>
        pair.Value.Contains(order.CustomerName, StringComparison.Ordinal) || pair.Value.Contains(Shop.KindOfItem, StringComparison.Ordinal));

    static bool TellsOfTheOrder(Application.Outcome outcome) => outcome is not (
        Application.Outcome.VerificationNeeded or Application.Outcome.Unavailable or Application.Outcome.NoOrder
        or Application.Outcome.CallerUnidentified or Application.Outcome.InvalidRequest or Application.Outcome.CodeRequested
        or Application.Outcome.Verified or Application.Outcome.WrongCode or Application.Outcome.CodeExpired or Application.Outcome.VerificationLocked);
}
