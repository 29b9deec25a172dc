using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OrderHotline.Bench.Chats;

/// <summary>The host as it works for a shop, in a process of its own on a core of its own.</summary>
sealed class HostProcess : IAsyncDisposable
{
    readonly ShopInATable shop;
    readonly int core;
    readonly int port;
    Process? running;
    double peakMiB;

    HostProcess(ShopInATable shop, int core)
    {
        (this.shop, this.core) = (shop, core);
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        port = ((IPEndPoint)free.LocalEndpoint).Port;
    }

    public Uri Address => new($"http://127.0.0.1:{port}/");

    /// <summary>How long it was away.</summary>
    public TimeSpan AwayFor { get; private set; }

    public static async Task<HostProcess> Start(ShopInATable shop, int core)
    {
        var host = new HostProcess(shop, core);
        await host.Run();
        return host;
    }

    /// <summary>Asks it to stop, as whoever deploys does, waits until it has, and starts another.</summary>
    public async Task StopAndStartAgain()
    {
        var began = Stopwatch.GetTimestamp();
        await Stop();
        await Run();
        AwayFor = Stopwatch.GetElapsedTime(began);
    }

    /// <summary>The most memory that it had resident.</summary>
    public double PeakMiB() => Math.Max(peakMiB, running is { HasExited: false } ? ReadPeak(running) : 0);

    public async ValueTask DisposeAsync() => await Stop();

    async Task Run()
    {
        var start = new ProcessStartInfo("taskset", ["-c", $"{core}", "dotnet", "artifacts/bin/Web/release/OrderHotline.Hosts.Web.dll", "--dynamodb", "--port", $"{port}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in shop.Variables)
        {
            start.Environment[name] = value;
        }

        running = Process.Start(start)!;
        running.ErrorDataReceived += (_, _) => { };
        running.BeginErrorReadLine();
        while (await running.StandardOutput.ReadLineAsync() is { } said && !said.Contains("openapi", StringComparison.Ordinal))
        {
        }
    }

    async Task Stop()
    {
        if (running is not { HasExited: false } one)
        {
            return;
        }

        peakMiB = PeakMiB();
        using var kill = Process.Start("kill", ["-TERM", $"{one.Id}"]);
        await one.WaitForExitAsync();
        one.Dispose();
        running = null;
    }

    static double ReadPeak(Process one) =>
        double.Parse(File.ReadLines($"/proc/{one.Id}/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
        / 1024;
}
