using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Sends what one order owes, under a claim that keeps other deliveries away, and notes what came of it.</summary>
/// <param name="Owner">Whose order it is.</param>
/// <param name="OrderId">Which order.</param>
/// <param name="Delivery">This delivery's own id, made at random by whoever starts it.</param>
/// <remarks>
/// The claim is stored before a text is sent, and what came of it afterwards. When the store fails in between, the exception leaves
/// the use case, the claim ends by itself, and a later delivery sends the text again: that is one of the few ways in which a customer
/// can get one twice, and is counted as <see cref="SettledText.InDoubt"/>.
/// </remarks>
public sealed record DeliverTexts(Caller Owner, string? OrderId, ClaimId Delivery) : IRequest<DeliveryOutcome>;

sealed class DeliverTextsValidator : AbstractValidator<DeliverTexts>
{
    public DeliverTextsValidator()
    {
        RuleFor(request => request.Owner).MustSayWhoIsCalling();
        RuleFor(request => request.OrderId).NotEmpty().WithMessage("orderId is missing: texts are delivered order by order.");
        RuleFor(request => request.OrderId).MustBeAnOrderIdOrEmpty();
        RuleFor(request => request).MustBeADeliverysOwn(request => request.Delivery);
    }
}

sealed class DeliverTextsHandler(IOrders orders, OrderDesk desk, ITextMessages texts, IClock clock)
    : IRequestHandler<DeliverTexts, DeliveryOutcome>
{
    public Task<DeliveryOutcome> Handle(DeliverTexts request, CancellationToken cancellationToken) =>
        request.Owner is Caller.Identified(var owner)
            ? new TextCourier(orders, desk, texts, clock).Deliver(
                owner, Trusted.OrderId(request.OrderId), request.Delivery, cancellationToken)
            : Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.NoOrder());
}

/// <summary>The answer to <see cref="DeliverTexts"/>.</summary>
public abstract record DeliveryOutcome
{
    DeliveryOutcome()
    {
    }

    /// <summary>Nothing is owed any more; what this delivery settled, oldest first.</summary>
    public sealed record Delivered(ImmutableArray<SettledText> Texts) : DeliveryOutcome;

    /// <summary>An attempt failed, which is noted: the text stays owed.</summary>
    /// <param name="Texts">What this delivery settled before, oldest first.</param>
    /// <param name="Until">When the next attempt is due.</param>
    /// <param name="Outage">What went wrong.</param>
    public sealed record Postponed(ImmutableArray<SettledText> Texts, Instant Until, Exception Outage) : DeliveryOutcome;

    /// <summary>An earlier attempt failed, and the next is not due yet.</summary>
    /// <param name="Texts">What this delivery settled before, oldest first.</param>
    /// <param name="Until">When it is due.</param>
    public sealed record NotYetDue(ImmutableArray<SettledText> Texts, Instant Until) : DeliveryOutcome;

    /// <summary>Another delivery is sending this order's texts.</summary>
    /// <param name="Texts">What this delivery settled before, oldest first.</param>
    /// <param name="Until">When its claim ends, should it never finish.</param>
    public sealed record ClaimedByAnother(ImmutableArray<SettledText> Texts, Instant Until) : DeliveryOutcome;

    /// <summary>There is no such order.</summary>
    public sealed record NoOrder : DeliveryOutcome;

    /// <summary>The request makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : DeliveryOutcome;
}
