using ModelContextProtocol.Client;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>The tools in a process that the client starts for one customer.</summary>
public sealed class ToolsOverStandardInputTests
{
    const string Customer = "+819011112222";

    static readonly object TheOrder = new { orderId = "201" };

    [Theory]
    [InlineData(null)]
    [InlineData("2025-06-18")] // asks while the tool waits, as clients did before 2026
    public async Task An_order_is_looked_up_cancelled_only_with_a_yes_and_only_once(string? protocol)
    {
        var line = ToolsProcess.CommandLine(Customer);
        await using var agent = await Agent.Connect(new StdioClientTransport(new() { Command = line[0], Arguments = line[1..] }), protocol: protocol);
        var order = new Dictionary<string, object?> { ["orderId"] = "201" };

        var found = await agent.Call("look_up_order");
        agent.Says = ElicitResults.No;
        var refused = await agent.Call("cancel_order", order);
        agent.Says = ElicitResults.Yes;
        var cancelled = await agent.Call("cancel_order", order);
        var again = await agent.Call("cancel_order", order);
        var theirs = await agent.Call("cancel_order", new() { ["orderId"] = "100" });

        Assert.Equal(
            ["OrderFound", "NotConfirmed", "Cancelled", "AlreadyCancelled", "NoOrder"],
            new[] { found, refused, cancelled, again, theirs }.Select(answer => answer.Outcome));
        Assert.Equal(2, agent.Questions.Count);
        Assert.All(agent.Questions, question => Assert.EndsWith("Shall I cancel your order?", question, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_cannot_ask_changes_nothing()
    {
        var line = ToolsProcess.CommandLine(Customer);
        await using var agent = await Agent.Connect(new StdioClientTransport(new() { Command = line[0], Arguments = line[1..] }), canAsk: false);

        Assert.Equal("ConfirmationNeeded", (await agent.Call("cancel_order", new() { ["orderId"] = "201" })).Outcome);
        Assert.Equal("Placed", (await agent.Call("look_up_order")).Body.GetProperty("order").GetProperty("standing").GetString());
    }

    [Fact]
    public async Task A_yes_counts_for_its_customer_and_once()
    {
        var keys = Directory.CreateTempSubdirectory("keys-");
        await using (var mine = ToolsProcess.Start(Customer, keys.FullName))
        await using (var theirs = ToolsProcess.Start("+819012345678", keys.FullName))
        {
            var state = await mine.Tools.Ask("cancel_order", TheOrder);
            var theirState = await theirs.Tools.Ask("cancel_order", new { orderId = "100" });

            Assert.Equal("ConfirmationInvalid", await mine.Tools.Confirm("cancel_order", TheOrder, theirState));
            Assert.Equal("ConfirmationInvalid", await theirs.Tools.Confirm("cancel_order", TheOrder, state));
            Assert.Equal("Cancelled", await mine.Tools.Confirm("cancel_order", TheOrder, state));
            Assert.Equal("ConfirmationUsed", await mine.Tools.Confirm("cancel_order", TheOrder, state));
        }

        keys.Delete(recursive: true);
    }
}
