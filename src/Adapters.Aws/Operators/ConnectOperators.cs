using Amazon.Runtime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws;

/// <summary>Operators as Amazon Connect knows them, by
/// <see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeContact.html">DescribeContact</see>. Not tried on AWS.</summary>
public sealed class ConnectOperators : IOperators
{
    // The flow waits eight seconds for its function, which has a store to ask besides.
    static readonly TimeSpan OneRequest = TimeSpan.FromSeconds(2);

    readonly ConnectClient client;
    readonly string instanceId;

    ConnectOperators(ConnectClient client, string instanceId) => (this.client, this.instanceId) = (client, instanceId);

    /// <summary>Operators over a client of their own, which lives as long as the process. Each request is one attempt: a flow that had no answer
    /// says so, and the operator tries again.</summary>
    /// <param name="settings">Which instance is asked, and where.</param>
    /// <param name="credentials">Null leaves them to the SDK's own chain.</param>
    public static ConnectOperators Open(ConnectSettings settings, AWSCredentials? credentials = null) => new(
        new ConnectClient(
            credentials ?? DeadlineCredentials.Within(static () => OneRequest), settings.Endpoint.ApplyTo(new ConnectClientConfig(OneRequest))),
        settings.InstanceId);

    /// <inheritdoc/>
    public async Task<OperatorConnection> ConnectedTo(ContactId contact, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(OneRequest);
        try
        {
            var described = await client.DescribeContact(instanceId, contact.ToString(), end.Token).WaitAsync(end.Token).ConfigureAwait(false);
            return described is { OperatorId: { Length: > 0 } id, IsConnectedToOperator: true, IsOver: false }
                ? new OperatorConnection.Connected(id, First(described, contact))
                : new OperatorConnection.Nobody();
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"Connect gave no whole answer within {OneRequest.TotalSeconds:0} s: nobody knows whether an operator is there.", late);
        }
    }

    // A call that was never transferred is its own first contact, and has none beside.
    static ContactId First(DescribedContact described, ContactId contact) =>
        described.InitialContactId is not { Length: > 0 } initial ? contact
        : ContactId.TryParse(initial, out var first) ? first
        : throw new InvalidDataException("Connect's answer has an InitialContactId that is no contact id.");
}
