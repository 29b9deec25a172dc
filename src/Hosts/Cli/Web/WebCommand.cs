using System.CommandLine;
using System.Globalization;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline web</c>: the line in a browser, on this machine.</summary>
static class WebCommand
{
    const int UsualPort = 8321;

    public static Command Create()
    {
        var (deployed, source) = (new DeployedLine(), new OrderSourceOptions());
        var port = new Option<int>("--port")
        {
            Description = "The port on this machine; 0 for any that is free.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => UsualPort,
            CustomParser = argument =>
            {
                var typed = argument.Tokens[0].Value;
                if (ushort.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    return number;
                }

                argument.AddError($"--port is \"{typed}\": it must be a number from 0 to {ushort.MaxValue}.");
                return 0;
            },
        };
        var from = new Option<string>("--from")
        {
            Description = "The number that calls. The default is a customer of the sample orders.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => SampleOrders.Caller.ToE164(),
        };
        var language = LanguageOption.Meaning(
            "The language of the page, ja-JP or en-US. Default: the browser's.", _ => true, "a language and a country, such as en-US");
        from.Validators.Add(result =>
        {
            if (result.GetValue(from) is var typed && !CallerNumber.TryParse(typed, out _))
            {
                result.AddError($"--from is \"{typed}\": it must be {CallerNumber.Forms}.");
            }
        });
        var command = source.TakeOptions(deployed.TakeOptions(new Command(
            "web", "Opens the line in a browser on this machine: take the call as a customer, break things, edit the shop.")
        {
            port,
            from,
            language,
        }));
        command.Validators.Add(result =>
        {
            if (result.GetResult(OrderSourceOptions.DynamoDb) is not null)
            {
                result.AddError("hotline web plays with orders in memory alone: leave out --dynamodb, or phone your table with hotline call --dynamodb URL.");
            }
        });
        command.SetAction((line, cancellation) => Serve(
            line,
            deployed,
            source,
            CallerNumber.TryParse(line.GetValue(from), out var caller) ? caller : SampleOrders.Caller,
            line.GetValue(port),
            line.GetResult(language) is { Implicit: false } ? $"?language={line.GetValue(language)}" : "",
            cancellation));
        return command;
    }

    static async Task<int> Serve(
        ParseResult line, DeployedLine deployed, OrderSourceOptions source, PhoneNumber caller, int port, string query, CancellationToken cancellation)
    {
        var deployment = deployed.ReadWithFlow(line);
        var clock = source.Clock(line);
        var beginning = new ScenarioStart(caller, clock.GetCurrentInstant())
        {
            Flow = deployed.Flow(line),
            Orders = RecordedCall.OrdersOf(caller, source.InMemory(line, deployment.Shop.Policy)),
        };
        using var softphone = new Softphone(deployment, beginning, clock, deployed.Typed(line));
        var (server, address) = await Listen(softphone, port, cancellation);
        await using (server)
        {
            await line.InvocationConfiguration.Output.WriteLineAsync($"The telephone rings at {address}{query} on this machine. Ctrl+C ends it.");
            await line.InvocationConfiguration.Output.FlushAsync(CancellationToken.None);
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await server.StopAsync(CancellationToken.None);
        }

        return ExitCodes.Ok;
    }

    static async Task<(Microsoft.AspNetCore.Builder.WebApplication Server, Uri Address)> Listen(
        Softphone softphone, int port, CancellationToken cancellation)
    {
        try
        {
            return await SoftphoneServer.Start(softphone, port, cancellation);
        }
        catch (IOException taken)
        {
            throw new InvalidDataException($"Port {port} cannot be had: {taken.Message} Name another with --port, or 0 for any.", taken);
        }
    }
}
