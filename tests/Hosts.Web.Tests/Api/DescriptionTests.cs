using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Web.Tests;

public sealed class DescriptionTests
{
    [Fact]
    public async Task The_api_is_described_as_it_was_approved()
    {
        await using var host = await RunningHost.Start();

        Approved.Holds(
            "openapi",
            await host.Anonymous.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken),
            "Clients are made from this description: a change here is a change for them, and must be noted in CHANGELOG.md.");
    }
}
