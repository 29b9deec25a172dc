using System.Text.Json;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class OutageTests
{
    static readonly FlowEvent Event = new FlowEvent()
        .With("orderId", "100").With("shippingDate", "2026-12-03").With("operation", "CancelOrder").With("code", "123456");

    public static TheoryData<ConnectFunction> Functions => new(Enum.GetValues<ConnectFunction>());

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_store_that_fails_is_an_outage_and_never_an_order_that_was_not_found(ConnectFunction function)
    {
        foreach (var fault in new Exception[]
        {
            new InvalidOperationException("The table is gone."),
            new TimeoutException("Too late."),
            new JsonException("The item is no JSON."),
            new NotSupportedException("No such thing."),
            new TaskCanceledException("Somebody's own time-out."),
            new AggregateException(new IOException("Two at once."), new IOException("Two at once.")),
        })
        {
            var line = Line.Over(new BrokenOrders(fault));

            var reply = await line.Answer(function, Event);

            AssertUnavailable(function, reply);
            var record = Assert.Single(line.Log);
            Assert.Equal((function, "call-1", Outcome.Unavailable), (record.Function, $"{record.ContactId}", record.Outcome));
            Assert.Same(fault, record.Fault);
            Assert.Contains(fault.Message, Fault(record), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(ConnectFunction.CancelOrder)]
    [InlineData(ConnectFunction.ChangeOrderDate)]
    public async Task A_store_that_reads_and_cannot_write_is_an_outage(ConnectFunction function)
    {
        var store = Line.Store(SampleOrder.Of(SampleOrder.Customer, "100"));
        var line = Line.Over(new BrokenOrders(new IOException("Read-only."), store));

        AssertUnavailable(function, await line.Answer(function, Event));
        Assert.Equal(0, Assert.Single(store.All()).Version);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task When_the_time_is_up_the_line_is_unavailable(ConnectFunction function)
    {
        var line = Line.Over(SampleOrder.Of(SampleOrder.Customer, "100"));

        AssertUnavailable(
            function, await line.AnswerUntil(function, Event.ToJson(), new CancellationToken(canceled: true)));
        Assert.IsAssignableFrom<OperationCanceledException>(Assert.Single(line.Log).Fault);
    }

    [Fact]
    public async Task An_outage_is_told_in_the_contacts_language()
    {
        var line = Line.Over(new BrokenOrders(new IOException("Down.")));

        var reply = await line.Answer(ConnectFunction.CancelOrder, Event with { LanguageCode = "en-US" });

        Assert.StartsWith("I'm sorry", reply.Value("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The item of +819012345678 has no shippingDate.")]
    [InlineData("GET /CustomerTable/819012345678 timed out")]
    [InlineData("Key (CallerID: 09012345678)")]
    [InlineData("CallerID='+819012345678'\n{\"S\":\"+819012345678\"}")]
    public async Task A_fault_that_names_the_callers_number_is_logged_without_it(string message)
    {
        var line = Line.Over(new BrokenOrders(new InvalidOperationException(message, new IOException(message))));

        await line.Answer(ConnectFunction.OrderTableRead, Event);

        var logged = Assert.Single(line.Log).ToLogLine().ToString();
        Assert.DoesNotContain("9012345678", logged, StringComparison.Ordinal);
        Assert.Contains("(number)", logged, StringComparison.Ordinal);
        Assert.Contains(nameof(IOException), logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_the_line_does_not_have_is_an_outage_of_the_line()
    {
        var line = Line.Over(SampleOrder.Of(SampleOrder.Customer, "100"));

        var reply = await line.Answer((ConnectFunction)99, Event);

        Assert.Equal(Outcome.Unavailable, reply.Outcome);
        Assert.IsType<ArgumentOutOfRangeException>(Assert.Single(line.Log).Fault);
    }

    static void AssertUnavailable(ConnectFunction function, Reply reply)
    {
        Assert.Equal(Outcome.Unavailable, reply.Outcome);
        Assert.Equal("Error", reply.Value("lambdaResult"));
        Assert.Empty(ReplyRules.BrokenBy(function, reply));
        if (function == ConnectFunction.OrderTableRead)
        {
            Assert.Equal("none", reply.Value("recordFound"));
        }
    }

    static string Fault(CallRecord record)
    {
        using var json = JsonDocument.Parse(record.ToLogLine().ToString());
        return json.RootElement.GetProperty("fault").GetString()!;
    }

    /// <summary>A store that fails at everything or, over another one, only at writing.</summary>
    sealed class BrokenOrders(Exception fault, IOrders? readable = null) : IOrders
    {
        public Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation) =>
            readable?.Latest(owner, cancellation) ?? throw fault;

        public Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation) =>
            readable?.Find(owner, id, cancellation) ?? Task.FromException<OrderSearch>(fault);

        public Task<StoreResult> Store(OrderChange change, CancellationToken cancellation) =>
            Task.FromException<StoreResult>(fault);
    }
}
