using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;

namespace OrderHotline.CallSimulator.Functions;

/// <summary>What the line's functions work with.</summary>
/// <param name="Orders">The shop's orders.</param>
/// <param name="Verifications">What callers have proved.</param>
/// <param name="Codes">Carries the messages with codes.</param>
public sealed record LinePorts(IOrders Orders, IVerifications Verifications, IMessageSender Codes)
{
    /// <summary>Which operators are connected, beside those of the calls that are played. Default: none.</summary>
    public IOperators Operators { get; init; } = new InMemoryOperators();

    /// <summary>Over these orders, with proofs and codes that live as long as this object.</summary>
    public static LinePorts Over(IOrders orders) => new(orders, new InMemoryVerifications(), new RecordedMessages());
}
