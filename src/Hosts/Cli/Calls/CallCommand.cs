using System.CommandLine;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Scenarios;
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
        var (source, deployment) = (options.Source, options.Deployment(line));
        using var input = options.Input(line);
        if (options.Record(line) is { } file)
        {
            if (options.IsOfAFile(line) || !options.Attributes(line).IsEmpty)
            {
                throw new InvalidDataException(
                    "--record writes down calls of a folder that hotline run can play again: leave out --attribute, and name a flow of --deploy.");
            }

            RecordedCall.Check(file, inMemory: options.Endpoint(line) is null && !source.IsATable(line));
            return await RecordedCall.Play(
                line, options, deployment, file, scene => new(scene.Connect, Screen(line, input), Shown(line, options, deployment.Shop, scene.Orders)), cancellation);
        }

        if (options.Endpoint(line) is { } endpoint)
        {
            // Whoever runs the functions has the orders.
            using var client = new HttpClient();
            var elsewhere = new LambdaEndpoint(client, endpoint, TimeProvider.System);
            return await Play(line, options, deployment, input, elsewhere.Invoke, orders: null, cancellation);
        }

        if (source.IsATable(line))
        {
            var (client, settings) = source.Table(line);
            using (client)
            {
                var stored = new DynamoDbOrders(client, settings);
                return await Play(line, options, deployment, input, MeasuredFunctions.Around(Functions(line, deployment.Shop, stored).Invoke), stored, cancellation);
            }
        }

        var inMemory = source.InMemory(line, deployment.Shop.Policy);
        var functions = Functions(line, deployment.Shop, inMemory);
        var exitCode = await Play(line, options, deployment, input, MeasuredFunctions.Around(functions.Invoke), inMemory, cancellation);
        await OwedMessages.Print(inMemory, deployment.Shop.MessageWords, source.Clock(line), line.InvocationConfiguration.Output, cancellation);
        return exitCode;
    }

    static LineFunctions Functions(ParseResult line, Shop shop, IOrders orders) => new(
        orders,
        shop,
        record =>
        {
            if (!record.Contains("\"level\":\"info\"", StringComparison.Ordinal))
            {
                line.InvocationConfiguration.Error.WriteLine(record);
            }
        });

    static async Task<int> Play(
        ParseResult line,
        CallOptions options,
        Deployment deployment,
        TextReader? input,
        InvokeFunction functions,
        IOrders? orders,
        CancellationToken cancellation)
    {
        var invoke = new BrokenFunctions(functions, options.Faults(line));
        var phone = new Phone(
            deployment.Connect(invoke.Invoke, options.Operators(line).In(deployment.World)),
            Screen(line, input),
            Shown(line, options, deployment.Shop, orders));
        var end = await phone.Play(
            new IncomingCall(
                Guid.NewGuid().ToString(),
                options.From(line)?.ToE164(),
                IncomingCall.RehearsedNumber,
                options.Flow(line),
                options.Source.Clock(line).GetCurrentInstant())
            {
                Attributes = options.Attributes(line),
            },
            options.ActsAhead(line),
            cancellation);
        return end == CallEnd.CutOff ? ExitCodes.CheckFailed : ExitCodes.Ok;
    }

    static PhoneOptions Shown(ParseResult line, CallOptions options, Shop shop, IOrders? orders) => new(
        shop.Policy.Zone,
        options.Trace(line),
        options.Voice(line),
        options.IsEnglish(line) || options.IsOfAFile(line) ? "" : " To call in English: --language en-US.",
        async stop => orders is null || options.IsOfAFile(line) ? null : await OrderBehindTheCall.Describe(orders, options.From(line), stop));

    // Whoever pipes wants lines; whoever sits at a terminal wants to see who speaks.
    static ICallScreen Screen(ParseResult line, TextReader? input)
    {
        var output = line.InvocationConfiguration.Output;
        return input is null && TerminalWriter.IsATerminal(output) && !Console.IsInputRedirected
            ? new ColouredScreen(AnsiConsole.Console)
            : new PlainScreen(input ?? Console.In, output);
    }
}
