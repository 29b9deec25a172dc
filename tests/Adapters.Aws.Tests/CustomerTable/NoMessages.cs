using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>A line that takes calls owes messages and sends none.</summary>
sealed class NoMessages : IMessageSender
{
    public Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation) =>
        throw new InvalidOperationException("A call sends no message itself.");
}
