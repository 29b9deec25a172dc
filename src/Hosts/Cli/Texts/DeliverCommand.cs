using System.CommandLine;
using System.Runtime.ExceptionServices;
using MediatR;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline deliver</c>: a round of texts, as the schedule makes it.</summary>
static class DeliverCommand
{
    const string Sns = "--sns";
    const int LargestRound = 500;

    static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var shop = new OrderSourceOptions();
        var sns = new Option<Uri?>(Sns)
        {
            Description = "Send through SNS at this address. Without it a text is printed, sent nowhere, and noted as accepted.",
            HelpName = "URL",
            CustomParser = argument => OrderSourceOptions.AddressOf(argument, Sns, "http://127.0.0.1:9911"),
        };
        var watch = new Option<bool>("--watch")
        {
            Description = $"Look again every {BetweenRounds.TotalSeconds:0} seconds until Ctrl+C.",
        };
        var command = shop.TakeOptions(new Command("deliver", "Delivers the texts that are due: one round, as the schedule makes it.")
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
        var texts = new PrintedTexts(sns is null ? new RecordedTexts() : OrderSourceOptions.TextsThrough(sns), output);
        if (!shop.IsATable(line))
        {
            var inMemory = shop.InMemory(line);
            if (inMemory.All().All(order => order.OwedTexts.IsEmpty))
            {
                await output.WriteLineAsync(
                    "There is nothing to deliver: orders in memory end with the command that changes them, and their texts with it.");
                return 0;
            }

            return await Round(Open(inMemory, inMemory), watch: false);
        }

        var (client, settings) = shop.Table(line);
        using (client)
        {
            return await Round(Open(new DynamoDbOrders(client, settings), new DynamoDbOwedTexts(client, settings)), watch);
        }

        IMediator Open(IOrders orders, IOwedTexts owed) => OrderLine.Open(orders, owed, texts, new ShippingPolicy(), shop.Clock(line));

        async Task<int> Round(IMediator orderLine, bool watch)
        {
            var failed = await Deliver(orderLine, line, quiet: false, cancellation);
            while (watch)
            {
                try
                {
                    await Task.Delay(BetweenRounds, cancellation);
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
                    await line.InvocationConfiguration.Error.WriteLineAsync(explanation); // the next round may find it mended
                }
            }

            return failed;
        }
    }

    /// <returns>1 when there are orders that cannot be delivered until somebody mends them, else 0.</returns>
    static async Task<int> Deliver(IMediator orderLine, ParseResult line, bool quiet, CancellationToken cancellation)
    {
        // What is begun is finished: only the search and the next order are called off by Ctrl+C.
        var request = new DeliverDueTexts(new ClaimId(Guid.NewGuid()), LargestRound, cancellation);
        var (deliveries, unreadable, left, end) = await orderLine.Send(request, CancellationToken.None) switch
        {
            RoundOutcome.Ended(var delivered, var notBegun, var problems) => (delivered, problems, notBegun, (Exception?)null),
            RoundOutcome.BrokenOff(var delivered, var problems, var fault) => (delivered, problems, 0, fault),
            var invalid => throw new NotSupportedException($"A round of this command is always valid, and never {invalid}."),
        };
        var (output, error) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
        foreach (var words in deliveries.SelectMany(InWords))
        {
            await output.WriteLineAsync(words);
        }

        foreach (var (due, fault) in deliveries.OfType<OrderDelivery.Failed>())
        {
            await error.WriteLineAsync($"order {due.Order}: {Failure.Explain(fault, line) ?? PhoneNumber.MaskAllIn(fault.ToString())}");
        }

        foreach (var (orderId, problem) in unreadable)
        {
            await error.WriteLineAsync($"order {(orderId.Length > 0 ? orderId : "without a readable id")}: {problem}");
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
            await output.WriteLineAsync($"{left} order(s) are left for the next round.");
        }

        return unreadable.IsEmpty && !deliveries.Any(end => end is OrderDelivery.Failed) ? 0 : 1;
    }

    static IEnumerable<string> InWords(OrderDelivery delivery)
    {
        if (delivery is not OrderDelivery.Answered(var due, var outcome))
        {
            return [];
        }

        var whose = $"order {due.Order} of {due.Owner}";
        return outcome switch
        {
            DeliveryOutcome.Delivered(var texts) => texts.Select(Settled),
            DeliveryOutcome.Postponed(var texts, var until, var outage) =>
                texts.Select(Settled).Append($"{whose}: not taken, next attempt {At(until)}: {PhoneNumber.MaskAllIn(outage.Message)}"),
            DeliveryOutcome.NotYetDue(var texts, var until) => texts.Select(Settled).Append($"{whose}: next attempt {At(until)}"),
            DeliveryOutcome.ClaimedByAnother(var texts, var until) =>
                texts.Select(Settled).Append($"{whose}: another delivery is at it until {At(until)}"),
            _ => [],
        };

        string Settled(SettledText text) => $"{whose}: text {text.Text.Number} {TextLines.InWords(text)}";
    }

    static string At(Instant moment) => InstantPattern.General.Format(moment);
}
