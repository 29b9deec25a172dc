using System.Globalization;
using NodaTime;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Application.Tests;

/// <summary>A shop in memory that verifies its callers, at the contract suites' moment, and what its callers do.</summary>
sealed class VerifyingShop
{
    public const string Number = "20268341";

    readonly VerificationPolicy policy;
    readonly IOperatorLine operatorLine;
    ICallLine calls;
    IVerificationLine verification;
    int nonces;

    public VerifyingShop(VerificationPolicy? policy = null, params Order[] orders)
    {
        this.policy = policy ?? ByRisk;
        Orders.Put(orders is [] ? [AnOrder()] : orders);
        Ports = new CountedPorts(Orders, Proofs, Service, Operators);
        operatorLine = OrderLine.ForOperators(Ports, Ports, Ports, Clock);
        (calls, verification) = Open(Key("k1"));
    }

    /// <summary>The line's defaults for a shop of Japan whose order numbers are random.</summary>
    public static VerificationPolicy ByRisk { get; } =
        VerificationPolicy.ByRisk with { Countries = ["+81"], OrderNumbersCannotBeGuessed = true };

    public InMemoryOrders Orders { get; } = new();

    public InMemoryVerifications Proofs { get; } = new();

    public InMemoryOperators Operators { get; } = new();

    public UnreliableMessageSender Service { get; } = new();

    public CountedPorts Ports { get; }

    public MovingClock Clock { get; } = new();

    public Order Only => Assert.Single(Orders.All());

    /// <summary>The code of the message that was sent last.</summary>
    public string LatestCode => Service.Recorded.Sent[^1].Body.Split(' ').First(word => word.Length == OneTimeCode.Length && word.All(char.IsAsciiDigit));

    /// <summary>Six digits that are no code of now: the latest code, or all zeros where there is none, and a number more.</summary>
    public string WrongCode(int number = 1) =>
        (((Service.Recorded.Sent is [] ? 0 : int.Parse(LatestCode, CultureInfo.InvariantCulture)) + number) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public static Order AnOrder(
        string id = Number, PhoneNumber? owner = null, Instant? placedAt = null, Instant? phoneChangedAt = null, OrderState? state = null) => new(
        SampleOrder.Id(id), owner ?? SampleOrder.Customer, "Jacket", "髙﨑 花", new LocalDate(2026, 11, 30), state ?? new OrderState.Placed(),
        placedAt ?? SampleOrder.Now, phoneChangedAt: phoneChangedAt);

    public static CodeKey Key(string id) => new(id, Enumerable.Repeat((byte)id[^1], CodeKey.ShortestSecret).ToArray());

    /// <summary>The functions are deployed with other keys, the newest first.</summary>
    public void Rotate(params CodeKey[] keys) => (calls, verification) = Open(keys);

    public Task<LookUpOutcome> LookUp(string contact = "call-1", PhoneNumber? number = null, Channel channel = Channel.Voice) =>
        calls.Send(new LookUpOrder(Caller(number), Call(contact), channel), TestContext.Current.CancellationToken);

    public Task<CancelOutcome> Cancel(
        string contact = "call-1", string? first = null, PhoneNumber? number = null, Channel channel = Channel.Voice, string? orderId = null) => calls.Send(
        new CancelOrder(Caller(number), Id(orderId), Call(contact), channel, Language.English) { FirstContact = Call(first ?? contact) },
        TestContext.Current.CancellationToken);

    public Task<RescheduleOutcome> Reschedule(
        string date = "2026-12-04", string contact = "call-1", PhoneNumber? number = null, Channel channel = Channel.Voice) => calls.Send(
        new RescheduleOrder(Caller(number), OrderId: null, Call(contact), channel, Language.English, date, SpokenDate: null),
        TestContext.Current.CancellationToken);

    public Task<RequestCodeOutcome> RequestCode(
        Operation operation = Operation.Cancel, string contact = "call-1", PhoneNumber? number = null, string? orderId = null) => verification.Send(
        new RequestCode(Caller(number), Id(orderId), operation, Call(contact), Language.English), TestContext.Current.CancellationToken);

    public Task<VerifyCallerOutcome> KeyIn(
        string code, Operation operation = Operation.Cancel, string contact = "call-1", PhoneNumber? number = null, string? orderId = null) => verification.Send(
        new VerifyCaller(Caller(number), Id(orderId), operation, Call(contact), code, LastFour: null), TestContext.Current.CancellationToken);

    public Task<VerifyCallerOutcome> KeyInTheEnd(
        string lastFour = "8341", Operation operation = Operation.Reschedule, string contact = "call-1", PhoneNumber? number = null) => verification.Send(
        new VerifyCaller(Caller(number), OrderId: null, operation, Call(contact), Code: null, lastFour), TestContext.Current.CancellationToken);

    /// <summary>An operator says that they know the caller.</summary>
    /// <param name="with">The contact in which they speak with the caller.</param>
    /// <param name="first">The contact with which the call began.</param>
    public Task<VouchForCallerOutcome> Vouch(
        string with = "call-1", string first = "call-1", PhoneNumber? number = null, string? orderId = null) => operatorLine.Send(
        new VouchForCaller(Caller(number), Id(orderId), Call(first), Call(with)), TestContext.Current.CancellationToken);

    /// <summary>An operator takes the call.</summary>
    public void OperatorAnswers(string contact = "call-1", string first = "call-1") => Operators.Connect(Call(contact), "operator-7", Call(first));

    /// <summary>The operator leaves the call.</summary>
    public void OperatorLeaves(string contact = "call-1") => Operators.Disconnect(Call(contact));

    /// <summary>Asks for a code, and keys it in.</summary>
    public async Task Prove(Operation operation = Operation.Cancel, string contact = "call-1")
    {
        await RequestCode(operation, contact);
        Assert.IsType<VerifyCallerOutcome.Verified>(await KeyIn(LatestCode, operation, contact));
    }

    static Caller.Identified Caller(PhoneNumber? number) => new(number ?? SampleOrder.Customer);

    static ContactId Call(string contact) => SampleOrder.Contact(contact).Id;

    static OrderId? Id(string? id) => id is null ? null : SampleOrder.Id(id);

    (ICallLine Calls, IVerificationLine Verification) Open(params CodeKey[] keys) => (
        OrderLine.ForCalls(Ports, Ports, policy, SampleOrder.Policy, Clock),
        OrderLine.ForVerification(
            Ports, Ports, Ports, new VerificationSettings(policy, new CodeKeys(keys), "Tokei Kobo", () => $"nonce-{++nonces}"), SampleOrder.Policy,
            MessageWords.Standard, Clock));
}
