using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;
using static OrderHotline.Simulation.ProofRules;

namespace OrderHotline.Simulation;

/// <summary>What callers are told of what they have tried, and what is sent to the owner; of an order whose shop asks for proof.</summary>
static class ProofReplyRules
{
    const int LockedAfter = 3;
    const int MostCodesOfAnOrder = 3;
    const int RememberedCalls = 20;
    static readonly Duration CodesLive = Duration.FromMinutes(5);

    public static IReadOnlyList<Rule> All { get; } =
    [
        Of("Who has proved enough is asked for no more", IsAskedForALittle),
        Of("No answer claims a proof, a code or a failure that is not stored", ClaimsWhatIsStored),
        Of("The same wrong answer counts once, however often it is sent", CountsOnce),
        Of("Only three different wrong answers lock a call", LocksAfterThree),
        Of("No call that is remembered is told of more than two answers that they are wrong", IsToldTwice),
        Of("Of twenty calls the oldest is forgotten, and those first that only tried", ForgetsWhoOnlyTried),
        Of("The right code is never told to be wrong", IsNotCalledWrong),
        Of("Nobody but the caller ends or locks a caller's code", IsNotEndedByOthers),
        Of("A code goes to the owner, for an order that can still be changed", IsForTheOwner),
        Of("No more than three codes are sent for an order", AreThreeCodes),
    ];

    /// <summary>No more codes are taken, or sent, than the shop pays for.</summary>
    public const string NoMoreCodesADay = "No more codes are sent on a day than the shop wants to pay for";

    /// <param name="most">What the shop pays for in a day.</param>
    /// <param name="taken">How many were taken of each day's.</param>
    /// <param name="sent">Every time that a code was handed to the service, of all orders.</param>
    public static IEnumerable<Violation> CheckBudget(int most, IReadOnlyDictionary<LocalDate, int> taken, IReadOnlyCollection<Publishing> sent)
    {
        foreach (var (day, codes) in taken.Where(day => day.Value > most))
        {
            yield return new Violation(NoMoreCodesADay, "any", $"{codes} were taken on {day}, and {most} are there.");
        }

        var different = sent.DistinctBy(code => (code.Order, code.By.Asked?.Wish.First, ProofTrace.Digits(code))).Count();
        if (different > taken.Values.Sum())
        {
            yield return new Violation(NoMoreCodesADay, "any", $"{different} were sent, and {taken.Values.Sum()} were taken.");
        }
    }

    static IEnumerable<Attempt> Answered(OrderTrace trace) => trace.Attempts
        .Where(attempt => attempt is { Reply: not null, Ended: not null } && attempt.Wish.Caller == trace.First.Owner);

    static ContactVerification? CallOf(OrderVerification tried, Wish wish) => tried.Contacts.FirstOrDefault(call => $"{call.Contact}" == wish.First);

    static IEnumerable<ContactVerification> CallsUntil(ProofTrace proofs, Attempt attempt) =>
        from step in proofs.Steps
        where step.At <= attempt.Ended
        let call = CallOf(step.After, attempt.Wish)
        where call is not null
        select call;

    static IEnumerable<string> IsAskedForALittle(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) =>
        from attempt in Answered(trace)
        where attempt.Reply!.Outcome is Outcome.VerificationNeeded
        let operation = OperationOf(attempt.Wish.Function)
        where Has(proofs, attempt.Wish.First, Needed(trace, proofs, operation, attempt.Began), operation, attempt.Began)
            && Has(proofs, attempt.Wish.First, Needed(trace, proofs, Operation.Tell, attempt.Began), Operation.Tell, attempt.Began)
        select $"{attempt}, at {attempt.Began}.";

    static IEnumerable<string> ClaimsWhatIsStored(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) =>
        from attempt in Answered(trace)
        let wish = attempt.Wish
        let operation = wish.For is { } asked ? ProvedFor(asked) : Operation.Tell
        let isSo = attempt.Reply!.Outcome switch
        {
            Outcome.Verified => Has(
                proofs, wish.First, wish.Code is null ? Assurance.Factor : Assurance.Possession, operation, attempt.Ended!.Value),
            Outcome.CodeRequested => CallsUntil(proofs, attempt).Any(call => call.Pending is { } code && code.For == operation
                && (code.Sending is CodeSending.Decoy || proofs.Codes.Any(message => message.TakenAt <= attempt.Ended && message.By.Asked?.Wish.First == wish.First))),
            Outcome.WrongCode => CallsUntil(proofs, attempt).Any(call => !call.WrongAttempts.IsEmpty),
            Outcome.VerificationLocked => CallsUntil(proofs, attempt).Any(call => call.WrongAttempts.Length >= LockedAfter),
            _ => true,
        }
        where !isSo
        select $"{attempt}, and no such thing was stored.";

    // What a call has keyed in by a moment.
    static int DifferentAnswers(OrderTrace trace, string call, Instant by) => trace.Attempts
        .Where(attempt => attempt.Began <= by && attempt.Wish.First == call && attempt.Wish.Function is ConnectFunction.VerifyCaller)
        .Select(attempt => (attempt.Wish.Code, attempt.Wish.LastFour))
        .Distinct()
        .Count();

