using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
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
        var function = new Argument<ConnectFunction>("FUNCTION")
        {
            Description = $"The function the flow calls: {string.Join(", ", Enum.GetNames<ConnectFunction>())}.",
            HelpName = "FUNCTION",
            CustomParser = argument =>
            {
                var name = argument.Tokens[0].Value;
                if (Enum.GetNames<ConnectFunction>().Contains(name))
                {
                    return Enum.Parse<ConnectFunction>(name);
                }

                argument.AddError($"There is no function \"{name}\": "
                    + $"it must be one of {string.Join(", ", Enum.GetNames<ConnectFunction>())}.");
                return default;
            },
        };
        var events = new Argument<FileInfo[]>("EVENT.json")
        {
            Description = "One or more files with the event that Connect sends. They are played in turn on the same orders.",
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
        command.SetAction((line, cancellation) => Invoke(
            line,
            source,
            shop.Read(line),
            line.GetValue(function),
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
            var onMyDesk = OrderLine.ForCalls(inMemory, shop.Policy, source.Clock(line));
            var exitCode = await Play(line, shop, onMyDesk, function, events, asSent, cancellation);
            await OwedMessages.Print(inMemory, shop.MessageWords, source.Clock(line), line.InvocationConfiguration.Error, cancellation);
            return exitCode;
        }

        var (client, settings) = source.Table(line);
        using (client)
        {
            // What the orders of a table owe stays owed: whoever delivers for that table sends it.
            var onATable = OrderLine.ForCalls(new DynamoDbOrders(client, settings), shop.Policy, source.Clock(line));
            return await Play(line, shop, onATable, function, events, asSent, cancellation);
        }
    }

    static async Task<int> Play(
        ParseResult line,
        Shop shop,
        ICallLine orderLine,
        ConnectFunction function,
        FileInfo[] events,
        bool asSent,
        CancellationToken cancellation)
    {
        var (output, error) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
        var handler = new ContactFlowHandler(orderLine, shop.Words, shop.Trusted, record => error.WriteLine(
            record.Fault is { } fault && Failure.Explain(fault, line) is { } explanation ? explanation : record.ToLogLine()));

        var exitCode = ExitCodes.Ok;
        foreach (var file in events)
        {
            var json = await InputFile.Bytes(file.FullName, cancellation);
            var reply = await handler.Answer(function, asSent ? json : AsANewContact(json), cancellation);
            await output.WriteAsync($"{JsonNode.Parse(reply.ToJson())!.ToJsonString(Readable)}\n");
            exitCode = Math.Max(exitCode, reply.Outcome switch
            {
                Outcome.InvalidRequest => ExitCodes.BadInput,
                Outcome.Unavailable => ExitCodes.Fault,
                _ => ExitCodes.Ok,
            });
        }

        return exitCode;
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
