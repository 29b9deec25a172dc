using System.Net.Http.Json;
using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>What no agent may get through with, whoever stands behind it.</summary>
static class ToolAttacks
{
    static readonly object TheOrder = new { orderId = "201" };

    public static IEnumerable<Attack> All { get; } =
    [
        new("tools", "without a token", "401 NotSignedIn", async host =>
        {
            var answer = await host.Anonymous.Post("/mcp", new { jsonrpc = "2.0", id = 1, method = "tools/list" });
            return $"{answer.Status} {answer.Name}";
        }),
        new("tools", "a call that is longer than any that makes sense", "413 BodyTooLarge", async host =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = JsonContent.Create(new { jsonrpc = "2.0", id = 1, method = new string('a', 70_000) }) };
            request.Headers.Accept.ParseAdd("application/json, text/event-stream");
            var answer = await Answer.To(host.Client(), request);
            return $"{answer.Status} {answer.Name}";
        }),
        Tool("to cancel somebody else's order", "NoOrder", tools => tools.Call("cancel_order", new { orderId = "666" })),
        Tool("to move somebody else's order", "NoOrder", tools => tools.Call("reschedule_order", new { orderId = "666", date = "2026-12-04" })),
        Tool("an id that is none", "NoOrder", tools => tools.Call("cancel_order", new { orderId = "201\n666" })),
        Tool("words that never end", "InvalidRequest", tools => tools.Call("reschedule_order", new { orderId = "201", said = new string('a', 100) })),
        Tool("a yes to no question", "ConfirmationInvalid", tools => tools.Confirm("cancel_order", TheOrder, state: null)),
        Tool("a yes with a state that is made up", "ConfirmationInvalid", tools => tools.Confirm("cancel_order", TheOrder, "CfDJ8AAAAAAAAAAAAAAAAAAAAAA")),
        Tool("a yes with a state that is not even letters", "ConfirmationInvalid", tools => tools.Confirm("cancel_order", TheOrder, "\u0000{}")),
        Tool("a yes to moving, for cancelling", "ConfirmationInvalid", async tools =>
            await tools.Confirm("cancel_order", TheOrder, await tools.Ask("reschedule_order", new { orderId = "201", date = "2026-12-04" }))),
        Tool("a yes to one day, for another", "ConfirmationInvalid", async tools => await tools.Confirm(
            "reschedule_order",
            new { orderId = "201", date = "2026-12-07" },
            await tools.Ask("reschedule_order", new { orderId = "201", date = "2026-12-04" }))),
        new("tools", "somebody else's yes", "ConfirmationInvalid", async host => await RawTools.Over(host.Client())
            .Confirm("cancel_order", TheOrder, await RawTools.Over(host.Client(SampleOrder.SomebodyElse)).Ask("cancel_order", new { orderId = "666" }))),
        new("tools", "one's own yes, for somebody else's order", "ConfirmationInvalid", async host => await RawTools.Over(host.Client())
            .Confirm("cancel_order", new { orderId = "666" }, await RawTools.Over(host.Client()).Ask("cancel_order", TheOrder))),
        new("tools", "a number among the arguments", "NoOrder", async host => await RawTools.Over(host.Client())
            .Call("cancel_order", new { orderId = "666", phone_number = SampleOrder.SomebodyElse.ToE164(), customer = SampleOrder.SomebodyElse.ToE164() })),
    ];

    static Attack Tool(string name, string expected, Func<RawTools, Task<string>> attempt) =>
        new("tools", name, expected, host => attempt(RawTools.Over(host.Client())));
}
