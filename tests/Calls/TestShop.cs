using NodaTime;
using OrderHotline.Adapters.InMemory;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Calls.Tests;

/// <summary>A shop with the deployed line, one order in memory, and whatever is to go wrong.</summary>
sealed class TestShop
{
    /// <summary>Wednesday 25 November 2026, ten in the morning in Tokyo: operators are there, and the cut-off is far.</summary>
    public static readonly Instant Morning = SampleOrder.Now;

    static readonly Deployment Line = Deployment.Read(new(Path.Combine(AppContext.BaseDirectory, "deploy")));

    readonly InMemoryOrders orders = new();
    readonly List<string> log = [];
    readonly HashSet<string> failing = [];

    TestShop(Order? order)
    {
        if (order is not null)
        {
            orders.Put(order);
        }
    }

    public Instant Now { get; init; } = Morning;

    public ConnectWorld World { get; init; } = Line.World;

    /// <summary>Every line the functions logged.</summary>
    public IReadOnlyList<string> Log => log;

    public Order Order => Assert.Single(orders.All());

    public static TestShop With(OrderState state) =>
        new(SampleOrder.Of(SampleOrder.Customer, "100", SampleOrder.Now - Duration.FromDays(2), state));

    public static TestShop WithAnOrder(Instant? now = null, QueueState? queue = null, string item = "Jacket", string name = "髙﨑 花") =>
        new(SampleOrder.Of(SampleOrder.Customer, "100", SampleOrder.Now - Duration.FromDays(2), item: item, name: name))
        {
            Now = now ?? Morning,
            World = queue is null ? Line.World : Line.World with { Queues = Line.World.Queues.SetItem(Deployment.OperatorQueue, queue) },
        };

    public static TestShop With(Order order) => new(order);

    public static TestShop WithoutOrders() => new(null);

    /// <summary>From now on these functions fail whenever they are called.</summary>
    public TestShop Breaking(params string[] functions)
    {
        failing.UnionWith(functions);
        return this;
    }

    /// <summary>Somebody phones: by default the customer whose order it is.</summary>
    public Task<PhoneCall> Ring() => Ring(SampleOrder.Customer.ToE164());

    public Task<PhoneCall> Ring(string? from)
    {
        var functions = new LineFunctions(LinePorts.Over(orders), Line.Shop, log.Add);
        var connect = Line.Connect(
            (call, cancellation) => failing.Contains(call.Name)
                ? Task.FromResult<FunctionAnswer>(new FunctionAnswer.Failed("It was told to fail.", Duration.FromSeconds(1)))
                : functions.Invoke(call, cancellation),
            World);
        return PhoneCall.Ring(
            connect, new("c0ffee00-0000-4000-8000-000000000001", from, IncomingCall.RehearsedNumber, "Reception", Now));
    }
}
