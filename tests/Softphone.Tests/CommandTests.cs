using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using OrderHotline.Hosts.Cli;

namespace OrderHotline.Softphone.Tests;

/// <summary><c>hotline web</c>, as it is typed.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task It_says_where_it_rings_and_ends_well_when_it_is_ended()
    {
        var (ended, address, end) = await Typed("web", "--port", "0", "--language", "en-US");
        using var client = new HttpClient();

        Assert.EndsWith("?language=en-US", address, StringComparison.Ordinal);
        Assert.Contains("<title>Order Hotline</title>", await client.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        // A page that still looks does not keep the command.
        using var looks = await client.GetStreamAsync(new Uri(new Uri(address), "/events"), TestContext.Current.CancellationToken);
        await end.CancelAsync();

        Assert.Equal((ExitCodes.Ok, ""), await ended.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_kept_call_is_run_by_the_command_that_the_page_names()
    {
        var shop = Path.Combine(Repository.Folder, "samples", "kimono", "shop.json");
        var (ended, address, end) = await Typed("web", "--port", "0", "--shop", shop, "--now", "2026-11-25T10:00+09:00");
        using var client = new HttpClient { BaseAddress = new Uri(new Uri(address), "/") };
        foreach (var (path, body) in new (string, object)[]
        {
            ("/broken", new { broken = new[] { "tableDown", "sameWishFourTimes" } }),
            ("/calls", new { language = "ja-JP" }),
            ("/broken", new { broken = new[] { "sameWishFourTimes" } }),
            ("/acts", new { after = 2, typed = "" }),
        })
        {
            using var answer = await client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.call");
        await File.WriteAllTextAsync(file, await client.GetStringAsync("/kept.call", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        await end.CancelAsync();
        await ended;
        try
        {
            using var output = new StringWriter(CultureInfo.InvariantCulture);
            Assert.Equal(ExitCodes.Ok, await HotlineCommand.Run(["run", file, "--shop", shop], output, output, TestContext.Current.CancellationToken));
            Assert.Contains("1 call, 1 passed, 0 failed", output.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("orders in memory alone: leave out --dynamodb", "--dynamodb", "http://127.0.0.1:8000")]
    [InlineData("--port is \"http\": it must be a number from 0 to 65535.", "--port", "http")]
    [InlineData("--port is \"65536\"", "--port", "65536")]
    [InlineData("--from is \"withheld\"", "--from", "withheld")]
    [InlineData("There is no flow Nowhere", "--flow", "Nowhere")]
    public async Task What_cannot_be_served_is_refused_in_words(string words, params string[] options)
    {
        using var error = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Equal(ExitCodes.BadInput, await HotlineCommand.Run(["web", .. options], TextWriter.Null, error, TestContext.Current.CancellationToken));
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var error = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Equal(ExitCodes.BadInput, await HotlineCommand.Run(["web", "--port", $"{port}"], TextWriter.Null, error, TestContext.Current.CancellationToken));
        Assert.Contains($"Port {port} cannot be had", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("--port", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_readme_shows_it_first()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "README.md"), TestContext.Current.CancellationToken);

        Assert.Contains("dotnet run --project src/Hosts/Cli -- web", readme.Split("## ")[0], StringComparison.Ordinal);
        Assert.Contains("](docs/softphone.png)", readme.Split("## ")[0], StringComparison.Ordinal);
    }

    static async Task<(Task<(int ExitCode, string Error)> Ended, string Address, CancellationTokenSource End)> Typed(params string[] line)
    {
        var (output, error, end) = (new StringWriter(CultureInfo.InvariantCulture), new StringWriter(CultureInfo.InvariantCulture), new CancellationTokenSource());
        var running = HotlineCommand.Run(line, TextWriter.Synchronized(output), error, end.Token);
        while (!running.IsCompleted && !output.ToString().Contains('\n', StringComparison.Ordinal))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Contains("http://", output.ToString(), StringComparison.Ordinal);
        return (Ended(), output.ToString().Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal)), end);

        async Task<(int, string)> Ended() => (await running, error.ToString());
    }
}
