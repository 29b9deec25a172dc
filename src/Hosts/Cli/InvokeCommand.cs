using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.ContactFlows;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline invoke</c>: what a function answers to an event.</summary>
static class InvokeCommand
{
    static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var function = new Argument<string>("FUNCTION")
        {
            Description = $"The function that the flow or the bot calls: {string.Join(", ", CallOptions.FunctionNames)}.",
            HelpName = "FUNCTION",
            CustomParser = argument =>
            {
                var name = argument.Tokens[0].Value;
                if (CallOptions.FunctionNames.Contains(name))
                {
                    return name;
                }

                argument.AddError($"There is no function \"{name}\": "
                    + $"it must be one of {string.Join(", ", CallOptions.FunctionNames)}.");
                return null!;
            },
        };
        var events = new Argument<FileInfo[]>("EVENT.json")
        {
            Description = "One or more files with the event that Connect sends, or Lex to OrderDialog. They are played in turn on the same orders.",
            Arity = ArgumentArity.OneOrMore,
        };
        var retry = new Option<bool>("--retry")
        {
            Description = "Keep the event's own ContactId, as Connect does when it retries. "
                + "Without this every event is a contact of its own, as if the customer had called again.",
        };
        var (source, shop) = (new OrderSourceOptions(), new ShopOption());
        var command = shop.AddTo(source.TakeOptions(new Command(
            "invoke",
            "Plays events through the real handlers and prints each reply as JSON. "
                + "Messages that would be sent, and the log, go to standard error.")
        {
            function,
            events.AcceptExistingOnly(),
            retry,
        }));
        command.SetAction((line, cancellation) => line.GetValue(function) == OrderDialogHandler.FunctionName
            ? PlayDialog(line, shop.Read(line), source.Clock(line), line.GetValue(events)!, cancellation)
            : Invoke(
                line,
                source,
                shop.Read(line),
                Enum.Parse<ConnectFunction>(line.GetValue(function)!),
                line.GetValue(events)!,
                asSent: line.GetValue(retry),
                cancellation));
        return command;
    }

    static async Task<int> Invoke(
        ParseResult line,
        OrderSourceOptions source,
        Shop shop,
        ConnectFunction function,
        FileInfo[] events,
        bool asSent,
        CancellationToken cancellation)
    {
        if (!source.IsATable(line))
        {
            var inMemory = source.InMemory(line, shop.Policy);
            var codes = new RecordedMessages();
            var onMyDesk = new LinePorts(inMemory, new InMemoryVerifications(), codes);
            var exitCode = await Play(line, shop, source.Clock(line), onMyDesk, function, events, asSent, cancellation);
            var owed = await OwedMessages.Of(inMemory, shop.MessageWords, source.Clock(line), cancellation);
            await OwedMessages.Print([.. codes.Sent, .. owed], line.InvocationConfiguration.Error);
            return exitCode;
        }

        var (client, settings) = source.Table(line);
        using (client)
        {
            // What the orders of a table owe stays owed: whoever delivers for that table sends it.
            var onATable = LinePorts.Over(new DynamoDbOrders(client, settings));
            return await Play(line, shop, source.Clock(line), onATable, function, events, asSent, cancellation);
        }
    }

    static async Task<int> Play(
        ParseResult line,
        Shop shop,
        IClock clock,
        LinePorts ports,
        ConnectFunction function,
        FileInfo[] events,
        bool asSent,
        CancellationToken cancellation)
    {
        var (output, error) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
        var handler = LineFunctions.Open(function, ports, shop, clock, record => error.WriteLine(
            record.Fault is { } fault && Failure.Explain(fault, line) is { } explanation ? explanation : $"{record.ToLogLine()}"));

        var exitCode = ExitCodes.Ok;
        foreach (var file in events)
        {
            var json = await InputFile.Bytes(file.FullName, cancellation);
            var reply = await handler.Answer(function, asSent ? json : AsANewContact(json), cancellation);
            await output.WriteAsync(Shown(reply.ToJson()));
            exitCode = Math.Max(exitCode, reply.Outcome switch
            {
                Outcome.InvalidRequest => ExitCodes.BadInput,
                Outcome.Unavailable => ExitCodes.Fault,
                _ => ExitCodes.Ok,
            });
        }

        return exitCode;
    }

    // What the bot gets back holds everything, so that the next turn can be made of it. No order is read.
    static async Task<int> PlayDialog(ParseResult line, Shop shop, IClock clock, FileInfo[] events, CancellationToken cancellation)
    {
        var exitCode = ExitCodes.Ok;
        var dialog = new OrderDialogHandler(OrderLine.ForDates(shop.Policy, clock), shop.Words, shop.DeliveryDaysAfterShipping, record =>
        {
            exitCode = Math.Max(exitCode, record.Result switch
            {
                DialogResult.InvalidRequest => ExitCodes.BadInput,
                DialogResult.Unavailable => ExitCodes.Fault,
                _ => ExitCodes.Ok,
            });
            line.InvocationConfiguration.Error.WriteLine(record.ToLogLine());
        });
        foreach (var file in events)
        {
            var answer = await dialog.Answer(await InputFile.Bytes(file.FullName, cancellation), cancellation);
            await line.InvocationConfiguration.Output.WriteAsync(Shown(answer));
        }

        return exitCode;
    }

    // A session attribute goes back as it came, half a character included.
    static string Shown(byte[] json)
    {
        try
        {
            using var whole = JsonText.Parse(json);
            return $"{JsonNode.Parse(json)!.ToJsonString(Readable)}\n";
        }
        catch (JsonException)
        {
            return $"{System.Text.Encoding.UTF8.GetString(json)}\n";
        }
    }

    // An event that cannot be read is left as it is: the handler says what is wrong with it.
    static byte[] AsANewContact(byte[] json)
    {
        try
        {
            using var readable = JsonText.Parse(json);
            if (JsonNode.Parse(json) is JsonObject root
                && root["Details"] is JsonObject details
                && details["ContactData"] is JsonObject contact
                && contact["ContactId"] is not null)
            {
                contact["ContactId"] = Guid.NewGuid().ToString();
                return JsonSerializer.SerializeToUtf8Bytes(root);
            }
        }
        catch (JsonException)
        {
            return json;
        }

        return json;
    }
}
