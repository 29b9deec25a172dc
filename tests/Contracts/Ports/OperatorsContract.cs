using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Contracts;

/// <summary>What whoever knows the operators promises.</summary>
public abstract class OperatorsContract
{
    static readonly ContactId First = SampleOrder.Contact("call-1").Id;
    static readonly ContactId Transferred = SampleOrder.Contact("call-2").Id;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The operators.</summary>
    protected abstract IOperators Operators { get; }

    /// <summary>An operator is connected to a contact.</summary>
    protected abstract void Connect(ContactId contact, string operatorId, ContactId firstContact);

    /// <summary>The operator has left the contact.</summary>
    protected abstract void Disconnect(ContactId contact);

    [Fact]
    public async Task Who_is_connected_is_told_with_the_call_it_is()
    {
        Connect(Transferred, "operator-7", First);

        Assert.Equal(new OperatorConnection.Connected("operator-7", First), await Operators.ConnectedTo(Transferred, Cancellation));
    }

    [Fact]
    public async Task Nobody_is_connected_any_more_once_they_have_left()
    {
        Connect(First, "operator-7", First);
        Disconnect(First);

        Assert.IsType<OperatorConnection.Nobody>(await Operators.ConnectedTo(First, Cancellation));
    }

    [Fact]
    public async Task Whoever_gave_up_is_told_so()
    {
        Connect(First, "operator-7", First);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Operators.ConnectedTo(First, new CancellationToken(canceled: true)));
    }
}
