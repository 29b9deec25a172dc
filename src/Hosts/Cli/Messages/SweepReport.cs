using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.ExceptionServices;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>Tells what came of a sweep.</summary>
/// <param name="line">The command line, which says where to.</param>
/// <param name="isQuiet">Says nothing of a sweep that found nothing.</param>
sealed class SweepReport(ParseResult line, bool isQuiet)
{
    readonly TextWriter output = line.InvocationConfiguration.Output;
    readonly TextWriter error = line.InvocationConfiguration.Error;

    /// <summary>Writes it.</summary>
    /// <returns><see cref="ExitCodes.Fault"/> when there are orders that cannot be delivered until they are mended, else 0.</returns>
    /// <exception cref="Exception">Whatever broke the sweep off, after what was done before it is told.</exception>
    public async Task<int> Write(SweepOutcome outcome)
    {
        switch (outcome)
        {
            case SweepOutcome.Ended(var deliveries, var left, var unreadable):
                await Write(deliveries, unreadable);
                if (deliveries.IsEmpty && unreadable.IsEmpty && !isQuiet)
                {
                    await output.WriteLineAsync("Nothing is due.");
                }

                if (left > 0)
                {
                    await output.WriteLineAsync($"{left} order(s) are left for the next sweep.");
                }

                return unreadable.IsEmpty && !deliveries.Any(delivery => delivery is OrderDelivery.Failed) ? ExitCodes.Ok : ExitCodes.Fault;

            case SweepOutcome.BrokenOff(var deliveries, var unreadable, var fault):
                await Write(deliveries, unreadable);
                ExceptionDispatchInfo.Throw(fault);
                return ExitCodes.Fault;

            default:
                throw new NotSupportedException($"A sweep of this command is always valid, and never {outcome}.");
        }
    }

    async Task Write(ImmutableArray<OrderDelivery> deliveries, ImmutableArray<UnreadableOrder> unreadable)
    {
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
