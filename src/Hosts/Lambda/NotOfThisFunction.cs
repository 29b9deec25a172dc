using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Lambda;

/// <summary>Stands where a function has nothing to look for: the dialogue never asks for an order, and only a delivery sends messages. The
/// function's role has no right to it either, so being asked is a fault of this host, and is said at once.</summary>
sealed class NotOfThisFunction : IOrders, IMessageSender
{
    public Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation) => throw Fault("reads no orders");

    public Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation) => throw Fault("reads no orders");

    public Task<StoreResult> Store(OrderChange change, CancellationToken cancellation) => throw Fault("changes no orders");

    public Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation) => throw Fault("sends no messages");

    static InvalidOperationException Fault(string what) => new($"This function {what}: LambdaFunction plugs in what it needs.");
}
