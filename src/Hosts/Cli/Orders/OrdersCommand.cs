using System.CommandLine;
using NodaTime.Text;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline orders</c>: the orders themselves.</summary>
static class OrdersCommand
{
    public static Command Create() => new("orders", "Lists, shows and seeds orders.") { List(), Show(), Seed() };

    static Command List()
    {
        var (source, shop) = (new OrderSourceOptions(), new ShopOption());
        var (caller, json) = (CallerOption(), JsonReport.Option());
        var command = shop.AddTo(source.TakeOptions(
            new Command("list", "Lists orders, a line each. On a table, those of one caller.") { caller, json }));
        command.SetAction(async (line, cancellation) =>
        {
            var whose = line.GetValue(caller);
            var orders = await Orders(line, source, shop.Read(line), whose, cancellation);
            if (line.GetValue(json))
            {
                await JsonReport.Write(
                    line.InvocationConfiguration.Output, writer => writer.List("orders", orders, order => OrderJson.Write(writer, order)));
                return ExitCodes.Ok;
            }

            if (orders.Count == 0)
            {
                await line.InvocationConfiguration.Error.WriteLineAsync(
                    whose is null ? "There are no orders." : $"{whose.Value.ToE164()} has no orders.");
            }

            foreach (var text in Rows(orders))
            {
                await line.InvocationConfiguration.Output.WriteLineAsync(text);
            }

            return 0;
        });
        return command;
    }

    static Command Show()
    {
        var (source, shop, json) = (new OrderSourceOptions(), new ShopOption(), JsonReport.Option());
        var id = new Argument<string>("ORDER") { Description = "The order's id." };
        var caller = CallerOption();
        var command = shop.AddTo(source.TakeOptions(new Command(
            "show",
            "Shows one order with its history, what was sent, what was not and why, and what is still owed. "
            + "On a table, one of the caller's.")
        {
            id,
            caller,
            json,
        }));
        command.SetAction(async (line, cancellation) =>
        {
            var whose = line.GetValue(caller);
            var orders = await Orders(line, source, shop.Read(line), whose, cancellation);
            if (orders.FirstOrDefault(order => order.Id.ToString() == line.GetValue(id)) is not { } order)
            {
                await line.InvocationConfiguration.Error.WriteLineAsync(
                    (whose is { } number
                        ? $"{number.ToE164()} has no order {line.GetValue(id)}; they have "
                        : $"There is no order {line.GetValue(id)}; there are ")
                    + $"{(orders.Count == 0 ? "none" : string.Join(", ", orders.Select(known => known.Id)))}.");
                return ExitCodes.BadInput;
            }

            if (line.GetValue(json))
            {
                await JsonReport.Write(line.InvocationConfiguration.Output, writer => OrderJson.Write(writer, order));
                return ExitCodes.Ok;
            }

            foreach (var text in Description(order))
            {
                await line.InvocationConfiguration.Output.WriteLineAsync(text);
            }

            return 0;
        });
        return command;
    }

    static Command Seed()
    {
        var source = new OrderSourceOptions();
        var file = new Argument<FileInfo>("ITEMS.json") { Description = "Items in DynamoDB's JSON, one or an array." };
        var command = source.TakeTableOptions(new Command("seed", "Puts items into the table; one that is already there is replaced.")
        {
            file.AcceptExistingOnly(),
        });
        command.SetAction(async (line, cancellation) =>
        {
            var items = InputFile.Read(line.GetValue(file)!, DynamoDbJson.ReadItems);
            var (client, settings) = source.Table(line);
            using (client)
            {
                foreach (var item in items)
                {
                    await client.PutItemAsync(settings.TableName, item, cancellation);
                }
            }

            await line.InvocationConfiguration.Output.WriteLineAsync($"{items.Count} order(s) put into {settings.TableName}.");
            return 0;
        });
        return command;
    }

    static Option<PhoneNumber?> CallerOption() => new("--caller")
    {
        Description = "The caller's number: +819012345678, or 090-1234-5678 as in Japan.",
        HelpName = "NUMBER",
        CustomParser = argument =>
        {
            var text = argument.Tokens[0].Value;
            if (CallerNumber.TryParse(text, out var number))
            {
                return number;
            }

            argument.AddError($"--caller is \"{text}\": it must be {CallerNumber.Forms}.");
            return null;
        },
    };

    static async Task<IReadOnlyList<Order>> Orders(
        ParseResult line, OrderSourceOptions source, Shop shop, PhoneNumber? caller, CancellationToken cancellation)
    {
        if (!source.IsATable(line))
        {
            return [.. source.InMemory(line, shop.Policy).All().Where(order => caller is null || order.Owner == caller)];
        }

        var number = caller
            ?? throw new InvalidDataException("A table is read caller by caller: say whose with --caller NUMBER.");
        var (client, settings) = source.Table(line);
        using (client)
        {
            return await new DynamoDbOrders(client, settings).All(number, cancellation);
        }
    }

    // The item comes last: what it takes on a screen is not what it has in characters.
    static IEnumerable<string> Rows(IReadOnlyList<Order> orders)
    {
        var owner = orders.Select(order => order.Owner.ToE164().Length).DefaultIfEmpty().Max();
        var id = orders.Select(order => order.Id.ToString().Length).DefaultIfEmpty().Max();
        return orders.Select(order => string.Join(
            "  ",
            order.Owner.ToE164().PadRight(owner),
            order.Id.ToString().PadRight(id),
            Date(order),
            $"{State(order),-9}",
            $"{order.Item}{Owed(order)}"));
    }

    static IEnumerable<string> Description(Order order)
    {
        yield return $"Order      {order.Id} of {order.CustomerName}, {order.Owner.ToE164()}";
        yield return $"Item       {order.Item}";
        yield return $"Ships      {Date(order)}";
        yield return $"State      {State(order)}";
        foreach (var change in order.History)
        {
            var what = change switch
            {
                Change.Cancellation => "cancelled",
                Change.Rescheduling(_, _, _, var from, var to, var heard) =>
                    $"moved from {LocalDatePattern.Iso.Format(from)} to {LocalDatePattern.Iso.Format(to)}"
                    + (heard.Length > 0 ? $", heard \"{heard}\"" : ""),
                _ => change.ToString(),
            };
            yield return $"Changed    {InstantPattern.General.Format(change.At)} {what} (contact {change.Contact}, {change.Channel})";
        }

        foreach (var line in MessageLines.For(order))
        {
            yield return line;
        }
    }

    static string Date(Order order) => LocalDatePattern.Iso.Format(order.ShippingDate);

    static string State(Order order) => order.State.GetType().Name.ToLowerInvariant();

    static string Owed(Order order) => order.Outbox.Owed.Length switch
    {
        0 => "",
        1 => " (owes 1 message)",
        var messages => $" (owes {messages} messages)",
    };
}
