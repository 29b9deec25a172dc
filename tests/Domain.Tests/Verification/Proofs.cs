using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

/// <summary>What was tried for one order, and how a test tries it.</summary>
static class Proofs
{
    public static readonly VerificationSubject Subject = new(Number("+819012345678"), OrderNumber("20268341"));

    public static readonly CodeKey Key = KeyNamed("k1");

    public static OrderVerification Nothing { get; } = OrderVerification.NothingTried(Subject);

    public static CodeKey KeyNamed(string id, byte fill = 7) => new(id, Enumerable.Repeat(fill, CodeKey.ShortestSecret).ToArray());

    public static ContactId Call(string id = "call-1") => Contact(id).Id;

    public static PendingCode Pending(
        string contact = "call-1", Operation operation = Operation.Cancel, string nonce = "n1", CodeSending sending = CodeSending.Sent) =>
        new(Call(contact), operation, nonce, "k1", Now, sending);

    /// <summary>After a code was asked for, which must be a new one.</summary>
    public static OrderVerification AfterACode(
        this OrderVerification tried, string contact = "call-1", Operation operation = Operation.Cancel, Instant? at = null, bool isAllowed = true,
        string nonce = "n1") =>
        Assert.IsType<CodeRequestDecision.NewCode>(tried.RequestCode(Call(contact), operation, isAllowed, nonce, "k1", at ?? Now)).After;

    /// <summary>After wrong codes that must each be counted.</summary>
    public static OrderVerification AfterWrongCodes(this OrderVerification tried, int howMany, string contact = "call-1", Instant? at = null)
    {
        for (var number = 1; number <= howMany; number++)
        {
            tried = Stored(tried.TryCode(Call(contact), Operation.Cancel, _ => false, [$"wrong-{number}"], at ?? Now));
        }

        return tried;
    }

    /// <summary>After wrong ends of the order's number that must each be counted.</summary>
    public static OrderVerification AfterWrongFactors(this OrderVerification tried, int howMany, string contact = "call-1", Instant? at = null)
    {
        for (var number = 1; number <= howMany; number++)
        {
            tried = Stored(tried.TryFactor(Call(contact), Operation.Reschedule, isRight: false, [$"wrong-end-{number}"], at ?? Now));
        }

        return tried;
    }

    public static VerificationDecision TryRightCode(
        this OrderVerification tried, string contact = "call-1", Operation operation = Operation.Cancel, Instant? at = null) =>
        tried.TryCode(Call(contact), operation, _ => true, ["right"], at ?? Now);

    public static OrderVerification Verified(this VerificationDecision decision) => Assert.IsType<VerificationDecision.Verified>(decision).After;

    static OrderVerification Stored(VerificationDecision decision)
    {
        var after = decision switch
        {
            VerificationDecision.Wrong(var counted) => counted,
            VerificationDecision.Locked(var counted) => counted,
            _ => throw new ArgumentException($"{decision} counts nothing.", nameof(decision)),
        };
        Assert.NotNull(after);
        return after;
    }
}