    static IEnumerable<string> CountsOnce(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) =>
        from step in proofs.Steps
        from call in step.Changed
        let different = DifferentAnswers(trace, $"{call.Contact}", step.At)
        where call.WrongAttempts.Length > different
        select $"{call.WrongAttempts.Length} wrong answers of {call.Contact} are counted, which has keyed in {different}.";

    static IEnumerable<string> LocksAfterThree(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) =>
        from attempt in Answered(trace)
        where attempt.Reply!.Outcome is Outcome.VerificationLocked
        let different = DifferentAnswers(trace, attempt.Wish.First, attempt.Ended!.Value)
        where different < LockedAfter
        select $"{attempt}, having keyed in {different} different answers.";

    static IEnumerable<string> IsToldTwice(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) =>
        from call in Answered(trace).Where(attempt => attempt.Reply!.Outcome is Outcome.WrongCode).GroupBy(attempt => attempt.Wish.First)
        let told = call.Select(attempt => (attempt.Wish.Code, attempt.Wish.LastFour)).Distinct().Count()
        where told >= LockedAfter && !proofs.Steps.Any(step => Forgotten(step).Any(forgotten => $"{forgotten.Contact}" == call.Key))
        select $"{call.Key} was told of {told} different answers that they are wrong.";

    static IEnumerable<ContactVerification> Forgotten(ProofStep step) =>
        step.Before.Contacts.Where(call => step.After.Contacts.All(other => other.Contact != call.Contact));

    // Whoever calls twenty times makes no code worthless that the owner was sent, and no proof. The last of them has just been written.
    static IEnumerable<string> ForgetsWhoOnlyTried(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) =>
        from step in proofs.Steps
        from call in Forgotten(step)
        where step.After.Contacts.Length < RememberedCalls || (!OnlyTried(call) && step.After.Contacts[..^1].Any(OnlyTried))
        select $"{call.Contact} was forgotten by {step.By}, with {step.After.Contacts.Length} calls remembered.";

    static bool OnlyTried(ContactVerification call) => call.Reached is null && call.Pending is null or { Sending: CodeSending.Decoy };

    // Attempts that keyed in the very digits of the code that their call had from their beginning to their end, and that was good for them.
    static IEnumerable<(Attempt Attempt, Instant Expires)> Right(OrderTrace trace, ProofTrace proofs)
    {
        foreach (var attempt in Answered(trace).Where(attempt => attempt.Wish.Code is not null))
        {
            var held = proofs.HeldBetween(attempt.Began, attempt.Ended!.Value).Select(tried => CallOf(tried, attempt.Wish)).ToList();
            if (held is [{ Pending: { } code, IsLocked: false }, ..]
                && held.All(call => call is { IsLocked: false } && (call.Pending?.Nonce == code.Nonce || call.Reached?.Assurance is Assurance.Possession))
                && code.For >= ProvedFor(attempt.Wish.For!.Value)
                && code.Sending is not CodeSending.Decoy
                && proofs.Given.FirstOrDefault(given => given.Code.Nonce == code.Nonce) is { } given
                && proofs.DigitsOf(given) == attempt.Wish.Code)
            {
                yield return (attempt, code.AskedAt + CodesLive);
            }
        }
    }

    static IEnumerable<string> IsNotCalledWrong(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) => Right(trace, proofs)
        .Where(right => right.Attempt.Reply!.Outcome is Outcome.WrongCode)
        .Select(right => $"{right.Attempt}, which was the code.");

    static IEnumerable<string> IsNotEndedByOthers(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) => Right(trace, proofs)
        .Where(right => right.Attempt.Reply!.Outcome is not (Outcome.Verified or Outcome.WrongCode or Outcome.Unavailable)
            && right.Attempt.Began + checker.ClocksAreOff < right.Expires)
        .Select(right => $"{right.Attempt}, and the code was good until {right.Expires}.");

    static IEnumerable<string> IsForTheOwner(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) =>
        from code in proofs.Codes
        let asking = code.By.Asked!
        let asked = proofs.Given.LastOrDefault(given => given.At <= code.HandedAt && $"{given.Code.Contact}" == asking.Wish.First)
        let since = asked?.By.Asked?.Began ?? asking.Began
        where code.To != trace.First.Owner
            || asked is null
            || !trace.HeldBetween(since, code.HandedAt).Any(order =>
                order.State is OrderState.Placed && order.ShippingDate >= ShopDays.FirstUnpacked(since - checker.ClocksAreOff))
        select $"{asking.Wish} had a code sent at {code.HandedAt}.";

    static IEnumerable<string> AreThreeCodes(OrderTrace trace, ProofTrace proofs, InvariantChecker checker) =>
        proofs.Codes.DistinctBy(code => (code.By.Asked?.Wish.First, ProofTrace.Digits(code))).Count() is > MostCodesOfAnOrder and var codes
            ? [$"{codes} different codes were sent."]
            : [];
}
