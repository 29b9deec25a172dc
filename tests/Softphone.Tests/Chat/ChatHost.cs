extern alias web;

using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using NodaTime.Testing;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using web::OrderHotline.Hosts.Web;

namespace OrderHotline.Softphone.Tests;

/// <summary>The host with the chat, as it is on the desk, over orders that outlive it: it can be stopped and started again under its address.</summary>
sealed class ChatHost : IAsyncDisposable
{
    readonly string keys = Directory.CreateTempSubdirectory().FullName;
    readonly InMemoryOrders orders = new();
    readonly DeskTokens desk = new();
    readonly IReadOnlyList<string> origins;
    readonly int port;
    WebApplication? running;

    ChatHost(string item, IReadOnlyList<string> origins)
    {
        this.origins = origins;
        port = FreePort();
        orders.Put(SampleOrder.Of(Customer, "201", item: item));
    }

    /// <summary>Whom the desk signs a token for.</summary>
    public static PhoneNumber Customer { get; } = SampleOrder.Number("+819011112222");

    public Uri Address => new($"http://127.0.0.1:{port}/");

    public Order Order => orders.All().Single();

    /// <summary>Starts one.</summary>
    /// <param name="item">What was ordered.</param>
    /// <param name="origins">The pages of others that may hold the chat.</param>
    public static async Task<ChatHost> Start(string item = "Kyoto Blend 200g", params string[] origins)
    {
        var host = new ChatHost(item, origins);
        await host.StartAgain();
        return host;
    }

    public async Task StartAgain()
    {
        var shop = ShopFile.ReadFrom(Path.Combine(AppContext.BaseDirectory, ShopFile.Name), _ => null) is ShopReading.Sound(var sound, _)
            ? sound
            : throw new InvalidOperationException("The shop beside the tests cannot be read.");
        running = LineHost.Build(
            new(shop, Tokens: null, Table: null, new VerificationTableSettings(), keys, RequestsAMinute: 1000) { ChatOrigins = origins },
            new(orders, new InMemoryVerifications(), new FakeClock(SampleOrder.Now)),
            desk.Settings,
            _ => { },
            $"http://127.0.0.1:{port}",
            desk);
        await running.StartAsync(TestContext.Current.CancellationToken);
    }

    public async Task Stop()
    {
        await running!.DisposeAsync();
        running = null;
    }

    /// <summary>A token of the customer's, as the shop would sign it.</summary>
    public string Token() => desk.For(Customer, DateTimeOffset.UtcNow);

    public async ValueTask DisposeAsync()
    {
        if (running is not null)
        {
            await running.DisposeAsync();
        }

        desk.Dispose();
        Directory.Delete(keys, recursive: true);
    }

    public static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
