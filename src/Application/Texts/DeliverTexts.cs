using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Hands every text that one order owes to the service, oldest first, and notes each as settled.</summary>
/// <param name="Owner">Whose order it is.</param>
/// <param name="OrderId">Which order.</param>
/// <remarks>When the service throws, the text and those after it stay owed, and the exception leaves the use case: whoever sent
/// the request tries again later. A text whose acceptance could not be noted is sent again.</remarks>
public sealed record DeliverTexts(Caller Owner, string? OrderId) : IRequest<DeliveryOutcome>;

sealed class DeliverTextsValidator : AbstractValidator<DeliverTexts>
{
    public DeliverTextsValidator()
    {
        RuleFor(request => request.Owner).MustSayWhoIsCalling();
        RuleFor(request => request.OrderId).NotEmpty().WithMessage("orderId is missing: texts are delivered order by order.");
        RuleFor(request => request.OrderId).MustBeAnOrderIdOrEmpty();
    }
}

sealed class DeliverTextsHandler(IOrders orders, OrderDesk desk, ITextMessages texts) : IRequestHandler<DeliverTexts, DeliveryOutcome>
{
    public async Task<DeliveryOutcome> Handle(DeliverTexts request, CancellationToken cancellationToken)
    {
        if (request.Owner is not Caller.Identified(var owner)
            || await orders.Find(owner, Trusted.OrderId(request.OrderId), cancellationToken).ConfigureAwait(false)
                is not OrderSearch.Found(var order))
        {
            return new DeliveryOutcome.NoOrder();
        }

        var receipts = ImmutableArray.CreateBuilder<TextReceipt>();
        foreach (var text in order.OwedTexts)
        {
            receipts.Add(await texts.Send(owner, TextWords.Of(text, order), cancellationToken).ConfigureAwait(false));
            await desk.Answer(
                owner,
                request.OrderId,
                current => (text, current.OwedTexts.Contains(text) ? current.Settle(text) : null),
                noOrder: text,
                cancellationToken).ConfigureAwait(false);
        }

        return new DeliveryOutcome.Delivered(receipts.ToImmutable());
    }
}

/// <summary>The answer to <see cref="DeliverTexts"/>.</summary>
public abstract record DeliveryOutcome
{
    DeliveryOutcome()
    {
    }

    /// <summary>Nothing is owed any more; what the service said of each text, oldest first.</summary>
    public sealed record Delivered(ImmutableArray<TextReceipt> Receipts) : DeliveryOutcome;

    /// <summary>There is no such order.</summary>
    public sealed record NoOrder : DeliveryOutcome;

    /// <summary>The request makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : DeliveryOutcome;
}
