using System.Text;
using System.Text.Json;
using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class CallContractTests(Dynalite dynalite)
{
    [Theory]
    [InlineData("OrderTableRead")]
    [InlineData("CancelOrder")]
    [InlineData("ChangeOrderDate")]
    [InlineData("RequestCode")]
    [InlineData("VerifyCaller")]
    [InlineData("VouchForCaller")]
    public async Task The_executable_answers_every_example_of_the_call_contract(string function)
    {
        using var table = await TestTable.Create(dynalite);
        await using var connect = FakeConnect.Start();
        connect.End("c0defa11-8f92-46af-92a5-6b0f970f0efe");
        await using var lambda = RunningLambda.Start(
            function,
            [
                .. table.Variables, .. await table.AddProofs(), RunningLambda.ContractNow, ("HOTLINE_TRUSTED_CHANNELS", "CHAT"),
                ("HOTLINE_CONNECT_INSTANCE", FakeConnect.InstanceId), ("HOTLINE_CONNECT_URL", connect.Url),
            ]);

        foreach (var (_, name) in CallContract.Examples.Select(example => example.Data).Where(example => example.Item1 == function))
        {
            await table.PutTheDemoItem();

            var outcome = await lambda.Send(Encoding.UTF8.GetString(CallContract.Event(name)));

            Assert.False(outcome.IsError, outcome.Text);
            CallContract.Holds(name, outcome.Body.Span);
        }
    }

    [Fact]
    public void Every_example_goes_to_one_of_those_functions() => Assert.Equal(
        ["CancelOrder", "ChangeOrderDate", "OrderTableRead", "RequestCode", "VerifyCaller", "VouchForCaller"],
        CallContract.Examples.Select(example => example.Data.Item1).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_line_of_the_log_is_a_record_in_json()
    {
        await using var lambda = RunningLambda.Start("OrderTableRead", RunningLambda.ContractNow);
        await lambda.Send("{}");

        var lines = (await lambda.Stop()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
    }

    [Fact]
    public async Task A_stopped_clock_is_warned_of_in_the_log()
    {
        await using var stopped = RunningLambda.Start("OrderTableRead", RunningLambda.ContractNow);
        await using var running = RunningLambda.Start("OrderTableRead");
        await Task.WhenAll(stopped.Api.Ready, running.Api.Ready).WaitAsync(TestContext.Current.CancellationToken);

        var log = await stopped.Stop();

        Assert.Contains("\"level\":\"warning\"", log, StringComparison.Ordinal);
        Assert.Contains("HOTLINE_FIXED_NOW stops the clock at 2018-11-07T01:00:00Z", log, StringComparison.Ordinal);
        Assert.Empty(await running.Stop());
    }
}
