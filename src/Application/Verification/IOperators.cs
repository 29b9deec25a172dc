using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>The operators, as the call centre itself knows them: a flow can say anything, and whoever edits a flow too.</summary>
public interface IOperators
{
    /// <summary>Says whether an operator is connected to a contact at this moment.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="cancellation">Ends the request.</param>
    /// <exception cref="Exception">The call centre gave no answer, or does not know the contact. Nobody knows whether an operator is there.
    /// </exception>
    Task<OperatorConnection> ConnectedTo(ContactId contact, CancellationToken cancellation);
}

/// <summary>Whether an operator is connected to a contact.</summary>
public abstract record OperatorConnection
{
    OperatorConnection()
    {
    }

    /// <summary>An operator is.</summary>
    /// <param name="OperatorId">The call centre's own id of the operator, for the log.</param>
    /// <param name="FirstContact">The first contact of the call that the operator has.</param>
    public sealed record Connected(string OperatorId, ContactId FirstContact) : OperatorConnection;

    /// <summary>None is: not yet, or no more.</summary>
    public sealed record Nobody : OperatorConnection;
}
