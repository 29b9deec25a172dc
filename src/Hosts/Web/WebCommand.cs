using System.CommandLine;
using System.Globalization;
using NodaTime;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>Starts the host. Nothing is needed for the desk: orders in memory, and a token to try it with.</summary>
static class WebCommand
{
    const int Ok = 0;
    const int BadInput = 2;
    const int UsualPort = 5080;

    static readonly Option<bool> DynamoDb = new("--dynamodb")
    {
        Description = "Work on the shop's table, as HOTLINE_TABLE, HOTLINE_DYNAMODB_URL and AWS's own settings say. Without it: on sample orders in memory.",
        Recursive = true,
    };

    static readonly Option<int> Port = new("--port")
    {
        Description = "The port on this machine. Where ASPNETCORE_URLS is set, that counts, but not on the desk.",
        DefaultValueFactory = _ => UsualPort,
        HelpName = "NUMBER",
    };

    static readonly Option<PhoneNumber> StartedFor = new("--customer")
    {
        Description = "The customer whose order the tools are for, by the number it was ordered with, such as +819011112222. Default on the desk: the sample customer.",
        HelpName = "+NUMBER",
        DefaultValueFactory = _ => SampleOrders.Caller,
        CustomParser = argument =>
        {
            if (!PhoneNumber.TryParse(argument.Tokens[0].Value, out var number))
            {
                argument.AddError("--customer must be a number in E.164, such as +819011112222.");
            }

            return number;
        },
    };

    static readonly Option<string> Spoken = new("--language")
    {
        Description = "The language of what is told, among those that the shop offers. Default: English.",
        HelpName = "ja|en|…",
        DefaultValueFactory = _ => Language.English.ToString(),
    };

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="variable">Gives the value of an environment variable.</param>
    /// <param name="output">Takes what to try.</param>
    /// <param name="error">Takes the log, and why the host does not start.</param>
    /// <param name="cancellation">Stops the host.</param>
    public static async Task<int> Run(
        string[] args, Func<string, string?> variable, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        Action<string> log = TextWriter.Synchronized(error).WriteLine;
        var root = new RootCommand("The order line over HTTP: an API and tools for agents. docs/web.md tells of both.") { DynamoDb, Port };
        Port.Validators.Add(port =>
        {
            if (port.Tokens is [var typed] && !(ushort.TryParse(typed.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0))
            {
                port.AddError($"--port is \"{typed.Value}\": it must be a port from 1 to 65535.");
            }
        });
        var tools = new Command("mcp", "Serves the tools for agents over standard input and output, for one customer, to the client that starts it.") { StartedFor, Spoken };
        tools.Validators.Add(started =>
        {
            if (started.GetValue(DynamoDb) && started.GetResult(StartedFor) is null or { Implicit: true })
            {
                started.AddError("--dynamodb works on the shop's table: name the customer, --customer +NUMBER.");
            }
        });
        tools.SetAction((line, stop) => ServeTools(
            line.GetValue(DynamoDb), line.GetValue(StartedFor), line.GetValue(Spoken)!, variable, log, stop));
        root.Add(tools);
        root.SetAction((line, stop) => Serve(line.GetValue(DynamoDb), line.GetValue(Port), variable, output, log, stop));
        var typed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (typed.Errors is [var wrong, ..])
        {
            log(wrong.Message);
            return BadInput;
        }

        try
        {
            return await typed.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellation);
        }
        catch (UnsoundSettingsException unsound)
        {
            log(unsound.Message);
            return BadInput;
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            log($"{taken.Message} Name another port: --port NUMBER.");
            return BadInput;
        }
    }

    static async Task<int> Serve(
        bool onATable, int port, Func<string, string?> variable, TextWriter output, Action<string> log, CancellationToken stop)
    {
        var settings = WebSettings.Read(variable, onATable, needsTokens: true);
        using var desk = settings.Tokens is null ? new DeskTokens() : null;
        var loopback = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var address = desk is null && variable("ASPNETCORE_URLS") is { Length: > 0 } ? null : loopback;
        using var store = StoreOf(settings);
        await using var app = LineHost.Build(settings, store.Ports, desk?.Settings ?? settings.Tokens!, log, address, desk);
        await app.StartAsync(stop);
        foreach (var said in Welcome.Lines(app.Urls.First(), desk, store.IsInMemory, DateTimeOffset.UtcNow))
        {
            await output.WriteLineAsync(said);
        }

        await app.WaitForShutdownAsync(stop);
        return Ok;
    }

    // A start argument proves nothing: whoever may start the process may name anybody. So it counts as the number alone.
    static async Task<int> ServeTools(
        bool onATable, PhoneNumber customer, string language, Func<string, string?> variable, Action<string> log, CancellationToken stop)
    {
        var settings = WebSettings.Read(variable, onATable, needsTokens: false);
        var offered = settings.Shop.Words.Offered;
        if (!offered.Any(one => one.IsSpokenIn(language)))
        {
            log($"--language is \"{LogText.Masked(language)}\": the shop offers {string.Join(", ", offered)}.");
            return BadInput;
        }

        using var store = StoreOf(settings);
        var who = new Customer(new Caller.Identified(customer), Channel.Other, settings.Shop.Words.LanguageOf(language));
        await AgentServer.ServeStandardInput(settings, store.Ports, who, log, stop);
        return Ok;
    }

    static Store StoreOf(WebSettings settings)
    {
        var clock = SystemClock.Instance;
        if (settings.Table is { } table)
        {
            var client = CustomerTable.CreateClient(table, new AnswerDeadline(TimeProvider.System));
            return new(new(new DynamoDbOrders(client, table), new DynamoDbVerifications(client, settings.Verifications), clock), client);
        }

        var orders = new InMemoryOrders();
        orders.Put(SampleOrders.At(clock.GetCurrentInstant(), settings.Shop.Policy));
        return new(new(orders, new InMemoryVerifications(), clock), client: null);
    }

    // The store, and the client to dispose of.
    sealed class Store(HostPorts ports, IDisposable? client) : IDisposable
    {
        public HostPorts Ports => ports;

        public bool IsInMemory => client is null;

        public void Dispose() => client?.Dispose();
    }
}
