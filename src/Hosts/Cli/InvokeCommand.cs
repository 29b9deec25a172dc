using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

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
        var trusted = new Option<TrustedChannels>("--trusted-channels")
        {
            Description = "The channels whose flow is trusted to know the caller's number, as in HOTLINE_TRUSTED_CHANNELS.",
            HelpName = "CHAT,SMS,…",
            DefaultValueFactory = _ => TrustedChannels.None,
            CustomParser = argument =>
            {
                if (ConnectChannels.TryReadTrusted(argument.Tokens[0].Value, out var channels))
                {
                    return channels;
                }

                argument.AddError($"\"{argument.Tokens[0].Value}\" cannot be trusted: it must be {ConnectChannels.Trustable}.");
                return null;
            },
        };
        var shop = new OrderSourceOptions();
        var command = shop.TakeOptions(new Command(
            "invoke",
            "Plays events through the real handlers and prints each reply as JSON. "
                + "Messages that would be sent, and the log, go to standard error.")
        {
            function,
            events.AcceptExistingOnly(),
            retry,
            trusted,
        });
        command.SetAction((line, cancellation) => Invoke(
            line,
            shop,
            line.GetValue(function),
            line.GetValue(events)!,
            asSent: line.GetValue(retry),
            line.GetValue(trusted)!,
            cancellation));
        return command;
    }

    static async Task<int> Invoke(
        ParseResult line,
        OrderSourceOptions shop,
        ConnectFunction function,
        FileInfo[] events,
        bool asSent,
        TrustedChannels trusted,
        CancellationToken cancellation)
    {
        if (!shop.IsATable(line))
        {
            var inMemory = shop.InMemory(line);
            var onMyDesk = OrderLine.ForCalls(inMemory, new ShippingPolicy(), shop.Clock(line));
            var exitCode = await Play(line, onMyDesk, function, events, asSent, trusted, cancellation);
            await OwedMessages.Print(inMemory, shop.Clock(line), line.InvocationConfiguration.Error, cancellation);
            return exitCode;
        }

        var (client, settings) = shop.Table(line);
        using (client)
        {
            // What the orders of a table owe stays owed: whoever delivers for that table sends it.
            var onATable = OrderLine.ForCalls(new DynamoDbOrders(client, settings), new ShippingPolicy(), shop.Clock(line));
            return await Play(line, onATable, function, events, asSent, trusted, cancellation);
        }
    }

    static async Task<int> Play(
        ParseResult line,
        ICallLine orderLine,
        ConnectFunction function,
        FileInfo[] events,
        bool asSent,
        TrustedChannels trusted,
        CancellationToken cancellation)
    {
        var (output, error) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
        var handler = new ContactFlowHandler(orderLine, Language.Japanese, trusted, record => error.WriteLine(
            record.Fault is { } fault && Failure.Explain(fault, line) is { } explanation ? explanation : record.ToLogLine()));

        var answered = true;
        foreach (var file in events)
        {
            var json = await File.ReadAllBytesAsync(file.FullName, cancellation);
            var reply = await handler.Answer(function, asSent ? json : AsANewContact(json), cancellation);
            await output.WriteAsync($"{JsonNode.Parse(reply.ToJson())!.ToJsonString(Readable)}\n");
            answered &= reply.Outcome is not (Outcome.InvalidRequest or Outcome.Unavailable);
        }

        return answered ? 0 : 1;
    }

    // An event that cannot be read is left as it is: the handler says what is wrong with it.
    static byte[] AsANewContact(byte[] json)
    {
        try
        {
            if (JsonNode.Parse(json) is JsonObject root
                && root["Details"] is JsonObject details
                && details["ContactData"] is JsonObject contact
                && contact["ContactId"] is not null)
            {
                contact["ContactId"] = Guid.NewGuid().ToString();
                return JsonSerializer.SerializeToUtf8Bytes(root);
            }
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException)
        {
            return json;
        }

        return json;
    }
}
