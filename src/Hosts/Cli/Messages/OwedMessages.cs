using NodaTime;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>What orders in memory owe. They end with the command, so it is shown rather than left owing.</summary>
static class OwedMessages
{
    /// <summary>Delivers every owed message to a record.</summary>
    public static async Task<IReadOnlyList<RecordedMessage>> Of(
        InMemoryOrders orders, LineWords words, IClock clock, CancellationToken cancellation)
    {
        var messages = new RecordedMessages();
        var orderLine = OrderLine.ForDeliveries(orders, orders, messages, words, clock);
        var delivery = new ClaimId(Guid.NewGuid());
        foreach (var order in orders.All().Where(order => !order.Outbox.Owed.IsEmpty))
        {
            await orderLine.Send(new DeliverOutbox(new DueOrder(order.Owner, order.Id), delivery), cancellation);
        }

        return messages.Sent;
    }

    /// <summary>Prints messages, a line each.</summary>
    public static async Task Print(IEnumerable<RecordedMessage> messages, TextWriter to)
    {
        foreach (var message in messages)
        {
            await to.WriteLineAsync(InOneLine(message));
        }
    }

    /// <summary>A message as it would have reached a customer, whose number is masked.</summary>
    public static string InOneLine(RecordedMessage message) => $"message to {message.To}: {message.Body.ReplaceLineEndings(" / ")}";
}
