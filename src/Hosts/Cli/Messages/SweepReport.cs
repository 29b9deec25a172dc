using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.ExceptionServices;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>Tells what came of a sweep.</summary>
/// <param name="line">The command line, which says where to.</param>
/// <param name="asJson">As one document, when the sweep is over.</param>
/// <param name="isQuiet">Says nothing of a sweep that found nothing.</param>
sealed class SweepReport(ParseResult line, bool asJson, bool isQuiet = false)
{
    readonly TextWriter output = line.InvocationConfiguration.Output;
    readonly TextWriter error = line.InvocationConfiguration.Error;
    readonly List<RecordedMessage> messages = [];

    /// <summary>The same, saying nothing of a sweep that found nothing.</summary>
    public SweepReport OfWhatIsNew => new(line, asJson, isQuiet: true);

    /// <summary>Takes a message that is about to be sent.</summary>
    public Task Show(RecordedMessage message)
    {
        if (!asJson)
        {
            return OwedMessages.Print([message], output);
        }

        messages.Add(message);
        return Task.CompletedTask;
    }

    /// <summary>Writes that there is nothing to look for.</summary>
    /// <returns><see cref="ExitCodes.Ok"/>.</returns>
    public async Task<int> WriteThatNothingIsThere(string why)
    {
        await (asJson ? WriteJson([], 0, []) : output.WriteLineAsync(why));
        return ExitCodes.Ok;
    }

    /// <summary>Writes it.</summary>
    /// <returns><see cref="ExitCodes.Fault"/> when there are orders that cannot be delivered until they are mended, else 0.</returns>
    /// <exception cref="Exception">Whatever broke the sweep off, after what was done before it is told.</exception>
    public async Task<int> Write(SweepOutcome outcome)
    {
        switch (outcome)
        {
            case SweepOutcome.Ended(var deliveries, var left, var unreadable):
                await Write(deliveries, left, unreadable);
                return unreadable.IsEmpty && !deliveries.Any(delivery => delivery is OrderDelivery.Failed) ? ExitCodes.Ok : ExitCodes.Fault;

            case SweepOutcome.BrokenOff(var deliveries, var unreadable, var fault):
                await Write(deliveries, left: null, unreadable);
                ExceptionDispatchInfo.Throw(fault);
                return ExitCodes.Fault;

            default:
                throw new NotSupportedException($"A sweep of this command is always valid, and never {outcome}.");
        }
    }

    // How many orders are left is not known of a sweep that was broken off.
    Task Write(ImmutableArray<OrderDelivery> deliveries, int? left, ImmutableArray<UnreadableOrder> unreadable) =>
        asJson ? WriteJson(deliveries, left, unreadable) : WriteText(deliveries, left, unreadable);

    Task WriteJson(ImmutableArray<OrderDelivery> deliveries, int? left, ImmutableArray<UnreadableOrder> unreadable) => JsonReport.Write(output, json =>
    {
        json.Messages(messages);
        json.List("orders", deliveries, delivery =>
        {
            json.WriteString("order", delivery.Order.Id.ToString());
            json.WriteString("customer", delivery.Order.Owner.ToString());
            json.WriteString("outcome", delivery is OrderDelivery.Answered(_, var outcome) ? outcome.GetType().Name : nameof(OrderDelivery.Failed));
            json.WriteStartArray("told");
            foreach (var words in InWords(delivery).Concat(Fault(delivery)))
            {
                json.WriteStringValue(words);
            }

            json.WriteEndArray();
        });
        json.List("unreadable", unreadable, order =>
        {
            json.WriteString("order", order.OrderId);
            json.WriteString("problem", LogText.Masked(order.Problem));
        });
        if (left is { } count)
        {
            json.WriteNumber("left", count);
        }
    });

    async Task WriteText(ImmutableArray<OrderDelivery> deliveries, int? left, ImmutableArray<UnreadableOrder> unreadable)
    {
        foreach (var words in deliveries.SelectMany(InWords))
        {
            await output.WriteLineAsync(words);
        }

        foreach (var fault in deliveries.SelectMany(Fault))
        {
            await error.WriteAsync($"{fault}\n");
        }

        foreach (var (orderId, problem) in unreadable)
        {
            await error.WriteLineAsync(LogText.Masked($"order {(orderId.Length > 0 ? orderId : "without a readable id")}: {problem}"));
        }

        if (left is not null && deliveries.IsEmpty && unreadable.IsEmpty && !isQuiet)
        {
            await output.WriteLineAsync("Nothing is due.");
        }

        if (left > 0)
        {
            await output.WriteLineAsync($"{left} order(s) are left for the next sweep.");
        }
    }

    IEnumerable<string> Fault(OrderDelivery delivery) => delivery is OrderDelivery.Failed(var due, var fault)
        ? [$"order {due.Id}: {Failure.Explain(fault, line) ?? Failure.InFull(fault)}"]
        : [];

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
