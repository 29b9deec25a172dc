using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MediatR;
using OrderHotline.Adapters.Aws;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Lambda;

/// <summary>Delivers the texts of the orders that the table's stream names and, by a schedule, of all that are due.</summary>
/// <param name="line">The use cases.</param>
/// <param name="log">Takes one line at a time.</param>
sealed class TextDeliveryHandler(IMediator line, Action<string> log)
{
    // What one text takes at worst: two writes, and a service that does not answer.
    static readonly TimeSpan OneText = OrderTexts.LongestAttempt.ToTimeSpan();

    // What the note of a text is left, whatever came before: the text may have reached the customer.
    static readonly TimeSpan OneNote = TimeSpan.FromSeconds(4);

    // A round of a minute sends fewer; more are found by the next.
    const int LargestRound = 500;

    static readonly byte[] Done = Encoding.UTF8.GetBytes("{}");

    /// <summary>Answers one event: for the stream which record it should come back to, if any
    /// (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html).</summary>
    /// <param name="json">The event.</param>
    /// <param name="left">How long the answer may take. No order is begun in the last ten seconds of it, or in the last two fifths
    /// where there is less.</param>
    /// <param name="cancellation">Ends the work. Nothing is sent in the last four seconds before, or in the last third where there is
    /// less: they belong to the note of what was sent.</param>
    /// <exception cref="JsonException">The event makes no sense.</exception>
    public async Task<byte[]> Answer(ReadOnlyMemory<byte> json, TimeSpan left, CancellationToken cancellation)
    {
        using var lastCall = new CancellationTokenSource(left - (left > 2.5 * OneText ? OneText : left * 0.4));
        using var sending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        sending.CancelAfter(left - (left > 3 * OneNote ? OneNote : left / 3));
        var delivery = new ClaimId(Guid.NewGuid());
        switch (TextDeliveryEvent.Read(json.Span))
        {
            case TextDeliveryEvent.OrdersChanged(var orders):
                return await OfTheStream(orders, delivery, lastCall.Token, sending.Token);
            default:
                await OfTheSchedule(delivery, lastCall.Token, sending.Token);
                return Done;
        }
    }

    // An attempt that failed is noted, and the schedule makes the next. The stream has to come back only to what could not be noted,
    // and to what there was no time for.
    async Task<byte[]> OfTheStream(
        IReadOnlyList<OwingOrder> orders, ClaimId delivery, CancellationToken lastCall, CancellationToken cancellation)
    {
        var unfinished = new List<string>();
        foreach (var order in orders)
        {
            if (lastCall.IsCancellationRequested)
            {
                unfinished.Add(order.SequenceNumber);
                continue;
            }

            try
            {
                var outcome = await line.Send(new DeliverTexts(Caller.At(order.CallerId), order.OrderId, delivery), cancellation);
                log(TextDeliveryRecord.Of(order.OrderId, outcome));
            }
#pragma warning disable CA1031 // One order that cannot be read must not hold up everybody else's texts.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                unfinished.Add(order.SequenceNumber);
                log(TextDeliveryRecord.Of(order.OrderId, fault));
            }
        }

        return unfinished.Count == 0 ? Done : BatchItemFailures(unfinished);
    }

    async Task OfTheSchedule(ClaimId delivery, CancellationToken lastCall, CancellationToken cancellation)
    {
        switch (await line.Send(new DeliverDueTexts(delivery, LargestRound, lastCall), cancellation))
        {
            case RoundOutcome.Ended(var deliveries, var left, var unreadable):
                Log(deliveries, unreadable);
                log(TextDeliveryRecord.OfRound(deliveries.Length, left, unreadable.Length));
                break;
            case RoundOutcome.BrokenOff(var deliveries, var unreadable, var fault):
                Log(deliveries, unreadable);
                throw new InvalidOperationException("What is due could not be found, or not all of it. It stays due.", fault);
            case RoundOutcome.InvalidRequest(var problems):
                throw new NotSupportedException(string.Join(' ', problems));
        }
    }

    void Log(ImmutableArray<OrderDelivery> deliveries, ImmutableArray<UnreadableOrder> unreadable)
    {
        foreach (var end in deliveries)
        {
            log(end switch
            {
                OrderDelivery.Answered(var due, var outcome) => TextDeliveryRecord.Of(due.Order.ToString(), outcome),
                OrderDelivery.Failed(var due, var fault) => TextDeliveryRecord.Of(due.Order.ToString(), fault),
                _ => throw new NotSupportedException($"No line for {end.GetType().Name}."),
            });
        }

        foreach (var order in unreadable)
        {
            log(TextDeliveryRecord.Of(order));
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
