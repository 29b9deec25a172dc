using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Puts the use cases together over a set of adapters. Every handler and validator is named here: nothing is scanned
/// for.</summary>
public sealed class OrderLine
{
    readonly Dictionary<Type, Lazy<object>> services = [];

    OrderLine()
    {
    }

    /// <summary>A line that answers every request of a call, and delivers an order's messages, validated. It may be used by many callers
    /// at once, and builds a use case when it is first asked for.</summary>
    /// <param name="orders">The shop's orders.</param>
    /// <param name="sender">The service that carries messages.</param>
    /// <param name="policy">When the shop ships; must be sound, see <see cref="ShippingPolicy.Problems"/>.</param>
    /// <param name="clock">The time of every decision; read once a request.</param>
    /// <exception cref="ArgumentException">The policy is not sound; the message lists everything wrong with it.</exception>
    public static IMediator Open(IOrders orders, IMessageSender sender, ShippingPolicy policy, IClock clock) =>
        new Mediator(Calls(orders, sender, policy, clock).Resolve);

    /// <summary>A line that also answers <see cref="DeliverDueMessages"/>, for a schedule.</summary>
    /// <param name="orders">The shop's orders.</param>
    /// <param name="outbox">Finds those of them whose messages are due.</param>
    /// <param name="sender">The service that carries messages.</param>
    /// <param name="policy">When the shop ships; must be sound, see <see cref="ShippingPolicy.Problems"/>.</param>
    /// <param name="clock">The time of every decision.</param>
    /// <exception cref="ArgumentException">The policy is not sound; the message lists everything wrong with it.</exception>
    public static IMediator Open(IOrders orders, IOutbox outbox, IMessageSender sender, ShippingPolicy policy, IClock clock)
    {
        var line = Calls(orders, sender, policy, clock);
        line.Serve(
            () => new DeliverDueMessagesHandler(orders, outbox, sender, clock),
            () => new DeliverDueMessagesValidator(),
            problems => new SweepOutcome.InvalidRequest(problems));
        return new Mediator(line.Resolve);
    }

    static OrderLine Calls(IOrders orders, IMessageSender sender, ShippingPolicy policy, IClock clock)
    {
        if (policy.Problems().ToList() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(policy));
        }

        var update = new OptimisticUpdate(orders);
        var line = new OrderLine();
        line.Serve(
            () => new LookUpOrderHandler(orders, policy, clock),
            () => new LookUpOrderValidator(),
            problems => new LookUpOutcome.InvalidRequest(problems));
        line.Serve(
            () => new CancelOrderHandler(update, policy, clock),
            () => new CancelOrderValidator(),
            problems => new CancelOutcome.InvalidRequest(problems));
        line.Serve(
            () => new RescheduleOrderHandler(update, policy, clock),
            () => new RescheduleOrderValidator(),
            problems => new RescheduleOutcome.InvalidRequest(problems));
        line.Serve(
            () => new ConsiderDateHandler(policy, clock),
            () => new ConsiderDateValidator(),
            problems => new ConsiderDateOutcome.InvalidRequest(problems));
        line.Serve(
            () => new DeliverOutboxHandler(orders, sender, clock),
            () => new DeliverOutboxValidator(),
            problems => new DeliveryOutcome.InvalidRequest(problems));
        return line;
    }

    // Reference types only: Native AOT has no code for MediatR's generics over structs, MediatR's own Unit included.
    void Serve<TRequest, TOutcome>(
        Func<IRequestHandler<TRequest, TOutcome>> handler,
        Func<IValidator<TRequest>> validator,
        Func<ImmutableArray<string>, TOutcome> invalid)
        where TRequest : class, IRequest<TOutcome>
        where TOutcome : class
    {
        services.Add(typeof(IRequestHandler<TRequest, TOutcome>), new(handler));
        services.Add(
            typeof(IEnumerable<IPipelineBehavior<TRequest, TOutcome>>),
            new(() => new IPipelineBehavior<TRequest, TOutcome>[] { new RequestValidation<TRequest, TOutcome>(validator(), invalid) }));
    }

    object Resolve(Type service) => services.TryGetValue(service, out var known)
        ? known.Value
        : throw new InvalidOperationException($"The line serves no {service}: add its use case to {nameof(OrderLine)}.");
}
