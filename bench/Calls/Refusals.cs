using BenchmarkDotNet.Attributes;
using NodaTime;
using NodaTime.Testing;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Bench.Calls;

/// <summary>What can be told from the time of a refusal: each beside a wrong code of which no digit is right. Stores answer at once and take
/// nothing, so that every round is the first, and what is measured is what the functions compute.</summary>
[MemoryDiagnoser]
public class Refusals
{
    const string Digits = "0123456789";

    static readonly PhoneNumber Owner = Number("+819012345678");
    static readonly PhoneNumber Stranger = Number("+819087654321");
    static readonly ContactId Call = ContactId.TryParse("call-1", out var id) ? id : default;
    static readonly OrderId Order = OrderId.TryParse("20268341", out var id) ? id : default;
    static readonly Instant Now = Instant.FromUtc(2026, 11, 25, 1, 0);
    static readonly CodeKeys Keys = new(new CodeKey("k1", new byte[CodeKey.ShortestSecret]));
    static readonly PendingCode Code = new(Call, Operation.Cancel, "nonce", "k1", Now, CodeSending.Sent);

    static readonly string Right = OneTimeCode.Derive(Keys.Newest, new(Owner, Order), Code).ToDigits();

    readonly IVerificationLine line = Line(tried => Calling(tried, Code));
    readonly IVerificationLine decoy = Line(tried => Calling(tried, Code with { Sending = CodeSending.Decoy }));
    readonly IVerificationLine locked = Line(tried => Calling(tried, code: null, "F1", "F2", "F3"));
    readonly IVerificationLine asking = Line(tried => tried);
    readonly IVerificationLine used = Line(tried => tried with { CodesSent = [Now, Now, Now] });

    readonly string[] entered = [.. Enumerable.Range(0, OneTimeCode.Length).Select(WithRight)];

    [Benchmark(Baseline = true)]
    public Task<VerifyCallerOutcome> WrongCode() => KeyIn(line, Owner, Order);

    [Benchmark]
    public Task<VerifyCallerOutcome> WithOneRightDigit() => KeyIn(line, Owner, Order, right: 1);

    [Benchmark]
    public Task<VerifyCallerOutcome> WithThreeRightDigits() => KeyIn(line, Owner, Order, right: 3);

    [Benchmark]
    public Task<VerifyCallerOutcome> WithFiveRightDigits() => KeyIn(line, Owner, Order, right: 5);

    [Benchmark]
    public Task<VerifyCallerOutcome> ADecoy() => KeyIn(decoy, Owner, Order);

    [Benchmark]
    public Task<VerifyCallerOutcome> Locked() => KeyIn(locked, Owner, Order);

    [Benchmark]
    public Task<VerifyCallerOutcome> NoOrder() => KeyIn(line, Stranger, order: null);

    [Benchmark]
    public Task<VerifyCallerOutcome> AnothersOrder() => KeyIn(line, Stranger, Order);

    [Benchmark]
    public Task<RequestCodeOutcome> CodeRequested() => Ask(asking, Owner);

    [Benchmark]
    public Task<RequestCodeOutcome> DecoyRequestedAfterThreeCodes() => Ask(used, Owner);

    [Benchmark]
    public Task<RequestCodeOutcome> DecoyRequestedForNoOrder() => Ask(asking, Stranger);

    // The first of its digits are right, and no other.
    static string WithRight(int digits) => Right[..digits]
        + string.Concat(Right[digits..].Select(digit => Digits[(Digits.IndexOf(digit, StringComparison.Ordinal) + 1) % Digits.Length]));

    Task<VerifyCallerOutcome> KeyIn(IVerificationLine asked, PhoneNumber caller, OrderId? order, int right = 0) => asked.Send(
        new VerifyCaller(new Caller.Identified(caller), order, Operation.Cancel, Call, entered[right], LastFour: null), CancellationToken.None);

    static Task<RequestCodeOutcome> Ask(IVerificationLine asked, PhoneNumber caller) =>
        asked.Send(new RequestCode(new Caller.Identified(caller), OrderId: null, Operation.Cancel, Call, Language.English), CancellationToken.None);

    static OrderVerification Calling(OrderVerification tried, PendingCode? code, params string[] wrong) =>
        tried with { Version = 1, Contacts = [new ContactVerification(Call, Now, Reached: null, code, [.. wrong])] };

    static IVerificationLine Line(Func<OrderVerification, OrderVerification> held)
    {
        var orders = new InMemoryOrders();
        orders.Put(new Order(Order, Owner, "Jacket", "Hana", new LocalDate(2026, 11, 30), new OrderState.Placed(), Now));
        var policy = VerificationPolicy.ByRisk with { Countries = ["+81"] };
        return OrderLine.ForVerification(
            orders, new Held(held), new TakesEverything(), new VerificationSettings(policy, Keys, "Tokei Kobo", () => "nonce"), new ShippingPolicy(),
            MessageWords.Standard, new FakeClock(Now));
    }

    static PhoneNumber Number(string e164) => PhoneNumber.TryParse(e164, out var number) ? number : default;

    sealed class Held(Func<OrderVerification, OrderVerification> held) : IVerifications
    {
        public Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation) =>
            Task.FromResult(held(OrderVerification.NothingTried(subject)));

        public Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation) => Task.FromResult(StoreResult.Stored);

        public Task<CodeBudget> TakeCode(LocalDate day, int atMost, CancellationToken cancellation) => Task.FromResult(CodeBudget.Taken);
    }

    sealed class TakesEverything : IMessageSender
    {
        public Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation) =>
            Task.FromResult<MessageReceipt>(new MessageReceipt.Accepted("message"));
    }
}
