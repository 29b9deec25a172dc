using System.Collections.Immutable;
using NodaTime;
using NodaTime.Testing;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>A shop for one call, as a scenario finds it: orders in memory, texts recorded, and whatever is to go wrong. Functions take
/// no time but for their faults, so the same acts always lead to the same call.</summary>
public sealed class ScenarioShop
{
    // There is no other delivery in this shop.
    static readonly ClaimId Delivery = new(new("c0ffee00-0000-4000-8000-000000000002"));

    static readonly Duration SinceBought = Duration.FromDays(2);
    static readonly Duration SinceShipped = Duration.FromHours(3);

    readonly ScenarioStart start;
    readonly LineWords words;
    readonly InMemoryOrders orders = new();
    readonly RecordedMessages codes = new();
    readonly BrokenFunctions functions;

    /// <summary>Opens the shop.</summary>
    /// <param name="deployment">What is deployed.</param>
    /// <param name="start">How things stand when the call comes in.</param>
    public ScenarioShop(Deployment deployment, ScenarioStart start)
    {
        deployment = deployment with { Shop = ShopChange.Applied(deployment.Shop, start.ShopChanges) };
        this.start = start;
        words = deployment.Shop.MessageWords;
        orders.Put(start.Orders.Select(Order));
        OrdersBefore = [.. orders.All()];
        var line = new LineFunctions(new(orders, new InMemoryVerifications(), codes), deployment.Shop, _ => { });
        functions = new(line.Invoke, start.Faults, start.Faults.Any(fault => fault.Kind == FaultKind.CannotReachTheTable)
            ? new LineFunctions(new(new UnreachableOrders(), new InMemoryVerifications(), codes), deployment.Shop, _ => { }).Invoke
            : null);
        Connect = deployment.Connect(functions.Invoke, start.Operators.In(deployment.World) with
        {
            SessionAttributes = start.SessionAttributes,
            FailingActions = start.FailingActions.ToImmutableDictionary(fault => fault.Action, fault => fault.ErrorType),
        });
        Call = new(IncomingCall.ComparedContactId, start.Caller?.ToE164(), IncomingCall.RehearsedNumber, start.Flow, start.At);
    }

    /// <summary>Plays the call.</summary>
    public LocalConnect Connect { get; }

    /// <summary>The call that comes in.</summary>
    public IncomingCall Call { get; }

    /// <summary>The orders, which a call changes.</summary>
    public InMemoryOrders Orders => orders;

    /// <summary>The orders as they were when the shop opened.</summary>
    public ImmutableArray<Order> OrdersBefore { get; }

    /// <summary>The messages with codes that were sent, in turn.</summary>
    public ImmutableArray<RecordedMessage> Codes => codes.Sent;

    /// <summary>What has been played until now.</summary>
    /// <param name="events">What happened, in turn.</param>
    /// <param name="state">The call as it is now.</param>
    /// <param name="cancellation">Ends the work when the result is no longer needed.</param>
    public async Task<PlayedCall> Played(ImmutableArray<CallEvent> events, CallState state, CancellationToken cancellation) =>
        new(start, events, state, OrdersBefore, [.. orders.All()], await OwedMessages(cancellation).ConfigureAwait(false))
        {
            Codes = codes.Sent,
            FunctionCalls = functions.Calls,
            FaultsMet = functions.Struck,
        };

    Order Order(OrderDescription sheet, int index) => new(
        sheet.Id,
        sheet.Owner
            ?? start.Caller
            ?? throw new InvalidDataException($"Order {sheet.Id} belongs to nobody: the caller's number is withheld."),
        sheet.Item,
        sheet.CustomerName,
        sheet.Ships,
        sheet.Standing switch
        {
            OrderStatus.Placed => new OrderState.Placed(),
            OrderStatus.Cancelled => new OrderState.Cancelled(),
            OrderStatus.Shipped => new OrderState.Shipped(start.At - SinceShipped),
            _ => throw new NotSupportedException($"No state for {sheet.Standing}."),
        },
        placedAt: start.At - SinceBought + Duration.FromMinutes(index),
        spokenItem: sheet.SpokenItem);

    // Delivered from a copy, so that the orders go on owing them.
    async Task<ImmutableArray<RecordedMessage>> OwedMessages(CancellationToken cancellation)
    {
        var owing = orders.All().Where(order => !order.Outbox.Owed.IsEmpty).ToList();
        if (owing.Count == 0)
        {
            return [];
        }

        var (copy, messages) = (new InMemoryOrders(), new RecordedMessages());
        copy.Put(owing);
        var line = OrderLine.ForDeliveries(copy, copy, messages, words, new FakeClock(start.At));
        foreach (var order in owing)
        {
            var delivery = new DeliverOutbox(new DueOrder(order.Owner, order.Id), Delivery);
            await line.Send(delivery, cancellation).ConfigureAwait(false);
        }

        return messages.Sent;
    }
}
