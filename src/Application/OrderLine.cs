using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>Opens the line over a set of adapters, for one kind of request each: what a host cannot ask for needs no adapter. Requests are
/// validated; a line may be used by many at once, and builds a use case when it is first asked for.</summary>
public static class OrderLine
{
    /// <summary>The line as calls need it, for a shop that takes the number for the person.</summary>
    /// <inheritdoc cref="ForCalls(IOrders, IVerifications, VerificationPolicy, ShippingPolicy, IClock)"/>
    public static ICallLine ForCalls(IOrders orders, ShippingPolicy policy, IClock clock) =>
        ForCalls(orders, new NothingProved(), VerificationPolicy.None, policy, clock);

    /// <summary>The line as calls need it: look-ups, cancellations and new dates.</summary>
    /// <param name="verifications">What callers have proved.</param>
    /// <param name="verification">What the shop asks them to prove.</param>
    /// <param name="policy">When the shop ships; must be sound, see <see cref="ShippingPolicy.Problems"/>.</param>
    /// <param name="clock">The time of every decision; read once a request.</param>
    /// <exception cref="ArgumentException">The policy is not sound; the message lists everything wrong with it.</exception>
    public static ICallLine ForCalls(
        IOrders orders, IVerifications verifications, VerificationPolicy verification, ShippingPolicy policy, IClock clock)
    {
        MustBeSound(policy);
        var update = new VerifiedUpdate(orders, verifications, verification, policy);
        return new UseCases()
            .Add(
                () => new LookUpOrderHandler(update, verification, policy, clock),
                () => new LookUpOrderValidator(),
                problems => new LookUpOutcome.InvalidRequest(problems))
            .Add(
                () => new CancelOrderHandler(update, policy, clock),
                () => new CancelOrderValidator(),
                problems => new CancelOutcome.InvalidRequest(problems))
            .Add(
                () => new RescheduleOrderHandler(update, policy, clock),
                () => new RescheduleOrderValidator(),
                problems => new RescheduleOutcome.InvalidRequest(problems))
            .Open();
    }

    /// <summary>The line as a dialogue about a day needs it, which looks at no order.</summary>
    /// <inheritdoc cref="ForCalls(IOrders, IVerifications, VerificationPolicy, ShippingPolicy, IClock)"/>
    public static IDateLine ForDates(ShippingPolicy policy, IClock clock)
    {
        MustBeSound(policy);
        return new UseCases()
            .Add(
                () => new ConsiderDateHandler(policy, clock),
                () => new ConsiderDateValidator(),
                problems => new ConsiderDateOutcome.InvalidRequest(problems))
            .Open();
    }

    /// <summary>The line as calls need it to verify who is calling.</summary>
    /// <param name="sender">Carries the messages with codes.</param>
    /// <param name="settings">What sender and verifier go by.</param>
    /// <param name="words">What messages say; see <see cref="MessageWords.Vocabulary"/>.</param>
    /// <inheritdoc cref="ForCalls(IOrders, IVerifications, VerificationPolicy, ShippingPolicy, IClock)"/>
    public static IVerificationLine ForVerification(
        IOrders orders, IVerifications verifications, IMessageSender sender, VerificationSettings settings, ShippingPolicy policy,
        LineWords words, IClock clock)
    {
        MustBeSound(policy);
        return new UseCases()
            .Add(
                () => new RequestCodeHandler(orders, verifications, sender, settings, policy, words, clock),
                () => new RequestCodeValidator(),
                problems => new RequestCodeOutcome.InvalidRequest(problems))
            .Add(
                () => new VerifyCallerHandler(orders, verifications, settings, clock),
                () => new VerifyCallerValidator(),
                problems => new VerifyCallerOutcome.InvalidRequest(problems))
            .Open();
    }

    /// <summary>The line as operators need it to vouch for a caller.</summary>
    /// <param name="operators">Which operators are connected, and to whom.</param>
    /// <inheritdoc cref="ForCalls(IOrders, IVerifications, VerificationPolicy, ShippingPolicy, IClock)"/>
    public static IOperatorLine ForOperators(IOrders orders, IVerifications verifications, IOperators operators, IClock clock) => new UseCases()
        .Add(
            () => new VouchForCallerHandler(orders, verifications, operators, clock),
            () => new VouchForCallerValidator(),
            problems => new VouchForCallerOutcome.InvalidRequest(problems))
        .Open();

    /// <summary>The line as the delivery of owed messages needs it.</summary>
    /// <param name="outbox">Finds those of the orders whose messages are due.</param>
    /// <param name="sender">The service that carries messages.</param>
    /// <param name="words">What messages say; see <see cref="MessageWords.Vocabulary"/>.</param>
    /// <param name="clock">The time of every decision.</param>
    public static IDeliveryLine ForDeliveries(
        IOrders orders, IOutbox outbox, IMessageSender sender, LineWords words, IClock clock) => new UseCases()
        .Add(
            () => new DeliverOutboxHandler(orders, sender, words, clock),
            () => new DeliverOutboxValidator(),
            problems => new DeliveryOutcome.InvalidRequest(problems))
        .Add(
            () => new DeliverDueMessagesHandler(orders, outbox, sender, words, clock),
            () => new DeliverDueMessagesValidator(),
            problems => new SweepOutcome.InvalidRequest(problems))
        .Open();

    static void MustBeSound(ShippingPolicy policy)
    {
        if (policy.Problems().ToList() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(policy));
        }
    }

    // Every handler and validator is named above: nothing is scanned for.
    sealed class UseCases
    {
        readonly Dictionary<Type, Lazy<object>> services = [];

        // Reference types only: Native AOT has no code for MediatR's generics over structs, MediatR's own Unit included.
        public UseCases Add<TRequest, TOutcome>(
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
            return this;
        }

        public Line Open() => new(new Mediator(Resolve));

        object Resolve(Type service) => services.TryGetValue(service, out var known)
            ? known.Value
            : throw new InvalidOperationException($"The line serves no {service}: add its use case to {nameof(OrderLine)}.");
    }

    sealed class Line(Mediator mediator) : ICallLine, IDateLine, IVerificationLine, IOperatorLine, IDeliveryLine
    {
        public Task<TOutcome> Send<TOutcome>(ICallRequest<TOutcome> request, CancellationToken cancellation) =>
            mediator.Send(request, cancellation);

        public Task<TOutcome> Send<TOutcome>(IDateRequest<TOutcome> request, CancellationToken cancellation) =>
            mediator.Send(request, cancellation);

        public Task<TOutcome> Send<TOutcome>(IVerificationRequest<TOutcome> request, CancellationToken cancellation) =>
            mediator.Send(request, cancellation);

        public Task<TOutcome> Send<TOutcome>(IOperatorRequest<TOutcome> request, CancellationToken cancellation) =>
            mediator.Send(request, cancellation);

        public Task<TOutcome> Send<TOutcome>(IDeliveryRequest<TOutcome> request, CancellationToken cancellation) =>
            mediator.Send(request, cancellation);
    }
}
