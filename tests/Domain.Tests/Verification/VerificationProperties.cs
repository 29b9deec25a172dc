using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace OrderHotline.Domain.Tests;

/// <summary>Several calls about one order, in any order, at any pace, each decided on what is stored.</summary>
public sealed class VerificationProperties
{
    static readonly Duration[] Pauses =
    [
        Duration.Zero, Duration.FromSeconds(10), Duration.FromSeconds(40), Duration.FromMinutes(4), Duration.FromMinutes(5),
        Duration.FromHours(9), Duration.FromHours(25),
    ];

    public static TheoryData<string> Planted => [.. Faults.Keys];

    // What is stored, spoilt: as if the rule were not there.
    static Dictionary<string, Func<Func<OrderVerification, Instant, OrderVerification>>> Faults { get; } = new()
    {
        ["a code was right twice"] = () =>
        {
            var latest = new Dictionary<ContactId, PendingCode>();
            return (tried, _) => EachCall(tried, call =>
            {
                if (call.Pending is { } pending)
                {
                    latest[call.Contact] = pending;
                }

                return call with { Pending = latest.GetValueOrDefault(call.Contact), Reached = null };
            });
        },
        ["a decoy was right"] = () => (tried, _) => EachCode(tried, code => code with { Sending = CodeSending.Sent }),
        ["a code was right in another call"] = () => (tried, _) => EachCall(tried, call => call with { Pending = tried.Contacts[^1].Pending }),
        ["a code was right for what risks more"] = () => (tried, _) => EachCode(tried, code => code with { For = Operation.Cancel }),
        ["a code was right after five minutes"] = () => (tried, now) => EachCode(tried, code => code with { AskedAt = now }),
        ["a locked call was compared again"] = () => (tried, _) => EachCall(tried, call => call with { WrongAttempts = [] }),
        ["a locked call got a code"] = () => (tried, _) => EachCall(tried, call => call with { WrongAttempts = [.. call.WrongAttempts.Take(2)] }),
        ["a call was locked too early"] = () => (tried, _) => EachCall(tried, call => call with { WrongAttempts = ["a", "b"] }),
        ["more codes were sent for an order than may be"] = () => (tried, _) => tried with { CodesSent = [] },
        ["the end of the number was wrong more often than locks it"] = () => (tried, _) => tried with { WrongFactors = [] },
        ["the end of the number was right after its lock"] = () => (tried, _) => tried with { WrongFactors = [] },
        ["more calls are remembered than may be"] = () => (tried, _) => tried with { Contacts = [.. Enumerable.Repeat(ContactVerification.Of(Proofs.Call("x")), 21)] },
    };

    static Gen<Act[]> Acts(int calls) =>
        from length in Gen.Choose(1, 60)
        from acts in Gen.ArrayOf(
            from kind in Gen.Elements(Enum.GetValues<Act.What>())
            from call in Gen.Choose(1, calls)
            from operation in Gen.Elements(Operation.Tell, Operation.Reschedule, Operation.Cancel)
            from entered in Gen.Choose(-3, 3)
            from pause in Gen.Frequency((8, Gen.Elements(Pauses[..3])), (2, Gen.Elements(Pauses)))
            select new Act(kind, call, operation, entered, pause),
            length)
        select acts;

    [Fact]
    public void Whatever_calls_try_no_limit_is_passed_and_a_code_is_right_once_in_its_call_for_its_purpose_in_its_time() =>
        ForEvery.Value(Acts(calls: 3), acts => Assert.Empty(new Attempts((tried, _) => tried).Play(acts).Breaches), Shorter, tests: 5000);

    [Fact]
    public void However_many_calls_try_memory_stays_bounded() => ForEvery.Value(
        Acts(calls: 100),
        acts => Assert.DoesNotContain(new Attempts((tried, _) => tried).Play(acts).Breaches, breach => breach.StartsWith("more ", StringComparison.Ordinal)),
        Shorter);

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_rule_that_is_not_kept_is_found(string breach) => Assert.Contains(
        Acts(calls: 3).Sample(size: 50, seed: ForEvery.Seed, numberOfSamples: 3000), acts => new Attempts(Faults[breach]()).Play(acts).Breaches.Contains(breach));

    static IEnumerable<Act[]> Shorter(Act[] acts) => acts.Select((_, i) => acts.Where((_, j) => j != i).ToArray());

    static OrderVerification EachCall(OrderVerification tried, Func<ContactVerification, ContactVerification> spoil) =>
        tried with { Contacts = [.. tried.Contacts.Select(spoil)] };

    static OrderVerification EachCode(OrderVerification tried, Func<PendingCode, PendingCode> spoil) =>
        EachCall(tried, call => call with { Pending = call.Pending is { } code ? spoil(code) : null });
}
