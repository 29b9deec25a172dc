using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation.Tests;

/// <summary>Every weakness that is planted, by the rule that must find it.</summary>
static class Weaknesses
{
    public static Dictionary<string, (Weakness Weakness, string Rule)> All { get; } = new()
    {
        ["codes do not expire"] = (
            Reading((tried, now) => EachCode(tried, code => code with { AskedAt = now })),
            AttackRules.WithinFiveMinutes),
        ["codes are good in any call"] = (Lax(AnyCall), AttackRules.InItsOwnCall),
        ["codes are good for any order"] = (Lax(AnyOrder), AttackRules.ForItsOwnOrder),
        ["codes are good for anything"] = (Lax(AnyPurpose), AttackRules.ForNothingRiskier),
        ["counting races"] = (new Weakness { Proofs = (proofs, _) => new CarelessProofs(proofs) }, AttackRules.TwoWrongAnswers),
        ["codes can be used again"] = (new Weakness { Proofs = (proofs, _) => new ProofsThatKeepCodes(proofs) }, AttackRules.IsGone),
        ["decoys are codes"] = (
            Reading((tried, _) => EachCode(tried, code => code.Sending is CodeSending.Decoy ? code with { Sending = CodeSending.Sent } : code)),
            AttackRules.NeverADecoy),
        ["a lock is not kept"] = (
            Reading((tried, _) => EachCall(tried, call => call.IsLocked ? call with { WrongAttempts = [] } : call)),
            AttackRules.TwoWrongAnswers),
        ["the code outlives the lock"] = (new Weakness { Proofs = (proofs, _) => new ProofsThatUnlock(proofs) }, AttackRules.NotWhenLocked),
        ["a factor is good for cancelling"] = (
            new Weakness { Policy = policy => policy with { ToCancel = Assurance.Factor } },
            AttackRules.HistorySaysWhatThePolicyAsksFor),
        ["the shop's cap is ignored"] = (new Weakness { Policy = policy => policy with { CodesADay = 1000 } }, AttackRules.AllCodesOfADay),
        ["an order's cap is ignored"] = (Reading((tried, _) => tried with { CodesSent = [] }), AttackRules.ThreeCodesAnOrder),
        ["wrong ends are not counted for the order"] = (Reading((tried, _) => tried with { WrongFactors = [] }), AttackRules.ThreeWrongEnds),
        ["a number is good for everything"] = (
            new Weakness { Policy = policy => policy with { ToReschedule = Assurance.Number, ToCancel = Assurance.Number } },
            AttackRules.NothingWithoutProof),
        ["the end of a number is good for anything"] = (Lax(AnyPurpose), AttackRules.NoEndForCancelling),
        ["the lock of the end of a number is not kept"] = (Reading((tried, _) => tried with { WrongFactors = [] }), AttackRules.NoEndOnceLocked),
        ["any end of a number is right"] = (Lax(Anything), AttackRules.NoOther),
        ["good luck is not luck"] = (Lax(AnyCall), AttackRules.AsLuckHasIt),
        ["codes go to anybody"] = (new Weakness { Messages = messages => new MessagesToAnybody(messages) }, AttackRules.ToTheOwner),
        ["whether a code was sent is told"] = (new Weakness { Line = (line, proofs, _) => new TellingLine(line, proofs) }, AttackRules.SameWords),
        ["anybody's word is an operator's"] = (
            new Weakness { Operators = (_, asking) => new OperatorsEverywhere(asking) }, AttackRules.OnlyAnOperatorsWord),
        ["an operator vouches for any call"] = (
            new Weakness { Operators = (operators, asking) => new OperatorsOfAnyCall(operators, asking) }, AttackRules.OnlyAnOperatorsWord),
        ["the store of proofs fails"] = (
            Reading((tried, _) => tried.Version > 3 ? throw new TimeoutException("no answer") : tried),
            AttackRules.NeverAtFault),
        ["suspicious signs are ignored"] = (
            new Weakness { Policy = policy => policy with { DaysUntilAnOrderIsOld = 3650 } },
            AttackRules.HistorySaysWhatThePolicyAsksFor),
    };

    static Weakness Reading(Func<OrderVerification, Instant, OrderVerification> spoil) =>
        new() { Proofs = (proofs, clock) => new SpoiltProofs(proofs, tried => spoil(tried, clock.GetCurrentInstant())) };

    static Weakness Lax(Func<VerifyCaller, OrderVerification, IEnumerable<VerifyCaller>> others) =>
        new() { Line = (line, proofs, clock) => new LaxLine(line, proofs, clock, others) };

    static IEnumerable<VerifyCaller> AnyCall(VerifyCaller asked, OrderVerification tried) =>
        asked.Code is null ? [] : tried.Contacts.Select(call => asked with { FirstContact = call.Contact });

    static IEnumerable<VerifyCaller> AnyOrder(VerifyCaller asked, OrderVerification tried) => asked.Code is null ? [] : [asked with { OrderId = null }];

    static IEnumerable<VerifyCaller> AnyPurpose(VerifyCaller asked, OrderVerification tried) =>
        [asked with { Operation = asked.Code is null ? Operation.Reschedule : Operation.Tell }];

    static IEnumerable<VerifyCaller> Anything(VerifyCaller asked, OrderVerification tried) =>
        asked.Code is null && asked.OrderId is { } id ? [asked with { LastFour = id.ToString()[^4..], Operation = Operation.Reschedule }] : [];

    static OrderVerification EachCall(OrderVerification tried, Func<ContactVerification, ContactVerification> spoil) =>
        tried with { Contacts = [.. tried.Contacts.Select(spoil)] };

    static OrderVerification EachCode(OrderVerification tried, Func<PendingCode, PendingCode> spoil) =>
        EachCall(tried, call => call with { Pending = call.Pending is { } code ? spoil(code) : null });
}
