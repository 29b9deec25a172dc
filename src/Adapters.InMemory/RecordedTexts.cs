using System.Collections.Immutable;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.InMemory;

/// <summary>Keeps every text instead of sending it, so that a person at a desk, or a test, can read it. Refuses, as the real service
/// does, those to customers who want none.</summary>
public sealed class RecordedTexts : ITextMessages
{
    readonly Lock gate = new();
    readonly HashSet<PhoneNumber> optedOut = [];
    ImmutableArray<RecordedText> sent = [];

    /// <summary>Every text accepted so far, oldest first: a picture of this moment that does not change.</summary>
    public ImmutableArray<RecordedText> Sent
    {
        get
        {
            lock (gate)
            {
                return sent;
            }
        }
    }

    /// <summary>From now on this customer wants no texts.</summary>
    public void OptOut(PhoneNumber customer)
    {
        lock (gate)
        {
            optedOut.Add(customer);
        }
    }

    /// <inheritdoc/>
    public Task<TextReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (optedOut.Contains(to))
            {
                return Task.FromResult<TextReceipt>(new TextReceipt.Refused("OptedOut"));
            }

            sent = sent.Add(new RecordedText(to, body));
            return Task.FromResult<TextReceipt>(new TextReceipt.Accepted($"recorded-{sent.Length}"));
        }
    }
}

/// <summary>One text as it would have reached a customer.</summary>
public sealed record RecordedText(PhoneNumber To, string Body);
