using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>Prints every message, and lets the real service say what came of it.</summary>
sealed class PrintedMessages(IMessageSender sending, TextWriter to) : IMessageSender
{
    public async Task<MessageReceipt> Send(PhoneNumber customer, string body, CancellationToken cancellation)
    {
        await to.WriteLineAsync(OwedMessages.InOneLine(customer, body));
        return await sending.Send(customer, body, cancellation);
    }
}
