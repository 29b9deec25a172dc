using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>Shows every message before it is sent, and lets the real service say what came of it.</summary>
/// <param name="sending">Sends it.</param>
/// <param name="show">Takes it.</param>
sealed class ShownMessages(IMessageSender sending, Func<RecordedMessage, Task> show) : IMessageSender
{
    public async Task<MessageReceipt> Send(PhoneNumber customer, string body, CancellationToken cancellation)
    {
        await show(new(customer, body));
        return await sending.Send(customer, body, cancellation);
    }
}
