using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>The host on a port of this machine, over orders in memory at the contract suites' moment. When it is disposed of, no line of its log may
/// hold anything personal.</summary>
sealed class RunningHost : IAsyncDisposable
{
    const string CustomerName = "髙﨑 花";
    const string ItemName = "Kyoto Blend 200g";

    readonly WebApplication app;
    readonly ConcurrentBag<string> tokens = [];

    RunningHost(WebApplication app, InMemoryOrders orders, BreakableOrders store, FakeClock clock, Shop shop, ConcurrentQueue<string> log)
    {
        this.app = app;
        (Orders, Store, Clock, Shop, Log) = (orders, store, clock, shop, log);
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Anonymous = new() { BaseAddress = Address };
    }

    public static Order Placed { get; } = SampleOrder.Of(SampleOrder.Customer, "201", item: ItemName, name: CustomerName);

    public static Order OfSomebodyElse { get; } = SampleOrder.Of(SampleOrder.SomebodyElse, "666", item: "Nambu teapot", name: "佐藤 健");

    public Uri Address { get; }

    public HttpClient Anonymous { get; }

    public InMemoryOrders Orders { get; }

    public BreakableOrders Store { get; }

    public FakeClock Clock { get; }

    public Shop Shop { get; }

    public ConcurrentQueue<string> Log { get; }

    public IServiceProvider Services => app.Services;

    public Order Order => Orders.All().Single(order => order.Id == Placed.Id);

    /// <summary>Starts one.</summary>
    /// <param name="verification">What the shop asks for; by default nothing.</param>
    /// <param name="requestsAMinute">How many requests a customer has.</param>
    /// <param name="keysFolder">Where its keys are; by default nowhere.</param>
    /// <param name="tokens">Whose tokens it believes; by default the signer's.</param>
    /// <param name="chatOrigins">The pages that may hold its chat, by default none.</param>
    /// <param name="collector">Who takes its traces and metrics, by default nobody.</param>
    /// <param name="shared">A host whose orders and clock it shares, as another process of the same shop would.</param>
    public static async Task<RunningHost> Start(
        VerificationPolicy? verification = null, int requestsAMinute = 10_000, string? keysFolder = null, TokenSettings? tokens = null, RunningHost? shared = null,
        IReadOnlyList<string>? chatOrigins = null, Uri? collector = null)
    {
        var shop = TestShop() with { Verification = verification ?? VerificationPolicy.None };
        var orders = shared?.Orders ?? new InMemoryOrders();
        var clock = shared?.Clock ?? new FakeClock(SampleOrder.Now);
        var store = new BreakableOrders(orders);
        if (shared is null)
        {
            orders.Put(Placed, OfSomebodyElse);
        }

        var log = new ConcurrentQueue<string>();
        var started = LineHost.Build(
            new(shop, Signer.Settings, Table: null, new VerificationTableSettings(), keysFolder, requestsAMinute) { ChatOrigins = chatOrigins ?? [], Collector = collector },
            new(store, new InMemoryVerifications(), clock),
            tokens ?? Signer.Settings,
            log.Enqueue,
            "http://127.0.0.1:0");
        await started.StartAsync(TestContext.Current.CancellationToken);
        return new(started, orders, store, clock, shop, log);
    }

    /// <summary>A client of a customer who has logged in.</summary>
    public HttpClient Client(PhoneNumber? customer = null, string language = "en") => ClientWith(Signer.TokenOf(customer ?? SampleOrder.Customer), language);

    /// <summary>A client with any token.</summary>
    public HttpClient ClientWith(string token, string language = "en")
    {
        tokens.Add(token);
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    public Task Stop() => app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Anonymous.Dispose();
        Assert.All(Log, line => Assert.Empty(PersonalDataIn(line)));
    }

    /// <summary>What of a customer stands in a text.</summary>
    public IEnumerable<string> PersonalDataIn(string text) => new[] { "9012345678", "9087654321", CustomerName, ItemName, "Kyoto", "Nambu teapot", "佐藤 健" }
        .Concat(tokens.Where(token => token.Length > 20))
        .Where(personal => text.Contains(personal, StringComparison.OrdinalIgnoreCase));

    static Shop TestShop() => ShopFile.ReadFrom(Path.Combine(AppContext.BaseDirectory, ShopFile.Name), _ => null) is ShopReading.Sound(var shop, _)
        ? shop
        : throw new InvalidOperationException("The shop beside the tests cannot be read.");
}

/// <summary>Orders that can be out of reach, or slow.</summary>
sealed class BreakableOrders(InMemoryOrders orders) : IOrders
{
    /// <summary>Happens before each request to the store.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Happens before each write.</summary>
    public Action BeforeAWrite { get; set; } = () => { };

    public async Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation)
    {
        await Before(cancellation);
        return await orders.Latest(owner, cancellation);
    }

    public async Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation)
    {
        await Before(cancellation);
        return await orders.Find(owner, id, cancellation);
    }

    public async Task<StoreResult> Store(OrderChange change, CancellationToken cancellation)
    {
        await Before(cancellation);
        BeforeAWrite();
        return await orders.Store(change, cancellation);
    }
}

/// <summary>An answer, read.</summary>
sealed record Answer(int Status, JsonElement Body, HttpResponseMessage Message)
{
    /// <summary>The outcome's or the refusal's name.</summary>
    public string Name => Body.ValueKind == JsonValueKind.Object
        ? Body.TryGetProperty("outcome", out var outcome) ? outcome.GetString()!
            : Body.TryGetProperty("title", out var title) ? title.GetString()!
            : Body.TryGetProperty("verdict", out var verdict) ? verdict.GetString()!
            : ""
        : "";

    public string Told => Body.TryGetProperty("message", out var message) ? message.GetString()! : Body.GetProperty("detail").GetString()!;

    public string Tag => Message.Headers.ETag!.ToString();

    public static async Task<Answer> To(HttpClient client, HttpRequestMessage request)
    {
        var message = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)message.StatusCode, text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : default, message);
    }
}

/// <summary>What a client asks.</summary>
static class Asking
{
    public static Task<Answer> LookUp(this HttpClient client) => Answer.To(client, new(HttpMethod.Get, "/v1/order"));

    public static Task<Answer> Read(this HttpClient client, object body) => client.Post("/v1/order/date-readings", body);

    public static Task<Answer> Cancel(this HttpClient client, string key, string orderId = "201", string? ifMatch = null) =>
        client.Post("/v1/order/cancel", new { orderId }, key, ifMatch);

    public static Task<Answer> Reschedule(this HttpClient client, string key, object body, string? ifMatch = null) =>
        client.Post("/v1/order/reschedule", body, key, ifMatch);

    public static Task<Answer> Post(this HttpClient client, string path, object body, string? key = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        foreach (var (name, value) in new[] { (WishKey.Header, key), ("If-Match", ifMatch) })
        {
            if (value is not null)
            {
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
            }
        }

        return Answer.To(client, request);
    }
}
