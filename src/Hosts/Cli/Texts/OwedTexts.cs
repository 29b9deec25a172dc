using MediatR;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>What orders in memory owe. They end with the command, so it is shown rather than left owing.</summary>
static class OwedTexts
{
    /// <summary>Delivers every owed text to a record, and prints the record.</summary>
    public static async Task Print(
        IMediator orderLine, InMemoryOrders orders, RecordedTexts texts, TextWriter to, CancellationToken cancellation)
    {
        var delivery = new ClaimId(Guid.NewGuid());
        foreach (var order in orders.All().Where(order => !order.OwedTexts.IsEmpty))
        {
            await orderLine.Send(new DeliverTexts(new Caller.Identified(order.Owner), order.Id.ToString(), delivery), cancellation);
        }

        foreach (var text in texts.Sent)
        {
            await to.WriteLineAsync(InOneLine(text.To, text.Body));
        }
    }

    /// <summary>A text as it would have reached a customer, whose number is masked.</summary>
    public static string InOneLine(PhoneNumber to, string body) => $"text to {to}: {body.ReplaceLineEndings(" / ")}";
}
