using System.Net;
using System.Net.Sockets;
using System.Text;
using OrderHotline.Contracts;
using OrderHotline.RuntimeApi;

namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class WhenThingsGoWrongTests(Dynalite dynalite)
{
    const int SixMegabytes = 6 * 1024 * 1024;

    [Fact]
    public async Task An_event_that_makes_no_sense_is_an_invalid_request_and_the_next_call_is_served()
    {
        using var table = await TestTable.WithTheDemoItem(dynalite);
        await using var lambda = RunningLambda.Start("OrderTableRead", [.. table.Variables, RunningLambda.ContractNow]);
        var sound = Encoding.UTF8.GetString(CallContract.Event("order-table-read"));
        string[] malformed =
        [
            sound[..(sound.Length / 2)],
            sound.Replace("+819012345678", $"+819012345678{new string('0', SixMegabytes)}", StringComparison.Ordinal),
            string.Concat(Enumerable.Repeat("{\"Details\":", 5_000)) + "1" + new string('}', 5_000),
            "",
            "[]",
            "{}",
            """{"Details":{"ContactData":{"ContactId":5,"CustomerEndpoint":{"Address":"+819012345678"}}}}""",
        ];

        foreach (var json in malformed)
        {
            var reply = await lambda.Ask(json);
            Assert.Equal("InvalidRequest", reply["outcome"]);
            Assert.Equal("Error", reply["lambdaResult"]);
        }

        Assert.Equal("OrderFound", (await lambda.Ask(sound))["outcome"]);
    }

    [Fact]
    public async Task Without_its_table_the_line_is_unavailable_and_serves_again_once_the_order_can_be_read()
    {
        using var table = await TestTable.Create(dynalite);
        await using var lambda = RunningLambda.Start("CancelOrder", [.. table.Variables, RunningLambda.ContractNow]);
        await using var astray = RunningLambda.Start(
            "CancelOrder", [.. table.Variables, RunningLambda.ContractNow, ("HOTLINE_TABLE", "NoSuchTable")]);
        await table.PutABrokenItem(SampleOrder.Of(SampleOrder.Customer, "100"));

        Assert.Equal("Unavailable", (await astray.Ask(CallContract.Event("cancel-order")))["outcome"]);
        Assert.Equal("Unavailable", (await astray.Ask(CallContract.Event("cancel-order")))["outcome"]);
        Assert.Equal("Unavailable", (await lambda.Ask(CallContract.Event("cancel-order")))["outcome"]);

        await table.PutTheDemoItem();
        Assert.Equal("Cancelled", (await lambda.Ask(CallContract.Event("cancel-order")))["outcome"]);
        Assert.Contains("ResourceNotFoundException", await astray.Stop(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_listens_the_line_is_unavailable_and_goes_on()
    {
        await using var lambda = RunningLambda.Start("CancelOrder", ("HOTLINE_DYNAMODB_URL", AddressWhereNothingListens()));

        Assert.Equal("Unavailable", (await lambda.Ask(CallContract.Event("cancel-order")))["outcome"]);
        Assert.Equal("Unavailable", (await lambda.Ask(CallContract.Event("cancel-order")))["outcome"]);
        Assert.Equal("InvalidRequest", (await lambda.Ask("{}"))["outcome"]);
    }

    [Fact]
    public async Task An_answer_that_would_come_after_the_deadline_is_given_before_it()
    {
        using var silent = new TcpListener(IPAddress.Loopback, port: 0);
        silent.Start();
        await using var lambda = RunningLambda.Start("OrderTableRead", ("HOTLINE_DYNAMODB_URL", $"http://{silent.LocalEndpoint}"));
        await lambda.Api.Ready.WaitAsync(TestContext.Current.CancellationToken);

        var reply = await lambda.Ask(new LambdaEvent(Encoding.UTF8.GetString(CallContract.Event("order-table-read")))
        {
            Deadline = DateTimeOffset.UtcNow.AddSeconds(1),
        });

        Assert.Equal("Unavailable", reply["outcome"]);
        Assert.Contains("TaskCanceledException", await lambda.Stop(), StringComparison.Ordinal);
    }

    static string AddressWhereNothingListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
