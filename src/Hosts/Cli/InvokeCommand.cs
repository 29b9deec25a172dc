using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Adapters.Local;
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
            CustomParser = argument =>
            {
                if (!Enum.TryParse<ConnectFunction>(argument.Tokens[0].Value, out var known) || !Enum.IsDefined(known))
                {
                    argument.AddError($"There is no function \"{argument.Tokens[0].Value}\": "
                        + $"it must be one of {string.Join(", ", Enum.GetNames<ConnectFunction>())}.");
                }

                return known;
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
        var shop = new Shop();
        var command = shop.TakeOptions(new Command(
            "invoke",
            "Plays events through the real handlers and prints each reply as JSON. Texts that would be sent, and the log, go to standard error.")
        {
            function,
            events.AcceptExistingOnly(),
            retry,
        });
        command.SetAction((line, cancellation) => Invoke(
            line, shop, line.GetValue(function), line.GetValue(events)!, asSent: line.GetValue(retry), cancellation));
        return command;
    }

    static async Task<int> Invoke(
        ParseResult line, Shop shop, ConnectFunction function, FileInfo[] events, bool asSent, CancellationToken cancellation)
    {
        var (output, error) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
        var (orders, inMemory) = Orders(line, shop);
        var texts = new RecordedTexts();
        var orderLine = OrderLine.Open(orders, texts, new ShippingPolicy(), shop.Clock(line));
        var handler = new ContactFlowHandler(orderLine, Language.Japanese, record => error.WriteLine(record.ToLogLine()));

        var answered = true;
        foreach (var file in events)
        {
            var json = await File.ReadAllBytesAsync(file.FullName, cancellation);
            var reply = await handler.Answer(function, asSent ? json : AsANewContact(json), cancellation);
            await output.WriteLineAsync(JsonNode.Parse(reply.ToJson())!.ToJsonString(Readable));
            answered &= reply.Outcome is not (Outcome.InvalidRequest or Outcome.Unavailable);
        }

        if (inMemory is not null)
        {
            await PrintTexts(orderLine, inMemory, texts, error, cancellation);
        }

        return answered ? 0 : 1;
    }

    static (IOrders Orders, InMemoryOrders? InMemory) Orders(ParseResult line, Shop shop)
    {
        if (shop.IsATable(line))
        {
            var (client, settings) = shop.Table(line);
            return (new DynamoDbOrders(client, settings), null);
        }

        var orders = shop.InMemory(line);
        return (orders, orders);
    }

    // Orders in memory end with the command, so what they owe is shown rather than left owing.
    static async Task PrintTexts(
        IMediator orderLine, InMemoryOrders orders, RecordedTexts texts, TextWriter error, CancellationToken cancellation)
    {
        foreach (var order in orders.All().Where(order => !order.OwedTexts.IsEmpty))
        {
            await orderLine.Send(new DeliverTexts(new Caller.Identified(order.Owner), order.Id.ToString()), cancellation);
        }

        foreach (var text in texts.Sent)
        {
            await error.WriteLineAsync($"text to {text.To}: {text.Body.ReplaceLineEndings(" / ")}");
        }
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
