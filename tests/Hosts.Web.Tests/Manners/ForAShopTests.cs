using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Aws;
using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>The host as it works for a shop: its table, its issuer's keys.</summary>
public sealed class ForAShopTests(Dynalite dynalite)
{
    const string Region = "ap-northeast-1";

    [Fact]
    public async Task The_process_changes_an_order_in_the_shops_table_for_a_customer_of_the_issuers_key_set()
    {
        var table = new CustomerTableSettings { TableName = $"Customers-{Guid.NewGuid()}", Endpoint = new() { Address = dynalite.Address, Region = Region } };
        using var client = CustomerTable.CreateClient(table, new AnswerDeadline(TimeProvider.System), new BasicAWSCredentials("local", "local"));
        await CustomerTableSchema.Create(client, table, TestContext.Current.CancellationToken);
        var today = SystemClock.Instance.GetCurrentInstant().InZone(SampleOrder.Policy.Zone).Date;
        await client.PutItemAsync(
            table.TableName,
            new()
            {
                ["CallerID"] = new(SampleOrder.Customer.ToE164()),
                ["orderId"] = new("201"),
                ["orderedItem"] = new("Kettle"),
                ["shippingDate"] = new(LocalDatePattern.Iso.Format(today.PlusDays(5))),
                ["customerName"] = new("Aoi"),
                ["isCancel"] = new("False"),
            },
            TestContext.Current.CancellationToken);
        var keys = Path.GetTempFileName();
        await File.WriteAllTextAsync(keys, Signer.KeySet, TestContext.Current.CancellationToken);

        using (var host = await Started(table, keys))
        using (var customer = new HttpClient { BaseAddress = host.Address })
        {
            customer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Signer.TokenOf(SampleOrder.Customer));
            var found = await customer.LookUp();
            var moved = await customer.Reschedule(
                "k1", new { orderId = "201", date = LocalDatePattern.Iso.Format(today.PlusDays(7)) }, found.Tag);
            var again = await customer.Reschedule("k1", new { orderId = "201", date = LocalDatePattern.Iso.Format(today.PlusDays(7)) }, found.Tag);
            var stale = await customer.Cancel("k2", ifMatch: found.Tag);
            var cancelled = await customer.Cancel("k3", ifMatch: moved.Tag);

            Assert.Equal(
                ["OrderFound", "Rescheduled", "Rescheduled", "ConditionFailed", "Cancelled"],
                new[] { found, moved, again, stale, cancelled }.Select(answer => answer.Name));
            using var anonymous = new HttpClient { BaseAddress = host.Address };
            Assert.Equal((401, HttpStatusCode.OK), (
                (await anonymous.LookUp()).Status,
                (await anonymous.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode));
        }

        Assert.IsType<Domain.OrderState.Cancelled>(Assert.IsType<Application.OrderSearch.Found>(
            await new DynamoDbOrders(client, table).Latest(SampleOrder.Customer, TestContext.Current.CancellationToken)).Order.State);
        File.Delete(keys);
    }

    [Fact]
    public async Task The_keys_that_an_issuer_publishes_are_found_and_another_issuers_token_is_not_believed()
    {
        await using var issuer = await Issuer.Start();
        await using var host = await RunningHost.Start(tokens: new(Signer.Issuer, Signer.Audience, issuer.Address, []));

        Assert.Equal("OrderFound", (await host.Client().LookUp()).Name);
        Assert.Equal("NotSignedIn", (await host.ClientWith(Signer.Forged(Signer.Claims(SampleOrder.Customer))).LookUp()).Name);
    }

    static async Task<StartedHost> Started(CustomerTableSettings table, string keys)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "OrderHotline.Hosts.Web.dll"), "--dynamodb", "--port", port.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in new[]
        {
            ("HOTLINE_TABLE", table.TableName), ("HOTLINE_DYNAMODB_URL", $"{table.Endpoint.Address}"), ("AWS_REGION", Region),
            ("AWS_ACCESS_KEY_ID", "local"), ("AWS_SECRET_ACCESS_KEY", "local"), ("ASPNETCORE_URLS", ""),
            ("HOTLINE_TOKEN_ISSUER", Signer.Issuer), ("HOTLINE_TOKEN_AUDIENCE", Signer.Audience), ("HOTLINE_TOKEN_KEYS", keys),
        })
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Equal($"The line answers at http://127.0.0.1:{port}, on the shop's table. Ctrl+C stops it.", said);
        return new(process, new Uri($"http://127.0.0.1:{port}"));
    }

    sealed class StartedHost(Process process, Uri address) : IDisposable
    {
        public Uri Address => address;

        public void Dispose()
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }

    /// <summary>Publishes the shop's keys, as OpenID Connect has it.</summary>
    sealed class Issuer(WebApplication app) : IAsyncDisposable
    {
        public Uri Address => new(app.Urls.Single());

        public static async Task<Issuer> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.MapGet("/.well-known/openid-configuration", (HttpRequest request) => new { issuer = Signer.Issuer, jwks_uri = $"http://{request.Host}/keys" });
            app.MapGet("/keys", () => Results.Text(Signer.KeySet, "application/json"));
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new(app);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
