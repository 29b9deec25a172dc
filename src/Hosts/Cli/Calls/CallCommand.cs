using System.CommandLine;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Local;
using OrderHotline.Application;
using OrderHotline.Domain;
using Spectre.Console;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline call</c>: a whole call, from ring to goodbye, with the flows and the bot that are deployed.</summary>
static class CallCommand
{
    public static Command Create()
    {
        var options = new CallOptions();
        var command = options.AddTo(new Command(
            "call", $"Phones the line: plays a whole call with the real flows, bot and functions. {CallerInput.Help}"));
        command.SetAction((line, cancellation) => Call(line, options, cancellation));
        return command;
    }

    static async Task<int> Call(ParseResult line, CallOptions options, CancellationToken cancellation)
    {
        var shop = options.Shop;
        if (options.Endpoint(line) is { } endpoint)
        {
            // Whoever runs the functions has the orders.
            using var client = new HttpClient();
            return await Play(line, options, new LambdaEndpoint(client, endpoint, TimeProvider.System).Invoke, orders: null, cancellation);
        }

        if (shop.IsATable(line))
        {
            var (client, settings) = shop.Table(line);
            using (client)
            {
                var stored = new DynamoDbOrders(client, settings);
                return await Play(line, options, Functions(line, stored, new RecordedTexts()).Invoke, stored, cancellation);
            }
        }

        var (inMemory, texts) = (shop.InMemory(line), new RecordedTexts());
        var functions = Functions(line, inMemory, texts);
        var exitCode = await Play(line, options, functions.Invoke, inMemory, cancellation);
        await OwedTexts.Print(
            OrderLine.Open(inMemory, texts, new ShippingPolicy(), shop.Clock(line)),
            inMemory,
            texts,
            line.InvocationConfiguration.Output,
            cancellation);
        return exitCode;
    }

    static LineFunctions Functions(ParseResult line, IOrders orders, ITextMessages texts) => new(
        clock => OrderLine.Open(orders, texts, new ShippingPolicy(), clock),
        Language.Japanese,
        record =>
        {
            if (!record.Contains("\"level\":\"info\"", StringComparison.Ordinal))
            {
                line.InvocationConfiguration.Error.WriteLine(record);
            }
        });

    static async Task<int> Play(
        ParseResult line, CallOptions options, InvokeFunction functions, IOrders? orders, CancellationToken cancellation)
    {
        var deployment = options.Deployment(line);
        var invoke = PlantedFault.In(MeasuredFunctions.Of(functions), options.Failing(line), options.Hanging(line));
        var caller = options.From(line);
        using var input = options.Input(line);
        var phone = new Phone(
            deployment.Connect(invoke, options.Operators(line, deployment.World)),
            Screen(line, input),
            new(
                options.Trace(line),
                options.Voice(line),
                async stop => orders is null ? null : await OrderBehindTheCall.Describe(orders, caller, stop)));
        var end = await phone.Play(
            new IncomingCall(
                Guid.NewGuid().ToString(), caller?.ToE164(), "+81312345678", options.Flow(line), options.Shop.Clock(line).GetCurrentInstant()),
            options.ActsAhead(line),
            cancellation);
        return end == CallEnd.CutOff ? 1 : 0;
    }

    // Whoever pipes wants lines; whoever sits at a terminal wants to see who speaks.
    static ICallScreen Screen(ParseResult line, TextReader? input)
    {
        var output = line.InvocationConfiguration.Output;
        return input is null && output == Console.Out && !Console.IsOutputRedirected && !Console.IsInputRedirected
            ? new ColouredScreen(AnsiConsole.Console)
            : new PlainScreen(input ?? Console.In, output);
    }
}
