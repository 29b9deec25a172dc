using OrderHotline.Contracts;
using OrderHotline.RuntimeApi;

namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class SlowTableTests(Dynalite dynalite) : IDisposable
{
    // Processes that all start at once keep no promise of any of them.
    readonly SemaphoreSlim oneStart = new(1);

    public void Dispose() => oneStart.Dispose();

    [Theory]
    [InlineData(8, 3)]
    [InlineData(3, 1)]
    public async Task A_table_that_is_slow_is_waited_for(int secondsInAll, int secondsAnAnswer)
    {
        using var table = await TestTable.Create(dynalite);
        (string Function, string Order, string Outcome)[] calls =
        [
            ("OrderTableRead", "", "OrderFound"),
            ("CancelOrder", "", "Cancelled"),
            ("CancelOrder", "\"orderId\":\"1\",", "Cancelled"),
            ("ChangeOrderDate", "", "Rescheduled"),
            ("ChangeOrderDate", "\"orderId\":\"1\",", "Rescheduled"),
        ];

        await Task.WhenAll(calls.Select(async (call, i) =>
        {
            var caller = SampleOrder.Number($"+81901234{secondsInAll}{i:D3}");
            var other = SampleOrder.Number($"+81901235{secondsInAll}{i:D3}");
            await table.PutAll([TestTable.ItemOf(SampleOrder.Of(caller, "1")), TestTable.ItemOf(SampleOrder.Of(other, "1"))]);
            await using var wire = new Wire(dynalite.Address);
            await oneStart.WaitAsync(TestContext.Current.CancellationToken);
            await using var lambda = RunningLambda.Start(
                call.Function, [.. table.Variables, ("HOTLINE_DYNAMODB_URL", wire.Url), ("HOTLINE_FIXED_NOW", "2026-11-25T01:00:00Z")]);
            try
            {
                Assert.Equal(call.Outcome, (await lambda.Ask(Event(other.ToE164(), call.Order)))["outcome"]);
            }
            finally
            {
                oneStart.Release();
            }

            wire.TakeOperations();
            wire.Treat = async exchange =>
            {
                var answer = await exchange.Forward();
                await Task.Delay(TimeSpan.FromSeconds(secondsAnAnswer), TestContext.Current.CancellationToken);
                await exchange.Answer(answer.Bytes);
            };

            var reply = await lambda.Ask(new LambdaEvent(Event(caller.ToE164(), call.Order))
            {
                Deadline = DateTimeOffset.UtcNow.AddSeconds(secondsInAll),
                TimesOut = true,
            });

            Assert.Equal((call, call.Outcome), (call, reply["outcome"]));
            Assert.Equal(call.Function == "OrderTableRead" ? 1 : 2, wire.TakeOperations().Count);
        }));
    }

    static string Event(string caller, string order) =>
        $$$"""
        {"Details":{
          "ContactData":{"ContactId":"call-1","Channel":"VOICE","CustomerEndpoint":{"Address":"{{{caller}}}","Type":"TELEPHONE_NUMBER"}},
          "Parameters":{ {{{order}}} "shippingDate":"2026-12-04" } } }
        """;
}
