using System.Text.Json;
using Json.Schema;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>What a person behind a client says.</summary>
static class ElicitResults
{
    public static ElicitResult Yes(string question) => Said("accept", isConfirmed: true);

    public static ElicitResult No(string question) => Said("decline", isConfirmed: false);

    static ElicitResult Said(string action, bool isConfirmed) =>
        new() { Action = action, Content = new Dictionary<string, JsonElement> { ["confirm"] = JsonSerializer.SerializeToElement(isConfirmed) } };
}

/// <summary>An agent's client, with a person behind it.</summary>
sealed class Agent : IAsyncDisposable
{
    Agent()
    {
    }

    public McpClient Client { get; private set; } = null!;

    /// <summary>What the person answers; says yes unless a test says otherwise.</summary>
    public Func<string, ElicitResult> Says { get; set; } = ElicitResults.Yes;

    public List<string> Questions { get; } = [];

    public static Task<Agent> Connect(RunningHost host, bool canAsk = true, string? protocol = null) => Connect(
        new HttpClientTransport(new() { Endpoint = new Uri(host.Address, "mcp") }, host.Client(), ownsHttpClient: true), canAsk, protocol);

    public static async Task<Agent> Connect(IClientTransport transport, bool canAsk = true, string? protocol = null)
    {
        var agent = new Agent();
        var options = new McpClientOptions { ProtocolVersion = protocol };
        if (canAsk)
        {
            options.Handlers.ElicitationHandler = (question, _) =>
            {
                agent.Questions.Add(question!.Message);
                return ValueTask.FromResult(agent.Says(question.Message));
            };
        }

        agent.Client = await McpClient.CreateAsync(transport, options, cancellationToken: TestContext.Current.CancellationToken);
        return agent;
    }

    /// <summary>Calls a tool, whose answer must be as its schema says.</summary>
    public async Task<ToolResult> Call(string tool, Dictionary<string, object?>? arguments = null)
    {
        var schema = (await Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Single(listed => listed.Name == tool).ReturnJsonSchema!.Value;
        var result = ToolResult.Of(await Client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken));
        Assert.True(JsonSchema.Build(schema).Evaluate(result.Body).IsValid, $"{result.Body} is not what {schema} says.");
        return result;
    }

    public ValueTask DisposeAsync() => Client.DisposeAsync();
}

/// <summary>What a tool answered.</summary>
sealed record ToolResult(string Outcome, bool Succeeded, JsonElement Body)
{
    public static ToolResult Of(CallToolResult result)
    {
        var body = Assert.NotNull(result.StructuredContent);
        var succeeded = body.GetProperty("succeeded").GetBoolean();
        Assert.Equal(!succeeded, result.IsError ?? false);
        return new(body.GetProperty("outcome").GetString()!, succeeded, body);
    }
}
