using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class AfterAnOutageTests(Dynalite dynalite)
{
    // The AWS SDK counts what retries cost a process: 500 to begin with, and 14 for each, two for each caller.
    const int Callers = 60;

    const string Latest = "LatestOrder";

    const string Event =
        """
        {"Details":{"ContactData":{"ContactId":"call-1","Channel":"VOICE","LanguageCode":"ja-JP",
          "CustomerEndpoint":{"Address":"+819012345678","Type":"TELEPHONE_NUMBER"}},"Parameters":{}}}
        """;

    [Fact]
    public async Task What_an_outage_cost_its_callers_costs_a_later_caller_no_attempt()
    {
        using var table = await TestTable.Create(dynalite);
        await table.Put(TestTable.ItemOf(SampleOrder.Of(SampleOrder.Number("+819012345678"), "1")));
        await using var wire = new Wire(dynalite.Address);
        await using var lambda = RunningLambda.Start(
            "OrderTableRead", [.. table.Variables, ("HOTLINE_DYNAMODB_URL", wire.Url), RunningLambda.ContractNow]);
        var site = new CallSite("OrderTableRead", "the latest order", "Query", Latest);
        new Mishap(site, TableFault.Broken, IsForEver: true).On(wire, () => Task.CompletedTask);
        for (var caller = 0; caller < Callers; caller++)
        {
            Assert.Equal("Unavailable", (await lambda.Ask(Event))["outcome"]);
        }

        var happened = new Mishap(site, TableFault.Broken, IsForEver: false).On(wire, () => Task.CompletedTask);

        Assert.Equal("OrderFound", (await lambda.Ask(Event))["outcome"]);
        Assert.Equal(1, happened());
    }
}
