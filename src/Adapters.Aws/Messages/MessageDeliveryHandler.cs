using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws;

/// <summary>Delivers the messages of the orders that the table's stream names and, by a schedule, of all that are due.</summary>
/// <param name="line">The use cases of a delivery.</param>
/// <param name="newClaim">Makes a random id for each invocation: two deliveries that share one send twice.</param>
/// <param name="log">Takes one line at a time. Must not throw.</param>
public sealed class MessageDeliveryHandler(IDeliveryLine line, Func<ClaimId> newClaim, Action<LogLine> log)
{
    /// <summary>The name of the function: a deployed one is chosen by it.</summary>
    public const string FunctionName = "DeliverTexts";

    // What one message takes at worst: two writes, and a service that does not answer.
    static readonly TimeSpan OneMessage = Outbox.LongestAttempt.ToTimeSpan();

    // What the note of a message is left, whatever came before: the message may have reached the customer.
    static readonly TimeSpan OneNote = TimeSpan.FromSeconds(4);

    // A sweep of a minute sends fewer; more are found by the next.
    const int LargestSweep = 500;

    static readonly byte[] Done = Encoding.UTF8.GetBytes("{}");

    /// <summary>Answers one event: for the stream which record it should come back to, if any
    /// (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html).</summary>
    /// <param name="left">How long the answer may take. No order is begun in the last ten seconds of it, or in the last two fifths
    /// where there is less.</param>
    /// <param name="cancellation">Ends the work. Nothing is sent in the last four seconds before, or in the last third where there is
    /// less: they belong to the note of what was sent.</param>
    /// <exception cref="InvalidOperationException">The event makes no sense, or what is due could not be found, or not all of it. It says
    /// no more, because the runtime writes it into the log as it is; a line of the log's own says what went wrong.</exception>
    public async Task<byte[]> Answer(ReadOnlyMemory<byte> json, TimeSpan left, CancellationToken cancellation)
    {
        try
        {
            return await AnswerOrThrow(json, left, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            log(MessageDeliveryRecord.ForFailure(fault));
        }

        throw new InvalidOperationException(
            $"{FunctionName} could not do its work. The line before this one says why; what is owed stays owed.");
    }

    async Task<byte[]> AnswerOrThrow(ReadOnlyMemory<byte> json, TimeSpan left, CancellationToken cancellation)
    {
        using var stopStarting = new CancellationTokenSource(left - (left > 2.5 * OneMessage ? OneMessage : left * 0.4));
        using var sending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        sending.CancelAfter(left - (left > 3 * OneNote ? OneNote : left / 3));
        switch (MessageDeliveryEvent.Read(json.Span))
        {
            case MessageDeliveryEvent.OrdersChanged(var orders, var unreadable):
                Log(unreadable);
                return await OfTheStream(orders, newClaim(), stopStarting.Token, sending.Token).ConfigureAwait(false);
            default:
                await OfTheSchedule(newClaim(), stopStarting.Token, sending.Token).ConfigureAwait(false);
                return Done;
        }
    }

    // An attempt that failed is noted, and the schedule makes the next. The stream has to come back only to what could not be noted,
    // and to what there was no time for. A record that cannot be read is told of once: no retry mends it, and all that come after it
    // would wait. What it stood for is in the index, where the schedule finds it.
    async Task<byte[]> OfTheStream(
        ImmutableArray<ChangedOrder> orders, ClaimId delivery, CancellationToken stopStarting, CancellationToken cancellation)
    {
        var unfinished = new List<string>();
        foreach (var (order, sequenceNumber) in orders)
        {
            if (stopStarting.IsCancellationRequested)
            {
                unfinished.Add(sequenceNumber);
                continue;
            }

            try
            {
                var outcome = await line.Send(new DeliverOutbox(order, delivery), cancellation).ConfigureAwait(false);
                log(MessageDeliveryRecord.For(order.Id, outcome));
            }
#pragma warning disable CA1031 // One order that cannot be read must not hold up the messages of all others.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                unfinished.Add(sequenceNumber);
                log(MessageDeliveryRecord.For(order.Id, fault));
            }
        }

        // Without a number Lambda would take the whole batch for failed.
        unfinished.RemoveAll(number => number.Length == 0);
        return unfinished.Count == 0 ? Done : BatchItemFailures(unfinished);
    }

    async Task OfTheSchedule(ClaimId delivery, CancellationToken stopStarting, CancellationToken cancellation)
    {
        var request = new DeliverDueMessages(delivery, LargestSweep, stopStarting);
        switch (await line.Send(request, cancellation).ConfigureAwait(false))
        {
            case SweepOutcome.Ended sweep:
                Log(sweep.Deliveries);
                Log(sweep.Unreadable);
                log(MessageDeliveryRecord.ForSweep(sweep));
                break;
            case SweepOutcome.BrokenOff(var deliveries, var unreadable, var fault):
                Log(deliveries);
                Log(unreadable);
                throw new InvalidOperationException("What is due could not be found, or not all of it. It stays due.", fault);
            case SweepOutcome.InvalidRequest(var problems):
                throw new NotSupportedException(string.Join(' ', problems));
        }
    }

    void Log(ImmutableArray<OrderDelivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            log(MessageDeliveryRecord.For(delivery));
        }
    }

    void Log(ImmutableArray<UnreadableOrder> unreadable)
    {
        foreach (var order in unreadable)
        {
            log(MessageDeliveryRecord.For(order));
        }
    }

    static byte[] BatchItemFailures(IEnumerable<string> sequenceNumbers)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("batchItemFailures");
            foreach (var number in sequenceNumbers)
            {
                writer.WriteStartObject();
                writer.WriteString("itemIdentifier", number);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return json.ToArray();
    }
}
