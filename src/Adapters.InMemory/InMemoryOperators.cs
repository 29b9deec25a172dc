using System.Collections.Concurrent;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.InMemory;

/// <summary>Operators who are connected as they are told to be. Keeps every promise of <see cref="IOperators"/>, and answers at once.</summary>
public sealed class InMemoryOperators : IOperators
{
    readonly ConcurrentDictionary<ContactId, OperatorConnection.Connected> connected = [];

    /// <summary>An operator is connected to a contact from now on.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="operatorId">The operator.</param>
    /// <param name="firstContact">The first contact of that call.</param>
    public void Connect(ContactId contact, string operatorId, ContactId firstContact) =>
        connected[contact] = new OperatorConnection.Connected(operatorId, firstContact);

    /// <summary>Nobody is connected to a contact any more.</summary>
    public void Disconnect(ContactId contact) => connected.TryRemove(contact, out _);

    /// <inheritdoc/>
    public Task<OperatorConnection> ConnectedTo(ContactId contact, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<OperatorConnection>(
            connected.TryGetValue(contact, out var connection) ? connection : new OperatorConnection.Nobody());
    }
}
