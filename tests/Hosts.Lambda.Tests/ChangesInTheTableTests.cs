using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class ChangesInTheTableTests(Dynalite dynalite)
{
    [Fact]
    public async Task A_cancellation_is_stored_whole_and_its_retry_changes_nothing_more()
    {
        using var table = await TestTable.WithTheDemoItem(dynalite);
        await using var lambda = RunningLambda.Start("CancelOrder", [.. table.Variables, RunningLambda.ContractNow]);

        var answer = await lambda.Ask(CallContract.Event("cancel-order"));
        var stored = await table.Read(SampleOrder.Customer, "100");
        var retried = await lambda.Ask(CallContract.Event("cancel-order"));
        var storedAfterTheRetry = await table.Read(SampleOrder.Customer, "100");

        Assert.Equal("Cancelled", answer["outcome"]);
        Assert.Equal("True", stored["isCancel"].S);
        Assert.Equal("1", stored["version"].N);
        Assert.Equal("Cancelled", Assert.Single(stored["history"].L).M["what"].S);
        Assert.Equal("ja-JP", Assert.Single(stored["outbox"].L).M["language"].S);
        Assert.Equal("2018-11-12", stored["shippingDate"].S);
        Assert.Equal("Justin", stored["customerName"].S);
        Assert.Equal(answer, retried);
        Assert.Equal("1", storedAfterTheRetry["version"].N);
        Assert.Single(storedAfterTheRetry["outbox"].L);
    }

    [Fact]
    public async Task A_new_date_is_stored_whole_and_its_retry_changes_nothing_more()
    {
        using var table = await TestTable.WithTheDemoItem(dynalite);
        await using var lambda = RunningLambda.Start("ChangeOrderDate", [.. table.Variables, RunningLambda.ContractNow]);

        var answer = await lambda.Ask(CallContract.Event("change-order-date"));
        var retried = await lambda.Ask(CallContract.Event("change-order-date"));
        var stored = await table.Read(SampleOrder.Customer, "100");

        Assert.Equal("Rescheduled", answer["outcome"]);
        Assert.Equal(answer, retried);
        Assert.Equal("2018-11-14", stored["shippingDate"].S);
        Assert.Equal("False", stored["isCancel"].S);
        Assert.Equal("1", stored["version"].N);
        Assert.Equal("2018-11-12", Assert.Single(stored["history"].L).M["from"].S);
        Assert.Equal("2018-11-14", Assert.Single(stored["outbox"].L).M["to"].S);
    }

    [Fact]
    public async Task A_look_up_costs_one_request_however_many_orders_a_caller_has_and_two_when_none_was_ever_placed()
    {
        using var table = await TestTable.Create(dynalite);
        await using var wire = new Wire(dynalite.Address);
        var (one, many) = (SampleOrder.Number("+819011110001"), SampleOrder.Number("+819011112000"));
        await table.Put(TestTable.ItemOf(SampleOrder.Of(one, "1")));
        await table.PutAll(Enumerable.Range(1, 2_000).Select(number => TestTable.ItemOf(
            SampleOrder.Of(many, $"{number}", SampleOrder.Now - NodaTime.Duration.FromHours(number)))));
        await table.PutTheDemoItem();
        await using var lambda = RunningLambda.Start(
            "OrderTableRead", [.. table.Variables, ("HOTLINE_DYNAMODB_URL", wire.Url), RunningLambda.ContractNow]);

        Assert.Equal(("1", "Query"), await LookUp(one.ToE164()));
        Assert.Equal(("1", "Query"), await LookUp(many.ToE164()));
        Assert.Equal(("100", "Query Query"), await LookUp(SampleOrder.Customer.ToE164()));
        Assert.Equal(("none", ""), await LookUp("anonymous"));

        async Task<(string OrderId, string Operations)> LookUp(string caller)
        {
            var reply = await lambda.Ask(
                """{"Details":{"ContactData":{"ContactId":"call-1","Channel":"VOICE","CustomerEndpoint":{"Type":"TELEPHONE_NUMBER","Address":"CALLER"}},"Parameters":{"CallerID":"CALLER"}}}"""
                    .Replace("CALLER", caller, StringComparison.Ordinal));
            return (reply["orderId"], string.Join(' ', wire.TakeOperations()));
        }
    }

    [Fact]
    public async Task A_change_costs_two_requests_and_its_retry_one()
    {
        using var table = await TestTable.WithTheDemoItem(dynalite);
        await using var wire = new Wire(dynalite.Address);
        await using var lambda = RunningLambda.Start(
            "CancelOrder", [.. table.Variables, ("HOTLINE_DYNAMODB_URL", wire.Url), RunningLambda.ContractNow]);

        await lambda.Ask(CallContract.Event("cancel-order"));
        Assert.Equal(["GetItem", "UpdateItem"], wire.TakeOperations());

        await lambda.Ask(CallContract.Event("cancel-order"));
        Assert.Equal(["GetItem"], wire.TakeOperations());
    }
}
