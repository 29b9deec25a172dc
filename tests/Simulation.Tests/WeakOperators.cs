using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation.Tests;

/// <summary>Believes that an operator is connected to whoever says so.</summary>
sealed class OperatorsEverywhere(Func<ContactId> asking) : IOperators
{
    public Task<OperatorConnection> ConnectedTo(ContactId contact, CancellationToken cancellation) =>
        Task.FromResult<OperatorConnection>(new OperatorConnection.Connected("nobody", asking()));
}

/// <summary>Takes the operator of any call for one of the call that asks.</summary>
sealed class OperatorsOfAnyCall(IOperators operators, Func<ContactId> asking) : IOperators
{
    public async Task<OperatorConnection> ConnectedTo(ContactId contact, CancellationToken cancellation) =>
        await operators.ConnectedTo(contact, cancellation) is OperatorConnection.Connected(var id, _)
            ? new OperatorConnection.Connected(id, asking())
            : new OperatorConnection.Nobody();
}
