using System.Text;
using MediatR;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Lambda;

/// <summary>Delivers the texts of the orders that the table's stream names.</summary>
/// <param name="line">The use cases.</param>
/// <param name="log">Takes one line at a time.</param>
sealed class TextDelivery(IMediator line, Action<string> log)
{
    static readonly byte[] Done = Encoding.UTF8.GetBytes("{}");

    /// <summary>Answers one event of the stream.</summary>
    /// <exception cref="TextsStillOwedException">At least one order still owes a text: the stream delivers the batch again, and what
    /// was settled until then is not sent twice.</exception>
    public async Task<byte[]> Answer(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var failed = 0;
        foreach (var order in OrderStreamEvent.ReadOwingOrders(json.Span))
        {
            try
            {
                var outcome = await line.Send(new DeliverTexts(Caller.At(order.CallerId), order.OrderId), cancellation);
                Log(order, outcome, fault: null);
            }
#pragma warning disable CA1031 // One order that cannot be read, or one number that SNS chokes on, must not hold up everybody else's texts.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                failed++;
                Log(order, outcome: null, fault);
            }
        }

        return failed == 0 ? Done : throw new TextsStillOwedException(failed);
    }

    // SNS at times puts the number into its messages, and what leaves through the runtime is logged as it is.
    void Log(OwingOrder order, DeliveryOutcome? outcome, Exception? fault) => log(LogLine.Write(
        line =>
        {
            line.WriteString("function", nameof(DeliverTexts));
            line.WriteString("orderId", order.OrderId);
            line.WriteString("outcome", outcome?.GetType().Name ?? "StillOwed");
            if (outcome is DeliveryOutcome.Delivered(var receipts))
            {
                line.WriteNumber("accepted", receipts.Count(receipt => receipt is TextReceipt.Accepted));
                line.WriteNumber("refused", receipts.Count(receipt => receipt is TextReceipt.Refused));
            }
        },
        problem: "",
        fault));
}

/// <summary>Some texts could not be delivered; what went wrong is in the log, order by order.</summary>
sealed class TextsStillOwedException(int orders) : Exception($"{orders} order(s) still owe a text; the log says why.");
