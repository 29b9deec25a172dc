using System.Collections.Immutable;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.InMemory;

/// <summary>Keeps every message instead of sending it, so that a person at a desk, or a test, can read it. Refuses, as the real service
/// does, those to customers who want none.</summary>
public sealed class RecordedMessages : IMessageSender
{
    readonly Lock gate = new();
    readonly HashSet<PhoneNumber> optedOut = [];
    ImmutableArray<RecordedMessage> sent = [];

    /// <summary>Every message accepted so far, oldest first: a picture of this moment that does not change.</summary>
    public ImmutableArray<RecordedMessage> Sent
    {
        get
        {
            lock (gate)
            {
                return sent;
            }
        }
    }

    /// <summary>From now on this customer wants no messages.</summary>
    public void OptOut(PhoneNumber customer)
    {
        lock (gate)
        {
            optedOut.Add(customer);
        }
    }

    /// <inheritdoc/>
    public Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (optedOut.Contains(to))
            {
                return Task.FromResult<MessageReceipt>(new MessageReceipt.Refused("OptedOut"));
            }

            sent = sent.Add(new RecordedMessage(to, body));
            return Task.FromResult<MessageReceipt>(new MessageReceipt.Accepted($"recorded-{sent.Length}"));
        }
    }
}

/// <summary>One message as it would have reached a customer.</summary>
public sealed record RecordedMessage(PhoneNumber To, string Body);
