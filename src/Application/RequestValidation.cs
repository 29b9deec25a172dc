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

    // The others are of the request as a whole: Native AOT has no code for a rule over a struct or an enum.
    public static IRuleBuilderOptions<T, T> MustNameAnOrderOrNone<T>(this IRuleBuilder<T, T> request, Func<T, OrderId?> orderId) =>
        request.Must(asked => orderId(asked) != default(OrderId))
            .WithMessage("OrderId is the default value, which names no order: pass an id that OrderId.TryParse made, or null for the latest.");

    public static IRuleBuilderOptions<T, T> MustNameItsContact<T>(this IRuleBuilder<T, T> request, Func<T, ContactId> contactId) =>
        request.Must(asked => contactId(asked) != default)
            .WithMessage("ContactId is missing: without the contact a wish cannot be told from its retry.");

    public static IRuleBuilderOptions<T, T> MustComeByAKnownChannel<T>(this IRuleBuilder<T, T> request, Func<T, Channel> channel) =>
        request.Must(asked => channel(asked) is >= Channel.Other and <= Channel.WebRtc)
            .WithMessage("Channel is none that has a name: pass Channel.Other for one that the line does not know.");

    public static IRuleBuilderOptions<T, T> MustBeInALanguage<T>(this IRuleBuilder<T, T> request, Func<T, Language> language) =>
        request.Must(asked => language(asked) != default)
            .WithMessage("Language is missing: pass the one that was spoken, such as Language.Japanese.");

    public static IRuleBuilderOptions<T, T> MustBeForAnOperation<T>(this IRuleBuilder<T, T> request, Func<T, Operation> operation) =>
        request.Must(asked => operation(asked) is >= Operation.Tell and <= Operation.Cancel)
            .WithMessage("Operation is none that has a name: pass what the caller wants to be let through to.");

    public static IRuleBuilderOptions<T, T> MustBeADeliverysOwn<T>(this IRuleBuilder<T, T> request, Func<T, ClaimId> delivery) =>
        request.Must(asked => delivery(asked) != default)
            .WithMessage("Delivery must be a random id of this delivery's own: two that share one send twice.");
}
