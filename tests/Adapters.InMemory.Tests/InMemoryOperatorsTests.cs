using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.InMemory.Tests;

public sealed class InMemoryOperatorsTests : OperatorsContract
{
    readonly InMemoryOperators operators = new();

    protected override IOperators Operators => operators;

    protected override void Connect(ContactId contact, string operatorId, ContactId firstContact) => operators.Connect(contact, operatorId, firstContact);

    protected override void Disconnect(ContactId contact) => operators.Disconnect(contact);
}
