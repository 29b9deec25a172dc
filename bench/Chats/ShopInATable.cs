using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Aws;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Bench.Chats;

/// <summary>A shop: a table of dynalite's with an order for each customer, and an issuer whose key the host believes.</summary>
sealed class ShopInATable : IAsyncDisposable
{
    const string Issuer = "https://login.shop.example";
    const string Audience = "order-hotline";

    readonly Process dynalite;
    readonly AmazonDynamoDBClient client;
    readonly CustomerTableSettings table;
    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly string folder = Directory.CreateTempSubdirectory().FullName;
    readonly int customers;

    ShopInATable(Process dynalite, CustomerTableSettings table, int customers)
    {
        (this.dynalite, this.table, this.customers) = (dynalite, table, customers);
        client = CustomerTable.CreateClient(table, new AnswerDeadline(TimeProvider.System), new BasicAWSCredentials("local", "local"));
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        File.WriteAllText(KeySet, JsonSerializer.Serialize(new
        {
            keys = new[] { new { kty = "EC", crv = "P-256", kid = "k1", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y) } },
        }));
    }

    /// <summary>What the host is told of it.</summary>
    public IEnumerable<(string Name, string Value)> Variables =>
    [
        ("HOTLINE_TABLE", table.TableName), ("HOTLINE_DYNAMODB_URL", $"{table.Endpoint.Address}"), ("AWS_REGION", "ap-northeast-1"),
        ("AWS_ACCESS_KEY_ID", "local"), ("AWS_SECRET_ACCESS_KEY", "local"), ("ASPNETCORE_URLS", ""),
        ("HOTLINE_TOKEN_ISSUER", Issuer), ("HOTLINE_TOKEN_AUDIENCE", Audience), ("HOTLINE_TOKEN_KEYS", KeySet), ("HOTLINE_KEYS_FOLDER", folder),
        ("HOTLINE_REQUESTS_A_MINUTE", "1000"),
    ];

    string KeySet => Path.Combine(folder, "keys.json");

    public static async Task<ShopInATable> Open(int customers)
    {
        var store = Process.Start(new ProcessStartInfo("node", "start.js")
        {
            UseShellExecute = false,
            WorkingDirectory = "tests/Contracts/Dynalite",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var port = await store.StandardOutput.ReadLineAsync();
        var shop = new ShopInATable(
            store, new() { TableName = "Customers", Endpoint = new() { Address = new($"http://127.0.0.1:{port}"), Region = "ap-northeast-1" } }, customers);
        await CustomerTableSchema.Create(shop.client, shop.table, CancellationToken.None);
        var day = LocalDatePattern.Iso.Format(SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(20));
        for (var customer = 0; customer <= customers; customer++)
        {
            await shop.client.PutItemAsync("Customers", new()
            {
                ["CallerID"] = new(NumberOf(customer)),
                ["orderId"] = new("201"),
                ["orderedItem"] = new("Kettle"),
                ["shippingDate"] = new(day),
                ["isCancel"] = new("False"),
            });
        }

        return shop;
    }

    /// <summary>A customer's token, good for an hour.</summary>
    public string TokenOf(int customer)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["aud"] = Audience,
            ["exp"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds(),
            ["phone_number"] = NumberOf(customer),
        };
        var text = $"{Encoded(new { alg = "ES256", typ = "JWT", kid = "k1" })}.{Encoded(claims)}";
        return $"{text}.{Base64Url.EncodeToString(key.SignData(System.Text.Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}";
    }

    /// <summary>How many changes that were answered are not in an order's history, and how many there are too many.</summary>
    /// <param name="each">How many each customer has made.</param>
    public async Task<(int Lost, int Doubled)> LostAndDoubled(int each)
    {
        var orders = new DynamoDbOrders(client, table);
        var (lost, doubled) = (0, 0);
        for (var customer = 1; customer <= customers; customer++)
        {
            var changes = PhoneNumber.TryParse(NumberOf(customer), out var number) && await orders.Latest(number, CancellationToken.None) is OrderSearch.Found(var order)
                ? order.History.Length
                : 0;
            (lost, doubled) = (lost + Math.Max(0, each - changes), doubled + Math.Max(0, changes - each));
        }

        return (lost, doubled);
    }

    public async ValueTask DisposeAsync()
    {
        dynalite.StandardInput.Close();
        await dynalite.WaitForExitAsync();
        dynalite.Dispose();
        client.Dispose();
        key.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    static string NumberOf(int customer) => string.Create(CultureInfo.InvariantCulture, $"+81901111{customer:0000}");

    static string Encoded<T>(T part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
