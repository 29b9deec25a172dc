using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using NodaTime;
using NodaTime.Testing;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Hosts;
using OrderHotline.Hosts.Cli;

namespace OrderHotline.Softphone.Tests;

/// <summary>A softphone that is served on a free port of this machine, and somebody who uses it over HTTP.</summary>
sealed class Telephone : IAsyncDisposable
{
    /// <summary>Wednesday 25 November 2026, ten in the morning in Tokyo.</summary>
    public static readonly Instant Morning = Instant.FromUtc(2026, 11, 25, 1, 0);

    public static readonly Deployment Line = Deployment.Read(ShopOption.DeployedFolder);

    readonly Hosts.Cli.Softphone softphone;
    readonly WebApplication server;
    readonly HttpClient client;

    Telephone(Hosts.Cli.Softphone softphone, WebApplication server, Uri address)
    {
        (this.softphone, this.server, Address) = (softphone, server, address);
        client = new(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
    }

    public Uri Address { get; }

    public HttpClient Client => client;

    public static Task<Telephone> Rings() => Rings(Line, Start());

    public static async Task<Telephone> Rings(Deployment deployment, ScenarioStart start)
    {
        var telephone = new Hosts.Cli.Softphone(deployment, start, new FakeClock(start.At), runs: "");
        var (server, address) = await SoftphoneServer.Start(telephone, port: 0, TestContext.Current.CancellationToken);
        return new(telephone, server, address);
    }

    /// <summary>How calls of the customer of the sample orders begin.</summary>
    public static ScenarioStart Start()
    {
        var orders = new Adapters.InMemory.InMemoryOrders();
        orders.Put(SampleOrders.At(Morning, Line.Shop.Policy));
        return new(SampleOrders.Caller, Morning) { Orders = RecordedCall.OrdersOf(SampleOrders.Caller, orders) };
    }

    /// <summary>What every page sees now.</summary>
    public async Task<JsonElement> Picture()
    {
        using var events = new StreamReader(await client.GetStreamAsync("/events", TestContext.Current.CancellationToken));
        var line = await events.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("data: ", line, StringComparison.Ordinal);
        return JsonDocument.Parse(line!["data: ".Length..]).RootElement;
    }

    public async Task<HttpResponseMessage> Post(string path, object body) =>
        await client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    /// <summary>Takes the call, and does these things in turn. Each must be taken.</summary>
    public async Task<JsonElement> Call(string language, params string[] acts)
    {
        await Took(await Post("/calls", new { language }));
        foreach (var typed in acts)
        {
            await Do(typed);
        }

        return await Picture();
    }

    public async Task Do(string typed)
    {
        var after = (await Picture()).GetProperty("steps").GetArrayLength();
        await Took(await Post("/acts", new { after, typed }));
    }

    public async Task Break(params string[] broken) => await Took(await Post("/broken", new { broken }));

    /// <summary>The call as a scenario.</summary>
    public Task<string> Kept() => client.GetStringAsync("/kept.call", TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
        softphone.Dispose();
    }

    static async Task Took(HttpResponseMessage answer)
    {
        using (answer)
        {
            var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {said}");
        }
    }
}

/// <summary>What a test looks at in a picture.</summary>
static class Pictures
{
    public static IEnumerable<string> Heard(this JsonElement picture) =>
        from step in picture.GetProperty("steps").EnumerateArray()
        from line in step.GetProperty("lines").EnumerateArray()
        where line.GetProperty("of").GetString() == "Line"
        select line.GetProperty("text").GetString()!;

    public static JsonElement LastStep(this JsonElement picture) => picture.GetProperty("steps").EnumerateArray().Last();

    /// <summary>The order: its day, its state, how often it was changed, and how often that was asked for.</summary>
    public static string Order(this JsonElement picture) => InWords(picture.LastStep().GetProperty("order"));

    public static string InWords(JsonElement order) => order.ValueKind == JsonValueKind.Null
        ? "no order"
        : $"{order.GetProperty("ships").GetString()} {order.GetProperty("state").GetString()}, {order.GetProperty("changes")} changes, {order.GetProperty("requests")} requests";

    public static string[] Messages(this JsonElement picture) =>
        [.. picture.LastStep().GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("text").GetString()!)];

    public static string[] Texts(this JsonElement picture, string name) =>
        [.. picture.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
