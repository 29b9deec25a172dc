using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class CallerIdentityTests
{
    const string SomebodyElsesNumber = "+819087654321";

    static readonly Order Own = SampleOrder.Of(SampleOrder.Customer, "100", item: "Jacket");
    static readonly Order SomebodyElses = SampleOrder.Of(SampleOrder.SomebodyElse, "200", item: "Boots");

    /// <summary>What carriers and public flows are known to put where a withheld number would be.</summary>
    public static TheoryData<string> NobodysNumber =>
    [
        "anonymous", "Anonymous", "ANONYMOUS", "unknown", "restricted", "private", "unavailable", "+266696687", " ", "none",
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
        var flowEvent = new FlowEvent { Address = address }.With("orderId", "100").With("shippingDate", "2026-12-03");

        foreach (var function in Enum.GetValues<ConnectFunction>())
        {
            var reply = await line.Answer(function, flowEvent);

            Assert.Equal(Outcome.CallerUnidentified, reply.Outcome);
            Assert.Empty(ReplyRules.BrokenBy(function, reply));
        }

        Assert.All(store.All(), order => Assert.Equal(0, order.Version));
    }

    [Fact]
    public async Task The_order_is_looked_up_for_the_CallerID_that_the_flow_passes()
    {
        var reply = await Line.Over(Own, SomebodyElses)
            .Answer(ConnectFunction.OrderTableRead, new FlowEvent().With("CallerID", SomebodyElsesNumber));

        Assert.Equal("200", reply.Value("orderId"));
    }

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
    [InlineData(ConnectFunction.CancelOrder, "")]
    [InlineData(ConnectFunction.CancelOrder, "200")]
    [InlineData(ConnectFunction.ChangeOrderDate, "")]
    [InlineData(ConnectFunction.ChangeOrderDate, "200")]
    public async Task A_CallerID_gives_nobody_power_over_somebody_elses_order(ConnectFunction function, string orderId)
    {
        var store = Line.Store(SomebodyElses);

        var reply = await Line.Over(store).Answer(
            function,
            new FlowEvent()
                .With("CallerID", SomebodyElsesNumber)
                .With("orderId", orderId)
                .With("shippingDate", "2026-12-03"));

        Assert.Equal(Outcome.NoOrder, reply.Outcome);
        Assert.Equal("Error", reply.Value("lambdaResult"));
        Assert.Equal(0, Assert.Single(store.All()).Version);
    }

    [Theory]
    [InlineData(ConnectFunction.CancelOrder)]
    [InlineData(ConnectFunction.ChangeOrderDate)]
    public async Task A_CallerID_naming_another_customer_changes_nothing_about_whose_order_is_changed(ConnectFunction function)
    {
        var store = Line.Store(Own, SomebodyElses);

        var reply = await Line.Over(store).Answer(
            function, new FlowEvent().With("CallerID", SomebodyElsesNumber).With("shippingDate", "2026-12-03"));

        Assert.Equal("Success", reply.Value("lambdaResult"));
        Assert.Equal([("100", 1), ("200", 0)], store.All().Select(order => (order.Id.ToString(), order.Version)));
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
