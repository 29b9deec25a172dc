using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>How the host starts, and why it does not.</summary>
public sealed partial class StartingTests
{
    [Fact]
    public async Task Every_command_that_it_prints_works_as_it_stands()
    {
        await using var desk = await StartedCommand.Start();
        var token = Assert.Single(desk.Lines, line => line.Contains("TOKEN=", StringComparison.Ordinal)).Split('=', 2)[1];
        var commands = Curl().Matches(string.Join('\n', desk.Lines).Replace("\\\n", "", StringComparison.Ordinal));

        Assert.Equal(4, commands.Count);
        foreach (var command in commands.Cast<Match>())
        {
            using var client = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, command.Groups["address"].Value);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            foreach (var header in Header().Matches(command.Value).Cast<Match>())
            {
                Assert.True(request.Headers.TryAddWithoutValidation(header.Groups["name"].Value, header.Groups["value"].Value));
            }

            if (command.Groups["json"].Success)
            {
                request.Method = HttpMethod.Post;
                request.Content = new StringContent(command.Groups["json"].Value, Encoding.UTF8, "application/json");
            }

            Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task The_desk_signs_no_token_where_an_issuer_is_named_or_the_shops_table_is_meant()
    {
        await using var named = await StartedCommand.Start(variables: new()
        {
            ["HOTLINE_TOKEN_ISSUER"] = Signer.Issuer,
            ["HOTLINE_TOKEN_AUDIENCE"] = Signer.Audience,
            ["HOTLINE_TOKEN_AUTHORITY"] = "https://login.shop.example",
        });

        Assert.DoesNotContain(named.Lines, line => line.Contains("TOKEN", StringComparison.Ordinal));
        Assert.Contains("HOTLINE_TOKEN_ISSUER is not set", await Refusal(["--dynamodb"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HOTLINE_TOKEN_ISSUER", "https://login.shop.example", "HOTLINE_TOKEN_AUDIENCE is not set")]
    [InlineData("HOTLINE_TOKEN_ISSUER", "https://login.shop.example", "Set HOTLINE_TOKEN_AUTHORITY")]
    [InlineData("HOTLINE_TOKEN_AUTHORITY", "http://login.shop.example", "with https unless it is on this machine")]
    [InlineData("HOTLINE_TOKEN_AUTHORITY", "login", "with https unless it is on this machine")]
    [InlineData("HOTLINE_TOKEN_KEYS", "/no/such/keys.json", "it must be a file with a key set")]
    [InlineData("HOTLINE_REQUESTS_A_MINUTE", "0", "a whole number from 1 to 10000")]
    [InlineData("HOTLINE_REQUESTS_A_MINUTE", "many", "a whole number from 1 to 10000")]
    [InlineData("HOTLINE_KEYS_FOLDER", "/no/such/folder", "there is no such folder")]
    [InlineData("HOTLINE_CHAT_ORIGINS", "http://shop.example", "the origins of the pages with the chat")]
    [InlineData("HOTLINE_CHAT_ORIGINS", "https://shop.example, https://shop.example/basket", "the origins of the pages with the chat")]
    [InlineData("HOTLINE_CHAT_ORIGINS", "*", "the origins of the pages with the chat")]
    [InlineData("HOTLINE_SHOP", "/no/such/shop.json", "There is no file /no/such/shop.json")]
    [InlineData("HOTLINE_ZONE", "Mars", "HOTLINE_ZONE")]
    public async Task A_setting_that_makes_no_sense_is_named_with_what_would_be_right(string name, string value, string said) =>
        Assert.Contains(said, await Refusal([], new() { [name] = value }), StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"keys\":[]}")]
    [InlineData("{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}")]
    [InlineData("no keys")]
    public async Task A_key_set_without_public_keys_is_refused(string keys)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, keys, TestContext.Current.CancellationToken);

        var said = await Refusal([], new() { ["HOTLINE_TOKEN_ISSUER"] = "i", ["HOTLINE_TOKEN_AUDIENCE"] = "a", ["HOTLINE_TOKEN_KEYS"] = file });

        Assert.Contains("HOTLINE_TOKEN_KEYS", said, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Theory]
    [InlineData("--port is \"0\"", "--port", "0")]
    [InlineData("--port is \"five\"", "--port", "five")]
    [InlineData("--prot", "--prot", "5080")]
    [InlineData("--customer must be a number in E.164", "mcp", "--customer", "090-1111-2222")]
    [InlineData("name the customer", "mcp", "--dynamodb")]
    [InlineData("the shop offers ja-JP, en-US", "mcp", "--language", "fr")]
    public async Task A_command_line_that_makes_no_sense_is_refused(string said, params string[] line) =>
        Assert.Contains(said, await Refusal(line), StringComparison.Ordinal);

    [Fact]
    public async Task A_port_that_is_taken_is_told()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        Assert.Contains("--port NUMBER", await Refusal(["--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}"]), StringComparison.Ordinal);
    }

    static async Task<string> Refusal(string[] line, Dictionary<string, string>? variables = null)
    {
        using var error = new StringWriter();
        Assert.Equal(2, await WebCommand.Run(
            line, name => variables?.GetValueOrDefault(name), TextWriter.Null, error, TestContext.Current.CancellationToken));
        return error.ToString();
    }

    [GeneratedRegex(@"curl .*?(--json '(?<json>[^']*)' )?(?<address>http://\S+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Curl();

    [GeneratedRegex("-H '(?<name>[^:']+): (?<value>[^']+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Header();

    /// <summary>The command, running, on a port that was free.</summary>
    sealed class StartedCommand : IAsyncDisposable
    {
        readonly CancellationTokenSource stop = new();
        readonly StringWriter output = new();
        Task<int>? running;

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (output)
                {
                    return output.ToString().Split('\n');
                }
            }
        }

        public static async Task<StartedCommand> Start(Dictionary<string, string>? variables = null)
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var port = ((IPEndPoint)free.LocalEndpoint).Port;
            free.Stop();
            var started = new StartedCommand();
            started.running = WebCommand.Run(
                ["--port", $"{port}"], name => variables?.GetValueOrDefault(name), TextWriter.Synchronized(started.output), TextWriter.Null, started.stop.Token);
            var waited = Stopwatch.StartNew();
            while (!started.Lines.Any(line => line.Contains("openapi", StringComparison.Ordinal)))
            {
                Assert.False(started.running.IsCompleted);
                Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), "It has not started within a minute.");
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            return started;
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            Assert.Equal(0, await running!);
            stop.Dispose();
            await output.DisposeAsync();
        }
    }
}
