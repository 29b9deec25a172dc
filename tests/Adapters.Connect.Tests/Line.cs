using NodaTime;
using NodaTime.Testing;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>The line as Connect calls it, over a store of the test's choice, and everything it logged.</summary>
sealed class Line
{
    readonly ContactFlowHandler calls;
    readonly ContactFlowHandler verification;
    readonly ContactFlowHandler vouching;

    Line(IOrders orders, Instant now, Language shopLanguage, TrustedChannels trusted)
    {
        var (clock, key) = (new FakeClock(now), new CodeKey("k1", new byte[CodeKey.ShortestSecret]));
        calls = new ContactFlowHandler(OrderLine.ForCalls(orders, SampleOrder.Policy, clock), Spoken.Of(shopLanguage), trusted, Log.Add);
        verification = new ContactFlowHandler(
            OrderLine.ForVerification(
                orders, new InMemoryVerifications(), new RecordedMessages(), new(VerificationPolicy.None, new CodeKeys(key), "Tokei Kobo", () => "n"),
                SampleOrder.Policy, MessageWords.Standard, clock),
            Spoken.Of(shopLanguage), trusted, Log.Add);
        Operators.Connect(SampleOrder.Contact("call-1").Id, "operator-7", SampleOrder.Contact("call-1").Id);
        vouching = new ContactFlowHandler(
            OrderLine.ForOperators(orders, new InMemoryVerifications(), Operators, clock), Spoken.Of(shopLanguage), trusted, Log.Add);
    }

    public List<CallRecord> Log { get; } = [];

    public InMemoryOperators Operators { get; } = new();

    public static Line Over(
        IOrders orders, Instant? now = null, Language? shopLanguage = null, TrustedChannels? trusted = null) =>
        new(orders, now ?? SampleOrder.Now, shopLanguage ?? Language.Japanese, trusted ?? TrustedChannels.None);

    public static Line Over(params Order[] orders) => Over(Store(orders));

    public static InMemoryOrders Store(params Order[] orders)
    {
        var store = new InMemoryOrders();
        store.Put(orders);
        return store;
    }

    public Task<Reply> Answer(ConnectFunction function, byte[] json) => AnswerUntil(function, json, CancellationToken.None);

    public Task<Reply> Answer(ConnectFunction function, FlowEvent flowEvent) => Answer(function, flowEvent.ToJson());

    public Task<Reply> AnswerUntil(ConnectFunction function, byte[] json, CancellationToken timeIsUp) =>
        (function switch
        {
            ConnectFunction.RequestCode or ConnectFunction.VerifyCaller => verification,
            ConnectFunction.VouchForCaller => vouching,
            _ => calls,
        }).Answer(function, json, timeIsUp);
}
