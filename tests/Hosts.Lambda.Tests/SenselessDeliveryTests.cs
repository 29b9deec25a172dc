using System.Text.Json.Nodes;
using OrderHotline.Contracts;
using OrderHotline.FakeSns;
using static OrderHotline.Hosts.Lambda.Tests.DeliveryEvents;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>What feeds the function for messages is spoilt, in part or as a whole.</summary>
public sealed class SenselessDeliveryTests(Dynalite dynalite)
{
    [Fact]
    public async Task A_record_that_cannot_be_read_holds_up_no_other_and_is_not_come_back_to()
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        await table.Put(SampleOrder.Of(SampleOrder.Customer, "100").Cancel());
        await using var lambda = Start(table, sns);
        var good = StreamEvent((SampleOrder.Customer, "100"));

        var outcome = await lambda.Send(good.Replace("{\"Records\":[", "{\"Records\":[null,5,{\"dynamodb\":[]},", StringComparison.Ordinal));

        Assert.Equal("{}", outcome.Text);
        Assert.Single(sns.Requests);
        Assert.DoesNotContain("outbox", await table.Read(SampleOrder.Customer, "100"));
        Assert.Equal(3, (await lambda.Stop()).Split("\"outcome\":\"Unreadable\"").Length - 1);
    }

    [Fact]
    public async Task What_leaves_the_function_is_a_line_of_JSON_without_anybodys_number()
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        await using var lambda = Start(table, sns, ("HOTLINE_OUTBOX_INDEX", "NoIndexOf+819012345678"));
        string[] senseless = [Schedule, "", "{}", "[]", "{\"Records\":\"+819012345678\"}", "{\"+819012345678\":x}"];

        foreach (var json in senseless)
        {
            var outcome = await lambda.Send(json);

            Assert.True(outcome.IsError, json);
            Assert.DoesNotContain("9012345678", outcome.Text, StringComparison.Ordinal);
        }

        var log = await lambda.Stop();
        Assert.DoesNotContain("9012345678", log, StringComparison.Ordinal);
        Assert.Equal(
            senseless.Length,
            log.Split('\n').Count(line => line.StartsWith('{')
                && JsonNode.Parse(line) is JsonObject written
                && ((string?)written["level"], (string?)written["outcome"], written["fault"] is not null) == ("error", "Failed", true)));
    }

    static RunningLambda Start(TestTable table, FakeSnsEndpoint sns, params (string, string)[] variables) =>
        RunningLambda.Start("DeliverTexts", [.. table.Variables, ("HOTLINE_SNS_URL", sns.Url), .. variables]);
}
