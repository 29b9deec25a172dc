using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Sends what one order owes, under a claim that keeps other deliveries away, and notes what came of it.</summary>
/// <param name="Delivery">This delivery's own id, made at random when it starts.</param>
/// <remarks>
/// The claim is stored before a message is sent, and what came of it afterwards. When the store fails in between, the exception leaves
/// the use case, the claim ends by itself, and a later delivery sends the message again: that is one of the few ways in which a customer
/// can get one twice, and is counted as <see cref="SettledMessage.InDoubt"/>.
/// </remarks>
public sealed record DeliverOutbox(DueOrder Order, ClaimId Delivery) : IDeliveryRequest<DeliveryOutcome>;

sealed class DeliverOutboxValidator : AbstractValidator<DeliverOutbox>
{
    public DeliverOutboxValidator()
    {
        RuleFor(request => request)
            .Must(request => request.Order is { } order && order.Owner != default && order.Id != default)
            .WithMessage("Order is missing, or its owner or id is: messages are delivered order by order.");
        RuleFor(request => request).MustBeADeliverysOwn(request => request.Delivery);
    }
}

sealed class DeliverOutboxHandler(IOrders orders, IMessageSender sender, LineWords words, IClock clock)
    : IRequestHandler<DeliverOutbox, DeliveryOutcome>
{
    public Task<DeliveryOutcome> Handle(DeliverOutbox request, CancellationToken cancellationToken) =>
        new OutboxDelivery(orders, sender, words, clock).Deliver(request.Order, request.Delivery, cancellationToken);
}

/// <summary>The answer to <see cref="DeliverOutbox"/>.</summary>
public abstract record DeliveryOutcome
{
    DeliveryOutcome()
    {
    }

    /// <summary>Since when the oldest message is owed that still is; <see cref="Instant.MaxValue"/> when none is.</summary>
    public Instant OwedSince { get; init; } = Instant.MaxValue;

    /// <summary>The contact that changed the order last, which is what its message tells of; null where there is no order.</summary>
    public ContactId? LastChangeBy { get; init; }

    /// <summary>Nothing is owed any more.</summary>
    /// <param name="Settled">What this delivery settled, oldest first.</param>
    public sealed record Delivered(ImmutableArray<SettledMessage> Settled) : DeliveryOutcome;

    /// <summary>The service did not take a message, which is noted: it stays owed.</summary>
    /// <param name="Settled">What this delivery settled before, oldest first.</param>
    /// <param name="Until">When the next attempt is due.</param>
    /// <param name="Reason">The service's code for it, free of personal data.</param>
    /// <param name="Details">What the service said. It may name the customer.</param>
    public sealed record NotTaken(ImmutableArray<SettledMessage> Settled, Instant Until, string Reason, string Details) : DeliveryOutcome;

    /// <summary>Nobody knows whether the service took a message, which is noted: it stays owed.</summary>
    /// <param name="Settled">What this delivery settled before, oldest first.</param>
    /// <param name="Until">When the next attempt is due.</param>
    /// <param name="Fault">What went wrong.</param>
    public sealed record InDoubt(ImmutableArray<SettledMessage> Settled, Instant Until, Exception Fault) : DeliveryOutcome;

    /// <summary>An earlier attempt failed, and the next is not due yet.</summary>
    /// <param name="Settled">What this delivery settled before, oldest first.</param>
    /// <param name="Until">When it is due.</param>
    public sealed record NotYetDue(ImmutableArray<SettledMessage> Settled, Instant Until) : DeliveryOutcome;

    /// <summary>Another delivery is sending this order's messages.</summary>
    /// <param name="Settled">What this delivery settled before, oldest first.</param>
    /// <param name="Until">When its claim ends, should it never finish.</param>
    public sealed record ClaimedByAnother(ImmutableArray<SettledMessage> Settled, Instant Until) : DeliveryOutcome;

    /// <summary>There is no such order.</summary>
    public sealed record NoOrder : DeliveryOutcome;

    /// <summary>The request makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : DeliveryOutcome;
}
