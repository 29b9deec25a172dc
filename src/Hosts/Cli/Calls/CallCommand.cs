using System.Collections.Immutable;
using System.CommandLine;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Adapters.InMemory;
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
        var (output, deployment) = (line.InvocationConfiguration.Output, options.Deployment(line));
        using var input = options.Input(line);
        var screen = Screen(line, options, input);
        var call = await Phoned(line, options, deployment, screen, cancellation);
        if (screen is JsonScreen document)
        {
            await document.Write(call, output);
        }
        else
        {
            await OwedMessages.Print(call.Messages, output);
            if (options.Record(line) is { } file)
            {
                await output.WriteLineAsync($"Recorded in {file.Name}; play it again with hotline run {file}{options.Deployed(line)}");
            }
        }

        return call.End == CallEnd.CutOff ? ExitCodes.CheckFailed : ExitCodes.Ok;
    }

    static async Task<PhonedCall> Phoned(
        ParseResult line, CallOptions options, Deployment deployment, ICallScreen screen, CancellationToken cancellation)
    {
        var source = options.Source;
        if (options.Record(line) is { } file)
        {
            if (options.IsOfAFile(line) || !options.Attributes(line).IsEmpty)
            {
                throw new InvalidDataException(
                    "--record writes down calls of a folder that hotline run can play again: leave out --attribute, and name a flow of --deploy.");
            }

            RecordedCall.Check(file, inMemory: options.Endpoint(line) is null && !source.IsATable(line));
            return await RecordedCall.Play(
                line, options, deployment, file, scene => new(scene.Connect, screen, Shown(line, options, deployment, scene.Orders, () => scene.Codes)), cancellation);
        }

        if (options.Endpoint(line) is { } endpoint)
        {
            // Whoever runs the functions has the orders.
            using var client = new HttpClient();
            var elsewhere = new LambdaEndpoint(client, endpoint, TimeProvider.System);
            return new(await Play(line, options, deployment, screen, elsewhere.Invoke, ports: null, cancellation), []);
        }

        if (source.IsATable(line))
        {
            var (client, settings) = source.Table(line);
            using (client)
            {
                var stored = new DynamoDbOrders(client, settings);
                var overTable = LinePorts.Over(stored);
                var inTable = MeasuredFunctions.Around(Functions(line, deployment.Shop, overTable).Invoke);
                return new(await Play(line, options, deployment, screen, inTable, overTable, cancellation), []);
            }
        }

        var inMemory = source.InMemory(line, deployment.Shop.Policy);
        var ports = LinePorts.Over(inMemory);
        var functions = MeasuredFunctions.Around(Functions(line, deployment.Shop, ports).Invoke);
        var end = await Play(line, options, deployment, screen, functions, ports, cancellation);
        return new(end, await OwedMessages.Of(inMemory, deployment.Shop.MessageWords, source.Clock(line), cancellation));
    }

    static LineFunctions Functions(ParseResult line, Shop shop, LinePorts ports) => new(
        ports,
        shop,
        record =>
        {
            if (!record.Contains("\"level\":\"info\"", StringComparison.Ordinal))
            {
                line.InvocationConfiguration.Error.WriteLine(record);
            }
        });

    static async Task<CallEnd> Play(
        ParseResult line,
        CallOptions options,
        Deployment deployment,
        ICallScreen screen,
        InvokeFunction functions,
        LinePorts? ports,
        CancellationToken cancellation)
    {
        var invoke = new BrokenFunctions(functions, options.Faults(line));
        var phone = new Phone(
            deployment.Connect(invoke.Invoke, options.Operators(line).In(deployment.World)),
            screen,
            Shown(line, options, deployment, ports?.Orders, () => ports?.Codes is RecordedMessages codes ? codes.Sent : []));
        return await phone.Play(
            new IncomingCall(
                Guid.NewGuid().ToString(),
                options.From(line)?.ToE164(),
                IncomingCall.RehearsedNumber,
                options.Flow(line),
                options.Source.Clock(line).GetCurrentInstant())
            {
                Attributes = options.Attributes(line),
            },
            options.ActsAhead(line, deployment),
            cancellation);
    }

    static PhoneOptions Shown(
        ParseResult line, CallOptions options, Deployment deployment, IOrders? orders, Func<ImmutableArray<RecordedMessage>> codes) => new(
        deployment.Shop.Policy.Zone,
        options.Trace(line),
        options.Voice(line),
        options.SaysLanguage(line) || options.IsOfAFile(line) ? "" : " To call in English: --language en-US.",
        async stop => orders is null || options.IsOfAFile(line) ? null : await OrderBehindTheCall.Describe(orders, options.From(line), stop),
        codes)
        {
            OperatorsTransfer = deployment.Shop.Verification.IsOn && !deployment.TransferFlows.IsEmpty,
        };

    // Whoever pipes wants lines; whoever sits at a terminal wants to see who speaks.
    static ICallScreen Screen(ParseResult line, CallOptions options, TextReader? input)
    {
        var output = line.InvocationConfiguration.Output;
        return options.IsJson(line) ? new JsonScreen(input ?? Console.In)
            : input is null && TerminalWriter.IsATerminal(output) && !Console.IsInputRedirected ? new ColouredScreen(AnsiConsole.Console)
            : new PlainScreen(input ?? Console.In, output);
    }
}
