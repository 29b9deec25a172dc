using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Lets only valid requests through to their handler; any other is answered with everything that is wrong with it.</summary>
/// <param name="validator">The request's own validator, registered by name.</param>
/// <param name="invalid">Makes the request's own outcome out of the problems, a sentence each.</param>
sealed class RequestValidation<TRequest, TOutcome>(
    IValidator<TRequest> validator, Func<ImmutableArray<string>, TOutcome> invalid) : IPipelineBehavior<TRequest, TOutcome>
    where TRequest : class, IRequest<TOutcome>
    where TOutcome : class
{
    public async Task<TOutcome> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TOutcome> next)
    {
        var result = validator.Validate(request);
        return result.IsValid
            ? await next().ConfigureAwait(false)
            : invalid([.. result.Errors.Select(error => error.ErrorMessage)]);
    }
}

/// <summary>The rules that several requests have in common. No message repeats what was sent: it may be a customer's.</summary>
static class RequestRules
{
    public static IRuleBuilderOptions<T, Caller> MustSayWhoIsCalling<T>(this IRuleBuilder<T, Caller> caller) =>
        caller.NotNull().WithMessage("Caller is missing: pass Caller.At(address), with null for a withheld number.");

    public static IRuleBuilderOptions<T, string?> MustBeAnOrderIdOrEmpty<T>(this IRuleBuilder<T, string?> orderId) =>
        orderId.Must(id => string.IsNullOrEmpty(id) || OrderId.TryParse(id, out _))
            .WithMessage($"orderId must be 1 to {OrderId.MaxLength} letters, digits or - _ . / #, or empty for the latest order.");

    public static IRuleBuilderOptions<T, string?> MustBeAContactId<T>(this IRuleBuilder<T, string?> contactId) =>
        contactId.Must(id => ContactId.TryParse(id, out _))
            .WithMessage("ContactId must be the channel's own id of the contact: 1 to 128 visible ASCII characters.");

    // Of the request as a whole: Native AOT has no code for a rule over a struct.
    public static IRuleBuilderOptions<T, T> MustBeADeliverysOwn<T>(this IRuleBuilder<T, T> request, Func<T, ClaimId> delivery) =>
        request.Must(asked => delivery(asked) != default)
            .WithMessage("Delivery must be a random id of this delivery's own: two that share one send twice.");
}

/// <summary>Reads what validation has already seen to be well formed.</summary>
static class Trusted
{
    public static OrderId OrderId(string? validated) =>
        Domain.OrderId.TryParse(validated, out var id) ? id : throw Unvalidated(nameof(OrderId));

    public static ContactId ContactId(string? validated) =>
        Domain.ContactId.TryParse(validated, out var id) ? id : throw Unvalidated(nameof(ContactId));

    static InvalidOperationException Unvalidated(string what) =>
        new($"{what} reached a handler without validation: send requests through OrderLine, which validates them.");
}
