using System.CommandLine;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
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
        var (source, shop) = (new OrderSourceOptions(), new ShopOption());
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
        var json = JsonReport.Option();
        var command = shop.AddTo(source.TakeOptions(new Command("deliver", "Delivers the messages that are due: one sweep, as the schedule makes it.")
        {
            sns,
            watch,
            json,
        }));
        command.Validators.Add(result =>
        {
            if (result.GetValue(watch) && result.GetResult(OrderSourceOptions.DynamoDb) is null)
            {
                result.AddError("--watch needs a table, --dynamodb URL: orders in memory end with the command.");
            }

            if (result.GetValue(watch) && result.GetValue(json))
            {
                result.AddError("--watch never ends, and --json is one document at the end: give one of them.");
            }
        });
        command.SetAction((line, cancellation) => Deliver(line, source, shop.Read(line), line.GetValue(sns), line.GetValue(watch), line.GetValue(json), cancellation));
        return command;
    }

    static async Task<int> Deliver(
        ParseResult line, OrderSourceOptions source, Shop shop, Uri? sns, bool watch, bool json, CancellationToken cancellation)
    {
        var report = new SweepReport(line, json);
        var sender = new ShownMessages(sns is null ? new RecordedMessages() : OrderSourceOptions.MessagesThrough(sns, shop.SenderId), report.Show);
        if (source.IsATable(line))
        {
            var (client, settings) = source.Table(line);
            using (client)
            {
                var table = Open(new DynamoDbOrders(client, settings), new DynamoDbOutbox(client, settings));
                return watch ? await Watch(table, report, line, cancellation) : await Sweep(table, report, cancellation);
            }
        }

        var inMemory = source.InMemory(line, shop.Policy);
        if (inMemory.All().Any(order => !order.Outbox.Owed.IsEmpty))
        {
            return await Sweep(Open(inMemory, inMemory), report, cancellation);
        }

        return await report.WriteThatNothingIsThere(
            "There is nothing to deliver: orders in memory end with the command that changes them, and their messages with it.");

        IDeliveryLine Open(IOrders orders, IOutbox outbox) => OrderLine.ForDeliveries(orders, outbox, sender, shop.MessageWords, source.Clock(line));
    }

    /// <summary>One sweep after another, until Ctrl+C ends them.</summary>
    static async Task<int> Watch(IDeliveryLine orderLine, SweepReport report, ParseResult line, CancellationToken cancellation)
    {
        await Sweep(orderLine, report, cancellation);
        while (true)
        {
            await Task.Delay(BetweenSweeps, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellation.IsCancellationRequested)
            {
                return 0;
            }

            try
            {
                await Sweep(orderLine, report.OfWhatIsNew, cancellation);
            }
            catch (Exception failure) when (Failure.Explain(failure, line) is { } explanation)
            {
                await line.InvocationConfiguration.Error.WriteLineAsync(explanation); // the next sweep may find it mended
            }
        }
    }

    /// <returns><see cref="ExitCodes.Fault"/> when there are orders that cannot be delivered until they are mended, else 0.</returns>
    static async Task<int> Sweep(IDeliveryLine orderLine, SweepReport report, CancellationToken cancellation)
    {
        // What is begun is finished: only the search and the next order are called off by Ctrl+C.
        var request = new DeliverDueMessages(new ClaimId(Guid.NewGuid()), LargestSweep, cancellation);
        return await report.Write(await orderLine.Send(request, CancellationToken.None));
    }
}
