using System.CommandLine;
using System.Runtime.ExceptionServices;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline deliver</c>: a sweep of the messages that are due, as the schedule makes it.</summary>
static class DeliverCommand
{
    const string Sns = "--sns";
    const int LargestSweep = 500;

    static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var shop = new OrderSourceOptions();
        var sns = new Option<Uri?>(Sns)
        {
            Description = "Send through SNS at this address. Without it a message is printed, sent nowhere, and noted as accepted.",
            HelpName = "URL",
            CustomParser = argument => OrderSourceOptions.AddressOf(argument, Sns, "http://127.0.0.1:9911"),
        };
        var watch = new Option<bool>("--watch")
        {
            Description = $"Look again every {BetweenSweeps.TotalSeconds:0} seconds until Ctrl+C.",
        };
        var command = shop.TakeOptions(new Command("deliver", "Delivers the messages that are due: one sweep, as the schedule makes it.")
        {
            sns,
            watch,
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(watch) && result.GetResult(OrderSourceOptions.DynamoDb) is null)
            {
                result.AddError("--watch needs a table, --dynamodb URL: orders in memory end with the command.");
            }
        });
        command.SetAction((line, cancellation) => Deliver(line, shop, line.GetValue(sns), line.GetValue(watch), cancellation));
        return command;
    }

    static async Task<int> Deliver(ParseResult line, OrderSourceOptions shop, Uri? sns, bool watch, CancellationToken cancellation)
    {
        var output = line.InvocationConfiguration.Output;
        var sender = new PrintedMessages(sns is null ? new RecordedMessages() : OrderSourceOptions.MessagesThrough(sns), output);
        if (!shop.IsATable(line))
        {
            var inMemory = shop.InMemory(line);
            if (inMemory.All().All(order => order.Outbox.Owed.IsEmpty))
            {
                await output.WriteLineAsync(
                    "There is nothing to deliver: orders in memory end with the command that changes them, and their messages with it.");
                return 0;
            }

            return await Sweep(Open(inMemory, inMemory), watch: false);
        }

        var (client, settings) = shop.Table(line);
        using (client)
        {
            return await Sweep(Open(new DynamoDbOrders(client, settings), new DynamoDbOutbox(client, settings)), watch);
        }

        IDeliveryLine Open(IOrders orders, IOutbox outbox) => OrderLine.ForDeliveries(orders, outbox, sender, shop.Clock(line));

        async Task<int> Sweep(IDeliveryLine orderLine, bool watch)
        {
            var failed = await Deliver(orderLine, line, quiet: false, cancellation);
            while (watch)
            {
                try
                {
                    await Task.Delay(BetweenSweeps, cancellation);
                }
                catch (OperationCanceledException)
                {
                    return 0; // Ctrl+C is how it ends
                }

                try
                {
                    await Deliver(orderLine, line, quiet: true, cancellation);
                }
                catch (Exception failure) when (Failure.Explain(failure, line) is { } explanation)
                {
                    await line.InvocationConfiguration.Error.WriteLineAsync(explanation); // the next sweep may find it mended
                }
            }

            return failed;
        }
    }

    /// <returns>1 when there are orders that cannot be delivered until they are mended, else 0.</returns>
    static async Task<int> Deliver(IDeliveryLine orderLine, ParseResult line, bool quiet, CancellationToken cancellation)
    {
        // What is begun is finished: only the search and the next order are called off by Ctrl+C.
        var request = new DeliverDueMessages(new ClaimId(Guid.NewGuid()), LargestSweep, cancellation);
        var (deliveries, unreadable, left, end) = await orderLine.Send(request, CancellationToken.None) switch
        {
            SweepOutcome.Ended(var delivered, var notBegun, var problems) => (delivered, problems, notBegun, (Exception?)null),
            SweepOutcome.BrokenOff(var delivered, var problems, var fault) => (delivered, problems, 0, fault),
            var invalid => throw new NotSupportedException($"A sweep of this command is always valid, and never {invalid}."),
        };
        var (output, error) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
        foreach (var words in deliveries.SelectMany(InWords))
        {
            await output.WriteLineAsync(words);
        }

        foreach (var (due, fault) in deliveries.OfType<OrderDelivery.Failed>())
        {
            await error.WriteAsync($"order {due.Id}: {Failure.Explain(fault, line) ?? Failure.InFull(fault)}\n");
        }

        foreach (var (orderId, problem) in unreadable)
        {
            await error.WriteLineAsync(LogText.Masked($"order {(orderId.Length > 0 ? orderId : "without a readable id")}: {problem}"));
        }

        if (end is not null)
        {
            ExceptionDispatchInfo.Throw(end);
        }

        if (deliveries.IsEmpty && unreadable.IsEmpty && !quiet)
        {
            await output.WriteLineAsync("Nothing is due.");
        }

        if (left > 0)
        {
            await output.WriteLineAsync($"{left} order(s) are left for the next sweep.");
        }

        return unreadable.IsEmpty && !deliveries.Any(end => end is OrderDelivery.Failed) ? 0 : 1;
    }

    static IEnumerable<string> InWords(OrderDelivery delivery)
    {
        if (delivery is not OrderDelivery.Answered(var due, var outcome))
        {
            return [];
        }

        var whose = $"order {due.Id} of {due.Owner}";
        return outcome switch
        {
            DeliveryOutcome.Delivered(var settled) => settled.Select(Settled),
            DeliveryOutcome.NotTaken(var settled, var until, var reason, var details) =>
                settled.Select(Settled).Append($"{whose}: not taken, next attempt {At(until)}: {reason}. {LogText.Masked(details)}"),
            DeliveryOutcome.InDoubt(var settled, var until, var fault) =>
                settled.Select(Settled).Append($"{whose}: in doubt, next attempt {At(until)}: {LogText.Masked(fault.Message)}"),
            DeliveryOutcome.NotYetDue(var settled, var until) => settled.Select(Settled).Append($"{whose}: next attempt {At(until)}"),
            DeliveryOutcome.ClaimedByAnother(var settled, var until) =>
                settled.Select(Settled).Append($"{whose}: another delivery is at it until {At(until)}"),
            _ => [],
        };

        string Settled(SettledMessage settled) => $"{whose}: message {settled.Message.Number} {MessageLines.InWords(settled)}";
    }

    static string At(Instant moment) => InstantPattern.General.Format(moment);
}
