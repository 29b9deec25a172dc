using FsCheck.Fluent;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using OrderHotline.Domain.Tests;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class CallerIdentityTests
{
    const string SomebodyElsesNumber = "+819087654321";

    static readonly Order Own = SampleOrder.Of(SampleOrder.Customer, "100", item: "Jacket");
    static readonly Order SomebodyElses = SampleOrder.Of(SampleOrder.SomebodyElse, "200", item: "Boots");

    /// <summary>What carriers and public flows are known to put where a withheld number would be.</summary>
    public static TheoryData<string> NobodysNumber =>
    [
        "anonymous", "Anonymous", "ANONYMOUS", "unknown", "restricted", "private", "unavailable", "+266696687", "+81266696687", "+17378742833", " ", "none",
        "819012345678", "090-1234-5678", "+81 90 1234 5678", "+819012345678 ", "+81901234567a", "sip:+819012345678@example.com",
        "+8190123456789012", "+0819012345678", "+８１９０１２３４５６７８",
    ];

    [Theory]
    [MemberData(nameof(NobodysNumber))]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_endpoint_that_is_no_number_is_nobody_for_every_function(string? address)
    {
        var store = Line.Store(Own, SomebodyElses);
        var line = Line.Over(store);
        var flowEvent = new FlowEvent { Address = address }
            .With("orderId", "100").With("shippingDate", "2026-12-03").With("operation", "CancelOrder").With("code", "123456");

        foreach (var function in Enum.GetValues<ConnectFunction>())
        {
            var reply = await line.Answer(function, flowEvent);

            Assert.Equal(Outcome.CallerUnidentified, reply.Outcome);
            Assert.Empty(ReplyRules.BrokenBy(function, reply));
        }

        Assert.All(store.All(), order => Assert.Equal(0, order.Version));
    }

    [Theory]
    [InlineData(ConnectFunction.OrderTableRead, "")]
    [InlineData(ConnectFunction.CancelOrder, "")]
    [InlineData(ConnectFunction.CancelOrder, "100")]
    [InlineData(ConnectFunction.CancelOrder, "200")]
    [InlineData(ConnectFunction.ChangeOrderDate, "")]
    [InlineData(ConnectFunction.ChangeOrderDate, "100")]
    [InlineData(ConnectFunction.ChangeOrderDate, "200")]
    public async Task A_call_for_which_the_flow_says_another_number_than_the_network_is_nobodys(ConnectFunction function, string orderId)
    {
        var store = Line.Store(Own, SomebodyElses);

        var reply = await Line.Over(store).Answer(
            function,
            new FlowEvent().With("CallerID", SomebodyElsesNumber).With("orderId", orderId).With("shippingDate", "2026-12-03"));

        Assert.Equal(Outcome.CallerUnidentified, reply.Outcome);
        Assert.All(store.All(), order => Assert.Equal(0, order.Version));
    }

    /// <summary>Every channel by name and subtype, every kind of endpoint, and what the flow says, for every function: an order is told or
    /// changed where the number is to be believed, and nowhere else.</summary>
    [Fact]
    public void A_number_is_believed_on_a_telephone_call_and_where_the_shop_trusts_the_flow() =>
        ForEvery.Value(
            from channel in Gen.Elements("VOICE", "CHAT", "SMS", "TASK", "EMAIL", "voice", "Voice", "BANANA", "WEBRTC", "", null)
            from subtype in Gen.Elements(null, "", "connect:Telephony", "connect:WebRTC", "connect:Chat", "connect:SMS", "connect:webrtc", "connect:BANANA")
            from type in Gen.Elements("TELEPHONE_NUMBER", "VOIP", "CONTACT_FLOW", "CONNECT_PHONENUMBER_ARN", "EMAIL_ADDRESS", "telephone_number", "", null)
            from address in Gen.Elements("+819012345678", "+266696687", "anonymous", "", null)
            from callerId in Gen.Elements("+819012345678", SomebodyElsesNumber, "+266696687", "anonymous", "", null)
            from names in Gen.Elements("", "CHAT", "SMS", "TASK", "EMAIL", "WEBRTC", "CHAT,SMS,TASK,EMAIL,WEBRTC")
            from function in Gen.Elements(Enum.GetValues<ConnectFunction>())
            select (channel, subtype, type, address, callerId, names, function),
            asked =>
            {
                var name = (asked.channel, asked.subtype) switch
                {
                    ("VOICE", "connect:WebRTC") => "WEBRTC",
                    ("CHAT", "connect:SMS") => "SMS",
                    ("WEBRTC", _) => "BANANA",
                    _ => asked.channel,
                };
                var believed = name == "VOICE"
                    ? asked.type == "TELEPHONE_NUMBER" && (string.IsNullOrEmpty(asked.callerId) || asked.callerId == asked.address)
                        ? asked.address
                        : null
                    : !string.IsNullOrEmpty(name) && asked.names.Split(',').Contains(name) ? asked.callerId : null;
                var store = Line.Store(Own, SomebodyElses);
                var trusted = new TrustedChannels(asked.names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(known =>
                    ConnectChannels.TryReadTrusted(known, out var channel) ? channel : throw new InvalidOperationException(known)));
                var flowEvent = new FlowEvent
                {
                    Channel = asked.channel,
                    Subtype = asked.subtype,
                    Address = asked.address,
                    AddressType = asked.type,
                }.With("operation", "CancelOrder").With("code", "123456");

                var reply = Line.Over(store, trusted: trusted)
                    .Answer(asked.function, flowEvent.With("CallerID", asked.callerId).With("shippingDate", "2026-12-03"))
                    .GetAwaiter().GetResult();

                Assert.Equal(Caller.At(believed) is Caller.Unidentified, reply.Outcome == Outcome.CallerUnidentified);
                Assert.Empty(ReplyRules.BrokenBy(asked.function, reply));
                var mayChange = asked.function is ConnectFunction.CancelOrder or ConnectFunction.ChangeOrderDate ? believed : null;
                Assert.All(store.All(), order => Assert.Equal(order.Owner.ToE164() == mayChange ? 1 : 0, order.Version));
            },
            tests: 5000);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Without_a_CallerID_the_order_is_looked_up_for_the_endpoint(string? callerId)
    {
        var line = Line.Over(Own, SomebodyElses);

        var passedEmpty = await line.Answer(ConnectFunction.OrderTableRead, new FlowEvent().With("CallerID", callerId));
        var notPassed = await line.Answer(ConnectFunction.OrderTableRead, new FlowEvent());

        Assert.Equal("100", passedEmpty.Value("orderId"));
        Assert.Equal("100", notPassed.Value("orderId"));
    }

    [Theory]
    [MemberData(nameof(NobodysNumber))]
    public async Task A_malformed_CallerID_identifies_nobody_however_good_the_endpoint(string callerId)
    {
        var reply = await Line.Over(Own).Answer(ConnectFunction.OrderTableRead, new FlowEvent().With("CallerID", callerId));

        Assert.Equal(Outcome.CallerUnidentified, reply.Outcome);
        Assert.Equal("False", reply.Value("recordFound"));
    }

    [Theory]
    [InlineData(ConnectFunction.CancelOrder)]
    [InlineData(ConnectFunction.ChangeOrderDate)]
    public async Task A_caller_with_a_good_CallerID_and_no_endpoint_changes_nothing(ConnectFunction function)
    {
        var store = Line.Store(Own);

        var reply = await Line.Over(store).Answer(
            function, new FlowEvent { Address = null }.With("CallerID", "+819012345678").With("shippingDate", "2026-12-03"));

        Assert.Equal(Outcome.CallerUnidentified, reply.Outcome);
        Assert.Equal(0, Assert.Single(store.All()).Version);
    }

    [Theory]
    [InlineData("100", Outcome.Cancelled)]
    [InlineData("", Outcome.Cancelled)]
    [InlineData(null, Outcome.Cancelled)]
    [InlineData("101", Outcome.NoOrder)]
    [InlineData("none", Outcome.NoOrder)]
    [InlineData("1 00", Outcome.InvalidRequest)]
    [InlineData("$.External.orderId", Outcome.InvalidRequest)]
    public async Task An_order_is_meant_by_its_exact_id_and_by_none_the_latest(string? orderId, Outcome outcome)
    {
        var reply = await Line.Over(Own).Answer(ConnectFunction.CancelOrder, new FlowEvent().With("orderId", orderId));

        Assert.Equal(outcome, reply.Outcome);
    }
}
