using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>Calls of tools as they travel, so that a state can be somebody else's.</summary>
/// <param name="send">Sends a message and gives the answer to it.</param>
sealed class RawTools(Func<string, string, Task<JsonNode>> send)
{
    /// <summary>Over HTTP, each call a request of its own.</summary>
    public static RawTools Over(HttpClient client) => new(async (tool, message) =>
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(message, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Headers.Add("MCP-Protocol-Version", "2026-07-28");
        request.Headers.Add("Mcp-Method", "tools/call");
        request.Headers.Add("Mcp-Name", tool);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonNode.Parse(text.Split('\n').Select(line => line.StartsWith("data: ", StringComparison.Ordinal) ? line["data: ".Length..] : line).First(line => line.StartsWith('{')))!;
    });

    /// <summary>Calls a tool that asks for a yes.</summary>
    /// <returns>The state that comes with the question.</returns>
    public async Task<string> Ask(string tool, object arguments)
    {
        var result = await Send(tool, new() { ["arguments"] = JsonSerializer.SerializeToNode(arguments) });
        Assert.Contains("elicitation/create", result["inputRequests"]!.ToJsonString(), StringComparison.Ordinal);
        return result["requestState"]!.GetValue<string>();
    }

    /// <summary>Calls a tool that answers.</summary>
    /// <returns>What came of it.</returns>
    public async Task<string> Call(string tool, object arguments) => OutcomeOf(await Send(tool, new() { ["arguments"] = JsonSerializer.SerializeToNode(arguments) }));

    /// <summary>Answers yes.</summary>
    /// <returns>What came of it.</returns>
    public async Task<string> Confirm(string tool, object arguments, string? state)
    {
        var result = await Send(tool, new()
        {
            ["arguments"] = JsonSerializer.SerializeToNode(arguments),
            ["requestState"] = state,
            ["inputResponses"] = JsonNode.Parse("""{"confirmation":{"action":"accept","content":{"confirm":true}}}"""),
        });
        return OutcomeOf(result);
    }

    static string OutcomeOf(JsonNode result) => result["structuredContent"]!["outcome"]!.GetValue<string>();

    async Task<JsonNode> Send(string tool, JsonObject parameters)
    {
        parameters["name"] = tool;
        parameters["_meta"] = JsonNode.Parse(
            """
            {
              "io.modelcontextprotocol/protocolVersion": "2026-07-28",
              "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
              "io.modelcontextprotocol/clientCapabilities": {"elicitation": {"form": {}}}
            }
            """);
        var answer = await send(tool, new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 1, ["method"] = "tools/call", ["params"] = parameters }.ToJsonString());
        return answer["result"] ?? throw new InvalidOperationException(answer.ToJsonString());
    }
}

/// <summary>The process that an agent's client starts.</summary>
sealed class ToolsProcess : IAsyncDisposable
{
    readonly Process process;

    ToolsProcess(Process process) => this.process = process;

    public static string[] CommandLine(string customer) => ["dotnet", Path.Combine(AppContext.BaseDirectory, "OrderHotline.Hosts.Web.dll"), "mcp", "--customer", customer];

    public static ToolsProcess Start(string customer, string keysFolder)
    {
        var start = new ProcessStartInfo("dotnet", CommandLine(customer)[1..]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["HOTLINE_KEYS_FOLDER"] = keysFolder;
        return new(Process.Start(start)!);
    }

    public RawTools Tools => new(async (_, message) =>
    {
        await process.StandardInput.WriteLineAsync(message.AsMemory(), TestContext.Current.CancellationToken);
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        return JsonNode.Parse(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new EndOfStreamException())!;
    });

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        process.Dispose();
    }
}
