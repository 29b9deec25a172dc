using NodaTime;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Application.Tests;

/// <summary>A line over orders in memory, at the contract suites' moment.</summary>
sealed class ShopLine : IDisposable
{
    readonly CancellationTokenSource hangUp = new();

    public ShopLine(params Order[] orders)
    {
        Orders.Put(orders);
        Store = new InterruptedOrders(Orders);
        Calls = OrderLine.ForCalls(Store, SampleOrder.Policy, Clock);
        Operators = OrderLine.ForOperators(Store, new InMemoryVerifications(), new InMemoryOperators(), Clock);
        Verification = OrderLine.ForVerification(
            Store, new InMemoryVerifications(), Service, new VerificationSettings(VerifyingShop.ByRisk, new CodeKeys(VerifyingShop.Key("k1")), "Tokei Kobo", () => "n"),
            SampleOrder.Policy, MessageWords.Standard, Clock);
        Deliveries = OrderLine.ForDeliveries(Store, Store, Service, MessageWords.Standard, Clock);
    }

    public static Caller Customer { get; } = new Caller.Identified(SampleOrder.Customer);

    public InMemoryOrders Orders { get; } = new();

    public InterruptedOrders Store { get; }

    public RecordedMessages Messages => Service.Recorded;

    public UnreliableMessageSender Service { get; } = new();

    public MovingClock Clock { get; } = new();

    public CancellationTokenSource StopStarting { get; } = new();

    public ICallLine Calls { get; }

    public IVerificationLine Verification { get; }

    public IOperatorLine Operators { get; }

    public IDeliveryLine Deliveries { get; }

    public Order Only => Assert.Single(Orders.All());

    /// <summary>Asks to cancel, by the name of an order or, with null, for the latest.</summary>
    public Task<CancelOutcome> Cancel(string? orderId = "1", string contact = "call-1", Caller? caller = null) => Calls.Send(
        new CancelOrder(caller ?? Customer, Id(orderId), SampleOrder.Contact(contact).Id, Channel.Voice, Language.English), hangUp.Token);

    public Task<RescheduleOutcome> Reschedule(
        string? date, string? spoken = null, string? orderId = "1", string contact = "call-1", Caller? caller = null,
        Language? language = null) => Calls.Send(
        new RescheduleOrder(
            caller ?? Customer, Id(orderId), SampleOrder.Contact(contact).Id, Channel.Voice, language ?? Language.English, date, spoken), hangUp.Token);

    public Task<LookUpOutcome> LookUp(Caller? caller = null) => Calls.Send(new LookUpOrder(caller ?? Customer, SampleOrder.Contact("call-1").Id, Channel.Voice), hangUp.Token);

    public Task<DeliveryOutcome> Deliver(string orderId = "1", int delivery = 1) => Deliveries.Send(
        new DeliverOutbox(new DueOrder(SampleOrder.Customer, SampleOrder.Id(orderId)), SampleOrder.Delivery(delivery)), hangUp.Token);

    public Task<SweepOutcome> DeliverWhatIsDue(int delivery = 1, int limit = 100) =>
        Deliveries.Send(new DeliverDueMessages(SampleOrder.Delivery(delivery), limit, StopStarting.Token), hangUp.Token);

    static OrderId? Id(string? orderId) => orderId is null ? null : SampleOrder.Id(orderId);

    public void Dispose()
    {
        hangUp.Dispose();
        StopStarting.Dispose();
    }
}

/// <summary>What was decided, of answers that a decision must be in.</summary>
static class Decisions
{
    public static T Decided<T>(this CancelOutcome answer)
        where T : CancelDecision => Assert.IsType<T>(Assert.IsType<CancelOutcome.Decided>(answer).Decision);

    public static T Decided<T>(this RescheduleOutcome answer)
        where T : RescheduleDecision => Assert.IsType<T>(Assert.IsType<RescheduleOutcome.Decided>(answer).Decision);
}

/// <summary>A store in which something happens to an order between the reading and the writing of it.</summary>
sealed class InterruptedOrders(InMemoryOrders orders) : IOrders, IOutbox
{
    /// <summary>Happens before the next write, and then no more unless it sets itself again.</summary>
    public Action<OrderChange>? BeforeTheNextWrite { get; set; }

    /// <summary>Happens when the next write is stored and before that is answered, and then no more unless it sets itself again.</summary>
    public Func<Task>? AfterTheNextWrite { get; set; }

    /// <summary>Orders that are there and cannot be read.</summary>
    public Predicate<OrderId> CannotRead { get; set; } = _ => false;

    /// <summary>The next write is stored and its answer lost: the client meets its own write when it tries again.</summary>
    public bool LosesTheNextAnswer { get; set; }

    /// <summary>Nothing can be written, which is known at once.</summary>
    public bool IsDown { get; set; }

    /// <summary>How many more looks for what is due will be answered.</summary>
    public int LooksLeft { get; set; } = int.MaxValue;

    public int Writes { get; private set; }

    public Task<DueOrders> Due(Instant now, int limit, CancellationToken cancellation) => LooksLeft-- > 0
        ? orders.Due(now, limit, cancellation)
        : throw new HttpRequestException("the index is out of reach");

    public Task<OrderSearch> Latest(PhoneNumber owner, CancellationToken cancellation) => orders.Latest(owner, cancellation);

    public Task<OrderSearch> Find(PhoneNumber owner, OrderId id, CancellationToken cancellation) => CannotRead(id)
        ? throw new InvalidDataException("an item that nobody can read")
        : orders.Find(owner, id, cancellation);

    public async Task<StoreResult> Store(OrderChange change, CancellationToken cancellation)
    {
        if (IsDown)
        {
            throw new HttpRequestException("the table is out of reach");
        }

        Writes++;
        var interruption = BeforeTheNextWrite;
        BeforeTheNextWrite = null;
        interruption?.Invoke(change);
        var result = await orders.Store(change, cancellation);
        var consequence = AfterTheNextWrite;
        AfterTheNextWrite = null;
        await (consequence?.Invoke() ?? Task.CompletedTask);
        if (!LosesTheNextAnswer)
        {
            return result;
        }

        LosesTheNextAnswer = false;
        return await orders.Store(change, cancellation);
    }
}
