using System.Net;
using System.Net.Sockets;
using NodaTime;
using OrderHotline.Adapters.InMemory;
using OrderHotline.CallSimulator.Functions;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>The line's real functions behind Lambda's invoke API on this machine, as slow as one wants.</summary>
sealed class FunctionsElsewhere : IAsyncDisposable
{
    readonly HttpListener listener = new();
    readonly CancellationTokenSource closing = new();
    readonly Func<string, TimeSpan> delay;
    readonly Instant now;
    readonly LineFunctions functions;
    readonly Task serving;

    public FunctionsElsewhere(Instant now, Func<string, TimeSpan> delay)
    {
        (this.now, this.delay) = (now, delay);
        var (shop, _) = ShopOption.Read(new(Path.Combine(ShopOption.DeployedFolder.FullName, "shop.json")), _ => null);
        var orders = new InMemoryOrders();
        orders.Put(SampleOrders.At(now, shop.Policy));
        functions = new(LinePorts.Over(orders), shop, _ => { });
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        listener.Prefixes.Add(Address);
        listener.Start();
        serving = Serve();
    }

    public string Address { get; }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await serving;
        listener.Close();
        closing.Dispose();
    }

    async Task Serve()
    {
        var answers = new List<Task>();
        while (!closing.IsCancellationRequested)
        {
            try
            {
                answers.Add(Answer(await listener.GetContextAsync()));
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException && closing.IsCancellationRequested)
            {
                break;
            }
        }

        await Task.WhenAll(answers);
    }

    async Task Answer(HttpListenerContext context)
    {
        var name = context.Request.Url!.Segments[^2].TrimEnd('/');
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        await Task.Delay(delay(name), closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var answer = await functions.Invoke(new FunctionCall(name, body.ToArray(), now, Duration.FromSeconds(8)), CancellationToken.None);
        try
        {
            context.Response.Close(Assert.IsType<FunctionAnswer.Replied>(answer).Payload.ToArray(), willBlock: false);
        }
        catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException)
        {
            // Whoever asked has stopped waiting: that is what the delay is for.
        }
    }
}
