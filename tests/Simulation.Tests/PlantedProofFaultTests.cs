using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;
using static OrderHotline.Simulation.Tests.SampleDay;
using static OrderHotline.Simulation.Tests.SampleProof;

namespace OrderHotline.Simulation.Tests;

/// <summary>Every rule about proofs finds what it forbids.</summary>
public sealed class PlantedProofFaultTests
{
    const int Granted = 3;

    public static TheoryData<string> Planted => [.. Faults.Keys];

    static Dictionary<string, Func<OrderTrace, OrderTrace>> Faults { get; } = new()
    {
        ["Every proof follows the one before it"] = day => Step(day, 2, step => step with { Before = day.Proofs!.Steps[0].Before }),
        ["Possession is proved by the digits that were sent for that very call"] = day => Sent(day, code => Message("271828", 6, code.By)),
        ["A code proves once"] = day => Proofs(day, proofs => proofs with
        {
            Steps =
            [
                .. proofs.Steps,
                Following(proofs.Steps[^1].After, 35, proofs.Steps[Granted].By, call => call with { Reached = Reached(Assurance.Possession, 35) }),
            ],
        }),
        ["A code proves nothing for what risks more than it was asked for"] = day => Sent(day, _ => Message(
            Digits, 6, new Invocation("function 9") { Asked = Attempt(ForACode with { For = ConnectFunction.ChangeOrderDate }, 5) })),
        ["A code proves within five minutes"] = day => Sent(day, code => Message(Digits, -300, code.By)),
        ["The end of a number is a factor where the shop says so, and three wrong ones lock it"] = day => Step(
            day, Granted, step => Following(step.Before, 31, step.By, call => call with { Reached = Reached(Assurance.Factor, 30) })),
        ["Every change has in its history an assurance that the shop asks for"] = day => Entry(day, Assurance.Factor),
        ["Whoever changes an order has shown what its history says"] = day => Proofs(day, proofs => proofs with { Steps = [.. proofs.Steps.Take(Granted)] }),
        ["Nothing is told for which too little was proved"] = day => Proofs(
            Further(day, ToCancelIt with { Contact = "contact-9", First = "contact-9" }, Decided(new CancelDecision.AlreadyCancelled())),
            proofs => proofs with { Policy = Policy with { ToTell = Assurance.Factor } }),
        ["Who has proved enough is asked for no more"] = day =>
            Further(day, ToCancelIt, new CancelOutcome.VerificationNeeded(WayToVerify.Code)),
        ["No answer claims a proof, a code or a failure that is not stored"] = day =>
            Further(day, KeyedIn(Digits, 9) with { Contact = "contact-9", First = "contact-9" }, new VerifyCallerOutcome.Verified()),
        ["The same wrong answer counts once, however often it is sent"] = day => Step(
            day, 2, step => Following(step.Before, 21, step.By, call => call with { WrongAttempts = ["F1", "F2"] })),
        ["Only three different wrong answers lock a call"] = day => Further(day, KeyedIn(Mistyped, 9), new VerifyCallerOutcome.Locked()),
        ["Of twenty calls the oldest is forgotten, and those first that only tried"] = day =>
            Step(day, 2, step => step with { After = step.After with { Contacts = [] } }),
        ["No call that is remembered is told of more than two answers that they are wrong"] = day => Further(
            Further(day, KeyedIn("271828", 9), new VerifyCallerOutcome.Wrong()), KeyedIn("161803", 10), new VerifyCallerOutcome.Wrong(), second: 60),
        ["The right code is never told to be wrong"] = day => Further(day, KeyedIn(Digits, 9), new VerifyCallerOutcome.Wrong(), second: 24),
        ["Nobody but the caller ends or locks a caller's code"] = day =>
            Further(day, KeyedIn(Digits, 9), new VerifyCallerOutcome.Expired(), second: 24),
        ["A code goes to the owner, for an order that can still be changed"] = day =>
            Sent(day, code => Message(Digits, 6, code.By, to: Shop.Number(99))),
        ["No more than three codes are sent for an order"] = day => Proofs(day, proofs => proofs with
        {
            Codes = [.. proofs.Codes, .. ImmutableArray.Create("111111", "222222", "333333").Select(digits => Message(digits, 6, proofs.Codes[0].By))],
        }),
    };

    [Fact]
    public void A_good_day_breaks_no_rule() => Assert.Empty(InvariantChecker.ForTheShop.Check(SampleProof.Good()));

    [Fact]
    public void Every_rule_has_its_planted_fault() => Assert.Equal(
        ProofRules.All.Concat(ProofReplyRules.All).Select(rule => rule.Sentence).Order(StringComparer.Ordinal), Faults.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Planted))]
    public void The_rule_finds_what_it_forbids(string rule)
    {
        var violations = InvariantChecker.ForTheShop.Check(Faults[rule](SampleProof.Good())).ToList();

        Assert.Contains(rule, violations.Select(violation => violation.Rule));
    }

    [Theory]
    [InlineData(2, 1, false)]
    [InlineData(3, 1, true)]
    [InlineData(1, 2, true)]
    public void Codes_beyond_the_day_s_and_codes_that_were_not_counted_are_found(int taken, int sent, bool isFound)
    {
        var by = new Invocation("function 2") { Asked = Attempt(ForACode, 5) };
        var codes = Enumerable.Range(1, sent).Select(number => Message($"{number}00000", 6, by)).ToList();

        Assert.Equal(
            isFound,
            ProofReplyRules.CheckBudget(most: 2, new Dictionary<LocalDate, int> { [Shop.Day(0)] = taken }, codes).Any());
    }

    [Theory]
    [InlineData("""{"fault":"500: 314159 is your code"}""", true)]
    [InlineData("""{"fault":"500: (number)"}""", false)]
    public void A_log_line_with_a_code_is_found(string line, bool isFound) =>
        Assert.Equal(isFound, LogRules.CheckCodes(["{}", line], SampleProof.Good().Proofs!.Codes).Any());

    static OrderTrace Proofs(OrderTrace day, Func<ProofTrace, ProofTrace> fault) => day with { Proofs = fault(day.Proofs!) };

    static OrderTrace Step(OrderTrace day, int number, Func<ProofStep, ProofStep> fault) => Proofs(
        day, proofs => proofs with { Steps = [.. proofs.Steps.Select((step, at) => at == number ? fault(step) : step)] });

    static OrderTrace Sent(OrderTrace day, Func<Publishing, Publishing> fault) => Proofs(day, proofs => proofs with { Codes = [fault(proofs.Codes[0])] });

    static OrderTrace Entry(OrderTrace day, Assurance assurance) => day with
    {
        Steps =
        [
            day.Steps[0] with
            {
                After = With(
                    Asked, new OrderState.Cancelled(), entry: day.Last.History[0] with { Assurance = assurance }, outbox: day.Last.Outbox),
            },
        ],
    };

    static OrderTrace Further(OrderTrace day, Wish wish, object outcome, int second = 50) =>
        day with { Attempts = [.. day.Attempts, Answer(Attempt(wish, second), outcome, second + 1)] };
}
